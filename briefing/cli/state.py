"""The state that the settings name: where it lies, and how a command that sends or drops mails writes to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.saying import say
from briefing.records.folder import locate
from briefing.settings import Settings

if TYPE_CHECKING:
    from briefing.records.state import State


def folder_of(settings: Settings) -> Path:
    """Return the folder of the state; raises SettingsError without a `name`."""
    return locate(settings.name, settings.state)


@contextmanager
def at_work(folder: Path, moment: datetime) -> Iterator[State]:
    """Give the state in `folder` to write to, under its lock; that it was moved is said, once."""
    from briefing.records.lock import held
    from briefing.records.state import opened

    with held(folder, now=moment), opened(folder) as records:
        for problem in records.move():
            say(f"briefing: {problem}", err=True)
        yield records
