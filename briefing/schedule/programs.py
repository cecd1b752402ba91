"""Other programs, run to their end with nothing but what they are given: the only door to processes here."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.errors import BriefingError

PATIENCE = 60
"""Seconds: users may be looked up over a network, and a busy machine starts Python slowly."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended: its exit code, what it gave, and what it said was wrong."""

    code: int
    data: bytes
    complaint: bytes

    @property
    def words(self) -> str:
        """What it said last, on one line, or its exit code."""
        lines = self.complaint.decode(errors="replace").split("\n")
        return next((" ".join(line.split()) for line in reversed(lines) if line.strip()), f"exit code {self.code}")


def run(command: Sequence[str], environ: Mapping[str, str], *, data: bytes = b"", patience: float = PATIENCE) -> Ended:
    """Return how a command ended; raises BriefingError where it cannot be started or takes more than `patience`."""
    try:
        done = subprocess.run(  # noqa: S603 (no shell, and the callers' own programs)
            command, env=environ, cwd="/", input=data, capture_output=True, timeout=patience, check=False
        )
    except subprocess.TimeoutExpired:
        raise BriefingError(f"{command[0]}: did not end within {patience:.0f} seconds; try it by hand") from None
    except OSError as error:
        raise BriefingError(f"{command[0]}: cannot be run: {error.strerror}; install it anew") from error
    return Ended(done.returncode, done.stdout, done.stderr)
