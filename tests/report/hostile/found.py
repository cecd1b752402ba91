"""Put the attempts in, a group at a time, look at what comes out with its real readers, and say what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.report.hostile import letters, pages, templates
from tests.report.hostile.attempts import attempts
from tests.report.hostile.browser import Browser
from tests.report.hostile.desk import Desk, environment, worked
from tests.report.hostile.kept import database, files, log, no_tables
from tests.report.hostile.screen import screen
from tests.report.row import Row
from tests.web_server import WebServer

GROUP = 20
"""Attempts that one desk gets: what one of them opened another might close."""

Look = Callable[[Desk], Iterator[str]]
READERS: dict[str, tuple[str, Look]] = {
    "a terminal (pyte): all that commands say": ("S4", screen),
    "Markdown (markdown-it-py)": ("S2", pages.markdown),
    "mail (the standard library's parser)": ("S3", letters.letters),
    "the log": ("S4", log),
    "the state (SQLite)": ("S8", database),
    "the file system": ("S8", files),
    "spreadsheets": ("S4", no_tables),
}


def rows(load: int) -> list[Row]:
    """Try at most `load` texts of each kind."""
    tried, harm, ways, refused = attempts(load), Counter[str](), Counter[str](), Counter[str]()
    first: dict[str, str] = {}
    browser = Browser()
    readers = {**READERS, "Chromium: pages, mails, archive": ("S1", browser.look)}
    server = WebServer()
    with TemporaryDirectory() as top, environment(BRIEFING_FETCH_PAUSE="0", XDG_CACHE_HOME=f"{top}/cache"), browser:
        for at in range(0, len(tried), GROUP):
            desk = worked(Desk(Path(top, str(at), "desk"), tried[at : at + GROUP], server))
            ways += desk.went
            refused += desk.refused
            for name, (_, look) in readers.items():
                for said in look(desk):
                    harm[name] += 1
                    first.setdefault(name, said)
    server.stop()
    loaded = (
        f"{len(tried)} texts at {len(ways)} places: {ways.total()} ways in, {refused.total()} more refused by settings"
    )
    found = [
        Row(line, name, loaded, _figure(harm[name], first.get(name, "")), "none does anything", harm[name] == 0)
        for name, (line, _) in readers.items()
    ]
    if not browser.is_there:
        found[-1] = Row("S1", "Chromium", loaded, "no Chromium on this machine", "none does anything", None)
    return [*found, *templates.rows()]


def _figure(count: int, first: str) -> str:
    return f"{count} did: {ascii(first)[:300]}".replace("|", "¦") if count else "0 did anything"
