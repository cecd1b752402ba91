"""Texts that no one writes, through a whole `briefing build` and `briefing verify` as processes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE, STDOUT

from tests.report.row import Row

PROMISE = (
    "built and proved, 5 s of CPU and 2 for each 100 KB, under 1 GB; some of its sentences are printed, or said why not"
)
START, FOR_100_KB, MEMORY = 5.0, 2.0, 1_000_000
NEWS = "The dam above Orr broke on Friday after three days of rain. Nobody was hurt, the mayor said on Saturday."
TEXTS: dict[str, Callable[[int], str]] = {
    "a line without an end": lambda n: "the dam holds and " * (n // 18),
    "no spaces": lambda n: "a" * n,
    "full stops": lambda n: "." * n,
    "quotation marks, one in another": lambda n: "“" * (n // 100) + "a " * (n // 4) + "”" * (n // 100),
    "single quotation marks": lambda n: "‘a " * (n // 3),
    "quotations never closed": lambda n: "“a. " * (n // 4),
    "titles": lambda n: "Mr. " * (n // 4),
    "a control character": lambda n: "bell \x07 \x1b[31m" * (n // 12),
    "right-to-left overrides": lambda n: "\u202eabc\u2066 " * (n // 6),
    "zero-width joiners": lambda n: "a\u200d\u200b" * (n // 3),
    "combining marks": lambda n: "a" + "\u0301" * n,
    "capitals": lambda n: "THE DAM BROKE ON FRIDAY. " * (n // 25),
    "digits": lambda n: "1234567890 " * (n // 11),
    "emoji": lambda n: "😀👩‍👩‍👧 " * (n // 7),
    "Chinese": lambda n: "大坝周五决堤。" * (n // 7),
    "Thai": lambda n: "เขื่อนแตก" * (n // 9),
    "Arabic": lambda n: "انهار السد يوم الجمعة. " * (n // 23),
    "sentences": lambda n: "".join(f"The ferry {k} came late to port {k * 7}. " for k in range(n // 36)),
    "days without a year": lambda n: "5 May " * (n // 6),
    "line ends": lambda n: "a\r\nb\rc\x85d\u2028e\n" * (n // 11),
    "open brackets": lambda n: "([{<" * (n // 4),
    "Markdown and HTML": lambda n: "<b>*_`[x](y)&amp; " * (n // 18),
}
SIZES = {
    "a line without an end": 9_000_000, "full stops": 1_000_000, "quotation marks, one in another": 1_000_000,
    "quotations never closed": 800_000, "titles": 800_000, "no spaces": 1_000_000, "sentences": 1_080_000,
}  # fmt: skip
"""Characters; of the others 100,000."""
REFUSED = {
    "a NUL": ("bad.txt", b"a\x00b"),
    "a lone surrogate": ("bad.jsonl", b'{"text": "\\ud800 a"}'),
    "bytes that are no text": ("bad.txt", bytes(range(128, 256)) * 99),
}


@dataclass(frozen=True)
class Ran:
    """A process that ended: its code, what it said, seconds of CPU, and the most kilobytes that it had."""

    code: int
    said: str
    seconds: float
    memory: int


# Counted from a small process: Linux takes what the parent had for the peak of its child, and pytest has a gigabyte.
_COUNTING = """
import json, os, subprocess, sys
process = subprocess.Popen(sys.argv[2:])
_, status, used = os.wait4(process.pid, 0)
with open(sys.argv[1], "w") as file:
    json.dump([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss], file)
"""


def rows(load: int) -> list[Row]:
    """Build each text, in English, at `load` percent of its size."""
    with tempfile.TemporaryDirectory() as folder:
        found = [built(Path(folder), case, load) for case in TEXTS]
        return [*found, *(_refused(Path(folder), case, *bad) for case, bad in REFUSED.items())]


def built(folder: Path, case: str, load: int) -> Row:
    """Build and prove a page of one of the texts, at so many percent of its size, and of the news behind it."""
    size = max(1000, SIZES.get(case, 100_000) * load // 100)
    text = f"{TEXTS[case](size)}\n\n{NEWS}\n"
    file, page = folder / "a.txt", folder / "page.md"
    file.write_text(text, "utf-8", newline="")
    page.unlink(missing_ok=True)
    made = _run(folder, "build", str(file), "-q", "--date", "2026-11-22", "-o", str(page))
    proved = _run(folder, "verify", str(page))
    said = page.read_text("utf-8") if page.exists() else ""
    is_told = re.search(r"\b[1-9]\d* verbatim", proved.said) or file.name in made.said
    limit = START + FOR_100_KB * len(text) / 100_000
    kept = (made.code, proved.code) in ((0, 0), (3, 0)) and bool(is_told) and "Traceback" not in made.said + proved.said
    kept = kept and made.seconds <= limit and made.memory <= MEMORY
    figure = f"{made.seconds:.1f} s of CPU, {made.memory // 1000} MB; proved in {proved.seconds:.1f} s"
    tail = "" if kept else f"; exits {made.code}, {proved.code}: {(made.said + proved.said)[-200:]!r}"
    how = "news printed" if "The dam above Orr broke" in said else "other sentences printed, or said why not"
    return Row("B1", f"text of {case}", f"{len(text):,} characters", f"{figure}; {how}{tail}", PROMISE, kept)


def _refused(folder: Path, case: str, name: str, data: bytes) -> Row:
    """What no article may be is named, and costs the other articles nothing."""
    news = folder / case.replace(" ", "-")
    news.mkdir()
    (news / name).write_bytes(data)
    (news / "good.txt").write_text(NEWS, "utf-8")
    ran = _run(folder, "build", str(news), "-q", "--date", "2026-11-22", "-o", "-")
    kept = ran.code == 3 and name in ran.said and "The dam above Orr broke" in ran.said
    figure = f"exit {ran.code}; the file is named, the other one printed" if kept else ran.said[-300:]
    return Row("B1", f"a file with {case}", "1 file of 2", figure, "named, and the others printed", kept)


def _run(folder: Path, *words: str) -> Ran:
    """Run a command with a home of its own, and count what it takes."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "XDG_DATA_HOME": str(folder / "data")}
    used = folder / "used.json"
    command = [sys.executable, "-c", _COUNTING, str(used), sys.executable, "-m", "briefing", *words]
    done = subprocess.run(command, cwd=folder, env=environment, stdout=PIPE, stderr=STDOUT)
    code, seconds, kilobytes = json.loads(used.read_text("utf-8"))
    return Ran(code, done.stdout.decode("utf-8", "replace"), seconds, kilobytes)
