"""Mark what a statement is to those who read the editions before: new, changed, or carried over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from briefing.language.dates.names import MONTHS, WEEKDAYS
from briefing.language.words import content
from briefing.model import Extract, Mark, Statement
from briefing.stages.compare import core_text, is_same
from briefing.stages.compare.difference import difference
from briefing.stages.recall import Memory, shingles

# The words of two statements are so nearly equal from here on (difflib's ratio over content stems without figures and
# days) that another figure between them is a change of the same thing. As `compare` has it for quotations; neither this
# nor the three below were swept: no data set has labelled changes. They were chosen by reading the runs of days.
NEARLY = 0.8
# Fewer stems than this besides its figures, and two statements may be alike by chance: "Shares rose 2 per cent."
TELLING = 4
# An extract of which more than this share was printed before is no news, though its core is.
MOST = 0.5
# Changes that are shown; a sentence with more of them is another sentence.
SHOWN = 3

_NAME = re.compile(r"(?<![.!?“\"«] )(?<!^)\b[^\W\d_][\w’'-]+")
_DAYS = frozenset(form for names in (*MONTHS.values(), *WEEKDAYS.values()) for forms in names for form in forms.split())

Changes = tuple[tuple[str, str], ...]


class _Said(NamedTuple):
    terms: tuple[str, ...]
    names: frozenset[str]


def mark(statement: Statement, memory: Memory) -> Mark | None:
    """Return what the statement is to those who know the past; None where there is no edition before.

    It is carried over if the last that was published of it says the same, in any of its articles, and changed if that
    differs in a figure, a day or a negation, or, in an updated article, in a few words.
    """
    if memory.last is None:
        return None
    wordings = (statement.extract, *statement.also)
    same = {number for wording in wordings for number in _same(wording, memory)}
    changed = {n: changes for wording in wordings for n, changes in _changed(wording, memory) if n not in same}
    latest = max((memory.days[number] for number in (*same, *changed)), default=None)
    if latest is None:
        known = _printed(statement.extract, memory)
        return Mark("carried over", min(known), in_part=True) if known else Mark("new")
    if any(memory.days[number] == latest for number in same):
        return Mark("carried over", min(memory.days[number] for number in same))
    return Mark("changed", latest, min(changes for number, changes in changed.items() if memory.days[number] == latest))


def carried_since(statement: Statement, memory: Memory) -> date | None:
    """Return the first edition that printed the statement as it is, or None."""
    found = mark(statement, memory)
    return found.day if found and found.kind == "carried over" and not found.in_part else None


def is_known(statement: Statement, memory: Memory) -> bool:
    """Whether earlier editions printed the statement, or most of its words."""
    found = mark(statement, memory)
    return found is not None and found.kind == "carried over"


def _same(wording: Extract, memory: Memory) -> Iterator[int]:
    """The numbers of what was published in the same words, or nearly, or as part of a longer extract of the article."""
    yield from memory.by_words.get(wording.fingerprint, ())
    words = core_text(wording)
    for number in _of_article(wording, memory):
        if words in memory.said[number].text:
            yield number
    for number in _near(wording, memory):
        if is_same(wording, memory.said[number]):
            yield number


def _printed(extract: Extract, memory: Memory) -> list[date]:
    """The days on which other sentences of an extract were printed, if these are most of it."""
    shared = [(memory.days[n], _shared(extract, memory.said[n])) for n in _of_article(extract, memory)]
    most = max((length for _, length in shared), default=0) > MOST * len(extract.text)
    return [day for day, length in shared if length > 0] if most else []


def _of_article(extract: Extract, memory: Memory) -> list[int]:
    """The numbers of what was published of the extract's article, in its text of today or an earlier one."""
    texts = (extract.article, *sorted(memory.before.get(extract.article, ())))
    return [number for text in texts for number in memory.by_article.get(text, ())]


def _shared(extract: Extract, said: Extract) -> int:
    """How many characters of an extract stand in what was published: in another text of the article, if it is whole."""
    if said.article == extract.article:
        return min(extract.end, said.end) - max(extract.start, said.start)
    return len(said.text) if said.text in extract.text else 0


def _changed(wording: Extract, memory: Memory) -> Iterator[tuple[int, Changes]]:
    """The numbers of what was published of the same thing with another figure, day or negation, and what differs."""
    earlier = memory.before.get(wording.article, frozenset())
    for number in _near(wording, memory):
        published = memory.said[number]
        changes = _changes(published, wording)
        if 0 < len(changes) <= SHOWN and _is_alike(wording, published, is_update=published.article in earlier):
            yield number, changes


def _near(wording: Extract, memory: Memory) -> list[int]:
    return sorted({number for shingle in shingles(wording) for number in memory.by_shingle.get(shingle, ())})


def _is_alike(one: Extract, other: Extract, *, is_update: bool) -> bool:
    a, b = _said(one.fingerprint, core_text(one)), _said(other.fingerprint, core_text(other))
    if min(len(a.terms), len(b.terms)) < TELLING or not (is_update or a.names == b.names):
        return False
    return SequenceMatcher(None, a.terms, b.terms, autojunk=False).ratio() >= NEARLY


@lru_cache(maxsize=4096)
def _said(fingerprint: str, text: str) -> _Said:
    """What must stay when something changes: the content stems that are no figures, and the names that are no days."""
    terms = (term for term in content(fingerprint.split()) if not term[0].isdigit() and term not in _DAYS)
    names = (name.casefold() for name in _NAME.findall(text) if name[0].isupper())
    return _Said(tuple(terms), frozenset(name for name in names if name not in _DAYS))


def _changes(before: Extract, now: Extract) -> Changes:
    """The words that differ, where they stood and where they stand."""
    pairs = ((_bare(was), _bare(has)) for was, has in difference(core_text(before), core_text(now)))
    return tuple((was, has) for was, has in pairs if was != has)


def _bare(words: str) -> str:
    return words.strip(" ,.;:!?“”\"'‘’«»()")
