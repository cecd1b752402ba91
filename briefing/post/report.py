"""What became of the letters of one round, and of those that wait."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.model import Letter, LetterState


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the letters: `tried` in this round, `waiting` since earlier ones."""

    tried: tuple[Letter, ...] = ()
    waiting: tuple[Letter, ...] = ()

    def of(self, *states: LetterState) -> tuple[Letter, ...]:
        """Return the letters that this round brought to one of these states."""
        return tuple(letter for letter in self.tried if letter.state in states)

    @property
    def uncertain(self) -> tuple[Letter, ...]:
        """Those that may or may not have arrived, now or earlier: somebody has to decide."""
        return tuple(letter for letter in self.tried + self.waiting if letter.state == "uncertain")

    @property
    def delayed(self) -> tuple[Letter, ...]:
        """Those that were refused earlier: their next try is still to come, or somebody has to mend something."""
        return tuple(letter for letter in self.waiting if letter.state in ("deferred", "failed"))

    def troubles(self, *, patient: bool = False) -> tuple[Letter, ...]:
        """Return those of this round that were not taken, all that are uncertain and, unless `patient`, the delayed."""
        return (*self.of("deferred", "failed"), *self.uncertain, *(() if patient else self.delayed))

    @property
    def is_well(self) -> bool:
        """Whether nothing is left to do but to release what is held: every letter was taken, none is in doubt."""
        return not self.troubles()


def alike(letters: Iterable[Letter], *, by_due: bool = False) -> tuple[tuple[Letter, ...], ...]:
    """Return the letters that the same became of together: a server that is down is one group, not one a recipient.

    With `by_due` they are also tried again in the same minute.
    """
    groups: dict[object, list[Letter]] = {}
    for letter in letters:
        due = letter.due.replace(second=0, microsecond=0) if by_due and letter.due else None
        groups.setdefault((letter.day, letter.state, letter.words, due), []).append(letter)
    return tuple(map(tuple, groups.values()))


def whom(letters: Sequence[Letter]) -> str:
    """Return to whom letters go, in words."""
    first, others = letters[0].recipient, len(letters) - 1
    return f"{first} and {others} more" if others else first
