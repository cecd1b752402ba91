"""What every check looks at, and what comes of it: a line that says that all is well, or those that say what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from briefing.cli.state import folder_of
from briefing.errors import BriefingError
from briefing.language.display import shown
from briefing.settings import Loaded, Settings

Look = Callable[[], str]
"""Looks at one thing, and says in a line how it is; raises BriefingError, with what to do, where it is not well."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found; `code` is the exit code that it asks for."""

    name: str
    said: str
    code: int = 0

    @property
    def is_well(self) -> bool:
        """Whether there is nothing to do."""
        return self.code == 0


@dataclass(frozen=True, slots=True)
class Case:
    """The settings that are looked at, and when.

    `dates` gathers what others' clocks showed, each with what ours showed at that moment.
    """

    loaded: Loaded
    now: datetime
    dates: list[tuple[datetime, datetime]] = field(default_factory=list)

    @property
    def settings(self) -> Settings:
        """The settings themselves."""
        return self.loaded.settings

    @property
    def folder(self) -> Path | None:
        """Where the state lies, or will; None without a `name`."""
        return folder_of(self.settings) if self.settings.name else None


def looked(name: str, look: Look) -> Iterator[Finding]:
    """Yield what came of looking: one finding, or one for each line of what is wrong."""
    try:
        yield Finding(name, shown(look()))
    except BriefingError as error:
        yield from (Finding(name, shown(line), error.exit_code) for line in str(error).splitlines())


def age(length: timedelta) -> str:
    """Return a length of time as people say it: "3 minutes", "5 hours", "2 days"."""
    minutes = max(0, int(length.total_seconds())) // 60
    count, unit = (minutes, "minute") if minutes < 120 else (minutes // 60, "hour")
    count, unit = (count, unit) if minutes < 48 * 60 else (minutes // 1440, "day")
    return f"{count} {unit}" + ("" if count == 1 else "s")


def nearest(path: Path) -> Path:
    """Return the path itself, or the nearest folder above it that exists: where it would be made."""
    return next(one for one in (path, *path.parents) if one.exists())
