"""A page read back: what it cites, and every single thing that it says, so that each can be proved or called out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from briefing.model import Claim, Location, Made
from briefing.renderers.as_json import SCHEMA
from briefing.renderers.links import Target, target
from briefing.renderers.markdown import markdown
from briefing.renderers.note import read_note

_DEFINITION = re.compile(r'\[([^\]\s]{1,40})\]: (\S+) "([^"]*)"')
_LABEL = r"(?<!\\)\[(\d{1,9}\.\d{1,9})\]"
_CITED = re.compile(_LABEL + r"(?:, also ((?:\[\d{1,9}\.\d{1,9}\](?:, )?)+))?")
_POINTER = re.compile(r"- See (?:also )?\[|" + _DEFINITION.pattern)
_NUMBER = re.compile(r"(?<!\\)\[(\d{1,9})(?:[.=]\d{1,9})?\]")


@dataclass(frozen=True, slots=True)
class Cited:
    """Where a label leads: a place in an article's text, and the hash of that text."""

    target: Target
    sha256: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page read back.

    `cited` is keyed by label ("3.4"; "3" for the article as a whole, "3=1" for a copy of it); `statements` are labels,
    the printed wording's first; `glance` those of them that are repeated there; `unread` the paths not readable then.
    """

    day: date
    made: Made
    cited: dict[str, Cited] = field(default_factory=dict)
    statements: tuple[tuple[str, ...], ...] = ()
    glance: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    format: str = "md"

    @property
    def articles(self) -> dict[str, Cited]:
        """Where the articles and their copies stand, by label."""
        return {label: cited for label, cited in self.cited.items() if "." not in label}

    @property
    def extracts(self) -> dict[str, Cited]:
        """Where the extracts stand, by label."""
        return {label: cited for label, cited in self.cited.items() if "." in label}


def read_back(text: str, folder: str) -> Page | None:
    """Return the page, which stands in `folder` (an absolute path), or None if it is none of ours."""
    return _from_json(text, folder) if text.lstrip().startswith("{") else _from_markdown(text, folder)


def _from_markdown(text: str, folder: str) -> Page | None:
    lines = text.splitlines()
    definitions = {m[1]: (m[2], m[3]) for line in lines if (m := _DEFINITION.fullmatch(line.rstrip()))}
    link, words = definitions.pop("edition", ("", ""))
    file = target(link, folder)
    known = read_note(words, file.location.path if file and link != "#" else "")
    if known is None:
        return None
    found = {label: (target(link, folder), words) for label, (link, words) in definitions.items()}
    bodies = [line for line in lines if not _DEFINITION.fullmatch(line.rstrip())]
    statements = [_labels(match) for line in bodies for match in _CITED.finditer(line) if _is_printed(line)]
    firsts = [statement[0] for statement in statements]
    return Page(
        *known,
        cited={
            label: Cited(to, words.removeprefix("sha256:"))
            for label, (to, words) in found.items()
            if to is not None and not label.startswith("!")
        },
        statements=tuple(dict.fromkeys(statements)),
        glance=tuple(dict.fromkeys(label for k, label in enumerate(firsts) if label in firsts[k + 1 :])),
        unread=tuple(to.location.path for label, (to, _) in found.items() if to and label.startswith("!")),
        claims=tuple(_claim(number, line) for number, line in enumerate(lines, 1) if line.strip()),
    )


def _is_printed(line: str) -> bool:
    """A line that only points to what stands elsewhere ("See [3.1]", a definition) holds a label and no statement."""
    return not _POINTER.match(line)


def _labels(match: re.Match[str]) -> tuple[str, ...]:
    return (match[1], *re.findall(r"[\d.]+\d", match[2] or ""))


def _claim(number: int, line: str) -> Claim:
    labels = tuple(label for match in _CITED.finditer(line) for label in _labels(match))
    numbers = {int(match[1]) for match in _NUMBER.finditer(line)} | {int(label.split(".")[0]) for label in labels}
    heading = line.startswith(("#", "- **", "[edition]: "))
    return Claim(f"line {number}", line.rstrip(), labels if _is_printed(line) else (), tuple(sorted(numbers)), heading)


def _from_json(text: str, folder: str) -> Page | None:
    try:
        page = json.loads(text)
        if page["schema"] != SCHEMA:
            return None
        return _page(page, folder)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _page(page: dict[str, Any], folder: str) -> Page:
    made = dict(page["made"])
    for key in ("since", "until"):
        made[key] = date.fromisoformat(made[key]) if made[key] else None
    file = target(made.pop("file"), folder)
    sources = {source["number"]: source for source in page["sources"]}
    points = list(_points(page))
    cited = {str(number): Cited(_place(source, folder), source["sha256"]) for number, source in sources.items()}
    for number, source in sources.items():
        copies = enumerate(source["copies"], 1)
        cited |= {f"{number}={k}": Cited(_place(copy, folder), source["sha256"]) for k, copy in copies}
    for point in (p for printed in points for p in (printed, *printed["also"])):
        whole = cited[str(point["article"])]
        place = whole.target._replace(start=int(point["start"]), end=int(point["end"]))
        cited[point["label"]] = Cited(place, whole.sha256)
    return Page(
        date.fromisoformat(page["date"]),
        Made(**made, file=file.location.path if file and page["made"]["file"] else ""),
        cited=cited,
        statements=tuple((p["label"], *(also["label"] for also in p["also"])) for p in points),
        glance=tuple(page["glance"]),
        unread=tuple(to.location.path for p in page["problems"] if p["path"] and (to := target(p["path"], folder))),
        claims=tuple(_flat(page)),
        format="json",
    )


def _points(page: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for section in (*page["sections"], *([page["other"]] if page["other"] else [])):
        yield from section["key_points"]
        for by in section["articles"]:
            yield from by["points"]


def _place(source: dict[str, Any], folder: str) -> Target:
    to = target(source["path"], folder)
    if to is None:
        raise ValueError(source["path"])
    return Target(Location(to.location.path, int(source["row"] or 0)), 0, 0)


def _flat(value: Any, path: str = "", labels: tuple[str, ...] = (), articles: tuple[int, ...] = ()) -> Iterator[Claim]:
    """Yield every value of a JSON page with its path as one claim."""
    if isinstance(value, dict):
        number = value.get("article", value.get("number"))
        articles = (*articles, number) if isinstance(number, int) else articles
        labels = (value["label"],) if isinstance(value.get("label"), str) and "text" in value else ()
        for key, inner in value.items():
            yield from _flat(inner, f"{path}.{key}".lstrip("."), labels if key == "text" else (), articles)
    elif isinstance(value, list):
        for k, inner in enumerate(value):
            yield from _flat(inner, f"{path}[{k}]", (), articles)
    else:
        heading = path.rpartition(".")[2] in ("title", "theme", "digest")
        yield Claim(path, f"{path}: {json.dumps(value, ensure_ascii=False)}", labels, articles, heading)


def written(text: str, form: str) -> str:
    """Return an article's words as a page of that form ("md" or "json") writes them."""
    return json.dumps(text, ensure_ascii=False)[1:-1] if form == "json" else markdown(text)
