"""Recognise a headline that runs into the news on one line: a stamp or dateline parts the two, or both say the same."""

from __future__ import annotations

import re
from functools import cache

from briefing.language.agencies import agency
from briefing.language.dates.days import FULL_DAY, MONTH, WEEKDAY
from briefing.model import Aside
from briefing.stages.clean.dateline import dateline, opens_with_dateline
from briefing.stages.clean.header import CAPITAL, STAMP, header_run, states
from briefing.stages.clean.told_twice import told_twice

_LONGEST_RUN_IN = 300  # characters of a headline, its stamp and the word behind
_RUNS_IN = "a header line: when it was published, between the title and the news"
_LOOSE_TIME = r"\d{1,2}(?:\s?[:.]\s?\d\d)(?:\s?[AaPp]\.?\s?[Mm]\b\.?)?"  # "2: 21 pm", as tokenisers leave it
_STAMP_SIGN = re.compile(r"(?:19|20)\d\d|\d[:.]\d\d|\d{4}\s[A-Z+-]|\d\s?[AaPp]\.?[Mm]\b")  # no stamp states less
_PLACE_OR_BRACKET = re.compile(rf"\s(?=[{CAPITAL}]{{3}}|\([A-Z])")
_MARK = re.compile(r"[.!?:;]\s|[.!?]$")
_LEAST_TITLE = 3  # words
_NEVER_BEFORE_STAMP = re.compile(
    r"(?:\b(?:on|of|in|by|since|until|from|before|after|to|the|for|dated|and)|[,(–—-])\s*$", re.I
)


@cache
def _run_in() -> re.Pattern[str]:
    """What "INS Vela foils pirates Updated: May 11, 2011 18:50 IST Indian warships …" opens with: a headline, and a
    label and stamp, or a day of two figures, or a time. It compiles in 15 ms, and few texts have a sign of it."""
    return re.compile(
        rf"(?P<title>[^.!?\n]{{12,180}}?)\s(?:(?i:(?:last\s)?(?:published|updated|posted|edited)(?:\s(?:time|on|at))?)\s?:?\s(?:{STAMP})"
        rf"|(?:{WEEKDAY},?\s)?(?:{FULL_DAY}),?\s(?:at\s|[@|]\s)?{_LOOSE_TIME}(?:\s(?:hrs|ET|PT|[A-Z]{{2,3}}T))?"
        rf"|{_LOOSE_TIME}\s(?:{FULL_DAY})|{MONTH}\s0\d,\s(?:19|20)\d\d)[\s.|]{{1,4}}(?=[\"“‘']?[{CAPITAL}]\w*\s)"
    )


def headline_run(text: str, start: int, end: int, *, language: str) -> tuple[Aside, ...]:
    """Return the headline, and the stamp if there is one, that run into the first sentence of `text[start:end]`."""
    return _before_stamp(text, start, end) or _before_dateline(text, start, end) or _twice(text, start, end, language)


def _twice(text: str, start: int, end: int, language: str) -> tuple[Aside, ...]:
    lead = told_twice(text, start, end, language)
    if not lead:
        return ()
    title = Aside(start, lead - 1, "title", "the title: the lead says the same behind it")
    return title, *header_run(text, lead, end)


def _before_dateline(text: str, start: int, end: int) -> tuple[Aside, ...]:
    """Return a headline that an agency's dateline follows on the same line ("Oslo gets a pier OSLO (AP) — …")."""
    if opens_with_dateline(text, start, end):
        return ()
    for match in _PLACE_OR_BRACKET.finditer(text, start, min(end, start + _LONGEST_RUN_IN)):
        title = text[start : match.start()]
        if _MARK.search(title) or ("," in title and text[match.end()] == "("):
            break
        line = dateline(text, match.end(), end)
        if line and agency(line.agency or "") and len(title.split()) >= _LEAST_TITLE:
            return (Aside(start, match.start(), "title", "the title: a dateline follows it on the same line"),)
    return ()


def _before_stamp(text: str, start: int, end: int) -> tuple[Aside, ...]:
    end = min(end, start + _LONGEST_RUN_IN)
    match = _run_in().match(text, start, end) if _STAMP_SIGN.search(text, start, end) else None
    if match is None or not states(match[0]) or _NEVER_BEFORE_STAMP.search(match["title"]):
        return ()
    title = match.end("title")
    return Aside(start, title, "title", "the title"), Aside(title, match.end(), "header", _RUNS_IN)
