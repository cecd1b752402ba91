"""When an edition is due, as options say it, and whether one is missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from briefing.records.status import when
from briefing.schedule.calendar import Timetable, days_of, time_of


class _Checked(click.ParamType[str]):
    """A text that `check` reads without a ValueError."""

    def __init__(self, name: str, check: Callable[[str], object]) -> None:
        self.name, self.check = name, check

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return it in small letters; anything else is a usage error."""
        text = str(value).lower()
        try:
            self.check(text)
        except ValueError as error:
            self.fail(str(error), param, ctx)
        return text


AT = _Checked("HH:MM", time_of)
DAYS = _Checked("DAYS", days_of)


def missing(folder: Path, timetable: Timetable, moment: datetime) -> datetime | None:
    """Return the moment whose edition was not made yet, nor passed before the timetable was installed, if any."""
    return timetable.due(moment, since=when(folder, "schedule"), served=when(folder, "last_edition"))
