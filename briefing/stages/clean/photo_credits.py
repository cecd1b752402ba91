"""Recognise photo credits: a photographer, an agency, a bar, a slash or brackets, and no sentence."""

from __future__ import annotations

import re

from briefing.stages.clean.caption_words import SAYS
from briefing.stages.clean.found import Found

_HOUSE = (
    r"(?:AP|AFP|Reuters|REUTERS|Getty(?:\sImages)?|EPA|EFE|dpa|NATO|TASS|Xinhua|Bloomberg|Shutterstock|Alamy|PA|UPI|POOL"
    r"|Pool|ANSA|Zuma|ZUMA|NurPhoto|Anadolu|iStock|CNN|NBC|Press Association)"
)
PAREN_CREDIT = re.compile(
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

# "A field near Barga. Photo: Emre Aksu/CW": what stands before such a credit in its paragraph is the caption.
_NAME = r"[^\W\d_a-z][\w.'’-]{0,30}"
_LABELLED_CREDIT = re.compile(
    r"(?<=[.!?”’\"')] )(?:(?:Archive|File|Library|Stock|Main) )?(?:[Pp]hoto(?:graph)?s?|[Pp]ictures?|[Ii]mages?)"
    rf"(?: credit)?: {_NAME}(?: (?:and |& )?{_NAME}){{0,4}}(?:\s?/\s?{_NAME}(?: {_NAME}){{0,3}}){{0,2}}\W{{0,2}}$"
)
_SENTENCE_ENDS = re.compile(r"[.!?][”’\"')]{0,2}\s")
_SENTENCES, _WORDS_CLOSED = 3, 40  # of a caption that a credit closes; not swept

_WORDS, _WORDS_OF_CREDIT = 70, 12  # of a credited caption, and of a credit without one
_TAIL = 160  # characters in which a credit stands


def credit(text: str) -> Found | None:
    """Say why a line is a credit and nothing else, or return None."""
    words = len(text.split())
    if words <= _WORDS_OF_CREDIT // 2 and PAREN_CREDIT.fullmatch(text.strip()):
        return Found("credit", "a photo credit")
    if words <= _WORDS_OF_CREDIT and ". " not in text and (_AGENCY_FIRST.match(text) or _ends_in_credit(text)):
        return Found("credit", "a photo credit: a name and an agency, no sentence")
    return None


def credited(text: str) -> Found | None:
    """Say why a text is a caption by the credit in it, or return None."""
    if _PIPED.search(text) and not text.endswith((".", "”", '"')):
        return Found("caption", "a photo caption: a bar, a photographer and an agency, and then the page's own lines")
    tail = text[-_TAIL:]
    in_brackets = any(len(tail) - match.end() <= 2 for match in PAREN_CREDIT.finditer(tail))
    if len(text.split()) <= _WORDS and (in_brackets or _AGENCY_FIRST.search(tail) or _ends_in_credit(tail)):
        return Found("caption", "a photo caption: a photographer or agency is credited at its end")
    return None


def closed_by_credit(text: str) -> Found | None:
    """Say why a whole paragraph is a caption: it is short, quotes nobody, and ends in a labelled credit."""
    match = _LABELLED_CREDIT.search(text, max(0, len(text) - _TAIL))
    if match is None or len(text.split()) > _WORDS_CLOSED or SAYS.search(text[: match.start()]):
        return None
    if len(_SENTENCE_ENDS.findall(text[: match.start()])) > _SENTENCES:
        return None
    return Found("caption", "a photo caption: its paragraph ends in a photographer's credit")


def _ends_in_credit(text: str) -> bool:
    return bool(_SLASHED.search(text) and _BARE_CREDIT.search(text))
