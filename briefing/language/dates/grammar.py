"""What a language's expressions of time look like, as data, and the patterns that follow from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from briefing.language.dates.names import numbered
from briefing.language.dates.tense import Cues
from briefing.model import Unit

_YEAR = r"(?:19|20)\d\d"
NEVER = r"(?!)"


@dataclass(frozen=True, slots=True)
class Phrase:
    """What some words always mean: `offset` units from the article's day; `vague` ones only beside a verb that says so.

    "Today" may be our times, "put on a plane tomorrow" a supposition.
    """

    unit: Unit
    offset: int
    vague: bool = False


@dataclass(frozen=True)
class Grammar:
    """One language's expressions. Patterns named `…_before` end where the words begin, `…_after` begin where they end.

    `months` and `weekdays` are as in `names`; a form that begins the month's first one is short for it and may have a
    full stop. `phrases` are keyed by their words. A weekday needs `weekday_needs` before it, a month without a day
    `month_needs`; the `…_not_before` and `…_not_after` patterns say where the same words are something else. `week`
    maps the words that place a weekday in a week ("last") to its number, `years` the same for a month, `…_behind` those
    that follow it. Where the text names somebody of the `surnames` ("Theresa May"), a bare month of that name is not
    believed.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    phrases: Mapping[str, Phrase]
    cues: Cues
    capitalised: bool = False
    ordinal: str = r"(?:\.|er|º)?"
    joints: str = r"[-–/]"
    of: str = ""
    month_first: bool = False
    month_needs: str = NEVER
    month_not_after: str = NEVER
    month_not_before: str = NEVER
    weekday_needs: str = ""
    weekday_not_before: str = NEVER
    weekday_not_after: str = NEVER
    phrase_not_before: str = NEVER
    phrase_not_after: str = NEVER
    day_not_before: str = NEVER
    day_not_after: str = NEVER
    year_needs: str = NEVER
    year_not_before: str = NEVER
    year_not_after: str = NEVER
    week: Mapping[str, int] = field(default_factory=dict)
    week_behind: Mapping[str, int] = field(default_factory=dict)
    years: Mapping[str, int] = field(default_factory=dict)
    years_behind: Mapping[str, int] = field(default_factory=dict)
    surnames: str = NEVER

    @cached_property
    def month_numbers(self) -> dict[str, int]:
        """The number of each form of a month's name, in small letters."""
        return numbered(self.months, 1)

    @cached_property
    def weekday_numbers(self) -> dict[str, int]:
        """The number of each weekday's full name, 0 for Monday."""
        return numbered(self.weekdays, 0)

    @cached_property
    def anchors(self) -> re.Pattern[str]:
        """What every expression holds: a name, a fixed phrase, or a year behind its preposition."""
        forms = [(form, forms.split()[0]) for forms in self.months for form in forms.split()]
        full = self._names([form for form, name in forms if form == name or not name.startswith(form)])
        short = self._names([form for form, name in forms if form != name and name.startswith(form)]) or NEVER
        weekdays = self._names(list(self.weekdays))
        phrases = "|".join(re.escape(words).replace(r"\ ", r"\s{1,2}") for words in sorted(self.phrases, reverse=True))
        first = "".join(sorted({words[0] + words[0].upper() for words in self.phrases}))
        return re.compile(
            rf"\b(?:(?P<month>(?:{full})\b|(?:{short})\b\.?)|(?P<weekday>{weekdays})\b"
            rf"|(?=[{first}])(?P<phrase>(?i:{phrases}))\b|(?P<year>{_YEAR})\b(?P<iso>-\d\d-\d\d\b)?)"
        )

    def _names(self, names: list[str]) -> str:
        forms = " ".join(names).split()
        capital = [form.capitalize() for form in forms]
        every = capital if self.capitalised else [*forms, *capital]
        return "|".join(sorted(every, key=lambda form: (-len(form), form)))

    @cached_property
    def days_before(self) -> re.Pattern[str]:
        """One or two days that end where a month begins: "17 and 18 February", "17/18 February", "1er mars"."""
        number = rf"(\d{{1,2}}){self.ordinal}"
        of = rf"(?:{self.of}\s)?" if self.of else ""
        return re.compile(rf"(?<![\d.,:$£€/–-]){number}(?:\s?(?:{self.joints})\s?{number})?\s{{1,2}}{of}$")

    @cached_property
    def days_after(self) -> re.Pattern[str]:
        """One or two days behind a month: "Feb. 17", "February 17-18", "February 17 and 18"."""
        number = rf"(\d{{1,2}})(?!\d|[.,:]\d|%){self.ordinal}"
        return re.compile(rf"\s{{1,2}}{number}(?:\s?(?:{self.joints})\s?{number})?(?![\w%]|[-–/]\d)")

    @cached_property
    def year_after(self) -> re.Pattern[str]:
        """The year behind a day or a month: ", 2021", " 2021", " de 2021"."""
        of = rf"(?:{self.of}\s)?" if self.of else ""
        return re.compile(rf",?\.?\s{{1,2}}{of}({_YEAR})\b(?![-–/%]|[.,]\d)")

    def ends(self, name: str) -> re.Pattern[str]:
        """The pattern of that name, to be searched for at the end of what stands before."""
        return _compiled(rf"(?:{getattr(self, name)})$")

    def begins(self, name: str) -> re.Pattern[str]:
        """The pattern of that name, to be matched where the words end."""
        return _compiled(getattr(self, name))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
