"""Quantities that articles state: what is counted, how many, in whose words, and where that stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from briefing.model.reading import Span

Measure = Literal["count", "money", "percent", "votes", "date"]
Qualifier = Literal["exact", "about", "nearly", "more", "least", "fewer", "most", "between"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """Words that say how many, how much, or by when: `text[start:end]` ("fewer than 10,000", "$2bn", "40 per cent").

    `low` and `high` are exact, both the same but for what lies between two, for the two sides of a vote, and for some
    days, which are numbered as `date.toordinal` does. `unit` is a currency or empty; `step` is what the figure is
    rounded to as it is written: 1,000 in "12,000". `thing` is the head of what is counted, a stem or the name of its
    kin ("troops" for soldiers and forces), `event` what befalls it ("die", "leave"), `names` and `modifiers` what
    narrows it down ("Nato", "foreign"), and `of` where that stands. `per` is a rate's ("year").
    """

    start: int
    end: int
    low: Fraction
    high: Fraction
    measure: Measure = "count"
    unit: str = ""
    qualifier: Qualifier = "exact"
    step: Fraction = Fraction(1)
    thing: str = ""
    event: str = ""
    names: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    of: Span | None = None
    per: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as one article states it under a theme.

    `words` are those of the quantity and `of` those of what it counts, as they stand; `sentence` is counted from 1 and
    stands at `place`. `company` are the stems that carry meaning around it. `time` says of when it holds, in the
    article's words, empty for now; `days`, `places` and `names` are those that the sentence
    holds. `speaker` is who says it: a name, or the article's own words for somebody
    ("officials"), or None where the article itself does. `day` is the article's own.
    """

    article: str
    quantity: Quantity
    words: str
    of: str
    place: Span
    sentence: int
    company: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    speaker: str | None = None
    day: date | None = None

    @property
    def order(self) -> tuple[int, str, int, int]:
        """What figures are sorted by: those that articles state first come first."""
        return (self.sentence, self.article, self.quantity.start, self.quantity.end)


@dataclass(frozen=True, slots=True)
class Difference:
    """Figures of one and the same thing that do not all agree, of at least two articles, in the order of the page."""

    theme: str
    figures: tuple[Figure, ...]
