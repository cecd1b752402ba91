"""Abbreviations by class and sentence starters by language: what `sentences` knows of a language.

Four classes, by what a full stop after them means. A *title* never ends a sentence ("Mr.", "Gen.", "e.g."). An
*ending* ends one only before a starter, a word that seldom follows it otherwise ("in the U.S. The", but "U.S. Navy").
A *number* word holds before a figure only ("No. 5", but "He said no. Then"). A *time* (or a unit) ends one before any
capital but a day or a zone ("at 5 p.m. Police", but "5 p.m. Friday", "5 p.m. EDT").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from briefing.language.abbreviation_lists import ENDINGS, LABELS, NUMBERS, STARTERS, TIMES, TITLES, ZONES

Class = Literal["title", "ending", "number", "time"]

_LISTS: tuple[tuple[Class, Mapping[str, str]], ...] = (
    ("title", TITLES),
    ("ending", ENDINGS),
    ("number", NUMBERS),
    ("time", TIMES),
)
# ":" ends an Armenian sentence (typed for U+0589), ";" asks a Greek question (typed for U+037E).
_MARKS = {"hy": ":", "el": ";"}
_ORDINALS = frozenset({"cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "no", "pl", "sk", "sl", "sr"})
# Words that end so are abbreviated like the whole ("Ringstr.").
_TAILS = {"de": ("str",)}
# Names that end in a mark of their own, which ends no sentence ("Yahoo! Finance").
NAMES_WITH_MARK = frozenset({"Yahoo", "Jeopardy"})
_SPOKEN_DASH = frozenset({"be", "bg", "kk", "pl", "ru", "uk"})


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """What is known of one language: its abbreviations by class, its starters, and its habits of writing.

    `ordinals`: a figure with a full stop is an ordinal ("12. Juni"). `spoken_dash`: a dash after an end mark resumes
    what somebody says ("— Да. — Он встал"). `marks`: end marks of this language alone. `tails`: ends of words that are
    abbreviated ("Ringstr.").
    """

    classes: Mapping[str, Class]
    starters: frozenset[str]
    zones: frozenset[str]
    labels: frozenset[str]
    ordinals: bool
    spoken_dash: bool
    marks: str
    tails: tuple[str, ...] = ()


@cache
def abbreviations(language: str) -> Abbreviations:
    """Return what is known of a language; one without lists of its own goes by the English ones."""
    classes: dict[str, Class] = {}
    # English names and titles stand in the news of every language: its lists serve too, but a language's own decide.
    for source in ("en", language):
        for name, lists in _LISTS:
            classes.update(dict.fromkeys(lists.get(source, "").split(), name))
    return Abbreviations(
        classes=classes,
        starters=frozenset(STARTERS.get(language, STARTERS["en"]).split()),
        zones=frozenset(ZONES.split()),
        labels=frozenset(LABELS.split()),
        ordinals=language in _ORDINALS,
        spoken_dash=language in _SPOKEN_DASH,
        marks=_MARKS.get(language, ""),
        tails=_TAILS.get(language, ()),
    )


@cache
def titles() -> frozenset[str]:
    """Return the titles of all languages, which no line of text ends with ("… met Dr." is wrapped)."""
    return frozenset(word for words in TITLES.values() for word in words.split() if word[0].isupper())
