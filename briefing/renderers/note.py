"""The note at a page's foot that says how it was made, and how it is read back."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date
from typing import Any

from briefing.model import Briefing, Made

_PAIR = re.compile(r"(\w+)=(\S+)")


def note(briefing: Briefing) -> str:
    """Return the note: "briefing 0.1.0 day=2026-11-22 method=ours words=600 digest=…"."""
    made = briefing.made
    values = {f.name: getattr(made, f.name) for f in fields(made) if f.name not in ("version", "file")}
    stated = " ".join(f"{name}={value}" for name, value in values.items() if value)
    return f"briefing {made.version} day={briefing.day.isoformat()} {stated}".strip()


def read_note(text: str, file: str) -> tuple[date, Made] | None:
    """Return the day and how the page was made (`file`: its settings' absolute path), or None if this is no note."""
    text = text.replace("\\", "")  # the page escapes what it prints: theme\_words
    words = text.split(" ", 2)
    found = dict(_PAIR.findall(text))
    if len(words) < 2 or words[0] != "briefing" or "day" not in found:
        return None
    try:
        day = date.fromisoformat(found.pop("day"))
        return day, Made(version=words[1], file=file, **{name: _value(name, v) for name, v in found.items()})
    except (ValueError, TypeError):
        return None


def _value(name: str, text: str) -> Any:
    if name in ("since", "until"):
        return date.fromisoformat(text)
    return int(text) if name.endswith("words") else text
