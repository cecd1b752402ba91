"""A JSON page read back, by its fields."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from briefing.language.display import in_json
from briefing.model import Hand, Location, Made, bound
from briefing.model.proof import Claim
from briefing.renderers.as_json import SCHEMA
from briefing.renderers.links import Target, target
from briefing.renderers.note import spoken
from briefing.renderers.read_back.page import Cited, Page

# What tells the items of a list apart, wherever they stand in it.
_IDENTITIES = ("label", "theme", "number", "article")
_OF_THE_PAST = re.compile(r"\.mark\b|\.unchanged$|\.updated$|^last$")
_SECTION = re.compile(r"sections\[.*?\]\.|other\.", re.DOTALL)


def from_json(text: str, folder: str) -> Page | None:
    """Return the page, or None if it is none under our schema."""
    try:
        page = json.loads(text)
        return _page(page, folder) if page["schema"] == SCHEMA else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _page(page: dict[str, Any], folder: str) -> Page:
    made = dict(page["made"])
    for key in ("since", "until", "after"):
        made[key] = bound(made[key]) if made[key] else None
    made["hand"] = _hand(made.get("hand", {}))
    file = target(made.pop("file"), folder)
    sources = {source["number"]: source for source in page["sources"]}
    points, rest = list(_points(page)), page.get("rest") or {"sources": [], "sha256": ""}
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
        pile=tuple(to.location.path for link in rest["sources"] if (to := target(link, folder))),
        digest=rest["sha256"],
        claims=tuple(_flat(page)),
        format="json",
        language=spoken(page["language"]),
    )


def _hand(said: dict[str, Any]) -> Hand:
    lists = {name: tuple(value) for name, value in said.items() if isinstance(value, list)}
    return Hand(**{**said, **lists})


def _points(page: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for section in (*page["sections"], *([page["other"]] if page["other"] else [])):
        for part in (*section["groups"], section):
            yield from part["key_points"]
            for by in part["articles"]:
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
        articles = (*articles, *([number] if isinstance(number, int) else ()), *value.get("reported_by", ()))
        labels = (value["label"],) if isinstance(value.get("label"), str) and "text" in value else ()
        if labels:  # an extract is known by its label, wherever in its section it stands
            path = f"{_SECTION.match(path)[0]}[{value['label']}]"  # type: ignore[index]
        for key, inner in value.items():
            yield from _flat(inner, f"{path}.{key}".lstrip("."), labels if key == "text" else (), articles)
    elif isinstance(value, list):
        for inner in value:
            yield from _flat(inner, f"{path}[{_identity(inner)}]", (), articles)
    else:
        section = match[0] if (match := _SECTION.match(path)) else ""
        said = f"{path.removeprefix(section)}: {in_json(value)}"
        heading = path.rpartition(".")[2] in ("title", "theme") or said.startswith(("timeline.", "figures["))
        unmarked = "" if _OF_THE_PAST.search(path) else None
        yield Claim(path, said, section, labels, articles, heading, unmarked, counted=path.startswith("rest"))


def _identity(item: Any) -> str:
    """What an item of a list is known by: its number or name, not its place, which changes with what is missing."""
    if not isinstance(item, dict):
        return ""
    return str(next((item[key] for key in _IDENTITIES if item.get(key) is not None), ""))
