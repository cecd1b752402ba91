"""Find the words of a text that name a day, a month or a year, and what they say: the news register, and no guesses.

"May" the verb or the name, "the 9/11 attacks", "24/7", "Black Friday", "the Sunday Times" and "the Sept. 11 attacks"
are no dates here. General date searchers read them as such: dateparser and parsedatetime get 3 of 8 such traps right.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.language.dates.english import ENGLISH
from briefing.language.dates.grammar import Grammar
from briefing.language.dates.others import OTHERS
from briefing.language.dates.tense import REACH, side
from briefing.model import Expression, Side, Span

GRAMMARS: dict[str, Grammar] = {"en": ENGLISH, **OTHERS}
"""The languages whose expressions are known; in others none are found."""

_REACH = 40  # characters that anything beside a name can take
_NEAR = 30  # characters in which a verb must stand for "today" to be a day and not our times
_RUNS_ON = re.compile(r"\w|['’]s\b")  # "on Monday of last week" is a day, "on Monday of last week's shooting" is not
_GAP = re.compile(r",?\s{1,2}\(?(?:den\s|dem\s|the\s)?")  # between a weekday and its day
_TWO_WORDS = re.compile(r"(?:\b(\w+)\s)?\b(\w+)\s$")
_MOST = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
# Days that stand for what happened on them in one year; without that year they are believed only of the future.
_KNOWN_DAYS = {(9, 11), (1, 6), (10, 7), (7, 7)}

# "Last Tuesday" and "next March" look one way, but may mean the nearest or that of another week or year; "Tuesday of
# last week", which has no such doubt, has no side.
_SIDES: dict[int, Side] = {-1: "past", 0: "future", 1: "future"}


def expressions(
    text: str, sentences: Sequence[Span], language: str = "en", *, quoted: Sequence[Span] = ()
) -> tuple[Expression, ...]:
    """Return the expressions in the sentences (ordered, apart), in order and apart; each lies inside one sentence.

    In what is `quoted` (ordered, apart), "yesterday" and the like are the speaker's and left out.
    """
    grammar = GRAMMARS.get(language)
    if grammar is None or not sentences:
        return ()
    finder = _Finder(text, grammar, tuple(sorted(quoted)), re.search(grammar.surnames, text) is not None)
    return tuple(finder.found(sentences))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a name stands: in the text, and in which sentence."""

    start: int
    end: int
    sentence: Span


@dataclass(frozen=True)
class _Finder:
    text: str
    grammar: Grammar
    quoted: tuple[Span, ...]
    has_surname: bool

    def found(self, sentences: Sequence[Span]) -> Iterator[Expression]:
        starts = [sentence.start for sentence in sentences]
        done = 0
        for match in self.grammar.anchors.finditer(self.text, sentences[0].start, sentences[-1].end):
            sentence = sentences[bisect_right(starts, match.start()) - 1]
            if match.start() < done or match.end() > sentence.end:
                continue
            expression = self._read(match, _Place(*match.span(), sentence))
            if expression and done <= expression.start and expression.end <= sentence.end:
                done = expression.end
                yield expression

    def _read(self, match: re.Match[str], place: _Place) -> Expression | None:
        if match["phrase"]:
            return self._phrase(place)
        if match["weekday"]:
            return self._weekday(place, self.grammar.weekday_numbers[match["weekday"].casefold()])
        if match["month"]:
            return self._month(place, self.grammar.month_numbers[match["month"].rstrip(".").casefold()])
        return self._iso(place) if match["iso"] else self._year(place)

    # ------------------------------------------------------------------------------------------------- fixed phrases

    def _phrase(self, place: _Place) -> Expression | None:
        words = " ".join(self.text[place.start : place.end].casefold().split())
        known = self.grammar.phrases[words]
        if self._is_quoted(place) or self._is_vetoed(place, "phrase") or self._is_name(place):
            return None
        found = self._side(place, reach=_NEAR) if known.vague else "past"
        if found == "unknown" or (known.vague and known.offset > 0 and found == "past"):
            return None
        return Expression(place.start, place.end, known.unit, offset=known.offset)

    def _is_quoted(self, place: _Place) -> bool:
        before = bisect_right(self.quoted, (place.start, len(self.text)))
        return before > 0 and place.end <= self.quoted[before - 1].end

    def _is_name(self, place: _Place) -> bool:
        """A capital that is not the sentence's first: "USA Today"."""
        opened = self.text[place.sentence.start : place.start].strip(" \"'“‘«„(—–-")
        return self.text[place.start].isupper() and bool(opened)

    # ------------------------------------------------------------------------------------------------------ weekdays

    def _weekday(self, place: _Place, number: int) -> Expression | None:
        dated = self._weekday_with_day(place, number)
        if dated is not None:
            return dated
        if self._is_vetoed(place, "weekday") or not self._needed(place, "weekday_needs"):
            return None
        start, offset = self._word_before(place, self.grammar.week)
        if offset is not None:
            told = self._side(place)
            if offset == 0 and told == "past":  # "crowds gathered this Sunday"
                return Expression(start, place.end, weekday=number, side=told)
            return Expression(start, place.end, weekday=number, offset=offset, side=_SIDES[offset])
        end, offset = self._words_behind(place, self.grammar.week_behind)
        if offset is not None:
            return Expression(place.start, end, weekday=number, offset=offset)
        found = self._side(place)
        return Expression(place.start, place.end, weekday=number, side=found)

    def _weekday_with_day(self, place: _Place, number: int) -> Expression | None:
        """A weekday and its day: "Tuesday, Feb. 16", "Tuesday (16 February 2021)", "Dienstag, den 16. Februar"."""
        gap = _GAP.match(self.text, place.end)
        begin = gap.end() if gap else place.end
        match = self.grammar.anchors.search(self.text, begin, min(place.sentence.end, begin + _REACH // 2))
        if not gap or not match or not match["month"]:
            return None
        month = self.grammar.month_numbers[match["month"].rstrip(".").casefold()]
        dated = self._day(_Place(*match.span(), place.sentence), month)
        if dated is None or dated.start != begin:
            return None
        return replace(dated, start=place.start, weekday=number)

    # -------------------------------------------------------------------------------------------------------- months

    def _month(self, place: _Place, month: int) -> Expression | None:
        if any(self._days_beside(place)):
            return self._day(place, month)
        return self._month_of_year(place, month) or self._bare_month(place, month)

    def _days_beside(self, place: _Place) -> tuple[re.Match[str] | None, re.Match[str] | None]:
        begin = max(place.sentence.start, place.start - _REACH)
        before = self.grammar.days_before.search(self.text, begin, place.start)
        after = self.grammar.days_after.match(self.text, place.end, place.sentence.end)
        return before, after if self.grammar.month_first else None

    def _day(self, place: _Place, month: int) -> Expression | None:
        """A day of the month, or several that run on, with or without a year."""
        before, after = self._days_beside(place)
        days = before or after
        if days is None:
            return None
        first, last = int(days[1]), int(days[2] or 0)
        if not 1 <= first <= _MOST[month] or (last and not first < last <= _MOST[month]):
            return None
        start, end = (before.start(), place.end) if before else (place.start, days.end())
        return self._dated(_Place(start, end, place.sentence), month, first, last or None)

    def _dated(self, place: _Place, month: int, first: int, last: int | None) -> Expression | None:
        year = self.grammar.year_after.match(self.text, place.end, place.sentence.end)
        found = self._side(_Place(place.start, year.end() if year else place.end, place.sentence))
        if year:
            return Expression(place.start, year.end(), "day", int(year[1]), month, first, last, side=found)
        if self._is_vetoed(place, "day"):
            return None
        end, offset = self._words_behind(place, self.grammar.years_behind)
        if offset is None and (month, first) in _KNOWN_DAYS and found != "future" and not self._is_until(place):
            return None
        return Expression(place.start, end, "day", None, month, first, last, offset=offset, side=found)

    def _is_until(self, place: _Place) -> bool:
        return self.text[max(0, place.start - 7) : place.start].casefold().endswith((" by ", " until "))

    def _month_of_year(self, place: _Place, month: int) -> Expression | None:
        year = self.grammar.year_after.match(self.text, place.end, place.sentence.end)
        is_day = self.grammar.month_first and self.text[place.end : place.end + 1] == ","
        return Expression(place.start, year.end(), "month", int(year[1]), month) if year and not is_day else None

    def _bare_month(self, place: _Place, month: int) -> Expression | None:
        if self._is_vetoed(place, "month") or not self._needed(place, "month_needs"):
            return None
        if self.has_surname and re.search(self.grammar.surnames, f"Mr {self.text[place.start : place.end]}"):
            return None
        end, offset = self._words_behind(place, self.grammar.years_behind)
        if offset is not None:
            return Expression(place.start, end, "month", month=month, offset=offset)
        start, offset = self._word_before(place, self.grammar.years)
        if offset is not None:
            return Expression(start, place.end, "month", month=month, offset=offset, side=_SIDES[offset])
        found = self._side(place)
        return Expression(place.start, place.end, "month", month=month, side=found)

    # --------------------------------------------------------------------------------------------- years and figures

    def _year(self, place: _Place) -> Expression | None:
        if self._is_vetoed(place, "year") or not self._needed(place, "year_needs"):
            return None
        return Expression(place.start, place.end, "year", int(self.text[place.start : place.end]))

    def _iso(self, place: _Place) -> Expression | None:
        year, month, day = map(int, self.text[place.start : place.end].split("-"))
        is_day = 1 <= month <= 12 and 1 <= day <= _MOST[month]
        return Expression(place.start, place.end, "day", year, month, day) if is_day else None

    # -------------------------------------------------------------------------------------------------- surroundings

    def _is_vetoed(self, place: _Place, kind: str) -> bool:
        """Whether the words around say that the name is something else."""
        after = self.grammar.begins(f"{kind}_not_after").match(self.text, place.end, place.sentence.end)
        return after is not None or self._ends_with(place, f"{kind}_not_before")

    def _side(self, place: _Place, reach: int = REACH) -> Side:
        return side(self.text, Span(place.start, place.end), place.sentence, self.grammar.cues, reach=reach)

    def _needed(self, place: _Place, name: str) -> bool:
        return not getattr(self.grammar, name) or self._ends_with(place, name)

    def _ends_with(self, place: _Place, name: str) -> bool:
        begin = max(place.sentence.start, place.start - _REACH)
        return self.grammar.ends(name).search(self.text, begin, place.start) is not None

    def _word_before(self, place: _Place, known: Mapping[str, int]) -> tuple[int, int | None]:
        """Return where "last" begins and its number, unless it is "the last"."""
        begin = max(place.sentence.start, place.start - _REACH)
        match = _TWO_WORDS.search(self.text, begin, place.start)
        if match is None or (match[1] or "").casefold() in ("the", "our", "his", "her", "their", "its"):
            return place.start, None
        return match.start(2), known.get(match[2].casefold())

    def _words_behind(self, place: _Place, known: Mapping[str, int]) -> tuple[int, int | None]:
        begin = place.end + (self.text[place.end : place.end + 1] == " ")
        for words, number in known.items():
            if self.text.startswith(words, begin) and not _RUNS_ON.match(self.text, begin + len(words)):
                return begin + len(words), number
        return place.end, None
