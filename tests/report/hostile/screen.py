"""A terminal that notes everything but letters and lines: what would move, colour, name, copy or ask anything."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator

import pyte

from tests.report.hostile.desk import Desk

HARMLESS = {"draw", "linefeed", "carriage_return", "tab", "set_mode"}
# Beyond what a terminal obeys: what turns a line round or hides in it.
HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def screen(desk: Desk) -> Iterator[str]:
    """Yield what is more than words, of all that commands said, and of the text edition."""
    texts = [(path.name, path.read_text("utf-8")) for path in (desk.folder / "pages").glob("*.txt")]
    for command, said in (*desk.said, *texts):
        text = said.replace("\r\n", "\n") if "--raw" in command or command == "outbox show" else said
        for line in text.split("\n"):
            if HIDDEN.search(line) or "\r" in line:
                yield f"{command}: {line}"
    for command, said in desk.said:
        for event in obeyed(said):
            yield f"{command}: {event}"


def obeyed(text: str) -> list[str]:
    """Return what a terminal does beside showing letters."""
    noted = io.StringIO()
    stream = pyte.Stream(pyte.DebugScreen(to=noted))
    stream.feed(text)
    events = (json.loads(line)[0] for line in noted.getvalue().splitlines())
    return [event for event in events if event not in HARMLESS - {"set_mode"}]
