"""Parse foreign bytes, in a process that has nothing to lose. The only way to a parser."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from threading import Lock

from briefing.model import Problem
from briefing.parsers.kinds import Kind
from briefing.parsers.parsed import Hints, Parsed
from briefing.parsers.process import POOL, Died, Hung
from briefing.parsers.serve import LARGEST, LEAVE_OUT
from briefing.parsers.wire import hints_out

DEADLINE = 30.0
"""Seconds for one job. The largest page that is taken needs 5, a feed of 50,000 entries 4; the rest is for a machine
that has other work."""

TRIES = 2
"""How often a job is given to a worker that dies: the system may have killed the first one for another's memory."""

PARSERS: dict[Kind, tuple[str, str]] = {
    "html": ("briefing.parsers.html:documents", "web"),
    "feed": ("briefing.parsers.feed:documents", "web"),
    "feeds": ("briefing.parsers.opml:documents", "web"),
    "pdf": ("briefing.parsers.pdf:documents", "documents"),
    "docx": ("briefing.parsers.docx:documents", "documents"),
    "mail": ("briefing.parsers.mail:documents", "web"),
    "letter": ("briefing.parsers.mail:without_attachments", "web"),
}
"""The function that parses each kind, imported by the worker alone, and the extra that brings what it needs."""

MOST, _LARGEST = 16_384, 50_000_000  # results kept, and characters in them
"""A mailbox has some thousand mails, each a result, and is read several times in one order: one too many that is kept
for its last use, and all of them are forgotten before their turn comes again."""


def parse(kind: Kind, data: bytes, hints: Hints, *, deadline: float = DEADLINE) -> Parsed:
    """Return what the bytes say. Never raises: whatever a parser does, there is a Parsed, with a problem perhaps.

    What was parsed is remembered, for a run reads each of its sources several times. That a parser hung or died is
    remembered too: it would again.
    """
    key = (kind, hashlib.sha256(data).digest(), hints)
    parsed = _memory.get(key)
    if parsed is None:
        parser, extra = PARSERS.get(kind, ("", ""))
        parsed = run(parser, data, hints, extra=extra, deadline=deadline) if parser else _unknown(kind, hints)
        _memory.put(key, parsed)
    return parsed


def run(parser: str, data: bytes, hints: Hints, *, extra: str = "", deadline: float = DEADLINE) -> Parsed:
    """Return what a parser ("module:function") makes of the bytes, in a worker; never raises."""
    if len(data) > LARGEST:
        return _failed(hints, f"larger than {LARGEST:,} bytes", "split it into articles")
    job = {"parser": parser, "extra": extra, "hints": hints_out(hints)}
    how = ""
    for _ in range(TRIES):
        try:
            return POOL.ask(job, data, deadline)
        except Hung:
            return _failed(hints, f"was not parsed within {deadline:g} seconds", LEAVE_OUT)
        except Died as death:
            how = str(death)
        except OSError as error:
            return _failed(hints, f"no parser can be started: {error.strerror or error}", "see to the system’s limits")
    return _failed(hints, f"its parser died ({how})", LEAVE_OUT)


Key = tuple[Kind, bytes, Hints]


class Memory:
    """The results used last, bounded in number and in characters."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Key, tuple[Parsed, int]] = OrderedDict()
        self._lock, self._total = Lock(), 0

    def get(self, key: Key) -> Parsed | None:
        """Return what is remembered, and remember it longer."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def put(self, key: Key, parsed: Parsed) -> None:
        """Remember a result, and forget those used longest ago while there is too much."""
        size = sum(len(d.text) + sum(map(len, d.stated.values())) for d in parsed.documents)
        with self._lock:
            self._total += size - self._kept.pop(key, (parsed, 0))[1]
            self._kept[key] = parsed, size
            while len(self._kept) > MOST or (self._total > _LARGEST and len(self._kept) > 1):
                self._total -= self._kept.popitem(last=False)[1][1]


_memory = Memory()


def _unknown(kind: Kind, hints: Hints) -> Parsed:
    return _failed(hints, f"there is no parser for this kind of file ({kind})", "save it as text, HTML, PDF or DOCX")


def _failed(hints: Hints, what: str, remedy: str) -> Parsed:
    return Parsed(problems=(Problem(hints.where, what, remedy),))
