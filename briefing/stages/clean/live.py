"""Recognise the times that open the entries of a live page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.language.dates.days import TIME
from briefing.model import Aside, Span

_CAPITAL = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ"
_LIVE = re.compile(rf"[-–—•*\s]{{0,4}}(?:{TIME})\s?[:|–—-]\s{{1,3}}(?=[\"“‘']?[{_CAPITAL}\d])")
_LIVE_WITHOUT_MARK = re.compile(rf"[-–—•*\s]{{0,4}}(?=\d{{1,2}}[:.]\d\d)(?:{TIME})\s{{1,3}}(?=[\"“‘']?[{_CAPITAL}])")
_ENTRIES = 3  # paragraphs that open with a time; fewer may be sentences that do


def is_live_page(lines: Iterable[str]) -> bool:
    """Whether paragraph after paragraph opens with a time, so that no mark behind it is needed."""
    return sum(1 for line in lines if _LIVE_WITHOUT_MARK.match(line)) >= _ENTRIES


def live_stamp(text: str, span: Span, *, live: bool = False) -> Aside | None:
    """Return the time that opens an entry of a live page ("14:05 GMT: The Red Cross …"), or None."""
    match = _LIVE.match(text, *span) or (_LIVE_WITHOUT_MARK.match(text, *span) if live else None)
    return Aside(span.start, match.end(), "header", "the time of an entry of a live page") if match else None
