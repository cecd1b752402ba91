"""Find what "the ruling" or "this plan" takes up: the one thing of that name which the article introduced before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.language.context_words import CONTEXT_WORDS, NO_WORDS, ContextWords
from briefing.language.tokens import Tokens
from briefing.model import Anaphor, Note, Span
from briefing.stages.note.persons import LONGEST
from briefing.stages.refer import Mention, Names
from briefing.stages.split.openers import DEFINITE

_MODIFIERS = 5  # words before a noun that is introduced: "a controversial New York City subway plan"
_TAKEN_UP = 2  # the same, where it is taken up again: more would describe another
_LONGEST = 14  # words by which an introduction may go on behind its noun: "a claim that the vaccine caused autism"
# Sentences back that an introduction is looked for, but in the lead: far from it the noun may mean another. Of 45 notes
# read before there was a bound, 2 of the 5 wrong ones lay further back.
_REACH = 12
_LEAD = 2
_ENDS = frozenset(",.;:)—–")


@dataclass(slots=True)
class _Thing:
    """A noun: what introduces it (None where two things do), in which sentence, and where it stood last."""

    introduced: Span | None
    words: frozenset[str]
    sentence: int
    place: Span
    is_told: bool = True
    is_bare: bool = False  # nothing behind the noun says which


@dataclass(frozen=True, slots=True)
class _Words:
    """A sentence's tokens, and their words in lower case without possessive endings."""

    tokens: Tokens
    lower: Sequence[str]

    def span(self, first: int, last: int) -> Span:
        return Span(self.tokens.starts[first], self.tokens.end(last))


def things(names: Names, language: str) -> Iterator[tuple[int, Anaphor]]:
    """Yield each definite or demonstrative phrase whose noun one indefinite phrase introduced in an earlier sentence.

    Both stand in the reporter's own words, and the phrase says no more of its noun than its introduction.
    """
    words = CONTEXT_WORDS.get(language, NO_WORDS)
    if not words.indefinites:
        return
    known: dict[str, _Thing] = {}
    bodies = _bodies(names)
    for k, tokens in enumerate(names.tokens):
        if len(tokens) > LONGEST:
            continue
        these = _Words(tokens, [_bare(word) for word in tokens.words])
        yield from ((k, anaphor) for anaphor in _taken_up(names, these, k, known, words))
        _introduce(names, these, k, known, words)
        _name(names, bodies.get(k, ()), known)


def _bodies(names: Names) -> dict[int, list[Mention]]:
    """The mentions of bodies by sentence: "the committee" may be the House Intelligence Committee."""
    found: dict[int, list[Mention]] = {}
    for mention in names.mentions:
        if mention.name is not None and names.names[mention.name].kind == "body":
            found.setdefault(mention.sentence, []).append(mention)
    return found


@lru_cache(maxsize=32_768)
def _bare(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s")


def _taken_up(
    names: Names, these: _Words, sentence: int, known: dict[str, _Thing], words: ContextWords
) -> Iterator[Anaphor]:
    lower = these.lower
    for k in (k for k, word in enumerate(lower) if word in words.takers_up):
        head = _head(these, k, words, _TAKEN_UP)
        thing = known.get(lower[head]) if head else None
        if head is None or thing is None or thing.introduced is None or lower[head] in lower[:k]:
            continue
        if lower[k] == "that" and not (k and lower[k - 1] in words.restrictors):  # it may join a clause
            continue
        if _is_said_again(lower[k + 1 : head], thing, words):
            continue
        is_near = 0 < sentence - thing.sentence <= _REACH or thing.sentence < min(_LEAD, sentence)
        if is_near and _is_plain(these, k, head, thing, words) and not names.is_quoted(these.tokens.starts[k]):
            reason = None if k else DEFINITE
            note = _note(names, these.span(k, head), thing)
            if note or reason:
                yield Anaphor(these.span(k, head), note, (thing.place,), (DEFINITE,) if note else (), reason)


def _is_said_again(said: Sequence[str], thing: _Thing, words: ContextWords) -> bool:
    """Whether a phrase says all that its introduction does: "the night train" of "a night train"."""
    return thing.is_bare and bool(thing.words) and thing.words <= words.empty.union(said)


def _note(names: Names, at: Span, thing: _Thing) -> Note | None:
    """What the introduction says, where that is more than its noun: "a plan" does not say which."""
    if thing.introduced is None or not thing.is_told:
        return None
    return Note(at, thing.introduced, text=names.text[slice(*thing.introduced)], sentence=thing.sentence + 1)


def _is_plain(these: _Words, first: int, head: int, thing: _Thing, words: ContextWords) -> bool:
    """Whether a phrase says no more than its introduction: "the ruling was", not "the ruling of May"."""
    follows = these.lower[head + 1] if head + 1 < len(these.lower) else ""
    said = these.lower[first + 1 : head]
    has_name = any(not word.islower() for word in these.tokens.words[first + 1 : head + 1])
    return follows not in words.restrictors and not has_name and thing.words.issuperset(said)


def _introduce(names: Names, these: _Words, sentence: int, known: dict[str, _Thing], words: ContextWords) -> None:
    """Take in what a sentence introduces, and where the nouns stand that are known by then."""
    lower, written = these.lower, these.tokens.words
    # A possessive or a capital is written otherwise: only then, or at an article, is it worth asking.
    likely = [k for k, w in enumerate(lower) if w != written[k] or w == "the" or w in words.indefinites]
    for k in (k for k in likely if _introduces(these, k, words)):
        head = _head(these, k, words, _MODIFIERS)
        if head is None or names.is_quoted(these.tokens.starts[k]):
            continue
        if lower[head] in known:
            if lower[k] != "the" or known[lower[head]].words != {*lower[k + 1 : head]}:
                known[lower[head]].introduced = None
        elif lower[head] not in words.generic and not (k and _compares(lower[k - 1], words)):
            last = head if lower[k] == "the" else _last(these, head, words)
            said = frozenset(lower[k + 1 : head])
            place = these.span(head, head)
            is_bare = last == head and lower[k] in words.indefinites
            known[lower[head]] = _Thing(these.span(k, last), said, sentence, place, last > k + 1, is_bare)
    for k, word in enumerate(lower):
        if word in known:
            known[word].place = these.span(k, k)


def _name(names: Names, bodies: Sequence[Mention], known: dict[str, _Thing]) -> None:
    """Take in the bodies that a sentence names, each by the last word of its name."""
    for mention in bodies:
        name = names.text[slice(*mention.span)]
        words = _bare(name).split()
        if len(words) > 1:
            thing = known.setdefault(words[-1], _Thing(mention.span, frozenset(words), mention.sentence, mention.span))
            thing.place = mention.span
            if thing.introduced and names.text[slice(*thing.introduced)] != name:
                thing.introduced = None


def _introduces(these: _Words, at: int, words: ContextWords) -> bool:
    """Whether a word opens an introduction: "a meeting", "Norway's new ferry", "the Lakeside meeting"."""
    if these.lower[at] != "the":
        return these.lower[at] in words.indefinites or _owns(these, at, words)
    following = these.tokens.words[at + 1 : at + 3]
    return len(following) == 2 and following[0][0].isupper() and following[1].islower()


def _owns(these: _Words, at: int, words: ContextWords) -> bool:
    """Whether a word is a name in the possessive: "Norway's new ferry", not "There's"."""
    word = these.tokens.words[at]
    return word[0].isupper() and word.endswith(("'s", "’s")) and these.lower[at] not in words.enders


def _compares(word: str, words: ContextWords) -> bool:
    return word in words.being or word in words.comparers


def _head(these: _Words, at: int, words: ContextWords, most: int) -> int | None:
    """The noun of the phrase that a determiner opens; None where the phrase has too many words to be sure."""
    head = at
    while head + 1 < len(these.lower) and _may_stand_in_phrase(these.lower[head + 1], words):
        if head > at and these.lower[head + 1].endswith("ed"):  # "the attack wounded": a participle stands in front
            break
        head += 1
        if head - at > most + 1:
            return None
    return head if head > at and these.tokens.words[head].islower() else None


def _may_stand_in_phrase(word: str, words: ContextWords) -> bool:
    return word[0].isalpha() and not (word in words.enders or _is_verb(word, words) or word.endswith("ly"))


def _is_verb(word: str, words: ContextWords) -> bool:
    return word in words.predicates or word in words.cues


def _is_aim(these: _Words, at: int, noun: str, words: ContextWords) -> bool:
    """Whether an infinitive that is not the noun's begins: "a ring to keep from robbers", not "a plan to close it"."""
    if these.lower[at] != "to" or noun in words.doings or at + 1 == len(these.lower):
        return False
    return these.tokens.words[at + 1].islower() and these.lower[at + 1] not in words.enders


def _last(these: _Words, head: int, words: ContextWords) -> int:
    """The last word of what an introduction says of its noun; the noun where that has no end in sight."""
    lower, size = these.lower, len(these.lower)
    if head + 1 == size or lower[head + 1] not in words.restrictors:
        return head
    is_clause = lower[head + 1] == "that"
    for k in range(head + 1, min(head + _LONGEST + 1, size)):
        is_end = lower[k] in _ENDS and (lower[k] != "." or k + 1 == size)
        if is_end or (not is_clause and (_is_verb(lower[k], words) or _is_aim(these, k, lower[head], words))):
            return next(last for last in range(k - 1, head - 1, -1) if lower[last] not in words.restrictors)
    return head
