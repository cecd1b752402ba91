"""A morning's feeds, each at a host of its own, three in ten of them faulty in one of twelve ways: one `fetch`."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from briefing.records.state import asked
from tests.collect.conftest import entry, feed
from tests.fetchers.web.test_run import faulty
from tests.report.row import Row
from tests.web_server import WebServer, page

PROMISE = "every good feed is kept, every faulty one told; 120 s and 300 MB at most"
LONGEST, LARGEST = 120, 300


def rows(load: int) -> list[Row]:
    """Fetch so many feeds."""
    case = "feeds at as many hosts, 30 % of them faulty (errors, silence, drips, bombs, garbage, redirects inwards)"
    if sys.platform != "linux":
        return [Row("F8", case, f"{load} feeds", "only Linux has all of 127.0.0.0/8", PROMISE, is_kept=None)]
    hosts = [f"127.0.{number // 250 + 1}.{number % 250 + 1}" for number in range(load)]
    server = WebServer("0.0.0.0")
    try:
        is_bad = [number % 10 in (1, 4, 7) for number in range(load)]
        sources = [_address(server, host, number, bad=is_bad[number]) for number, host in enumerate(hosts)]
        with TemporaryDirectory() as folder:
            return [_fetched(Path(folder), sources, is_bad, case)]
    finally:
        server.stop()


def _address(server: WebServer, host: str, number: int, *, bad: bool) -> str:
    ways = faulty(server)
    at = datetime.now(UTC) - timedelta(hours=1)
    path = f"/bad{number}" if bad else f"/good{number}"
    told = feed(entry(f"{number}", at=at), title=f"Feed {number}")
    server.routes[path] = ways[number // 10 % len(ways)] if bad else page(told, Content_Type="application/rss+xml")
    return server.address(path, host)


def _fetched(folder: Path, sources: list[str], is_bad: list[bool], case: str) -> Row:
    listed = ", ".join(f'"{source}"' for source in sources)
    (folder / "briefing.toml").write_text(f'name = "feeds"\nstate = "state"\nsources = [{listed}]\n', "utf-8")
    begun = monotonic()
    with (folder / "said").open("w") as said:
        process = subprocess.Popen([sys.executable, "-m", "briefing", "fetch", "-q"], cwd=folder, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds, megabytes = monotonic() - begun, used.ru_maxrss / 1024
    lines = (folder / "said").read_text("utf-8").splitlines()
    told = {source for source in sources if any(f": {source}: " in line for line in lines)}
    wrong = [f"{source}: {_kept(folder, source)} kept" for source, bad in zip(sources, is_bad, strict=True)
             if bad == bool(_kept(folder, source))]  # fmt: skip
    wrong += [f"{source}: not told" for source, bad in zip(sources, is_bad, strict=True) if bad != (source in told)]
    wrong += [f"exit {process.returncode}"] if process.returncode != 3 else []
    wrong += [line for line in lines if "Traceback" in line]
    wrong += ["it takes too long"] if seconds > LONGEST else []
    wrong += ["it takes too much memory"] if megabytes > LARGEST else []
    counted = Counter(is_bad)
    figure = f"{counted[False]} kept, {counted[True]} told; {seconds:.0f} s, {megabytes:.0f} MB"
    return Row("F8", case, f"{len(sources)} feeds", "; ".join([figure, *wrong[:5]]), PROMISE, not wrong)


def _kept(folder: Path, source: str) -> int:
    """Return how many articles of a feed are kept."""
    items = asked(folder / "state", lambda state: state.items(source)) or ()
    return sum(item.state == "kept" for item in items)
