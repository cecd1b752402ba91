"""Recognise captions: by what only a caption has, never by a present tense alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from briefing.language.dates.days import MONTH
from briefing.stages.clean.caption_words import ADMITS, SAYS, SHOWS, SIDE, TELLS
from briefing.stages.clean.found import Found
from briefing.stages.clean.photo_credits import closed_by_credit, credit, credited
from briefing.stages.clean.press import GLUED
from briefing.stages.clean.rules import compiled

_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = rf"(?:{MONTH}\s\d{{1,2}},\s(?:19|20)\d\d|\d{{1,2}}\s{MONTH},?\s(?:19|20)\d\d)"
_CREDITED_TAIL = r"(?:\([^()]{2,80}\)|[A-Z][\w .]{1,30}/\s?[A-Z][\w .]{1,30})?"
_ENDS_WITH_DAY = rf",\s(?:on\s)?(?:\w{{2,6}}day,?\s)?{_DAY}\.?\s?{_CREDITED_TAIL}\W{{0,3}}$"
# As picture agencies close theirs: "… on August 28, 2019 in Arlington, Virginia."
_ENDS_WITH_DAY_AND_PLACE = rf"\son\s{_DAY},?\s(?:in|at)\s(?:[A-Z][\w.'’]*\s?){{1,4}},\s(?:[A-Z][\w.'’]*\s?){{1,4}}$"
_BESIDE = re.compile(
    rf",\s{SIDE}(?:,|\sand\b|\.)|\(\s?(?:pictured\s)?{SIDE}(?:\spictured)?\s?\)|,\s\w+\sfrom\s(?:left|right)\b"
)
_PICTURED = re.compile(r"\((?:pictured|right|left|above|centre|center)\b[^()]{0,40}\)|,\spictured\b")
_FILE = re.compile(
    r"FILE\s?[-–—:]|FILE PHOTO\b|File (?:photo|picture)\b|\(?File\)?\s?[-–—:]"
    rf"|In this (?:(?:\w{{2,6}}day,\s)?{MONTH}\s\d{{1,2}},\s(?:19|20)\d\d,?\s)(?:file\s)?"
    r"(?:photo|picture|image|frame)\b"
)
_IN_THIS = re.compile(r"In this (?:file )?(?:photo|picture|image|frame)\b")
_OPENER = re.compile(
    r"(?:Photos?|Images?|Pictures?|Pictured|Photographs?|(?:Photo|Image|Picture) credit|Credit|Caption|Illustration"
    r"|Courtesy|Foto|Featured image|Main (?:image|picture)|Inset|(?:Above|Below)(?:,? (?:left|right))?"
    r"|(?:Top|Bottom|Far) (?:left|right))\s?:\s?[^\sa-z]|Image (?:copyright|caption|source)\b|Media caption\b"
    r"|REUTERS (?=[A-Z][a-z]+ [a-z])|Enlarge this image\b|Pictured (?:here|above|below|left|right)\b"
    r"|(?:An? |This )?(?:aerial|bird['’]s[- ]eye|satellite|general) (?:view|image|photo|picture)\b[^.]{0,80}\bshows\b"
    r"|Media playback is unsupported\b|Photo(?:graph)? (?:by|courtesy)\b|PHOTO\b\s?[:-]"
    r"|Getty Images(?=\s[A-Z]|$)|AP Photo\b|CLOSE(?:\s[A-Z\"“]|$)|(?:toggle|Hide) caption\b"
)
# One side is enough where it can be nothing but a picture's: in brackets, or behind a name and before no verb.
_BRACKETED = re.compile(rf"(?<=[\w.'’”]) \(\s?(?:pictured\s)?{SIDE}(?:\sand\s{SIDE})?(?:\spictured)?\s?\)")
_SIDED = re.compile(
    r"(?<!\bYes)(?<!\bWell)(?<!\bOK)(?<!\bNo)(?<=[a-z.]),\s(?:(?:far|second|third|top|bottom|front|back|seated)\s)?"
    r"(?:right|cent(?:er|re)),\s(?!but\b|wrong\b|left\b|now\b)"
    r"|,\sleft,\s(?:(?:is|are|was|were|with|at|in|on)\s|and\s(?:[A-Z]|former\s))"
)
_NAMED_SIDE = re.compile(r"\b[A-Z][\w'’-]+\.?(?:,| \()")
_PICTURED_AT = re.compile(
    r"[,;]\spictured\s(?:here|left|right|above|below|is|at|in|on|with|before|after|during|outside|again)\b|^Pictured,\s"
)
_ABOVE = re.compile(
    r"(?:Above|Below|Inset|Pictured),\s(?:(?=[A-Z])(?!All\b)|(?:the|an?)\s(?!law\b)[^,]{3,60}\s(?:which|who|that)\b)"
)
_LABEL = re.compile(r"['‘“]?(?P<label>[A-Z][\w'’,. -]{1,50})['’”]?: (?=[A-Z])")
# Another sentence begins: what one of them has says nothing of the others.
_SECOND_SENTENCE = re.compile(r"[a-z\d)][.!?][\"'”’)]{0,3}\s+[\"'“‘(]?[A-Z]")
_LONGEST = 600  # characters; longer ones carry news
_WORDS, _WORDS_BESIDE, _WORDS_OF_CREDIT = 70, 40, 6

# Without one of these no test can succeed: paragraphs and sentences that hold none are not looked at twice.
CAPTION_SIGN = re.compile(
    r"\b(?:left|right|cent(?:er|re)|above|below|pictured|File|FILE|[Pp]hoto|PHOTO|Image|Getty|AP|AFP|Reuters|REUTERS|EPA"
    r"|CLOSE|Credit|[Cc]aption|Courtesy|Foto|Illustration|Pictured|Media|[Pp]hotos|[Pp]hotographs?|[Pp]ictures?"
    r"|[Ii]mages?|In this|shows|Above|Below|Top"
    r"|Bottom|Far|Inset|Main)\b|(?:19|20)\d\d"
)


def caption(text: str) -> Found | None:
    """Say why a whole paragraph is a caption or a credit, or return None."""
    return _first(text, (*_TESTS[:3], closed_by_credit) if _SECOND_SENTENCE.search(text[:_LONGEST]) else _TESTS)


def sentence_caption(text: str) -> Found | None:
    """Say why one sentence among others is a caption, or return None."""
    return _first(text, _TESTS[1:])


def _first(text: str, tests: Sequence[Callable[[str], Found | None]]) -> Found | None:
    if len(text) > _LONGEST or not CAPTION_SIGN.search(text):
        return None
    return next((found for test in tests if (found := test(text))), None)


def _titled(text: str) -> Found | None:
    if len(text.split()) <= _WORDS_OF_CREDIT and _OPENER.match(text):
        return Found("credit", "a photo credit")
    return credit(text)


def _labelled(text: str) -> Found | None:
    if _OPENER.match(text) or _FILE.match(text) or (_IN_THIS.match(text) and not SAYS.search(text)):
        return Found("caption", f"a photo caption: it opens with “{' '.join(text.split()[:2])}”")
    return None


def _dated(text: str) -> Found | None:
    tail = text[-160:]
    if not _YEAR.search(tail) or len(text.split()) > _WORDS:
        return None
    if not any(compiled(ending).search(tail) for ending in (_ENDS_WITH_DAY, _ENDS_WITH_DAY_AND_PLACE)):
        return None
    if _BESIDE.search(text) and not SAYS.search(text):
        return Found("caption", "a photo caption: names with “left” or “right” and a full date, no verb of news")
    if SHOWS.search(text) and not TELLS.search(text):
        return Found("caption", "a photo caption: what is seen, in the present, and a full date at its end")
    return None


def _beside(text: str) -> Found | None:
    """Two sides, or "pictured" with a label before a colon ("Killed: Jane Roe, pictured, was …")."""
    if len(text.split()) > _WORDS_BESIDE or SAYS.search(text) or GLUED.search(text):
        return None
    if len(_BESIDE.findall(text)) >= 2 and "left" in text.casefold() and "right" in text.casefold():
        return Found("caption", "a photo caption: it says who is left and who is right")
    if _LABEL.match(text) and (_PICTURED.search(text) or _BESIDE.search(text)):
        return Found("caption", "a photo caption: a label, and somebody “pictured”")
    return None


def _sided(text: str) -> Found | None:
    """One side in brackets or between commas, or "pictured at …": no news sentence points at a picture."""
    if len(text.split()) > _WORDS_BESIDE or SAYS.search(text) or ADMITS.search(text) or GLUED.search(text):
        return None
    if _BRACKETED.search(text) or (_SIDED.search(text) and _NAMED_SIDE.search(text)):
        return Found("caption", "a photo caption: it says on which side somebody is")
    if _PICTURED_AT.search(text) or _ABOVE.match(text):
        return Found("caption", "a photo caption: it says what is pictured")
    return None


_TESTS: tuple[Callable[[str], Found | None], ...] = (_titled, _labelled, credited, _dated, _beside, _sided)
