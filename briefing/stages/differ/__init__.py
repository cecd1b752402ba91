"""Find the figures of one and the same thing that do not agree across articles.

No winner is picked and nothing is averaged: all of them are shown, each with its words and who says it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from briefing.language.quantities.english import HARM
from briefing.model import Difference, Figure
from briefing.stages.differ.agree import agrees, is_same_number
from briefing.stages.differ.same import is_same_thing, may_be_same

_TABLES = 3  # a theme; pages of figures would be worse than none
_ROWS = 6  # a table
_NEAR = Fraction(11, 10)  # bounds agree with far more than what repeats them


def differ(theme: str, figures: Sequence[Figure]) -> tuple[Difference, ...]:
    """Return the theme's differences, those of most articles first."""
    ordered = sorted(set(figures), key=lambda figure: figure.order)
    groups = [_shown(group, ordered) for group in _groups(ordered)]
    found = [Difference(theme, group) for group in groups if group]
    found.sort(key=lambda difference: (-len({f.article for f in difference.figures}), difference.figures[0].order))
    return tuple(found[:_TABLES])


def _groups(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Yield the figures that are of one thing: each the same as one before it, and at odds with none."""
    left = list(figures)
    while left:
        group, rest = [left[0]], left[1:]
        for member in group:
            for figure in rest:
                if is_same_thing(member, figure) and all(_go_together(figure, other) for other in group):
                    group.append(figure)
            rest = [figure for figure in rest if figure not in group]
        left = rest
        yield group


def _go_together(one: Figure, other: Figure) -> bool:
    return one.article == other.article or may_be_same(one, other)


def _shown(group: Sequence[Figure], known: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the rows of a group: one figure of each article and speaker, if any two do not agree; else nothing."""
    rows: list[Figure] = []
    for figure in group:
        if not any(row.article == figure.article and is_same_number(row.quantity, figure.quantity) for row in rows):
            rows.append(figure)
    if _is_ambiguous(rows) or not any(_differ(a, b, rows, known) for a in rows for b in rows):
        return ()
    return tuple(sorted(_kept(rows), key=lambda f: f.order))


def _kept(rows: Sequence[Figure]) -> list[Figure]:
    """The rows that there is room for: each number once, and then the others that repeat it."""
    firsts: list[Figure] = []
    for row in rows:
        if not any(is_same_number(row.quantity, first.quantity) for first in firsts):
            firsts.append(row)
    return [*firsts, *(row for row in rows if row not in firsts)][:_ROWS]


def _is_ambiguous(rows: Sequence[Figure]) -> bool:
    """Whether an article gives two figures that do not agree by the same speaker: then they are of two things."""
    return any(
        one.article == other.article and one.speaker == other.speaker and not agrees(one.quantity, other.quantity)
        for one in rows
        for other in rows
    )


def _differ(one: Figure, other: Figure, rows: Sequence[Figure], known: Sequence[Figure]) -> bool:
    if one.article == other.article or agrees(one.quantity, other.quantity):
        return False
    if is_same_number(one.quantity, other.quantity):  # only the qualifiers do: worth a table beside another number
        return any(not is_same_number(row.quantity, one.quantity) for row in rows)
    return not (_is_known(one, other.article, known) or _is_known(other, one.article, known))


def _is_known(figure: Figure, article: str, known: Sequence[Figure]) -> bool:
    """Whether the other article has that figure as well, of whatever it says it: then it does not contradict it.

    Counts of the dead and hurt are small numbers, which come again of other things; there it must be of them.
    """
    a = figure.quantity
    return any(
        f.article == article
        and (f.quantity.measure, f.quantity.unit) == (a.measure, a.unit)
        and (f.quantity.thing == a.thing or a.event not in HARM)
        and agrees(f.quantity, a)
        and max(f.quantity.high, a.high) <= _NEAR * min(f.quantity.low, a.low)
        for f in known
    )
