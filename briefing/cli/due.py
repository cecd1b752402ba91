"""When an edition is due, as options say it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from briefing.schedule.calendar import days_of, time_of


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
