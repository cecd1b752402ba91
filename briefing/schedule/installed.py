"""The current user's crontab, read and written through the `crontab` command: the only door to it."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from briefing.errors import BriefingError
from briefing.schedule.crontab import Crontab
from briefing.schedule.programs import Ended, run

_NONE = re.compile(rb"no crontab|no such file", re.IGNORECASE)
_PLACES = ("/usr/bin", "/bin", "/usr/local/bin", "/usr/sbin", "/sbin", "/usr/lib")
_PROCESSES = Path("/proc")


def read() -> Crontab:
    """Return the user's crontab, an empty one if there is none; raises BriefingError."""
    done = _crontab("-l")
    if done.code and not _NONE.search(done.complaint):
        _refused("cannot be read", done)
    return Crontab(done.data if done.code == 0 else b"")


def write(crontab: Crontab) -> None:
    """Put the crontab in the place of the user's, or take that away if nothing is left; raises BriefingError."""
    done = _crontab("-", crontab.data) if crontab.data else _crontab("-r")
    is_gone = not crontab.data and _NONE.search(done.complaint)
    if done.code and not is_gone:
        _refused("was left as it was", done)


def has_mail_program() -> bool:
    """Whether the machine has what cron hands a job's output to."""
    return shutil.which("sendmail", path=":".join(_PLACES)) is not None


def is_daemon_seen() -> bool:
    """Whether a cron runs, as far as this machine lets it be seen; where it lets nothing be seen, one may."""
    names = set()
    for path in _PROCESSES.glob("[0-9]*/comm"):
        with suppress(OSError):  # it has just ended
            names.add(path.read_text(errors="replace").strip())
    return not names or bool(names & {"cron", "crond", "fcron"})


def _crontab(argument: str, data: bytes = b"") -> Ended:
    program = shutil.which("crontab") or shutil.which("crontab", path=":".join(_PLACES))
    if program is None:
        raise BriefingError("crontab: there is no such command here; install cron, or use --systemd")
    # Debian's leaves its own head lines out, unless told otherwise; they would come twice.
    return run([program, argument], {**os.environ, "LC_ALL": "C", "CRONTAB_NOHEADER": "Y"}, data=data)


def _refused(what: str, done: Ended) -> NoReturn:
    remedy = "ask who runs this machine to name you in cron.allow, or use --systemd"
    raise BriefingError(f"crontab: {what}: {done.words}; if you may not use it, {remedy}")
