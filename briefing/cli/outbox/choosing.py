"""Which letters a command is about: by number, by day, or all that it is for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import click

from briefing.cli.request import DAY
from briefing.errors import BriefingError, UsageError
from briefing.model import Letter, LetterState
from briefing.records.state import State


class _Pick(click.ParamType[int | date]):
    """A letter's number, or a day."""

    name = "NUMBER|DAY"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | date:
        """Return it; anything else is a usage error."""
        if isinstance(value, str) and "-" in value.strip("-"):
            return DAY.convert(value, param, ctx)
        try:
            return int(value)
        except (ValueError, TypeError):
            self.fail(f"{value!r} is no number of a letter and no day, as in 12 or 2026-11-22", param, ctx)


PICKS = click.argument("picks", nargs=-1, type=_Pick(), metavar="[NUMBER|DAY]...")


@dataclass(frozen=True)
class Choice:
    """What was picked, and in which `states` a letter can be: `by_number` those that must be named one by one, too."""

    picks: Sequence[int | date]
    everything: bool
    states: Collection[LetterState]
    by_number: Collection[LetterState] = ()

    def __post_init__(self) -> None:
        """Raise UsageError unless it says which, in one way."""
        if bool(self.picks) == self.everything:
            raise UsageError("say which mails: numbers, a day, or --all; briefing outbox lists them")

    def of(self, records: State, name: str) -> tuple[Letter, ...]:
        """Return the letters that were picked; raises BriefingError for a number that is none of them."""
        letters = records.letters(name)
        known = {letter.number: letter for letter in letters}
        numbers = {self._fitting(known, pick) for pick in self.picks if isinstance(pick, int)}
        days = {pick for pick in self.picks if not isinstance(pick, int)}
        return tuple(
            letter
            for letter in letters
            if letter.number in numbers or (letter.state in self.states and (self.everything or letter.day in days))
        )

    def _fitting(self, known: dict[int, Letter], number: int) -> int:
        letter = _found(known.get(number), number)
        if letter.state not in {*self.states, *self.by_number}:
            remedy = f"; briefing send {letter.day} --again sends it once more" if letter.state == "sent" else ""
            what = f"mail {number}, to {letter.recipient}, is {letter.state}: not for this command"
            raise BriefingError(what + remedy)
        return number


def found(records: State, name: str, number: int) -> Letter:
    """Return the letter of that number with its bytes; raises BriefingError where this briefing has none."""
    letter = records.letter(number)
    return _found(letter if letter and letter.name == name else None, number)


def _found(letter: Letter | None, number: int) -> Letter:
    if letter is None:
        raise BriefingError(f"there is no mail {number} in the outbox; briefing outbox --all lists those there are")
    return letter
