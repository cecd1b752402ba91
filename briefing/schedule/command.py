"""The call that a scheduler makes, whole: the very interpreter, and the environment that a scheduler does not give."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import BriefingError
from briefing.schedule.programs import run
from briefing.settings.rules import is_one_line

KEPT = ("PYTHONPATH", "SSL_CERT_FILE", "TZ", "XDG_DATA_HOME")
"""What of the environment decides which program runs, whom it trusts, what its clock says, and where its state lies."""

_SYSTEM = ("/usr/local/bin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/sbin", "/sbin")


@dataclass(frozen=True, slots=True)
class Call:
    """A program with its arguments, and the variables that it needs beyond what any scheduler sets."""

    program: tuple[str, ...]
    arguments: tuple[str, ...]
    variables: Mapping[str, str]

    @property
    def words(self) -> tuple[str, ...]:
        """The call as one command, its variables set for it alone."""
        variables = (f"{name}={value}" for name, value in self.variables.items())
        return ("/usr/bin/env", *variables, *self.program, *self.arguments)


def call_of(arguments: tuple[str, ...], environ: Mapping[str, str]) -> Call:
    """Return the call of `briefing` with these arguments, as this process would make it; raises BriefingError.

    It is UTF-8 whatever the locale. With -P no module is taken from the folder in which the scheduler starts it, which
    is the user's home and may well hold a "click.py".
    """
    program = sys.executable
    path = ":".join(dict.fromkeys((str(Path(program).parent), *_SYSTEM)))
    kept = {name: environ[name] for name in KEPT if environ.get(name)}
    variables = {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "PATH": path, **kept}
    call = Call((program, "-P", "-m", "briefing"), arguments, variables)
    for word in call.words:
        if not is_one_line(word):
            raise BriefingError(f"{word!r}: holds a line break or another control character; rename it")
    if "=" in program:
        raise BriefingError(f"{program}: env takes a program with = in its path for a variable; install it elsewhere")
    return call


def try_out(call: Call) -> None:
    """See that the program of a call starts with no more than a scheduler gives it; raises BriefingError."""
    tried = run([*call.program, "--version"], {"HOME": os.path.expanduser("~"), **call.variables})  # noqa: PTH111 (Path.home() raises)
    if tried.code:
        remedy = "install briefing into this Python (pip install), so that it needs no folder and no variable of yours"
        what = f"briefing does not start as a scheduler calls it: {tried.words}"
        raise BriefingError(f"{call.program[0]}: {what}; {remedy}")
