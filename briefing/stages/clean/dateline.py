"""Recognise datelines in the agencies' styles: AP, Reuters, AFP, dpa, TASS, Xinhua, EFE, CNN, and a bare place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.language.agencies import agency
from briefing.language.dates.days import MONTH, WEEKDAY
from briefing.stages.clean.rules import compiled

_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ"
_CAPS = rf"[{_UPPER}][{_UPPER}.'’-]+"
_CAPS_PLACE = rf"{_CAPS}(?:\s?/\s?{_CAPS}|\s{_CAPS}){{0,4}}"
_TITLE = rf"[{_UPPER}][\w.'’-]+"
_PLACE = rf"{_TITLE}(?:\s?/\s?{_TITLE}|\s(?:(?:de|del|la|el|al|am|of|upon)\s)?{_TITLE}){{0,4}}"
_REGION = rf"(?:,\s{_TITLE}(?:\s{_TITLE}){{0,3}}){{0,2}}"
_DAY_OF_MONTH = rf"(?:{MONTH}\s\d{{1,2}}|\d{{1,2}}\.?\s(?:de\s)?{MONTH})"
_DAY = rf"(?:(?:[,.]|\s[-–—])?\s{{1,2}}(?:{WEEKDAY},?\s)?{_DAY_OF_MONTH}(?:,?\s\d{{4}})?)?"
_DAY_AFTER = rf"(?:,?\s(?:\d{{4}}-\d\d-\d\d|{MONTH}\s\d{{1,2}},?\s\d{{4}}|\d{{1,2}}\s{MONTH}\s\d{{4}}))?"
_DASH = r"(?:\s{0,3}\.?\s{0,3}(?:--|[–—―]|[-|](?=\s)|:)\s{0,3}|\.-\s{0,3}|\.\s{1,3})"
_OPENS = rf"(?=[\"'“‘„«(\[]{{0,3}}[{_UPPER}\d])"

# Compiled where one of their signs stands in the beginning of a paragraph: they take 3 to 7 ms each.
_REACH = 200  # characters; no dateline is longer
_WITH_AGENCY = (
    rf"(?:(?P<place>{_PLACE}){_REGION}{_DAY}[.,]?\s{{1,2}}(?:\|\s)?)?"
    rf"(?:\((?P<agency>[\w][^()\n]{{1,40}})\)|/(?P<slash>[\w-]{{2,20}})/){_DAY_AFTER}(?P<dash>{_DASH})?\s{{0,3}}"
)
_DAY_FIRST = rf"{_DAY_OF_MONTH}(?:,?\s\d{{4}})?\s\((?P<agency>[^()\n]{{2,40}})\){_DASH}"
_AGENCY_AND_DASH = re.compile(rf"(?P<agency>[\w-]{{2,20}})\s{{1,2}}(?:--|[-–—―])\s{{1,3}}{_OPENS}")
_PLACE_AND_DASH = rf"(?P<place>{_CAPS_PLACE}){_REGION}{_DAY}\s{{0,3}}(?:--|[–—―]|-(?=\s))\s{{0,3}}{_OPENS}"
_PLACE_AND_COLON = rf"(?P<place>{_CAPS_PLACE}){_REGION}{_DAY}:\s{{1,3}}{_OPENS}"
_GLUED = rf"(?=[{_UPPER}][^\W\d_{_UPPER}])"  # "ANTWERP.Dockworkers …"
_PLACE_AND_STOP = rf"(?P<place>{_CAPS_PLACE}){_REGION}{_DAY}\.(?:\s{{1,3}}{_OPENS}|{_GLUED})"
# "Москва. 14 октября. ИНТЕРФАКС - …" and "МОСКВА, 14 апр — РИА Новости. …"
_SHORT_MONTH = (
    "(?:янв|февр?|мар|апр|июн|июл|авг|сент?|окт|нояб?|дек|січ|лют|бер|квіт?|трав?|черв?|лип|серп?|вер|жовт?|лист|груд?)"
)
_PLACE_DAY_AGENCY = (
    rf"(?P<place>{_PLACE})[.,]\s\d{{1,2}}\s(?:{MONTH}|{_SHORT_MONTH})\.?(?:\s\d{{4}}\.?)?\s{{1,2}}"
    rf"(?:(?P<agency>[{_UPPER}-]{{3,20}})\s{{1,2}}[-–—]"
    rf"|[-–—]\s{{1,2}}(?P<slash>[{_UPPER}][\w-]{{1,20}}(?:\s[{_UPPER}][\w-]{{1,20}})?)\.)"
    rf"\s{{1,2}}{_OPENS}"
)
_SPEAKER = re.compile(rf"{_CAPS_PLACE}:\s")
_OPENS_IN_CAPITALS = re.compile(_CAPS)
_DAY_OPENS = re.compile(rf"{_PLACE}[.,]\s\d")

# Words in capitals before a dash or a colon that are no places.
_LABEL_WORDS = """
breaking update updated exclusive watch video live analysis opinion comment editorial fact check explainer
explained nato covid covid-19 us usa eu un uk who isis photos photo read more note correction editor's profile
timeline factbox feature interview news world politics business sport sports review column commentary listen
caption image file question answer moderator reporter host president senator secretary general
"""
_LABELS = frozenset(_LABEL_WORDS.split())


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says. `end` is where the news begins."""

    end: int
    place: str | None = None
    agency: str | None = None


def dateline(text: str, start: int, end: int, *, bare: int = 0) -> Dateline | None:
    """Return the dateline that opens `text[start:end]`, or None.

    A place alone is believed only as far as `bare` allows: 0, never; 1, in capitals with a dash; 2, with other
    marks too.
    """
    for match in _candidates(text, start, end, bare):
        named = match.groupdict()
        who = (named.get("agency") or named.get("slash") or "").strip()
        return Dateline(match.end(), _shown(named.get("place")), agency(who) or who or None)
    return None


def is_transcript(paragraphs: Iterable[str]) -> bool:
    """Whether several paragraphs open with a name in capitals and a colon: speakers, not places."""
    return sum(bool(_SPEAKER.match(paragraph)) for paragraph in paragraphs) > 1


def opens_with_dateline(text: str, start: int, end: int) -> bool:
    """Whether a dateline opens `text[start:end]`."""
    return dateline(text, start, end, bare=2) is not None


def _candidates(text: str, start: int, end: int, bare: int) -> Iterator[re.Match[str]]:
    begin = text[start : min(end, start + _REACH)]
    match = ("(" in begin or "/" in begin) and compiled(_WITH_AGENCY).match(text, start, end)
    if match and _names_agency(text, match, end):
        yield match
    match = _DAY_OPENS.match(begin) and compiled(_PLACE_DAY_AGENCY).match(text, start, end)
    if match and agency(match["agency"] or match["slash"]):
        yield match
    match = "(" in begin and compiled(_DAY_FIRST).match(text, start, end)
    if match and agency(match["agency"]):
        yield match
    match = _AGENCY_AND_DASH.match(text, start, end)
    if match and agency(match["agency"]) == match["agency"]:
        yield match
    if not _OPENS_IN_CAPITALS.match(begin):
        return
    for pattern in (_PLACE_AND_DASH, _PLACE_AND_COLON, _PLACE_AND_STOP)[: bare + (bare > 1)]:
        match = compiled(pattern).match(text, start, end)
        if match and _is_place(match["place"]):
            yield match


def _names_agency(text: str, match: re.Match[str], end: int) -> bool:
    """Known agencies need a dash or, as CNN writes, a capital at once; others a place in capitals and a dash, or no
    place and no space: "(The Hollywood Reporter)An actor …"."""
    who, place = match["agency"] or match["slash"], match["place"]
    follows = text[match.end() : min(end, match.end() + 1)]
    starts = not follows or not (follows.islower() or follows in ",;")
    if agency(who):
        bare = place is None and follows.isupper()
        return starts and (bool(match["dash"]) or bare or (agency(who) == "CNN" and "ews" not in (place or "")))
    if not starts or len(who.split()) > 4 or not who[0].isupper():
        return False
    if place is None:
        return text[match.end() - 1] == ")" and follows.isupper() and len(who.split()) > 1
    return bool(match["dash"]) and place.isupper() and _is_place(place)


def _is_place(place: str) -> bool:
    words = re.split(r"[\s/]+", place.casefold().strip(" .:"))
    return len(place) >= 4 and not any(word in _LABELS for word in words)


def _shown(place: str | None) -> str | None:
    """Capitals are a dateline's habit, not the place's name."""
    if place is not None and place.count(".") == 1:
        place = place.rstrip(".")
    if place is None or not place.isupper():
        return place
    return re.sub(r"[^\s/.-]{3,}", lambda word: word[0].capitalize(), place)
