"""The same checks in an environment as bare as cron's: what works in this terminal alone."""

from __future__ import annotations

import json
import os
import pwd
from collections.abc import Sequence
from typing import Any

from briefing.cli.check.looking import Case, Finding
from briefing.errors import BriefingError
from briefing.schedule import installed
from briefing.schedule.command import Call, call_of
from briefing.schedule.crontab import unquoted
from briefing.schedule.programs import run

COMPARED = ("settings", "templates", "sources", "state", "mail")
"""What may differ from one environment to the other; the rest differs from one moment to the next."""

_PATIENCE = 300  # seconds: it reads all that the first look has read


def as_cron(case: Case, here: Sequence[Finding]) -> str:
    """Look once more with no more than cron gives, and what the crontab sets; raises BriefingError for what differs."""
    file = case.loaded.file
    if file is None:
        return "not tried: a scheduler needs a file with the settings (--config)"
    there = _found(call_of(("check", "--json", "--config", str(file.absolute())), os.environ), _environment(case))
    known = {(finding.name, finding.said) for finding in here}
    differing = [
        f"{name}: {said}; it is otherwise in this terminal" for name, said in there if (name, said) not in known
    ]
    if differing:
        raise BriefingError("\n".join(differing))
    return "well; it finds the same in an environment as bare as cron's"


def _environment(case: Case) -> dict[str, str]:
    user = pwd.getpwuid(os.geteuid())
    bare = {"HOME": user.pw_dir, "LOGNAME": user.pw_name, "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh"}
    try:
        given = installed.read().variables(case.settings.name) if case.settings.name else {}
    except BriefingError:  # told by the check of the schedule
        given = {}
    return bare | {name: unquoted(value) for name, value in given.items()}


def _found(call: Call, environ: dict[str, str]) -> list[tuple[str, str]]:
    """Return what is said there of each thing that is compared, as (name, what is said)."""
    try:
        done = run(call.words, environ, patience=_PATIENCE)
    except BriefingError as error:
        raise BriefingError(f"briefing does not start as cron calls it: {error}") from error
    try:
        checks: list[dict[str, Any]] = json.loads(done.data)["checks"]
    except (ValueError, KeyError, TypeError):
        raise BriefingError(f"briefing does not get that far as cron calls it: {done.words}") from None
    return [(one["name"], one["said"]) for one in checks if one["name"] in COMPARED]
