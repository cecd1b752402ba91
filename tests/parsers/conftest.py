"""The hostile parsers, where a worker can import them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.parsers.parsed import Hints, Parsed
from briefing.parsers.process import POOL
from briefing.parsers.worker import run

HINTS = Hints("mail/a.eml", "https://news.example/a", "utf-8")
Run = Callable[..., Parsed]


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a parser of `hostile_parsers` by its name, in a worker, with a deadline that only what hangs can miss."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    POOL.end()  # workers that run already do not know that folder

    def ran(name: str, data: bytes = b"", deadline: float = 60.0) -> Parsed:
        return run(f"hostile_parsers:{name}", data, HINTS, extra="web", deadline=deadline)

    return ran
