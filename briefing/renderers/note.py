"""The note at a page's foot that says how it was made, and how it is read back."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import quote, unquote

from briefing.model import Briefing, Hand, Made, bound
from briefing.settings.schema import PAGE_LANGUAGES

_PAIR = re.compile(r"\b(\w+)=(\S+)")


class Noted(NamedTuple):
    """What a note says: the page's day, how it was made, and the language of its own words."""

    day: date
    made: Made
    language: str


def note(briefing: Briefing) -> str:
    """Return the note: "briefing 0.1.0 day=2026-11-22 language=de method=ours words=600 digest=…" (English: unsaid)."""
    made = briefing.made
    values = {f.name: getattr(made, f.name) for f in fields(made) if f.name not in ("version", "file", "sources")}
    usual = {f.name: f.default for f in fields(made)}
    stated = " ".join(f"{name}={_stated(value)}" for name, value in values.items() if value != usual[name])
    language = "" if briefing.language == "en" else f" language={briefing.language}"
    return f"briefing {made.version} day={briefing.day.isoformat()}{language} {stated}".strip()


def read_note(text: str, file: str) -> Noted | None:
    """Return what a note says (`file`: the absolute path of the page's settings), or None if this is no note."""
    text = text.replace("\\", "")  # the page escapes what it prints: theme\_words
    words = text.split(" ", 2)
    found = dict(_PAIR.findall(text))
    if len(words) < 2 or words[0] != "briefing" or "day" not in found:
        return None
    try:
        day, language = date.fromisoformat(found.pop("day")), spoken(found.pop("language", "en"))
        made = Made(version=words[1], file=file, **{name: _value(name, v) for name, v in found.items()})
        return Noted(day, made, language)
    except (ValueError, TypeError):
        return None


def spoken(language: str) -> str:
    """Return the language that a page states, or English where it is none that a page can be in."""
    return language if language in PAGE_LANGUAGES else "en"


def _stated(value: object) -> str:
    """A value as one word: of the editor's hand "drop=around%204%2C000;drop=…;source_words=80"."""
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, Hand):
        return quote(str(value), safe="/:+")
    lists = ((f.name, getattr(value, f.name)) for f in fields(value))
    pairs = ((name, one) for name, said in lists for one in (said if isinstance(said, tuple) else [said] * bool(said)))
    return ";".join(f"{name}={quote(str(one), safe='')}" for name, one in pairs)


def _hand(text: str) -> Hand:
    found: dict[str, list[str]] = {}
    for name, _, said in (part.partition("=") for part in text.split(";")):
        found.setdefault(name, []).append(unquote(said))
    most = int(found.pop("source_words", ["0"])[0])
    return Hand(**{name: tuple(said) for name, said in found.items()}, source_words=most)


def _value(name: str, text: str) -> Any:
    if name == "hand":
        return _hand(text)
    if name in ("since", "until", "after"):
        return bound(text)
    return int(text) if name.endswith("words") else unquote(text)
