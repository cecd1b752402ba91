"""What the commands on editions and their mails have in common: what is recorded of a briefing, and how it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from briefing.cli.request import FILE, Request, now
from briefing.cli.state import at_work, folder_of
from briefing.errors import BriefingError
from briefing.model import Edition, Entry
from briefing.records.state import State, asked
from briefing.settings import Settings

T = TypeVar("T")

CONFIG = click.option("--config", type=FILE, metavar="FILE", help="The settings [default: ./briefing.toml].")


@dataclass(frozen=True)
class Recorded:
    """What is recorded of one briefing: its editions and their letters, in the folder of its state."""

    settings: Settings
    folder: Path

    @classmethod
    def of(cls, config: Path | None) -> Recorded:
        """Return that of the settings; raises SettingsError where they have no `name`."""
        settings = Request(config=config).loaded(needs_sources=False).settings
        return cls(settings, folder_of(settings))

    def ask(self, question: Callable[[State], T]) -> T:
        """Return the answer; raises BriefingError where there is no state, RecordsError where it cannot be read."""
        found = asked(self.folder, lambda state: (question(state),))
        if found is None:
            raise BriefingError(f"{self.folder}: no edition is recorded here; briefing run records one")
        return found[0]

    @contextmanager
    def at_work(self) -> Iterator[State]:
        """Give the state to write to, under its lock; raises BriefingError where there is none."""
        self.ask(lambda _: None)
        with at_work(self.folder, now(self.settings)) as records:
            yield records

    def entries(self) -> tuple[Entry, ...]:
        """Return every revision of every edition."""
        return self.ask(lambda state: state.entries(self.settings.name))

    def edition(self, day: date, revision: int | None = None) -> Edition:
        """Return the edition of a day; raises BriefingError where there is none."""
        found = self.ask(lambda state: state.edition(self.settings.name, day, revision))
        if found is None:
            what = f"edition of {day}" if revision is None else f"revision {revision} of the edition of {day}"
            raise BriefingError(f"{self.folder}: no {what} is recorded; briefing editions lists those that are")
        return found
