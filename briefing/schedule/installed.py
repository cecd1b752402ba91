"""The current user's crontab, read and written through the `crontab` command: the only door to it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from typing import NoReturn

from briefing.errors import BriefingError
from briefing.schedule.crontab import Crontab

_NONE = re.compile(rb"no crontab|no such file", re.IGNORECASE)
_PLACES = ("/usr/bin", "/bin", "/usr/local/bin", "/usr/sbin", "/sbin", "/usr/lib")
_PATIENCE = 30  # seconds: users may be looked up over a network


def read() -> Crontab:
    """Return the user's crontab, an empty one if there is none; raises BriefingError."""
    done = _crontab("-l")
    if done.returncode and not _NONE.search(done.stderr):
        _refused("it cannot be read", done)
    return Crontab(done.stdout if done.returncode == 0 else b"")


def write(crontab: Crontab) -> None:
    """Put the crontab in the place of the user's, or take that away if nothing is left; raises BriefingError."""
    done = _crontab("-", crontab.data) if crontab.data else _crontab("-r")
    is_gone = not crontab.data and _NONE.search(done.stderr)
    if done.returncode and not is_gone:
        _refused("it was left as it was", done)


def has_mail_program(places: Sequence[str] = _PLACES) -> bool:
    """Whether the machine has what cron hands a job's output to."""
    return shutil.which("sendmail", path=":".join(places)) is not None


def _crontab(argument: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("crontab") or shutil.which("crontab", path=":".join(_PLACES))
    if program is None:
        _failed("there is no crontab command here; install cron, or use --systemd")
    # Debian's leaves its own head lines out, unless told otherwise; they would come twice.
    environ = {**os.environ, "LC_ALL": "C", "CRONTAB_NOHEADER": "Y"}
    try:
        return subprocess.run(  # noqa: S603 (a fixed program, its argument ours)
            [program, argument], input=data, env=environ, capture_output=True, timeout=_PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        _failed(f"{program} {argument} did not end within {_PATIENCE} seconds; try it by hand")
    except OSError as error:
        _failed(f"{program} cannot be run: {error.strerror}; mend that, or use --systemd")


def _refused(what: str, done: subprocess.CompletedProcess[bytes]) -> NoReturn:
    words = " ".join(done.stderr.decode(errors="replace").split()) or f"exit code {done.returncode}"
    remedy = "ask who runs this machine to name you in cron.allow, or use --systemd"
    _failed(f"{what}: {words}; if you may not use it, {remedy}")


def _failed(what: str) -> NoReturn:
    raise BriefingError(f"crontab: {what}") from None
