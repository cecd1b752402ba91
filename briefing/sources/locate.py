"""Find out what the name of a source means."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePath

from briefing.errors import SourceError
from briefing.plugins import Source
from briefing.sources.contents import shown
from briefing.sources.file import File
from briefing.sources.folder import Folder
from briefing.sources.maildir import present
from briefing.sources.names import is_known
from briefing.sources.standard_input import PATH, StandardInput

_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,9}(?:[a-z]{2,63}|\d{1,3})(?::\d{1,5})?", re.IGNORECASE)


def locate(name: str, *, language: str = "en", excluded: tuple[str, ...] = (), separator: str = "") -> Source:
    """Return the source: "-" is standard input, else a folder, a file, or a pattern such as "news/**/*.txt".

    `excluded` are absolute paths of folders that a folder passes over. A line of only the `separator` parts a text's
    articles. Raises SourceError if there is nothing so named.
    """
    if name == PATH:
        return StandardInput(language, separator=separator)
    path = os.path.abspath(name)  # noqa: PTH100  (`absolute()` keeps "..")
    passed_over = tuple(os.path.normpath(folder) for folder in excluded if folder)
    if os.path.isdir(path):  # noqa: PTH112  (unlike those of Path these never raise, whatever the name)
        return Folder(path, language=language, excluded=passed_over, separator=separator)
    if os.path.lexists(present(path)):
        return File(path, language, separator=separator)
    base, pattern = _split(PurePath(path))
    if not pattern:
        raise SourceError(f"{shown(name)}: no such file or folder, or not yours to read{_meant(name)}")
    return Folder(base, (pattern,), language, passed_over, separator)


def _meant(name: str) -> str:
    """Return what to write if it was meant for an address: feeds are known as "feed://…", or without any scheme."""
    if "://" in name:
        return f"; if it is an address, write https://{shown(name.partition('://')[2])}"
    path = PurePath(name)
    there = next((above for above in path.parents if Path(above).is_dir()), PurePath())
    rest = path.relative_to(there)
    if not rest.parts or not _HOST.fullmatch(rest.parts[0]) or (len(rest.parts) == 1 and is_known(name)):
        return ""
    return f"; if it is an address, write https://{shown(rest.as_posix())}"


def _split(path: PurePath) -> tuple[str, str]:
    """Return the folder where a pattern begins, and the pattern, which is empty if there is none."""
    for number, part in enumerate(path.parts):
        if any(mark in part for mark in "*?["):
            return str(PurePath(*path.parts[:number])), "/".join(path.parts[number:])
    return str(path), ""
