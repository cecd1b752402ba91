"""The worker: `python -m briefing.parsers.serve` answers the jobs on its standard input until that ends."""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module
from typing import Any, BinaryIO

from briefing.model import Problem
from briefing.parsers.limits import MEMORY, confine, is_spent
from briefing.parsers.parsed import Hints, Parsed
from briefing.parsers.wire import parsed_out, receive, send

LARGEST = 100_000_000
"""Bytes that a job may have: twice what any reader of files hands on."""

LARGEST_RESULT = 60_000_000
"""Bytes of an answer. A year of a mailing list has that much text; a bomb has more."""

_HEADER = 1_000_000  # bytes, for what stands beside the data

LEAVE_OUT = "leave it out: it may be damaged or hostile"


def main() -> None:
    """Answer jobs. What a library prints goes nowhere, and a parent that is gone ends this."""
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    confine()
    while _answer(jobs, answers):
        pass


def _answer(jobs: BinaryIO, answers: BinaryIO) -> bool:
    """Answer one job; return whether this process is fit for another."""
    try:
        job, data = receive(jobs, LARGEST + _HEADER)
    except EOFError:
        return False
    signal.alarm(job["seconds"])  # should the parent die meanwhile, nobody else would end a parser that hangs
    answer, is_fit = _parsed(job, data)
    is_fit = is_fit and not is_spent()
    send(answers, {"is_fit": is_fit}, answer)
    signal.alarm(0)
    return is_fit


def _parsed(job: dict[str, Any], data: bytes) -> tuple[bytes, bool]:
    """Return the answer, and whether the parser ended as it should: one that raised may have left anything behind."""
    hints = Hints(**job["hints"])
    try:
        module, _, function = job["parser"].partition(":")
        answer = parsed_out(getattr(import_module(module), function)(data, hints))
        if len(answer) <= LARGEST_RESULT:
            return answer, True
        problem = Problem(hints.where, f"its text is larger than {LARGEST_RESULT:,} bytes", "split it into articles")
    except ImportError as error:
        problem = _missing(error, hints.where, job["extra"])
    except (Exception, SystemExit) as error:
        problem = Problem(hints.where, _reason(error), LEAVE_OUT)
        return parsed_out(Parsed(problems=(problem,))), False
    return parsed_out(Parsed(problems=(problem,))), True


def _missing(error: ImportError, where: str, extra: str) -> Problem:
    name = (error.name or "").split(".")[0] or "a library"
    return Problem(where, f"cannot be read: {name} is not installed", f"pip install 'briefing[{extra}]'")


def _reason(error: BaseException) -> str:
    if isinstance(error, MemoryError):
        return f"cannot be parsed in {MEMORY:,} bytes of memory"
    if isinstance(error, RecursionError):
        return "cannot be parsed: it is nested too deeply"
    said = "".join(c if c.isprintable() else " " for c in str(error)[:200]).strip()
    return f"its parser failed: {type(error).__name__}" + (f": {said}" if said else "")


if __name__ == "__main__":
    main()
    sys.exit()
