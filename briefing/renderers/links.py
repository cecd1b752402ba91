"""Where a citation points: a path relative to the page, with positions in the article's text (RFC 5147), and back."""

from __future__ import annotations

import os
import re
from typing import NamedTuple
from urllib.parse import quote, unquote

from briefing.model import Location, Problem, is_address
from briefing.model.naming import is_remote, plugin_name

# A text that no file holds (standard input, the Python API) is named by its hash alone.
_NOWHERE = "urn:sha256:"
_WEB = re.compile(r"https?://[^/\s]")
_ROW = re.compile(r", row \d{1,12}$")
_FRAGMENT = re.compile(r"(?:char=(\d{1,12}),(\d{1,12}))?;?(?:row=(\d{1,12}))?")


class Target(NamedTuple):
    """A place in an article's text: characters `start` to `end`, both 0 for the article as a whole."""

    location: Location
    start: int
    end: int


def file_link(location: Location, folder: str, sha256: str = "") -> str:
    """Return a link to where an article was read, for a page that stands in `folder` (an absolute path)."""
    if location.path in ("", "-"):
        return _NOWHERE + sha256
    return path_link(location.path, folder) + (f"#row={location.row}" if location.row else "")


def path_link(path: str, folder: str) -> str:
    """Return a relative link to an absolute path, "" for none; an address or a plugin's name leads there itself."""
    if is_address(path):
        return path
    if is_remote(path):
        return quote(path, safe="/~:")
    if named := plugin_name(path):
        return _plugin_link(*named)
    return quote(os.path.relpath(path, folder), safe="/~") if path else ""


def _plugin_link(plugin: str, argument: str) -> str:
    """Return the link to a plugin's source. In a file's a colon is escaped, so that the two are never confused."""
    return f"{plugin}:{quote(argument, safe='/~')}"


def _path(link: str, folder: str) -> str | None:
    """Return where a link without its fragment leads, None for nowhere; an address may have a fragment of its own."""
    if link.startswith(_NOWHERE) or is_address(link):
        return "" if link.startswith(_NOWHERE) else link
    if is_remote(link):
        return unquote(link)
    if plugin_name(link):
        path = unquote(link)
        return path if plugin_name(path) else None
    return os.path.normpath(os.path.join(folder, unquote(link)))


def span_link(location: Location, start: int, end: int, folder: str, sha256: str = "") -> str:
    """Return a link to characters `start` to `end` of an article's text, `#char=10,120`, with `;row=7` in row files."""
    file = file_link(location._replace(row=0), folder, sha256)
    return f"{file}#char={start},{end}" + (f";row={location.row}" if location.row else "")


def target(link: str, folder: str) -> Target | None:
    """Return what a link of `span_link` or `file_link` points to, or None for anything else."""
    file, _, fragment = link.rpartition("#") if "#" in link else (link, "", "")
    match = _FRAGMENT.fullmatch(fragment)
    if match is None:
        return Target(Location(link), 0, 0) if is_address(link) else None
    path = _path(file, folder)
    if path is None:
        return None
    start, end, row = (int(found or 0) for found in match.groups())
    return Target(Location(path, row), start, end)


def is_web(url: str | None) -> bool:
    """Whether an article's address can be a link: anything but http and https may be a script or a file."""
    return bool(url) and _WEB.match(url or "") is not None


def host(url: str) -> str:
    """Return what a reader knows an address by: its host."""
    return url.split("/", 3)[2].rpartition("@")[2].removeprefix("www.")


def problem_file(problem: Problem) -> str:
    """Return the absolute path of the file, the address or the plugin's source that a problem names, or ""."""
    path = _ROW.sub("", problem.where)
    return path if os.path.isabs(path) or is_address(path) or is_remote(path) or plugin_name(path) else ""


def place_name(problem: Problem) -> str:
    """Return where a problem is as a reader names it: the file, and the row if it has rows; any other as a whole."""
    return problem.where.rsplit("/", 1)[-1] if os.path.isabs(problem.where) else problem.where
