"""Turn what a user wrote about the themes into runs of stems to look for, each with its weight.

A phrase or a name speaks for its theme for sure; a common word less; a part of a name and a word of the theme's own
name or description only hint at it. What several themes share is divided among them. Weights were swept one by one over
three sets of stitched articles with different themes (440 articles, 15 themes): within ± a third the macro F1 moves
by less than 1 point on average, so round figures stand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing.language.demonyms import demonyms
from briefing.language.words import content, name_root, stems, words_in
from briefing.model import Theme

NAME, WORD = 1.0, 0.7
# Below teach.SILENCE: a single hint must not make a theme ("a new bus line" is not news of the "Ferry line").
HINT = 0.12

# Parts of a longer name that say nothing alone ("North" of "North Korea").
_GENERIC = frozenset(
    ("north", "south", "east", "west", "northern", "southern", "eastern", "western", "new", "united", "saint", "great")
)
# Endings that leave an English word itself, and those that make another one.
_INFLECTIONS = ("", "s", "es", "e", "ed", "ing")
_DERIVED = "an[ct]|al|it[yi]|iv|iz|is[ai]|ous"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A run of stems that speaks for a theme; `label` is the user's own wording.

    Where the user wrote a name, the text must match `spelling` to weigh `weight`, and weighs `otherwise` if not.
    """

    theme: int
    label: str
    stems: tuple[str, ...]
    weight: float
    spelling: re.Pattern[str] | None = None
    otherwise: float = 0.0


@lru_cache(maxsize=32)
def patterns(themes: tuple[Theme, ...], language: str) -> dict[str, tuple[Pattern, ...]]:
    """Return the patterns of all themes (`Pattern.theme` is a position in `themes`), by their first stem."""
    best: dict[tuple[int, tuple[str, ...]], Pattern] = {}
    for number, theme in enumerate(themes):
        for p in _patterns(theme, number, language):
            known = best.get((number, p.stems))
            if p.stems and (known is None or known.weight < p.weight):
                best[number, p.stems] = p
    shared = Counter(run for _, run in best)
    index: dict[str, tuple[Pattern, ...]] = {}
    for p in best.values():
        lighter = replace(p, weight=p.weight / shared[p.stems], otherwise=p.otherwise / shared[p.stems])
        index[p.stems[0]] = (*index.get(p.stems[0], ()), lighter)
    return index


def _patterns(theme: Theme, number: int, language: str) -> Iterator[Pattern]:
    for term in theme.terms_in(language):
        yield from _term(term, number, language)
    yield from _name(theme.name, number, language)
    yield from _hints(theme.description, number, language)


def _term(term: str, number: int, language: str) -> Iterator[Pattern]:
    run = tuple(stems(term, language))
    names = _names(term)
    weight = NAME if names or len(run) > 1 else WORD
    acronym = len(run) == 1 and term.isupper()
    spelling = _spelling(names, language) if names else _own_word(term, run, language)
    lesser = WORD if len(run) > 1 else HINT
    yield Pattern(number, term, run, weight, spelling, lesser if names and not acronym else 0.0)
    if names and term.endswith(names[-1]):
        for form in demonyms(names[-1], language):
            spelling = _spelling([form], language) if form[:1].isupper() else None
            yield Pattern(number, term, (*run[:-1], *stems(form, language)), weight, spelling)
    if len(names) > 1:
        yield from _parts(term, names, number, language)


def _own_word(term: str, run: tuple[str, ...], language: str) -> re.Pattern[str] | None:
    """Match a common word's own forms only: a stemmer may take another word to the same stem ("imports": "important").

    That is to be feared of a term that is itself no derived word only: "immigration" may well find "immigrants". The
    endings are English.
    """
    if language != "en" or len(run) != 1 or term.removeprefix(run[0]) not in _INFLECTIONS:
        return None
    return re.compile(rf"(?<!\w){re.escape(run[0])}(?!{_DERIVED})", re.IGNORECASE)


def _parts(term: str, names: Sequence[str], number: int, language: str) -> Iterator[Pattern]:
    for name in names:
        if len(name) > 2 and name.casefold() not in _GENERIC:
            yield Pattern(number, term, tuple(stems(name, language)), HINT, _spelling([name], language))


def _name(name: str, number: int, language: str) -> Iterator[Pattern]:
    """Yield a theme's name as a phrase, and its words as hints; a place in front of common words is a name."""
    run, first = tuple(stems(name, language)), name.partition(" ")[0]
    if len(run) == 1:
        yield Pattern(number, name, run, WORD)
    else:
        yield Pattern(number, name, run, NAME)
        yield from _hints(name, number, language)
    if len(run) == 1 or _names(name) == [first]:
        for form in (first, *demonyms(first, language)):
            written = _inside(form, language) if language == "en" or form == first else None
            yield Pattern(number, name, tuple(stems(form, language)), WORD, written, HINT if form == first else 0.0)


def _hints(text: str, number: int, language: str) -> Iterator[Pattern]:
    telling = set(content(stems(text, language), language))
    for word, stem in zip(words_in(text, language), stems(text, language), strict=True):
        if stem in telling and word not in _GENERIC:
            yield Pattern(number, word, (stem,), HINT)


def _names(term: str) -> list[str]:
    return [word for word in re.findall(r"\w[\w.&'’]*", term) if word[0].isupper()]


def _inside(name: str, language: str) -> re.Pattern[str]:
    """Match a capitalised word that does not open the sentence: there any word has a capital."""
    return re.compile(rf"(?<=\w\s|[,;:]\s|.[-–(]){re.escape(name_root(name, language))}")


def _spelling(names: Sequence[str], language: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_cases(name, language) for name in names)})") if names else None


def _cases(name: str, language: str) -> str:
    """Match a name with a capital or in capitals; an acronym in capitals or, from four letters, with one ("Nato")."""
    if not name.isupper():
        root = name_root(name, language)
        return f"{re.escape(root)}|{re.escape(root.upper())}"
    spellings = [r"\.?".join(map(re.escape, name.replace(".", "")))]
    if len(name) >= 4:
        spellings.append(re.escape(name.capitalize()))
    return "|".join(rf"{spelling}(?!\w)" for spelling in spellings)
