"""A publisher's web server in a process of its own: a feed of three articles, one of which is only linked.

`python -m tests.report.publisher` prints the feed's address and serves until its standard input ends.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from tests.collect.conftest import entry, feed
from tests.web_server import WebServer, page, validated

TEXTS = {
    "dam": "The dam above Orr broke on Friday, the mayor said. Nobody was hurt when the water reached the road. ",
    "strike": "About 1,200 dock workers walked out at Marl on Friday. Talks had broken down over wages before noon. ",
    "ferry": "A ferry with 300 passengers ran aground off Marn in thick fog. Nobody on board was hurt, they said. ",
}


@contextmanager
def publishing() -> Iterator[str]:
    """Serve until the end of the block; gives the address of the feed."""
    command = [sys.executable, "-m", "tests.report.publisher"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        try:
            yield process.stdout.readline().strip()
        finally:
            process.stdin.close()


def _serve() -> None:
    server = WebServer()
    at = datetime.now(UTC) - timedelta(hours=2)
    *whole, linked = TEXTS
    links = {key: server.address(f"/{key}") for key in TEXTS}
    entries = [entry(key, TEXTS[key] * 4, at=at, link=links[key]) for key in whole]
    server.routes["/feed"] = validated(feed(*entries, entry(linked, "", at=at, link=links[linked])).decode())
    server.routes[f"/{linked}"] = page(f"<html><title>{linked}</title><article><p>{TEXTS[linked] * 6}</p></article>")
    print(server.address("/feed"), flush=True)
    sys.stdin.read()
    server.stop()


if __name__ == "__main__":
    _serve()
