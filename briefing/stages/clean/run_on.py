"""Recognise captions that lost their full stop and run into the news: "… Brown (right) He told the court …"."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from briefing.stages.clean.caption_words import SIDE

_SIGN = re.compile(
    rf"\(\s?(?:{SIDE}(?:\sand\s{SIDE})?|pictured[^()]{{0,40}}|(?:file|stock|library)\s(?:photo|picture|image)s?"
    rf"|pictures?\sposed\sby\s[^()]{{1,20}})\s?\)|,\spictured\b|,\s{SIDE},"
)
# A seam: no mark, and then a word in a capital that does nothing but open sentences. Names follow "the" and the like,
# and titles of works what they are called; their second word has a capital, too.
_BEFORE_NAMES = (
    "of in the and to for on at or a an with by from as film movie show series song book band called",
    "said says",
)
_NO_NAME = r"(?<=[a-z\d’'] )" + "".join(rf"(?<!\b{word} )" for line in _BEFORE_NAMES for word in line.split())
_WORDS = (
    "He|She|It|They|We|You|But|In|After|When|While|His|Her|Their|This|These|There|The|An|At|On|If|As|Last|Despite|Since"
    "|Although|Far|Now"
)
_PHRASES = "According to|With the|Many of|All of|Some of|(?:Million|Thousand|Hundred|Dozen)s of"
_OPENS = rf"(?:{_WORDS}|{_PHRASES})\s[a-z]|(?:However|Meanwhile|Earlier|Later|Yesterday),?\s"
# Often part of a name, but not behind a word in lower case; there "A" may still be a grade ("hepatitis A is").
_NAMING = re.compile(r"(?:A|Police|Two|Three|Four|Five|Six)\s[a-z]")
_GRADED = "hepatitis|vitamins?|influenza|types?|grade|blood|images?|group|class|category|level|plan"
_BEHIND_SMALL = re.compile(rf"\s(?!(?:{_GRADED})\s)[a-z]{{2,40}}\s$")
_QUOTED = r"['‘“\"](?:I|We|It|You|He|She|They|My|If|There|This)(?:['’](?:m|ve|d|ll|s|re))?\s[a-z]"
_PLAIN_SEAM = re.compile(rf" (?={_OPENS}|{_NAMING.pattern}){_NO_NAME}")
_SEAM = re.compile(rf" (?={_OPENS}|{_NAMING.pattern}|{_QUOTED}){_NO_NAME}")
_SEAM_AT_BRACKET = re.compile(r"(?<=\)) (?=['‘“\"]?[A-Z][a-z])")
# What is no seam: a quotation behind a verb or a word that it completes, and "It" at the end of a work's name.
_SPEAKS = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tells?|asked|added|shout(?:s|ed)|responded|repl(?:ies|ied)|wrote|tweeted|thought)\b"
    r"|\b(?:that|be|is|was|are|were|because|reads?|out|me|him|them|us|hence|like|just|words?)$"
)
_WORK = re.compile(r"\b[A-Z][\w'’]{0,20} [A-Z][\w'’]{0,20} It $")
_LEAST_WORDS, _LEAST_WORDS_UNSIGNED = 4, 6  # of a caption; not swept
_FARTHEST = 400  # characters behind its sign in which a caption must have ended
_OPENING, _STOP = re.compile(r"(?<!\w)['‘](?=\w)"), re.compile(r"[.!?]['’”\"]?\s")
_NEAR = 50  # characters before a seam, more than any word has
_SEAMS = 2  # in one article: a single one may be a stop that somebody forgot


def runs_on(text: str) -> bool:
    """Whether an article's captions (or headings) ran into its news throughout, so that a seam needs no other sign.

    Read on 275 press pages: of 74 seams in the 30 articles with two and more, one was none ("Don't Push It was …"); of
    those in articles with a single one, a third.
    """
    return any(_seams(_PLAIN_SEAM, text)) and sum(1 for _ in _seams(_SEAM, text)) >= _SEAMS


def _seams(pattern: re.Pattern[str], text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
    """Yield the seams in a text but those that may stand inside a name or behind a quotation that only ends there."""
    for seam in pattern.finditer(text, start, end):
        at = seam.start()
        in_name = _NAMING.match(text, seam.end()) and not _BEHIND_SMALL.search(text, max(0, at - _NEAR), seam.end())
        if not in_name and (text[at - 1] not in "'’" or _opens_here(text[max(start, at - _FARTHEST) : at - 1])):
            yield seam


def _opens_here(before: str) -> bool:
    """Whether the quotation that closes behind these words opens in their last sentence."""
    opening = max((match.start() for match in _OPENING.finditer(before)), default=-1)
    return opening > max((match.start() for match in _STOP.finditer(before)), default=-1)


def run_on_captions(sentence: str, *, throughout: bool = False) -> Iterator[tuple[int, int]]:
    """Yield the captions that ran into a sentence, first to last, each as start and end in it.

    Each has a side or says "pictured", and ends at a seam; where captions do so `throughout` the article, at a seam.
    """
    start = 0
    while end := _signed(sentence, start) or (_unsigned(sentence, start) if throughout else 0):
        yield start, end
        start = end + 1


def _signed(sentence: str, start: int) -> int:
    sign = _SIGN.search(sentence, start, start + _FARTHEST)
    if sign is None:
        return 0
    within = _seams(_SEAM, sentence, sign.end(), sign.end() + _FARTHEST)
    match = _SEAM_AT_BRACKET.match(sentence, sign.end()) or next(within, None)
    return match.start() if match and _is_long(sentence[start : match.start()], _LEAST_WORDS) else 0


def _unsigned(sentence: str, start: int) -> int:
    for match in _seams(_SEAM, sentence, start):
        before = sentence[max(start, match.start() - _FARTHEST) : match.start()]
        is_quoted = not sentence[match.end()].isalpha()
        no_seam = (
            _SPEAKS.search(before)
            if is_quoted
            else _WORK.search(before[-50:] + sentence[match.start() : match.start() + 4])
        )
        if _is_long(before, _LEAST_WORDS_UNSIGNED) and not no_seam:
            return match.start()
    return 0


def _is_long(caption: str, words: int) -> bool:
    return len(caption.split(None, words)) >= words
