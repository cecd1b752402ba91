"""A fuzzer that follows coverage (atheris), for some time on each way that foreign text and bytes take."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.report.row import Row

ROOT = Path(__file__).parents[2]
PROMISE = "nothing uncaught, no input over 2 s"
SLOWEST = 2.0
WAYS = (
    "splitter", "cleaner", "reader", "dates", "feeds", "mails", "settings", "state", "markdown", "heads", "addresses",
    "numbers",
)  # fmt: skip


def rows(load: int) -> list[Row]:
    """Fuzz each way for `load` seconds, in a process of its own."""
    if importlib.util.find_spec("atheris") is None:
        return [Row("Z1", "fuzzing", f"{load} s", "atheris has no wheel for this machine", PROMISE, is_kept=None)]
    return [_row(f"Z{number}", way, load) for number, way in enumerate(WAYS, 1)]


def _row(line: str, way: str, seconds: int) -> Row:
    """A crash ends the fuzzer: what it has found is in the last lines that it wrote."""
    case = f"the {way}: " + " ".join((_ways()[way].__doc__ or "").split())
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder, "figures.json")
        command = [sys.executable, "-m", "tests.report.fuzz", way, str(seconds), str(kept)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace")
        figures = json.loads(kept.read_text()) if kept.exists() else {"tried": 0, "slowest": 0.0, "wrong": []}
    wrong = figures["wrong"] or ([] if done.returncode == 0 else [done.stderr[-200:]])
    figure = f"{figures['tried']:,} inputs, {len(wrong)} broke it, slowest {figures['slowest']:.2f} s"
    said = "; ".join([figure, *wrong[:3]])
    return Row(line, case, f"{seconds} s", said, PROMISE, not wrong and figures["slowest"] <= SLOWEST)


def _ways() -> dict[str, object]:
    from tests.report.inputs.ways import WAYS as ways

    return dict(ways)


def main(name: str, seconds: str, into: str) -> None:
    """Fuzz one way; what breaks it is kept, and the fuzzer goes on."""
    import atheris

    with atheris.instrument_imports(include=["briefing"]):
        from tests.report.inputs.ways import WAYS as ways
    way, wrong, tried, slowest = ways[name], dict[str, str](), 0, 0.0
    begun = time.monotonic()

    def once(data: bytes) -> None:
        nonlocal tried, slowest
        tried, start = tried + 1, time.process_time()
        try:
            way(data)
        except Exception as error:
            wrong.setdefault(_place(error), f"{type(error).__name__}: {str(error)[:80]} on {data[:80]!r}")
        slowest = max(slowest, time.process_time() - start)
        if time.monotonic() - begun > float(seconds):
            Path(into).write_text(json.dumps({"tried": tried, "slowest": slowest, "wrong": list(wrong.values())}))
            os._exit(0)  # an exception would count as a crash

    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(_corpus(name)):
            Path(corpus, str(number)).write_bytes(seed)
        options = ("-max_len=8192", "-rss_limit_mb=4096", "-verbosity=0", "-seed=1", f"-artifact_prefix={corpus}/")
        atheris.Setup([sys.argv[0], corpus, *options], once)
        atheris.Fuzz()


def _place(error: Exception) -> str:
    """Where it was raised, so that one fault counts once."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""


def _corpus(name: str) -> list[bytes]:
    from tests.report.inputs.seeds import NEWS, SETTINGS, STRANGE, files

    given = {"feeds": ["feed.xml", "feed.json"], "mails": ["a.eml"]}.get(name, [])
    own = {"settings": [SETTINGS], "state": [_state()], "addresses": [b"xn--nxa.example:8080/a?b#c", b"[::1]:80"]}
    strange = [sign.encode("utf-8", "surrogatepass") for sign in STRANGE]
    return [*(files()[name] for name in given), *own.get(name, []), NEWS.encode(), *strange]


def _state() -> bytes:
    from briefing.records import state

    with tempfile.TemporaryDirectory() as folder:
        with state.opened(Path(folder)):
            pass
        return Path(folder, "state.sqlite").read_bytes()


if __name__ == "__main__":
    main(*sys.argv[1:])
