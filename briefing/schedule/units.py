"""A service and a timer for systemd, as text."""

from __future__ import annotations

import re
from datetime import timedelta

from briefing.schedule.calendar import QUARTER, Timetable
from briefing.schedule.command import Call

_PLAIN = re.compile(r"[\w@+=:,./-]+")
_GRACE = timedelta(minutes=5)


def service(name: str, call: Call, limit: timedelta) -> str:
    """Return the unit that makes the call, and ends it when it has long passed its own time `limit`."""
    lines = (
        "[Unit]",
        f"Description=The briefing {name}, when an edition is due",
        "",
        "[Service]",
        "Type=oneshot",
        *(f"Environment={_quoted(f'{variable}={value}')}" for variable, value in call.variables.items()),
        # With ":" no "$" begins a variable.
        f"ExecStart=:{' '.join(map(_quoted, (*call.program, *call.arguments)))}",
        f"TimeoutStartSec={int((limit + _GRACE).total_seconds())}",
    )
    return "\n".join(lines) + "\n"


def timer(name: str, timetable: Timetable) -> str:
    """Return the unit that starts the service every quarter of an hour, and at once where some were slept through."""
    lines = (
        "[Unit]",
        f"Description=Look every quarter of an hour whether the briefing {name} is due",
        "",
        "[Timer]",
        f"OnCalendar=*-*-* *:{timetable.minutes[0]:02}/{QUARTER}:00",
        "Persistent=true",
        "AccuracySec=1s",
        "",
        "[Install]",
        "WantedBy=timers.target",
    )
    return "\n".join(lines) + "\n"


def _quoted(word: str) -> str:
    """Quote for systemd, to which "%" begins a specifier."""
    if _PLAIN.fullmatch(word):
        return word
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'
