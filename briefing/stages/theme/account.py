"""Say in words why a passage has its theme: which terms matched, what was learnt, what was carried over."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from briefing.language.words import words_in
from briefing.model import Pile, Reading, Theme
from briefing.stages.theme.learn import Weighed, odds
from briefing.stages.theme.teach import names
from briefing.stages.theme.terms import patterns

SHOWN = 5
# A learnt word is worth naming from here on, in nats a unit.
TELLING = 0.25


def account(
    reading: Reading, run: Sequence[Weighed], state: int, *, pile: Pile, themes: Sequence[Theme]
) -> tuple[str, ...]:
    """Return the reasons for taking the units of `run` for `state` (a theme's position, or their number for none)."""
    if state == len(themes):
        return (_silence(run, themes),)
    company = _company(reading, run, state, pile=pile, themes=themes)
    return tuple(reason for reason in (_terms(run, state), company, *_carried(run, state)) if reason)


def _silence(run: Sequence[Weighed], themes: Sequence[Theme]) -> str:
    found = sorted({(m.theme, m.label) for w in run for m in w.unit.found})
    if not found:
        return "no term of any theme"
    return "too little for a theme: " + ", ".join(f"“{label}” ({themes[theme].name})" for theme, label in found[:SHOWN])


def _terms(run: Sequence[Weighed], state: int) -> str:
    counts = Counter(m.label for w in run for m in w.unit.found if m.theme == state)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return "terms: " + ", ".join(f"“{label}” ×{n}" for label, n in ranked) if ranked else ""


def _company(reading: Reading, run: Sequence[Weighed], state: int, *, pile: Pile, themes: Sequence[Theme]) -> str:
    """Name the learnt words that speak most for the theme, each with how many of its paragraphs in the pile are its."""
    own = {
        p.stems[0] for ps in patterns(tuple(themes), reading.article.language).values() for p in ps if p.theme == state
    }
    weights: defaultdict[str, float] = defaultdict(float)
    states = names(themes)
    for w in run:
        for term in w.unit.terms:
            if term not in own:
                weights[term] += odds(term, w.unit, w.taken_for, pile, states)[state]
    best = sorted((-weight, term) for term, weight in weights.items() if weight > TELLING)[:SHOWN]
    written = _written(reading, run)
    shown = [f"“{written.get(term, term)}” ({_share(term, states[state], pile)})" for _, term in best]
    return "learnt from the pile: " + ", ".join(shown) if shown else ""


def _share(term: str, name: str, pile: Pile) -> str:
    everywhere = sum(counts.get(term, 0) for counts in pile.company.values())
    return f"{pile.company.get(name, {}).get(term, 0)} of {everywhere}"


def _written(reading: Reading, run: Sequence[Weighed]) -> dict[str, str]:
    """Return how the passage first writes each stem."""
    written: dict[str, str] = {}
    for sentence in reading.sentences[run[0].unit.first : run[-1].unit.last + 1]:
        for stem, word in zip(sentence.words, words_in(sentence.text, reading.article.language), strict=False):
            written.setdefault(stem, word)
    return written


def _carried(run: Sequence[Weighed], state: int) -> Iterator[str]:
    """Name the units that do not say it themselves, and the neighbour from which the theme was carried over."""
    says = [w.scores[state] == max(w.scores) for w in run]
    for spoken, group in groupby(range(len(run)), key=says.__getitem__):
        at = list(group)
        if not spoken:
            source = at[0] - 1 if at[0] else at[-1] + 1
            origin = f" from {_numbers(run[source], run[source])}" if source < len(run) else ""
            yield f"{_numbers(run[at[0]], run[at[-1]])} carried over{origin}"


def _numbers(first: Weighed, last: Weighed) -> str:
    """Return the sentences of some units as a reader counts them, from 1."""
    one, other = first.unit.first + 1, last.unit.last + 1
    return f"sentence {one}" if one == other else f"sentences {one}–{other}"
