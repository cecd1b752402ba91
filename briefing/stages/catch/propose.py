"""Propose terms for themes: words and phrases frequent in what surely is about a theme, and rare elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from math import log, sqrt

from briefing.language.words import stems
from briefing.model import Theme
from briefing.stages.catch.tally import Run, Tally

# What is proposed stands in so many of a theme's sentences at least, and in so many of its articles, if it has two.
SENTENCES, ARTICLES = 3, 2
# It is a theme's own if this share of its sentences is.
OWN = 0.8
# And if that is by so many standard deviations more than a theme of its size would get of any word: where one theme has
# most of the pile, most words are its own. By judgement, on the example and the piles of the tests.
SURPRISE = 1.5
SHOWN = 6


def propose(found: Tally, themes: Sequence[Theme]) -> dict[str, tuple[tuple[str, int, int], ...]]:
    """Return for each theme the proposed words as the pile writes them, their sentences there, and all of theirs."""
    known = {stem for theme in themes for stem in term_stems(theme)}
    everywhere: Counter[Run] = sum(found.runs.values(), Counter())
    return {theme.name: _proposed(theme.name, found, everywhere, known) for theme in themes if theme.name in found.runs}


def term_stems(theme: Theme) -> set[str]:
    """Return the stems of a theme's terms and name, in the languages that it has terms for."""
    listed = [("en", term) for term in (theme.name, *theme.terms)]
    listed += [(code, term) for code, terms in theme.terms_by_language for term in terms]
    return {stem for code, term in listed for stem in stems(term, code)}


def _proposed(name: str, found: Tally, everywhere: Counter[Run], known: Set[str]) -> tuple[tuple[str, int, int], ...]:
    own, spread = found.runs[name], found.spread[name]
    articles = min(ARTICLES, max(spread.values(), default=0), found.sizes[name]["articles"])
    inside, outside = 1 + own.total(), 1 + everywhere.total() - own.total()
    share = inside / (inside + outside)
    telling = [
        run
        for run, n in own.items()
        if n >= SENTENCES and spread[run] >= articles and known.isdisjoint(run) and _is_own(n, everywhere[run], share)
    ]

    def rank(run: Run) -> tuple[float, Run]:
        there, elsewhere = own[run], everywhere[run] - own[run]
        return -there * len(run) ** 0.5 * log((there + 0.5) / inside / ((elsewhere + 0.5) / outside)), run

    chosen: list[Run] = []
    for run in sorted(telling, key=rank):
        if len(chosen) < SHOWN and not any(set(run) & set(other) for other in chosen):
            chosen.append(run)
    return tuple((spelling(found, run), own[run], everywhere[run]) for run in chosen)


def _is_own(there: int, anywhere: int, share: float) -> bool:
    """Whether what stands `there` of `anywhere` is more than a theme with that share of all words gets by chance."""
    chance = sqrt(anywhere * share * (1 - share))
    return there >= OWN * anywhere and there - anywhere * share >= SURPRISE * chance


def spelling(found: Tally, run: Run) -> str:
    """Return how the pile most often writes a run of stems."""
    written = found.written.get(run)
    return min(written, key=lambda text: (-written[text], text)) if written else " ".join(run)
