"""Recognise what stands above the news: date lines, bylines, a publication's name, the run that opens a press page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.language.agencies import agency, is_publication
from briefing.language.dates.days import FULL_DAY, MONTH, TIME, WEEKDAY, states_day
from briefing.model import Aside
from briefing.stages.clean.dateline import opens_with_dateline
from briefing.stages.clean.rules import compiled

CAPITAL = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ"
_LABEL = (
    r"(?P<label>(?i:(?:(?:first|last|date|originally)\s)?(?:published|updated|posted|modified|created|released|issued"
    r"|uploaded)(?:\s(?:on|at|date|in))?|publication\sdate|date))(?P<colon>[\s.]{0,2}:)?[\s.]{0,3}"
)
_SPACED_TIME = (
    r"\d{1,2}\s?[:.]\s\d\d(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:\s(?:GMT|UTC|BST|[ECMPA][SD]?T|CES?T)\b)?"  # "22. 34 BST"
)
STAMP = (
    rf"(?:(?:(?:{WEEKDAY},?\s{{1,3}})?(?:{FULL_DAY})|{TIME}|{_SPACED_TIME}|{WEEKDAY}|at|on|[,|/()·•–—-])"
    r"[\s.]{0,3}){1,10}"
)
_LABELLED = rf"[-–—•|\s]{{0,4}}{_LABEL}(?P<stamp>{STAMP})(?P<after>[\s.|]{{0,8}})"
_DATED = rf"{STAMP}(?P<after>[\s.|]{{0,8}})"
_STAMPED = 450  # characters; no label with its stamp is longer
_DIGIT = re.compile(r"\d")
_OPENS_AS_LABEL = re.compile(r"[-–—•|\s]{0,4}(?i:first|last|date|orig|publi|up[dl]|post|modif|creat|relea|issue)")
_OPENS_AS_STAMP = re.compile(rf"\d|at|on|[,|/()·•–—-]|{WEEKDAY}|{MONTH}")
# What a date line may hold besides its date: a place, names, and these.
_SMALL_WORDS = frozenset({"by", "on", "at", "in", "and", "of", "the", "admin", "am", "pm", "a.m", "p.m", "hrs"}) | {
    "bureau",
    "desk",
    "edition",
    "staff",
    "newsroom",
    "office",
    "correspondent",
    "local",
    "time",
}
_DATE_PARTS = (
    rf"{FULL_DAY}|{TIME}|{WEEKDAY}|{MONTH}\s\d{{1,2}}(?!\d)|(?<!\d)\d{{1,2}}\s{MONTH}"
    r"|(?<!\d)\d{1,2}[ -]min(?:ute)?s? read\b"
    r"|(?i:\b(?:last|first|published|updated|posted|modified|date)\b)"
)
_WORD = re.compile(r"\w[\w.'’-]*")
_OTHER_WORDS, _OTHER_WORDS_WITHOUT_YEAR = 4, 2  # more of them are a headline that holds a date; not swept
_TIME = re.compile(TIME)

_NAME = rf"(?:[{CAPITAL}]\.\s?)?[{CAPITAL}][\w'’-]*"
_LINK = r"(?:and|for|in|of|the|at|de|del|der|van|von|al|el|bin|la|le|&)"
_NAMES = rf"{_NAME}(?:,?\s{{1,2}}(?:{_LINK}\s{{1,2}}){{0,2}}{_NAME}){{0,9}}"
_DOTTED_BYLINE = re.compile(rf"By\s?\.\s+{_NAMES}\s?\.(?:\s{{1,2}}and\s{{1,2}}{_NAMES}\s?\.){{0,3}}[\s.|]{{0,8}}")
_RUN_IN_BYLINE = re.compile(rf"By:?\s{{1,2}}{_NAMES}[\s.,|]{{0,4}}(?=(?i:published|updated|posted|last\supdated)\b)")
_BYLINE = re.compile(
    rf"[*_]{{0,3}}(?:By|BY|by|Story by|Written by|Reporting by):?\s{{1,2}}{_NAMES}(?:,\s[^.!?]{{1,80}})?"
    r"[\s.|*_]{0,4}$"
)
# German, French, Spanish, Russian and Ukrainian.
_OTHER_BYLINE = re.compile(
    rf"(?:Von|VON|Par|PAR|Por|POR|Автор|Текст):?\s{{1,2}}{_NAMES}(?:,\s[^.!?]{{1,80}})?[\s.|]{{0,4}}$"
)
_OWN_BYLINE = re.compile(
    r"(?:By|BY) (?:our|a|the)?\s?(?:own |staff |special |foreign )?(?:correspondents?|reporters?|staff|agencies"
    r"|newsroom|desk)\b[^.!?]{0,60}$",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"Follow\s(?:@{1,2}\w{2,40}|(?:me|him|her|them)\son\sTwitter)[\s.|]{0,8}")
_NAMED = re.compile(rf"{_NAMES}$")
_MINUTES = re.compile(r"\d{1,3}[ -]min(?:ute)?s?\.? read\W{0,3}$", re.IGNORECASE)


def states(text: str) -> bool:
    """Whether a full day or a time of day stands in a text."""
    return states_day(text) or _TIME.search(text) is not None


def header_run(text: str, start: int, end: int) -> Iterator[Aside]:
    """Yield the header items that open `text[start:end]`, one after the other; nothing of the news behind them."""
    while start < end:
        item = _opening(text, start, end)
        if item is None:
            return
        yield item
        start = item.end
        while start < end and text[start].isspace():
            start += 1


def _opening(text: str, start: int, end: int) -> Aside | None:
    for pattern in (_DOTTED_BYLINE, _RUN_IN_BYLINE):
        if match := pattern.match(text, start, end):
            return Aside(start, match.end(), "byline", "the byline that opens a press page")
    if match := _HANDLE.match(text, start, end):
        return Aside(start, match.end(), "byline", "the reporter's account, to be followed")
    return _stamp(text, start, end) or _whole_line(text, start, end)


def _stamp(text: str, start: int, end: int) -> Aside | None:
    """A labelled date or time; a bare one only if nothing but a dateline follows, so that no sentence is beheaded."""
    if not _DIGIT.search(text, start, min(end, start + _STAMPED)):
        return None
    match = _OPENS_AS_LABEL.match(text, start, end) and compiled(_LABELLED).match(text, start, end)
    if match and states(match["stamp"]):
        rest_is_news = match["colon"] or match["label"].casefold() == "date" or "." in match[0][-4:] or "|" in match[0]
        if match.end() == end or rest_is_news or opens_with_dateline(text, match.end(), end):
            return Aside(start, match.end(), "header", "a header line: when it was published or updated")
    match = _OPENS_AS_STAMP.match(text, start, end) and compiled(_DATED).match(text, start, end)
    if match and states(match[0]) and (match.end() == end or opens_with_dateline(text, match.end(), end)):
        return Aside(start, match.end(), "header", "a header line: a date and nothing else")
    return None


def _whole_line(text: str, start: int, end: int) -> Aside | None:
    line = text[start:end] if end - start <= 160 else ""
    if is_byline(line):
        return Aside(start, end, "byline", "a byline: “By” and names")
    if is_publication(line):
        return Aside(start, end, "header", "a publication's name alone")
    if is_date_line(line):
        return Aside(start, end, "header", "a date line: a date, and at most a place and names")
    if _MINUTES.match(line):
        return Aside(start, end, "header", "how long the article takes to read")
    return None


def is_stamp(text: str, start: int, end: int) -> bool:
    """Whether the whole of `text[start:end]` is a date line, wherever in the article it stands."""
    found = _stamp(text, start, end) if end - start <= 160 else None
    return found is not None and found.end == end


def is_date_line(line: str) -> bool:
    """Whether a line holds a date and beside it at most a place, names and separators ("Oslo, 2 March | Jane Roe")."""
    if len(line) > 120 or not _DIGIT.search(line):
        return False
    rest, parts = compiled(_DATE_PARTS).subn(" ", line)
    words = _WORD.findall(rest)
    others = [word for word in words if word.casefold().strip(".") not in _SMALL_WORDS]
    most = _OTHER_WORDS if states_day(line) else _OTHER_WORDS_WITHOUT_YEAR
    return parts > 0 and len(others) <= most and all(word[0].isupper() for word in others)


def is_names(line: str) -> bool:
    """Whether a line is nothing but names of people: two to nine words with capitals."""
    return len(line) <= 120 and 2 <= len(line.split()) <= 9 and bool(_NAMED.match(line))


def is_byline(line: str) -> bool:
    """Whether a line is a byline: "By" and names, and nothing else but what they are."""
    return len(line) <= 160 and any(form.match(line) for form in (_BYLINE, _OWN_BYLINE, _OTHER_BYLINE))


def byline_agency(line: str) -> str | None:
    """Return the agency that a byline names ("By Jane Doe, Associated Press"), or None."""
    plain = re.sub(r"^By\s?[.:]?\s+", "", line).strip(" .|")
    return agency(plain)
