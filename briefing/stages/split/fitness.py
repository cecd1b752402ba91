"""Say why a sentence must not be printed: glued words, breaks of machine translation, what is no sentence at all.

Precision before recall: a good sentence that is called unfit is a worse mistake than a doubtful one that is kept. So a
space before the end mark and a doubled word ("that we we set out") are a writer's, and fit; "the the" is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import islice

from briefing.language.abbreviations import abbreviations
from briefing.language.mojibake import is_mojibake
from briefing.language.spelling import NO_SPELLING, SPELLING
from briefing.model import Sentence
from briefing.stages.faults import ASKS, BROKEN, CUT_OFF, LIMIT, NO_ANSWER, TOO_SHORT
from briefing.stages.split.cut_off import is_cut_off
from briefing.stages.split.debris import debris
from briefing.stages.split.elsewhere import elsewhere
from briefing.stages.split.glued import glued, vocabulary
from briefing.stages.split.listed import AMOUNTS, LISTED, amounts, last_numbers
from briefing.stages.split.torn import torn

_TERMINATORS = ".!?…‽؟۔。！？।॥։።:"
_ENDING = frozenset(_TERMINATORS)
_CLOSERS = "\"'“”‘’»«)]}*„\u200e\u200f "
_OPENERS = "\"“‘'«„"
_LETTER = re.compile(r"[^\W\d_]")
# The address in a Markdown link is its markup, not what the sentence says.
_ADDRESS = re.compile(r"(?<!\]\()https?:/|\bwww\.|pic\.twitter\.com|\[email|\S@\w+\.\w")
_COLLISION = re.compile(r"[.,;:!?]\s+[,;]|[,;]\s{0,20}\.(?![.\d])")
_INNER_END = re.compile(r"(?<![\w.])([^\W\d_]{2,})\.\s{1,3}([^\W\d_]+)(-?[^\W\d_]?)")
_STOP_INSIDE = re.compile(r"\.\s{1,3}[^\W\d_A-Z]")
_LOWER_NAME = re.compile(
    r"[a-z]+[A-Z]|(?:de|da|di|du|van|von|der|den|bin|bint|al|el|la|le|d|l|ibn|ter|ten|dos|des)[ '’-]"
)
_DANGLING_HYPHEN = re.compile(r"(?<!\w)(?:Al|El)- [^\W\d_]|[^\W\d_]-$")
_NUMBERING = re.compile(r"(?<![\w(])\w{1,2}\)")
_TORN_NAME = re.compile(r"(?<!\w)(?:Al|El)- [^\W\d_]+\.$")  # "Al- fighters. Shabab attacked …"
# "… Ray Holm and J.P.", where a nickname in marks parts the initials from their name; "… and D.C." ends as it should.
_INITIALS = re.compile(r"\b(?:and|or|by|with) (?!D\.C|U\.[SKN]|E\.U)(?:[A-Z]\.){1,3}$")
_ITEM = re.compile(r"^\d{1,3}[.)] ")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"[.,:/%$£€()+–-]*\d[\d.,:/%$£€()+–-]*")
_QUOTED = re.compile(r"[\"“”„«]|(?<!\w)['‘]")
# Kept, as a correction is, but it speaks of the article: "Editor's note: Ann Lee is a member of the board."
_NOTE = re.compile(
    r"[-–—•*([]{0,2}(?:editor['’]?s?['’]?|editors['’]?|author['’]?s|publisher['’]?s) notes?\s?:", re.IGNORECASE
)
_PAGE_TELLS = re.compile(
    r"Here(?:['’]s| is| are) (?:what|how|why|who|where|when|a|an|the|some|our|\w+ things)\b[^:\"“]{0,160}[.:]$"
)
_INTERVIEW = re.compile(r"(?:Q|A|Question|Answer): ?[\"“‘']?[A-Z]")
_SIDE = re.compile(
    r"\((?:[a-z]+ )?(?:left|right|cent(?:er|re)|pictured|above|below|file (?:photo|picture)[a-z A-Z]{0,50})\)"
)
# "… urged Scots to vote Labour And he warned …": a caption or a headline lost its end. Of 15,254 sentences of 450
# articles four matched the first form; three are two sentences, the fourth a tweet. The others (a word in small letters
# or a quotation before an opening word, a bracket glued to one) match 11 of 26,711 sentences, each of them two.
_RUN_ON = re.compile(
    r"(?<=[^\W_][^\W_]) (?:And|But|She|They|However|Meanwhile|There|These|His|Their|When) [a-z]+ [a-z]"
    r"|(?<=[a-z]['’]) (?:But|The|Many|He|She|It|They|This) [a-z]+ [a-z]"
    r"|\b(?!(?:film|movie|show|series|song|book|band|called|named|of|the|and)\b)[a-z]{3,40}"
    r" (?:Drawing|That|To|Many|Officially|Originally|Police) [a-z]+ [a-z]"
    r"|[a-z]\)[A-Z][a-z]+ [a-z]"
)
_RUN_ON_SIGN = re.compile(  # any of its words behind a space, or its bracket: found in a fifth of the time
    r"[ )](?=[A-Z])(?:And|But|She|The[ySri]|However|Mean|His|When|The |Many|He |It |This|Drawing|That|To |Off|Orig"
    r"|Police|(?<=\))[A-Z])"
)
_SIDES = re.compile(r"\(L\).{1,200}\([RC]\)|\([RC]\).{1,200}\(L\)")
_NAMES_ONLY = re.compile(r"[A-Z][\w'’-]*(?:,? (?:and |of |of the |the )?[A-Z][\w'’-]*){3,20}\.$")
_SIGNED = re.compile(r"[—–―-]{1,2}\s?(?:[^\W\d_a-z][\w'’-]*\.?,?\s?){2,6}$")
_LABEL = re.compile(r"(?:^|(?<=[a-z\d'’”)] ))[A-Z][a-z]+(?: [a-z]+){0,2}: (?=[A-Z])")
# A teaser of other articles that a page ran into its sentences: "Ann Hale Ann Marie HaleSenators weigh … MORE said".
_TEASER = re.compile(r"\S MORE\b(?! THAN)|\s\|\s[^|]*\s\|\s")
# "The Times did not immediately respond to a request for comment." tells of the reporting, not of the news.
_NO_ANSWER = re.compile(
    r"\b(?:did(?:n['’]t| not)|ha(?:s|ve|d)(?:n['’]t| not)) (?:yet )?(?:immediately )?(?:respond|repl|return)"
    r"|\b(?:declined|refused) (?:to comment|further comment)\b|\bcould not (?:immediately )?be reached\b"
    r"|^No (?:further|other|more) details\b"
)
_UNANSWERED = ("respon", " repl", " return", "comment", "reached", "details")  # one stands in whatever it finds
_STRAY_STOPS = 3  # sentences broken by a full stop inside, from which on an article's line ends became full stops


def unfit(text: str, sentences: Sequence[Sentence], language: str) -> tuple[str | None, ...]:
    """Return for each sentence of an article's text why it must not be printed, or None."""
    known = vocabulary(text)
    ended = _ends_its_sentences(sentences)
    reasons: list[str | None] = [_alone(sentence.text, known, language, ended) for sentence in sentences]
    stray = reasons.count(BROKEN) >= _STRAY_STOPS
    for k, sentence in enumerate(sentences):
        closing = k + 1 == len(sentences) or sentences[k + 1].paragraph != sentence.paragraph
        if not closing and _breaks(sentence.text, sentences[k + 1].text, language):
            reasons[k] = _worse(reasons[k], "breaks off: the next sentence goes on in the middle of it")
            reasons[k + 1] = _worse(reasons[k + 1], "the rest of a sentence that was broken")
        if is_cut_off(sentence.text, language, closing=closing, torn=stray):
            reasons[k] = _worse(reasons[k], CUT_OFF)
    for k in last_numbers(text, sentences):
        reasons[k] = _worse(reasons[k], LISTED)
    if sentences and sentences[-1].text.endswith(("...", "…")):  # a page shows no more than an article's beginning
        reasons[-1] = _worse(reasons[-1], CUT_OFF)
    return tuple(reasons)


def _worse(reason: str | None, other: str) -> str:
    return other if reason is None or reason == TOO_SHORT else reason


def _alone(text: str, known: Mapping[str, int], language: str, ended: bool) -> str | None:
    """Why a sentence is unfit by itself, the gravest reason first."""
    for fault, reason in _FAULTS:
        if fault(text):
            return reason
    if apart := elsewhere(text) or torn(text, known, language):
        return apart
    if word := glued(text, known, language):
        return f"words run together: {word}"
    if left := debris(text, language):
        return left
    if _is_broken_inside(text, known, language):
        return BROKEN
    if ended and not _is_ended(text):
        return "has no end mark: cut off, or no sentence"
    return TOO_SHORT if _is_short(text) else None


def _ends_its_sentences(sentences: Sequence[Sentence]) -> bool:
    """Whether the article closes its sentences with end marks at all: not every script or list does."""
    return 2 * sum(_is_ended(s.text) for s in sentences) >= len(sentences)


def _is_ended(text: str) -> bool:
    bare = text.rstrip(_CLOSERS)
    return bare[-1:] in _ENDING or (bare.endswith(("—", "–", "-")) and bare != text)


def _breaks(text: str, following: str, language: str) -> bool:
    """Whether the break between two sentences of a paragraph is none: the second goes on, or the first cannot end."""
    if _goes_on(following) or ("- " in text and _TORN_NAME.search(text)):
        return True
    if following[0] in _OPENERS and _INITIALS.search(text):
        return True
    spelling = SPELLING.get(language, NO_SPELLING)
    bare = text.rstrip(_CLOSERS)
    before, _, last = bare.removesuffix(".").rpartition(" ")
    if last == "of" and before.rpartition(" ")[2] in spelling.never_closing:
        return True
    return bare != last and last != "A" and last.lower() in spelling.never_last


def _goes_on(text: str) -> bool:
    """Whether a text begins in lower case and not with a name ("iPhone sales", "al-Qaida", "de Blasio")."""
    bare = text.lstrip(" \"'“‘«([—–-•*…")
    return bare[:1].islower() and not _LOWER_NAME.match(bare) and bare[1:2] != "."


def _is_broken_inside(text: str, known: Mapping[str, int], language: str) -> bool:
    """Whether a full stop stands before a lower-case word and no abbreviation explains it."""
    if not SPELLING.get(language, NO_SPELLING).lists_suffice:
        return False
    return _STOP_INSIDE.search(text) is not None and any(
        after[0].islower()
        and not _LOWER_NAME.match(after + join)
        and before.lower() not in _abbreviations(language)
        and (before.islower() or before in known)
        for before, after, join in _INNER_END.findall(text)
    )


@cache
def _abbreviations(language: str) -> frozenset[str]:
    # "etc." is no abbreviation for the boundaries: it may end a sentence; but it may go on as well.
    return frozenset(word.lower() for word in abbreviations(language).classes) | {"etc"}


def _is_unbalanced(text: str) -> bool:
    alone = abs(text.count("(") - text.count(")"))
    return text.count("[") != text.count("]") or (alone > 0 and alone > _numbered(text))


def _numbered(text: str) -> int:
    """How many brackets close nothing because they number: "1) …", "a) …"."""
    return len(_NUMBERING.findall(text))


def _is_shouted(text: str) -> bool:
    if text != text.upper():
        return False
    letters = _LETTER.findall(text)
    return len(letters) > 11 and all(letter.isupper() for letter in letters)


def _is_table(text: str) -> bool:
    """Whether half of six or more runs are figures: a score, a table's row, a list of prices."""
    if not _DIGIT.search(text):
        return False
    runs = text.split()
    return len(runs) > 5 and 2 * sum(_NUMBER.fullmatch(run) is not None for run in runs) >= len(runs)


def _is_short(text: str) -> bool:
    """Whether there are fewer than four words, in a script that sets words apart."""
    runs = (run for run in _ITEM.sub("", text).split() if run[0].isalnum() or any(map(str.isalnum, run)))
    return next(islice(runs, 3, None), None) is None and text.upper() != text.lower()


def _is_question(text: str) -> bool:
    """Whether the page itself asks: no words of anybody stand in the question."""
    return text.endswith("?") and not _QUOTED.search(text)


def _is_captions(text: str) -> bool:
    """Whether captions that lost their full stops run through it: labels, or who is left and who is right."""
    if "(" in text and (len(_SIDE.findall(text)) > 1 or _SIDES.search(text)):
        return True
    return ": " in text and _LABEL.match(text) is not None and len(_LABEL.findall(text)) > 1


def _is_unanswered(text: str) -> bool:
    """Whether a short sentence says that somebody was asked and did not answer; a longer one says more than that."""
    return any(sign in text for sign in _UNANSWERED) and len(text.split()) <= 20 and _NO_ANSWER.search(text) is not None


def _with_sign(pattern: re.Pattern[str], *signs: str) -> Callable[[str], object]:
    """A search for a pattern, tried only where one of the signs stands that all it finds holds."""
    return lambda text: any(sign in text for sign in signs) and pattern.search(text)


_FAULTS: tuple[tuple[Callable[[str], object], str], ...] = (
    (lambda text: len(text) > LIMIT, f"longer than {LIMIT:,} characters"),
    (is_mojibake, "characters lost or read in a wrong encoding"),
    (_with_sign(_ADDRESS, "http", "www.", "pic.twitter", "[email", "@"), "holds a web or mail address"),
    (_COLLISION.search, "broken: marks stand side by side"),
    (_with_sign(_DANGLING_HYPHEN, "-"), "broken: a hyphen joins nothing"),
    (_is_unbalanced, "a bracket opens or closes alone"),
    (lambda text: _RUN_ON_SIGN.search(text) and _RUN_ON.search(text), "two sentences run together"),
    (_is_shouted, "all in capitals"),
    (_with_sign(_TEASER, " MORE", "|"), "headlines of other articles run into it"),
    (_is_unanswered, NO_ANSWER),
    (_is_table, "mostly figures"),
    (amounts, AMOUNTS),
    (_is_captions, "captions run into it"),
    (_INTERVIEW.match, "a question or an answer of an interview"),
    (_NAMES_ONLY.match, "names or a headline, no sentence"),
    (_SIGNED.match, "says only whose words stand before it"),
    (_PAGE_TELLS.match, "announces what the page tells"),
    (_NOTE.match, "a note of the editors on the article"),
    (_goes_on, "begins in the middle of a sentence"),
    (_is_question, ASKS),
)
