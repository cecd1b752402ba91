"""Say of each passage of an article which theme it is about, or none, and on what evidence.

Themes belong to passages: every unit (a paragraph, or a sentence of a long one) is scored for every theme by its own
terms and by the words that keep them company in the pile; then the best run of themes along the article is decoded, a
change being dear where neighbours share their words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from briefing.model import Passage, Pile, Reading, Theme
from briefing.stages.theme.account import account
from briefing.stages.theme.cohesion import costs
from briefing.stages.theme.evidence import matches
from briefing.stages.theme.learn import Weighed, weigh
from briefing.stages.theme.smooth import smooth
from briefing.stages.theme.units import units

# A match of this weight names the theme: a term of the user's, not one word out of its description.
NAMES = 0.5


def theme(reading: Reading, pile: Pile, themes: Sequence[Theme], *, told: bool = True) -> tuple[Passage, ...]:
    """Return the article's passages in order; together they hold every sentence once, and neighbours differ in theme.

    Their evidence is left out if it is to be `told` to nobody: it takes a third of the time.

    `pile` must hold the counts of this reading (`count(reading, themes)`) and may hold those of any others.
    """
    if not reading.sentences:
        return ()
    if not themes:
        return (_passage(reading, None, (0, len(reading.sentences) - 1), ()),)
    weighed = weigh(units(reading, tuple(themes)), pile, themes)
    path = _passing(smooth([w.scores for w in weighed], costs([w.unit for w in weighed], pile)), weighed, pile, themes)
    runs = groupby(zip(path, weighed, strict=True), key=lambda step: step[0])
    passages = []
    for state, steps in runs:
        run = [w for _, w in steps]
        name = themes[state].name if state < len(themes) else None
        evidence = account(reading, run, state, pile=pile, themes=themes) if told else ()
        passage = _passage(reading, name, (run[0].unit.first, run[-1].unit.last), evidence)
        passages.append(replace(passage, named=_named(reading, passage, state, themes)) if name else passage)
    return tuple(passages)


def _passing(path: Sequence[int], weighed: Sequence[Weighed], pile: Pile, themes: Sequence[Theme]) -> list[int]:
    """Give a theme that no passage of the pile is about those units that name it: no theme is lost."""
    wanted = {k for k, theme in enumerate(themes) if theme.name in pile.passing}
    named = (next((m.theme for m in w.unit.found if m.theme in wanted and m.weight >= NAMES), None) for w in weighed)
    return [state if found is None else found for state, found in zip(path, named, strict=True)]


def _named(reading: Reading, passage: Passage, state: int, themes: Sequence[Theme]) -> tuple[int, ...]:
    """Which of the passage's sentences hold a term of its theme: those that a reader sees why they stand under it."""
    sentences = reading.sentences[passage.first : passage.last + 1]
    language = reading.article.language
    return tuple(
        s.position
        for s in sentences
        if any(m.theme == state and m.weight >= NAMES for m in matches([(s.words, s.text)], tuple(themes), language))
    )


def _passage(reading: Reading, name: str | None, run: tuple[int, int], evidence: tuple[str, ...]) -> Passage:
    first, last = run
    start, end = reading.sentences[first].start, reading.sentences[last].end
    return Passage(start, end, name, first, last, evidence)
