"""Say of what an English number counts: the head of its noun phrase, what narrows it down, and what befalls it."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import NamedTuple

from briefing.language.quantities.english import EVENT_OF, FURTHER, IDLE, KIN_OF
from briefing.language.quantities.owners import plain
from briefing.language.stop_words import STOP_WORDS
from briefing.language.tokens import Tokens, tokens
from briefing.language.word_set import word_set
from briefing.language.words import stem
from briefing.model import Span

_MOST = 6  # words of a noun phrase behind its number
_STOP = frozenset(STOP_WORDS["en"]) - FURTHER
_SINGULAR = re.compile(r"(?:ss|us|is|ous|news|politics|economics|physics|series|thanks|is|’s|'s)$")
_NO_MEN = word_set("specimen regimen abdomen acumen omen semen")
_WORD = re.compile(r"[^\W\d_]")
# What may stand between the thing and a number said of it: "forces, which are now less than", "toll rose to".
_SAID_OF = re.compile(
    r",? ?(?:which|that|who)? ?(?:(?:are|is|was|were|has|have|had|now|currently|already|since|then|been|number(?:s|ed)?"
    r"|total(?:s|ed|ing|led|ling)?|stands?|stood|at|to|rose|risen|rises|climbed|grown|grew|reached|reaches|hit|passed"
    r"|topped|by|of|of the|numbering|said to|estimated|reported|put|there|confirmed)\s?)*",
)
_APPOSED = re.compile(r"[^\W\d_]\s?[,(–—]\s?$")

_AND = re.compile(
    r"(?: and|,) (?!the\b|a\b|an\b|is\b|to\b)([a-z]+)(?= (?:and|on|in|at|from|were|was|are|have|had)\b|[.,])"
)


class Thing(NamedTuple):
    """What is counted: `head`, words that narrow it down, what befalls it, and where its words stand."""

    head: str
    names: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    of: Span | None = None


def thing_behind(text: str, end: int, limit: int) -> Thing | None:
    """Return what the words behind a number name ("US soldiers", "Nato mission"), or None."""
    found = tokens(text, end, limit)
    run = _run(text, found, end)
    head = _head(found, run)
    if head is None or any(found.words[k].casefold() in FURTHER for k in range(head + 1)):
        return None
    if (also := _AND.match(text, found.end(head), limit)) is not None:  # "passengers and crew" are not "passengers"
        thing = _thing(text, found, range(head), head)
        return thing._replace(modifiers=(*thing.modifiers, f"+{stem(also[1].casefold())}"))
    return _thing(text, found, range(head), head)


def thing_before(text: str, start: int, end: int, floor: int) -> Thing | None:
    """Return what stands before a number that is said of it: "all foreign troops, roughly 10,000," or "is now"."""
    found = tokens(text, floor, start)
    is_apposed = _APPOSED.search(text, floor, start) and text[end : end + 1] in (",", ")", " ", "")
    for k in range(len(found) - 1, max(-1, len(found) - 12), -1):
        if found.words[k].casefold() not in KIN_OF:
            continue
        between = text[found.end(k) : start]
        if (is_apposed and not _WORD.search(between)) or (between.strip() and _SAID_OF.fullmatch(between)):
            first = k
            while first > 0 and _is_of_phrase(text, found, first - 1):
                first -= 1
            return _thing(text, found, range(first, k), k)
    return None


def _is_of_phrase(text: str, found: Tokens, at: int) -> bool:
    word = found.words[at]
    joined = text[found.end(at) : found.starts[at + 1]] in (" ", "\u00a0", "-")
    plain = word.casefold()
    return joined and word[0].isalpha() and (plain in IDLE or (plain not in _STOP and plain not in EVENT_OF))


def _run(text: str, found: Tokens, end: int) -> int:
    """How many words behind a number can belong to its noun phrase: up to a mark or a word that opens something."""
    at = end
    for k, word in enumerate(found.words[:_MOST]):
        gap = text[at : found.starts[k]]
        if (gap.strip() or "\n" in gap) or not word[0].isalpha():
            return k
        if word.casefold() in _STOP and word != "US":
            return k
        at = found.end(k)
    return min(_MOST, len(found))


def _head(found: Tokens, run: int) -> int | None:
    """The first plural noun, or the last of several in a row: "police officers", "coronavirus cases".

    A name is passed over for a noun behind it: "Texas troops".
    """
    nouns = [k for k in range(run) if _is_noun(found.words[k])]
    first = next((k for k in nouns if found.words[k][0].islower()), nouns[0] if nouns else None)
    if first is None:
        return None
    return next((j - 1 for j in range(first + 1, run) if not _is_noun(found.words[j])), run - 1)


def _is_noun(word: str) -> bool:
    plain = word.casefold()
    if plain in KIN_OF:
        return True
    if plain.endswith("men"):
        return plain not in _NO_MEN
    return len(plain) > 3 and plain.endswith("s") and not _SINGULAR.search(plain) and not word.isupper()


def _thing(text: str, found: Tokens, narrower: range, head: int) -> Thing:
    word = found.words[head].casefold()
    words = [found.words[k] for k in narrower if found.words[k].casefold() not in IDLE and _WORD.match(found.words[k])]
    names = tuple(sorted({plain(w) for w in words if w[0].isupper()}))
    modifiers = tuple(sorted({stem(w.casefold()) for w in words if not w[0].isupper()}))
    first = next((found.starts[k] for k in (*narrower, head) if found.words[k][0].isalpha()), found.starts[head])
    return Thing(KIN_OF.get(word) or stem(word), names, modifiers, Span(first, found.end(head)))


_OPENING = word_set("in of for worth to as on into from the a its all")


def object_of(text: str, end: int, limit: int) -> Thing | None:
    """Return what an amount is of: "$2bn relief package", "$3 million in aid", "40 per cent of voters"."""
    found = tokens(text, end, limit)
    opening = takewhile(lambda word: word.casefold() in _OPENING, found.words[:3])
    k = sum(1 for _ in opening)
    if k == len(found):
        return None
    rest = tokens(text, found.starts[k], limit)
    run = min(_run(text, rest, rest.starts[0]), 3)
    if not run:
        return None
    noun = _head(rest, run)  # else nothing tells the last noun from a verb behind it
    head = run - 1 if noun is None else noun
    return _thing(text, rest, range(head), head)


def event_of(text: str, at: Span, room: Span, own: int | None = None) -> str:
    """Return what befalls those who are counted: told by their own noun, right before the number, behind, or before.

    The noun's words begin at `own`, if they stand behind the number.
    """
    before = list(takewhile(lambda word: word not in ".;:!?", reversed(tokens(text, room.start, at.start).words)))
    behind = list(takewhile(lambda word: word not in ".;:!?", tokens(text, at.end, room.end).words))
    noun = tokens(text, at.end if own is None else own, at.end).words
    for words in (reversed(noun), before[:1], behind[:4], before[:3], behind[:8], before[:10]):
        if found := [EVENT_OF[word.casefold()] for word in words if word.casefold() in EVENT_OF]:
            return found[0]
    return ""


_HURT_BEHIND = re.compile(
    r" (?:(?:people )?(?:was|were|are|have been|had been|being) )?(?:confirmed |feared |left )?"
    r"(dead|killed|wounded|injured|hurt|missing|arrested|detained)\b"
)
_HURT_BEFORE = re.compile(
    r"\b(kill(?:s|ed|ing)|wound(?:ed|ing)|injur(?:ed|ing)|arrest(?:ed|ing)|detain(?:ed|ing)"
    r"|death toll (?:[\w’-]+ ){0,12}?(?:at|to|of))\s$",
    re.IGNORECASE,
)
_NOBODY_BEHIND = re.compile(r"\s?(?:[.,;)]|(?:in|on|at|and|after|when|as|near|during|outside)\b)")


def hurt(text: str, at: Span, room: Span) -> tuple[Thing, str] | None:
    """Return people who are counted without a noun: "12 dead", "killing 12 in Orr", "the death toll rose to 12"."""
    people = Thing("people", of=at)
    if (behind := _HURT_BEHIND.match(text, at.end, room.end)) is not None:
        return people._replace(of=Span(behind.start(1), behind.end(1))), EVENT_OF[behind[1]]
    before = _HURT_BEFORE.search(text, room.start, at.start)
    if before is not None and _NOBODY_BEHIND.match(text, at.end):
        word = "die" if before[1].casefold().startswith("death") else EVENT_OF[before[1].casefold()]
        return people._replace(of=Span(before.start(1), before.end(1))), word
    return None
