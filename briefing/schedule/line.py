"""A line of a crontab: what cron, and then /bin/sh, make of the words of a call."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence

from briefing.errors import BriefingError

LONGEST = 998
"""Bytes. Debian's cron takes commands of 998, POSIX lines of 2,048 with their end; nobody checks what is cut off."""


def cron_line(minutes: Sequence[int], words: Sequence[str]) -> str:
    """Return the line that runs a command at these minutes of every hour, with nothing to read; raises BriefingError.

    Every hour, not at one time: so the machine's zone does not matter, and cron starts what has an hour of "*" by the
    clock alone, where it would shift or repeat a fixed time on the days on which the clock is changed.
    """
    line = f"{','.join(map(str, minutes))} * * * * {' '.join(map(_quoted, words))} </dev/null"
    size = len(os.fsencode(line))
    if size > LONGEST:
        remedy = "move the settings or the virtual environment to a shorter path, or use --systemd"
        raise BriefingError(f"crontab: the line would have {size} bytes, of which cron takes {LONGEST}; {remedy}")
    return line


def _quoted(word: str) -> str:
    r"""Quote for /bin/sh, then for cron, which ends the command at "%" and takes the backslash from "\%".

    Some crons make one backslash of two: so none may stand before another, nor before the one that "%" gets.
    """
    return shlex.quote(word).replace("\\", "\\''").replace("%", "\\%")
