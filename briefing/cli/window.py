"""The window that a run counts: that of the day's edition if there is one, without a gap to the edition before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from briefing.model import Bound, Edition
from briefing.records.state import State, asked
from briefing.settings import Loaded, Settings
from briefing.settings.window import joined, resolved


def windowed(loaded: Loaded, folder: Path, day: date, moment: datetime) -> Loaded:
    """Return the settings with the window of an edition of that `day` which is made at a moment.

    Where a duration sets it, it begins no later than the edition before it ended: the machine may have slept. An
    edition that the day has keeps its window if it is of the same length; counted from each run anew it would make
    another revision each time.
    """
    if not loaded.counted:
        return loaded
    today, ended = asked(folder, lambda state: _known(state, loaded.settings.name, day)) or (None, None)

    def counted(until: Bound | None) -> Settings:
        settings = resolved(replace(loaded.settings, since=loaded.counted, until=until), day, moment)
        return joined(settings, ended) if ended else settings

    if today and today.made.until:
        same = counted(today.made.until)
        if same.since == today.made.since:
            return replace(loaded, settings=same)
    return replace(loaded, settings=counted(None))


def _known(state: State, name: str, day: date) -> tuple[Edition | None, Bound | None]:
    """The edition of the day, and where the window of the last one before it ended, if they have any."""
    earlier = max((entry.day for entry in state.entries(name) if entry.day < day), default=None)
    before = state.edition(name, earlier) if earlier else None
    return state.edition(name, day), before.made.until if before else None
