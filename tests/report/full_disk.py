"""A state on a disk of one megabyte that is full at one point or another."""

from __future__ import annotations

import os
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from tests.report.office import RECIPIENTS, Office, office
from tests.report.row import Row

SIZE = 1 << 20
PROMISE = "exit 1 with the path, no mail claimed sent that was not, none twice; all go once there is room"


def rows(load: int) -> list[Row]:
    """Run so often, each time with a little more room; then with all of it."""
    case = "the state on a full disk (a tmpfs of 1 MB)"
    if os.geteuid() != 0:
        return [Row("F4", case, f"{load} runs", "mounting one needs root", PROMISE, is_kept=None)]
    codes: Counter[int] = Counter()
    wrong: list[str] = []
    with office() as place:
        for number in range(load):
            place.forget()
            with _small(place):
                _tried(place, SIZE * number // load, codes, wrong)
    said = ", ".join(f"{count} x exit {code}" for code, count in sorted(codes.items()))
    return [Row("F4", case, f"{load} runs", f"{said}; {'; '.join(wrong[:5]) or 'nothing else'}", PROMISE, not wrong)]


@contextmanager
def _small(place: Office) -> Iterator[None]:
    place.state.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=700", "briefing", place.state], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", place.state], check=True)


def _tried(place: Office, room: int, codes: Counter[int], wrong: list[str]) -> None:
    filler = place.state / "filler"
    filler.write_bytes(bytes(SIZE - room - 8192))
    ran = place.run("run")
    codes[ran.code] += 1
    if ran.code not in (0, 1) or (ran.code == 1 and str(place.state) not in ran.said) or "Traceback" in ran.said:
        wrong.append(f"exit {ran.code} with {room:,} bytes: {ran.said[-300:]!r}")
    filler.unlink()
    again = place.run("run")
    letters, taken = place.letters(), Counter(one.recipient for one in place.server.taken())
    for recipient in RECIPIENTS:
        if taken[recipient] > 1 or (letters.get(recipient) == "sent" and not taken[recipient]):
            wrong.append(f"{recipient}: {letters.get(recipient)}, taken {taken[recipient]} times, {room:,} bytes")
        if letters.get(recipient) not in ("sent", "uncertain"):
            wrong.append(f"{recipient}: {letters.get(recipient)} with room again: {again.said[-200:]!r}")
