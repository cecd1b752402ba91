"""Find the phrases of a text that could name what it tells: "Corwin textile mill in Harwick", as it stands there.

There is no tagger: a phrase is a run of words that carry meaning, joined by prepositions and articles only, between two
stop words, days or marks; or a name inside such a run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from briefing.language.dates.names import MONTHS, WEEKDAYS
from briefing.language.tokens import tokens
from briefing.language.words import content, stems, words
from briefing.model import Phrase

# The most words of a phrase that carry meaning: what has more is a sentence, not a name.
TELLING = 5
# Words that may stand inside a name for something.
_JOINING = {
    "en": "of in at on for the a an to from over with against under near and",
    "de": "von vom in im am an der die das den des dem und für zu zum zur bei mit über gegen um auf",
    "fr": "de la le les du des d l à au aux en et pour sur dans contre",
    "es": "de la el los las del en a al y por para con contra sobre",
    "ru": "в во на и по с со о об за из от для к у при",
    "uk": "в у на і й та з із зі по про за від для до при",
}
# A noun begins behind one of these; what stands before one, or before a pronoun, is a verb ("fire destroyed | the").
_DETERMINERS = {
    "en": "the a an this that these those his her its their our",
    "de": "der die das den dem des ein eine einen einem einer eines sein seine ihr ihre",
    "fr": "le la les l un une des du son sa ses leur leurs",
    "es": "el la los las un una unos unas su sus",
}
_PRONOUNS = {
    "en": "he she it they we i you him them himself herself itself themselves who that what how why if",
    "de": "er sie es wir ich ihn ihm ihnen sich dass was wie warum wer",
    "fr": "il elle ils elles on nous je se lui qui que ce comment pourquoi",
    "es": "él ella ellos ellas se lo le les que quien cómo",
}
_SMALL_DAYS = frozenset(("fr", "es", "ru", "uk"))  # where days and months are written small


@cache
def _joining(language: str) -> frozenset[str]:
    return frozenset(_JOINING.get(language, "").split())


@cache
def _determiners(language: str) -> frozenset[str]:
    return frozenset(_DETERMINERS.get(language, "").split())


@cache
def _after_verbs(language: str) -> frozenset[str]:
    return _determiners(language).union(_PRONOUNS.get(language, "").split())


@cache
def days(language: str) -> frozenset[str]:
    """Return the stems of weekdays and months: when something happened does not name it."""
    return frozenset(stems(" ".join((*WEEKDAYS.get(language, ()), *MONTHS.get(language, ()))), language))


def phrases(text: str, language: str, *, is_title: bool = False) -> list[Phrase]:
    """Return the phrases of a text, each once, in order; in a title verbs and nouns stand side by side."""
    found = tokens(text, 0, len(text))
    written = found.words
    terms = [_terms(word, language) for word in written]
    kinds = [
        "telling" if of else "joining" if word in _joining(language) else "break"
        for word, of in zip(written, terms, strict=True)
    ]
    whole = (
        s for s in _chunks(kinds) if (is_title or _begins(written, s[0], language)) and _ends(written, s[1], language)
    )
    spans = dict.fromkeys([*whole, *_names(written, kinds)])
    return [
        Phrase(" ".join(text[found.starts[a] : found.end(b)].split()), _flat(terms[a : b + 1]), in_title=is_title)
        for a, b in spans
        if sum(kind == "telling" for kind in kinds[a : b + 1]) <= TELLING and not written[a][0].isdigit()
    ]


def _flat(terms: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(term for of in terms for term in of)


def _begins(written: Sequence[str], first: int, language: str) -> bool:
    """Whether a run of a sentence's words is like to begin with a noun: a name, or what an article stands before."""
    if not _determiners(language) or written[first][0].isupper():
        return True
    return first > 0 and written[first - 1].casefold() in _determiners(language)


def _ends(written: Sequence[str], last: int, language: str) -> bool:
    """Whether a run of words is like to end with a noun: no article or pronoun follows it."""
    return last + 1 == len(written) or written[last + 1].casefold() not in _after_verbs(language)


def _terms(word: str, language: str) -> tuple[str, ...]:
    """The stems of a word that carry meaning: none of a mark, a stop word or a day."""
    found = content(stems(word, language), language) if words(word) else []
    is_day = any(term in days(language) for term in found) and (word[0].isupper() or language in _SMALL_DAYS)
    return () if is_day else tuple(found)


def _chunks(kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield first and last of every run of telling words, alone and joined to those after it."""
    runs = [(kind, [k for k, _ in members]) for kind, members in groupby(enumerate(kinds), key=lambda item: item[1])]
    for at, (kind, first) in enumerate(runs):
        if kind != "telling":
            continue
        for kind_then, members in runs[at : at + 2 * TELLING]:
            if kind_then == "break":
                break
            if kind_then == "telling":
                yield first[0], members[-1]


def _names(written: Sequence[str], kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield first and last of every run of capitalised words; one word that opens the text may be any word."""
    is_name = [kind == "telling" and word[0].isupper() for word, kind in zip(written, kinds, strict=True)]
    for capital, members in groupby(range(len(written)), key=is_name.__getitem__):
        run = list(members)
        if capital and run != [0] and not written[run[-1]].endswith(("’s", "'s")):
            yield run[0], run[-1]
