"""Say of when and where a figure holds, as far as its sentence does."""

from __future__ import annotations

import re

from briefing.model import Quantity, Reading, Sentence
from briefing.stages.resolve import period

_REACH = 60  # characters on either side in which a word still speaks of the figure
# A time that belongs to a noun beside it and not to the figure: "the agreement of last year".
_OF = re.compile(r"\bof (?:the )?$")
_NOW = re.compile(r"\b(?:now|currently|still|so far|at present)\b[^,;]{0,25}$", re.IGNORECASE)
# Another time than the article's own that no expression names.
_THEN = re.compile(
    r"\b(?:ago|previous(?:ly)?|formerly|initial(?:ly)?|original(?:ly)?|earlier|at (?:its|their|the) (?:peak|height)"
    r"|eventually|used to|in the past|last (?:decade|time|summer|fall|autumn|winter|spring|quarter)|average|record"
    r"|historic(?:al)?|then|fiscal|annual|daily|weekly|overnight"
    r"|(?:first|second|third|fourth) (?:quarter|half|wave|round|phase))\b",
    re.IGNORECASE,
)
# What is only planned, asked or thought.
_SUPPOSED = re.compile(
    r"\b(?:would|could|(?-i:may)|might|if|will|expected|projected|forecast|predicted|plans?|planned|proposed|proposal|asked"
    r"|requested|sought|wants?|unless|should|needed|required)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:in|at|near|outside|across|off)\s(?:the\s|an?\s)?(?:(?:north|south|east|west|central)\w*\s)?"
    r"((?:[A-Z][\w’-]+)(?:\s[A-Z][\w’-]+)*)"
)
# The day of counting, or a deadline: not the day of what is counted.
_OTHER_DAY = re.compile(r"\b(?:as of|by|until|before) (?:\w+ )?$", re.IGNORECASE)
_NAME = re.compile(r"(?<=[\w,;:’'”“(—–-] )(?:[A-Z][\w’-]+)|(?<=[“(])[A-Z][\w’-]+")
_NO_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs"
    r"|Fri|Satur|Sun)(?:day)?$"
)


def time_of(reading: Reading, sentence: Sentence, quantity: Quantity) -> tuple[str, ...]:
    """Return of when a figure holds, and whether it is only supposed; empty for what is so now."""
    text = reading.article.text
    if _NOW.search(text, sentence.start, quantity.start):
        return ()
    said = [e for e in reading.expressions if sentence.start <= e.start and e.end <= sentence.end]
    named = [
        text[e.start : e.end].casefold()
        for e in said
        if e.unit in ("month", "year") and not _OF.search(text, sentence.start, e.start)
    ]
    near = text[max(sentence.start, quantity.start - _REACH) : min(sentence.end, quantity.end + _REACH)]
    supposed = ["supposed"] if _SUPPOSED.search(near) else []
    return tuple(sorted({*named, *(word.casefold() for word in _THEN.findall(near)), *supposed}))


def days_of(reading: Reading, sentence: Sentence, quantity: Quantity) -> tuple[str, ...]:
    """Return the days that the sentence names, as dates where they are known, else in its words."""
    text, day = reading.article.text, reading.dated.day
    said = [e for e in reading.expressions if sentence.start <= e.start and e.end <= sentence.end and e.unit == "day"]
    told = [e for e in said if e.start >= quantity.end or e.end <= quantity.start]
    days = (
        (period(e, day), text[e.start : e.end]) for e in told if not _OTHER_DAY.search(text, sentence.start, e.start)
    )
    return tuple(sorted({found[0].isoformat() if found else words.casefold() for found, words in days}))


def places_of(sentence: Sentence) -> tuple[str, ...]:
    """Return the words of the places that the sentence names."""
    named = (word for place in _PLACE.findall(sentence.text) for word in place.split())
    return tuple(sorted({word.casefold() for word in named if not _NO_PLACE.match(word)}))


def names_of(sentence: Sentence) -> tuple[str, ...]:
    """Return the words in capitals that do not open the sentence."""
    found = (match[0] for match in _NAME.finditer(sentence.text))
    return tuple(sorted({_bare(word) for word in found if not _NO_PLACE.match(word)}))


def _bare(word: str) -> str:
    return word.casefold().removesuffix("’s")
