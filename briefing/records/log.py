"""The log of a briefing's runs: a line an event, bounded, private, and nothing in it passes for another line."""

from __future__ import annotations

import logging
import logging.handlers
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from briefing.credentials import scrubbed
from briefing.files import PRIVATE, make_folder
from briefing.language.display import shown

_LOGIN = re.compile(r"(://[^/?#@:\s]*):\S{0,1000}?@")

LARGEST, OLDER = 1_000_000, 3
"""Bytes of the log before a new one is begun, and how many are kept behind it: a year of quiet days, by judgement."""


def place(folder: Path) -> Path:
    """Return where the log of the state in `folder` lies."""
    return folder / "log" / "briefing.log"


@contextmanager
def kept(
    folder: Path, level: str, clock: Callable[[], datetime], *, secrets: Sequence[str] = (), echo: TextIO | None = None
) -> Iterator[logging.Logger]:
    """Give what writes into the log of the state in `folder` from `level` on, and to `echo` at least from "info" on.

    It never raises: a full disk must not keep a run from its work. `secrets` are left out wherever they stand.
    """
    log = logging.Logger("briefing")
    handlers = [_handler(place(folder)), *([logging.StreamHandler(echo)] if echo else [])]
    handlers[0].setLevel(level.upper())
    log.setLevel(min(handlers[0].level, logging.INFO) if echo else handlers[0].level)
    for handler in handlers:
        handler.setFormatter(_Line(clock, secrets))
        handler.handleError = lambda record: None  # type: ignore[method-assign]
        log.addHandler(handler)
    try:
        yield log
    finally:
        for handler in handlers:
            with suppress(OSError, ValueError):  # what could not be written is tried once more when it is closed
                handler.close()


def silent() -> logging.Logger:
    """Return a log that keeps nothing."""
    return logging.Logger("briefing", logging.CRITICAL + 1)


def _handler(path: Path) -> logging.Handler:
    with suppress(OSError):
        make_folder(path.parent, mode=PRIVATE)
    return _Private(path, maxBytes=LARGEST, backupCount=OLDER, encoding="utf-8", delay=True)


class _Private(logging.handlers.RotatingFileHandler):
    """A log that only its owner can read."""

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding="utf-8", errors="backslashreplace", opener=_owners)


def _owners(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


class _Line(logging.Formatter):
    """When, how bad, what; a traceback stands below it, set in so that none of its lines looks like one of ours."""

    def __init__(self, clock: Callable[[], datetime], secrets: Sequence[str]) -> None:
        super().__init__()
        self._clock, self._secrets = clock, secrets

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        trace = self.formatException(record.exc_info).splitlines() if record.exc_info else []
        line = f"{self._clock().isoformat(timespec='seconds')} {record.levelname:7} {self._safe(record.getMessage())}"
        return "\n".join((line, *(f"    {self._safe(below)}" for below in trace)))

    def _safe(self, text: str) -> str:
        for secret in self._secrets:
            text = scrubbed(text, secret)
        return shown(_LOGIN.sub(r"\1:…@", text))
