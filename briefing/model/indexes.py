"""What leads a reader back to the statements of a page: who says them, and on which days what they tell happens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefing.model.citing import Citation, Reference
from briefing.model.reading import Unit


@dataclass(frozen=True, slots=True)
class Role:
    """What a source calls a speaker, in its own words; its label is that of a statement with a letter."""

    text: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who says something on the page: the name as a source gives it in full, and what is said, by label.

    `citation` is where the name stands, labelled as the first of the `statements`. `roles` are what the sources call
    its bearer, in their order.
    """

    name: str
    citation: Citation
    roles: tuple[Role, ...] = ()
    statements: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """What a printed statement dates: its `words` that say when ("by 1 May 2021"), and the `names` beside them.

    Both stand in one sentence of the statement `citation`; the words at `start` to `end` of the article. `announced`:
    its day was still to come when the article was written. `inferred`: counted from a day that is so itself.
    """

    citation: Citation
    words: str
    start: int
    end: int
    names: tuple[str, ...] = ()
    announced: bool = False
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Occasion:
    """One day of a timeline, or some days, a month, a year, as exact as the sources are, with all that is dated so.

    `first` and `last` are None for what has a day and month but no year that is sure.
    """

    first: date | None
    last: date | None
    unit: Unit = "day"
    happenings: tuple[Happening, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """What a theme's statements date, in the order of the days; and, apart from them, the articles that say so."""

    occasions: tuple[Occasion, ...] = ()
    reports: tuple[Reference, ...] = ()
