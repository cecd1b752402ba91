"""What must hold in an office after a run that ended anyhow, and after the next one: each flaw is a sentence."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree

from briefing.model import Edition
from briefing.records.state import State, asked
from tests.report.office import FORMATS, Office, Ran

WHOLE = {"html": "</html>", "md": '"', "json": "}"}
"""What a file of each format ends with."""


def halfway(place: Office) -> list[str]:
    """Return what is wrong while no run is at work: nothing may be half there, and no mail twice."""
    return [*_state(place), *_pages(place), *_site(place), *_twice(place)]


def ended(place: Office, ran: Ran, *, before: Ran | None = None) -> list[str]:
    """Return what is wrong after a run that was not disturbed: all is made, recorded, laid down, and sent or told.

    Where the run `before` has said that an article is missing, there is a second revision that has it.
    """
    wrong = halfway(place)
    if ran.code not in (0, 3) or "Traceback" in ran.said:
        wrong.append(f"the next run: exit {ran.code}: {ran.said[-300:]!r}")
    recorded = _editions(place)
    revisions = [edition.revision for edition in recorded]
    if not 1 <= max(revisions, default=0) <= (2 if before and before.code == 3 else 1):
        wrong.append(f"revisions {revisions}")
    for edition in recorded[-1:]:
        missing = [form for form in _formats(place) if not _page(place, edition, form).exists()]
        wrong += [f"the next run has written no {form}" for form in missing]
    if place.feed and not (place.folder / "site" / "index.html").exists():
        wrong.append("the next run has kept no archive")
    return [*wrong, *_letters(place, ran)]


def drafts(place: Office) -> int:
    """Return how many files lie about that were never put in their place."""
    return sum(1 for _ in place.folder.rglob(".*.tmp")) + sum(1 for _ in place.folder.rglob(".new-*"))


def _state(place: Office) -> Iterator[str]:
    path = place.state / "state.sqlite"
    if not path.exists():
        return
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as state:
        found = [*state.execute("PRAGMA integrity_check"), *state.execute("PRAGMA foreign_key_check")]
    if found != [("ok",)]:
        yield f"the state: {found}"
    for name in place.state.glob("status.json"):
        json.loads(name.read_bytes())
    yield from asked(place.state, lambda state: [*_proofs(place, state)]) or ()


def _proofs(place: Office, state: State) -> Iterator[str]:
    """An edition is there with all that it printed and every text behind it, or not at all."""
    for entry in state.entries("office"):
        edition = state.edition("office", entry.day, entry.revision)
        if edition is None or not {*_formats(place), "subject", "text", "mail"} <= set(edition.pages):
            yield f"an edition without its pages: {entry}"
        elif any(state.stored(sha256) is None for sha256 in edition.listed):
            yield f"an edition without its texts: {entry}"
        elif any(one.text not in (state.stored(one.article) or "") for one in edition.statements):
            yield f"an edition whose statements stand nowhere: {entry}"


def _pages(place: Office) -> Iterator[str]:
    """A page is that of a recorded edition, to the byte."""
    recorded = {_page(place, edition, form): edition.pages[form] for edition in _editions(place) for form in FORMATS
                if form in edition.pages}  # fmt: skip
    for path in _files(place.folder / "pages"):
        if path not in recorded:
            yield f"{path.name}: of no edition that is recorded"
        elif path.read_text("utf-8") != recorded[path]:
            yield f"{path.name}: not as it is recorded"


def _site(place: Office) -> Iterator[str]:
    for path in _files(place.folder / "site"):
        text, kind = path.read_text("utf-8"), path.suffix[1:]
        if kind in ("xml", "json"):
            _ = ElementTree.fromstring(text) if kind == "xml" else json.loads(text)
        elif not text.rstrip().endswith(WHOLE[kind]):
            yield f"the archive's {path.name} is cut off"


def _twice(place: Office) -> Iterator[str]:
    came, days = Counter(one.recipient for one in place.server.taken()), {one.day for one in _editions(place)}
    yield from (f"{recipient}: {count} mails" for recipient, count in came.items() if count > max(1, len(days)))


def _letters(place: Office, ran: Ran) -> Iterator[str]:
    """Every letter was sent and came, or is in doubt and that is told."""
    came, letters = {one.recipient for one in place.server.taken()}, place.letters()
    for recipient in place.readers:
        state = letters.get(recipient, "missing")
        if state == "uncertain" and "uncertain" not in ran.said:
            yield f"{recipient}: uncertain, and not told"
        if state not in ("sent", "uncertain"):
            yield f"{recipient}: {state} after the next run: {ran.said[-200:]!r}"
        if (state == "sent") > (recipient in came):
            yield f"{recipient}: said to be sent, and never came"


def _editions(place: Office) -> list[Edition]:
    def found(state: State) -> list[Edition]:
        each = (state.edition("office", entry.day, entry.revision) for entry in state.entries("office"))
        return [edition for edition in each if edition]

    return asked(place.state, found) or []


def _formats(place: Office) -> tuple[str, ...]:
    return FORMATS if place.feed else FORMATS[:1]


def _page(place: Office, edition: Edition, form: str) -> Path:
    return place.folder / "pages" / f"{edition.day}.{form}"


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
