"""Recognise captions and photo credits: by what only a caption has, never by a present tense alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from briefing.model import Kind
from briefing.stages.clean.days import MONTH

_DAY = rf"(?:{MONTH}\s\d{{1,2}},\s(?:19|20)\d\d|\d{{1,2}}\s{MONTH},?\s(?:19|20)\d\d)"
_CREDITED_TAIL = r"(?:\([^()]{2,80}\)|[A-Z][\w .]{1,30}/\s?[A-Z][\w .]{1,30})?"
_ENDS_WITH_DAY = re.compile(rf",\s(?:on\s)?(?:\w{{2,6}}day,?\s)?{_DAY}\.?\s?{_CREDITED_TAIL}\W{{0,3}}$")
# As picture agencies close theirs: "… on August 28, 2019 in Arlington, Virginia."
_ENDS_WITH_DAY_AND_PLACE = re.compile(
    rf"\son\s{_DAY},?\s(?:in|at)\s(?:[A-Z][\w.'’]*\s?){{1,4}},\s(?:[A-Z][\w.'’]*\s?){{1,4}}$"
)
_SIDE = (
    r"(?:(?:far|second|third|fourth|top|bottom|front|back|seated|standing|pictured)\s)?"
    r"(?:left|right|cent(?:er|re)|second\sleft|second\sright|above|below|foreground|background)"
    r"(?:\s(?:to\sright|to\sleft))?"
)
_BESIDE = re.compile(
    rf",\s{_SIDE}(?:,|\sand\b|\.)|\(\s?(?:pictured\s)?{_SIDE}(?:\spictured)?\s?\)|,\s\w+\sfrom\s(?:left|right)\b"
)
_PICTURED = re.compile(r"\((?:pictured|right|left|above|centre|center)\b[^()]{0,40}\)|,\spictured\b")
_SHOWS = re.compile(
    r"\b(?:speaks?|arrives?|walks?|stands?|poses?|gestures?|waves?|listens?|holds?|sits?|addresse?s?|delivers?|gathers?"
    r"|protests?|waits?|watche?s?|rides?|carry|carries|inspects?|shakes?|greets?|attends?|meets?|smiles?|reacts?|looks?"
    r"|leaves?|enters?|boards?|patrols?|prays?|lies?|burns?|rises?|marche?s?|cheers?|celebrates?|chants?|signs?|search"
    r"|searches|clears?|cleans?|sweeps?|shovels?|digs?|removes?|queues?|lines? up|mourns?|embraces?|hugs?|kisses"
    r"|applauds?|claps?|raises?|points?|salutes?|reviews?|chats?|talks?|works?|drives?|flies|fly|lands?|docks?|sails?|guards?"
    r"|secures?|checks?|examines?|surveys?|observes?|receives?|votes?|casts?|counts?|plays?|performs?|dances?|trains?"
    r"|takes? part|lays?|lights?|throws?|fires?|aims?|loads?|unloads?|distributes?|welcomes?|appears?|runs?|passe?s?"
    r"|testif(?:y|ies)|(?:are|is)\s(?:seen|pictured))\b"
)
_TELLS = re.compile(
    r"\b(?:said|says|told|will|would|announced|according|added|has|have|had|was|were|warned|agreed|reported)\b|[“\"]"
)
_SAYS = re.compile(r"\b(?:said|says|told)\b|[“\"]")
_FILE = re.compile(
    r"FILE\s?[-–—:]|FILE PHOTO\b|File (?:photo|picture)\b|\(?File\)?\s?[-–—:]"
    rf"|In this (?:(?:\w{{2,6}}day,\s)?{MONTH}\s\d{{1,2}},\s(?:19|20)\d\d,?\s)(?:file\s)?"
    r"(?:photo|picture|image|frame)\b"
)
_IN_THIS = re.compile(r"In this (?:file )?(?:photo|picture|image|frame)\b")
_OPENER = re.compile(
    r"(?:Photos?|Images?|Pictures?|Pictured|Photographs?|(?:Photo|Image|Picture) credit|Credit|Caption|Illustration"
    r"|Courtesy|Foto|Featured image)\s?:\s?[^\sa-z]|Image (?:copyright|caption|source)\b|Media caption\b"
    r"|REUTERS (?=[A-Z][a-z]+ [a-z])|Enlarge this image\b|Pictured (?:here|above|below|left|right)\b"
    r"|(?:An? |This )?(?:aerial|bird['’]s[- ]eye|satellite|general) (?:view|image|photo|picture)\b[^.]{0,80}\bshows\b"
    r"|Media playback is unsupported\b|Photo(?:graph)? (?:by|courtesy)\b|PHOTO\b\s?[:-]"
    r"|Getty Images(?=\s[A-Z]|$)|AP Photo\b|CLOSE(?:\s[A-Z\"“]|$)|(?:toggle|Hide) caption\b"
)
_HOUSE = (
    r"(?:AP|AFP|Reuters|REUTERS|Getty(?:\sImages)?|EPA|EFE|dpa|NATO|TASS|Xinhua|Bloomberg|Shutterstock|Alamy|PA|UPI|POOL"
    r"|Pool|ANSA|Zuma|ZUMA|NurPhoto|Anadolu|iStock|CNN|NBC|Press Association)"
)
_PAREN_CREDIT = re.compile(
    r"\((?:(?:(?:AP|EPA|AFP|Reuters|Getty|File|Courtesy)\s)?(?:[Pp]hotos?|[Pp]icture|[Ii]mage)"
    r"(?:\s(?:by|courtesy|credit))?\s?[:/]\s?[^()]{0,80}"
    rf"|AP Photo[^()]{{0,80}}|[^()/]{{2,50}}/\s?[^()]{{0,30}}?{_HOUSE}[^()]{{0,30}}"
    rf"|Getty Images|[^()]{{2,40}}\svia\s{_HOUSE}[^()]{{0,20}})\)"
)
_BARE_CREDIT = re.compile(
    rf"(?:(?:[|/©]|\b(?:Photo(?:graph)?|Picture|Image)\s[Bb]y\s|\svia\s|[–-]\s)[^|.!?]{{0,60}}?\b{_HOUSE}(?:\s(?:Photos?|Images|Pictures|Contributor))?"
    r"(?:,\s(?:File|FILE|Pool|file))?|Getty Images(?:,\sFILE)?(?!\.))[^\w]{0,2}$"
)
_AGENCY_FIRST = re.compile(r"(?:REUTERS|AP Photo|AFP|EPA)/\s?(?:[A-Z][\w.'’-]+\s?){1,4}$")
_PIPED = re.compile(rf"\|\s[^|.]{{3,60}}(?:/|\svia\s)\s?{_HOUSE}(?:\sPhotos?|\sImages)?\b")
_SLASHED = re.compile(rf"(?:/|\|\s?)\s?(?:{_HOUSE})\b|Getty Images")

# A caption that lost its full stop runs on into the news: "… Brown (right) He told the court …". Left alone.
_GLUED = re.compile(r"\)\s[A-Z]|['’]\s[A-Z][\w ]{1,30}:")
_LABEL = re.compile(r"['‘“]?(?P<label>[A-Z][\w'’,. -]{1,50})['’”]?: (?=[A-Z])")
_NO_LABEL = re.compile(
    r"\b(?:said|says|added|adds|told|wrote|tweeted|asked|explained|recalled|replied|continued|concluded|stated"
    r"|insisted|admitted|claimed|warned|reads?|joked|commented|posted|announced|breaking|exclusive|updated?|revealed"
    r"|corrections?|clarification|notes?|\w+ly|is|are|was|were|this|that|these|following|as follows)$",
    re.IGNORECASE,
)
# Another sentence begins: what one of them has says nothing of the others.
_SECOND_SENTENCE = re.compile(r"[a-z\d)][.!?][\"'”’)]{0,3}\s+[\"'“‘(]?[A-Z]")
_LONGEST = 600  # characters; longer ones carry news
_WORDS, _WORDS_BESIDE, _WORDS_OF_CREDIT, _WORDS_OF_LABEL = 70, 40, 12, 6

# Without one of these no test can succeed: paragraphs and sentences that hold none are not looked at twice.
CAPTION_SIGN = re.compile(
    r"\b(?:left|right|cent(?:er|re)|pictured|File|FILE|[Pp]hoto|PHOTO|Image|Getty|AP|AFP|Reuters|REUTERS|EPA|CLOSE|Credit"
    r"|[Cc]aption|Courtesy|Foto|Illustration|Pictured?|Media|Photograph|In this|shows)\b|(?:19|20)\d\d"
)


class Found(NamedTuple):
    """A kind and the reason for it, in words that a reader understands."""

    kind: Kind
    reason: str


def caption(text: str) -> Found | None:
    """Say why a whole paragraph is a caption or a credit, or return None."""
    return _first(text, _TESTS[:3] if _SECOND_SENTENCE.search(text[:_LONGEST]) else _TESTS)


def sentence_caption(text: str) -> Found | None:
    """Say why one sentence among others is a caption, or return None."""
    return _first(text, _TESTS[1:])


def labelled_caption(text: str) -> Found | None:
    """Say why a sentence of a press page is one of its captions ("Damage: The bridge after the flood."), or None.

    Such pages put a label of a few words and a colon before each; what a person said is no label.
    """
    match = _LABEL.match(text) if len(text) <= _LONGEST // 2 else None
    if match is None or len(match["label"].split()) > _WORDS_OF_LABEL:
        return None
    if _NO_LABEL.search(match["label"]) or _GLUED.search(text):
        return None
    return Found("caption", f"a photo caption, as this press page writes them: “{match['label']}” and a colon")


def _first(text: str, tests: Sequence[Callable[[str], Found | None]]) -> Found | None:
    if len(text) > _LONGEST or not CAPTION_SIGN.search(text):
        return None
    return next((found for test in tests if (found := test(text))), None)


def _credit(text: str) -> Found | None:
    words = len(text.split())
    if words <= _WORDS_OF_CREDIT // 2 and (_OPENER.match(text) or _PAREN_CREDIT.fullmatch(text.strip())):
        return Found("credit", "a photo credit")
    if words <= _WORDS_OF_CREDIT and ". " not in text and (_AGENCY_FIRST.match(text) or _ends_in_credit(text)):
        return Found("credit", "a photo credit: a name and an agency, no sentence")
    return None


def _labelled(text: str) -> Found | None:
    if _OPENER.match(text) or _FILE.match(text) or (_IN_THIS.match(text) and not _SAYS.search(text)):
        return Found("caption", f"a photo caption: it opens with “{' '.join(text.split()[:2])}”")
    return None


def _credited(text: str) -> Found | None:
    if _PIPED.search(text) and not text.endswith((".", "”", '"')):
        return Found("caption", "a photo caption: a bar, a photographer and an agency, and then the page's own lines")
    tail = text[-160:]
    in_brackets = any(len(tail) - match.end() <= 2 for match in _PAREN_CREDIT.finditer(tail))
    if len(text.split()) <= _WORDS and (in_brackets or _AGENCY_FIRST.search(tail) or _ends_in_credit(tail)):
        return Found("caption", "a photo caption: a photographer or agency is credited at its end")
    return None


def _ends_in_credit(text: str) -> bool:
    return bool(_SLASHED.search(text) and _BARE_CREDIT.search(text))


def _dated(text: str) -> Found | None:
    tail = text[-160:]
    if not (_ENDS_WITH_DAY.search(tail) or _ENDS_WITH_DAY_AND_PLACE.search(tail)) or len(text.split()) > _WORDS:
        return None
    if _BESIDE.search(text) and not _SAYS.search(text):
        return Found("caption", "a photo caption: names with “left” or “right” and a full date, no verb of news")
    if _SHOWS.search(text) and not _TELLS.search(text):
        return Found("caption", "a photo caption: what is seen, in the present, and a full date at its end")
    return None


def _beside(text: str) -> Found | None:
    """Two sides, or "pictured" with a label before a colon ("Killed: Jane Roe, pictured, was …")."""
    if len(text.split()) > _WORDS_BESIDE or _SAYS.search(text) or _GLUED.search(text):
        return None
    if len(_BESIDE.findall(text)) >= 2 and "left" in text.casefold() and "right" in text.casefold():
        return Found("caption", "a photo caption: it says who is left and who is right")
    if _LABEL.match(text) and (_PICTURED.search(text) or _BESIDE.search(text)):
        return Found("caption", "a photo caption: a label, and somebody “pictured”")
    return None


_TESTS: tuple[Callable[[str], Found | None], ...] = (_credit, _labelled, _credited, _dated, _beside)
