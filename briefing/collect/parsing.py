"""Parse what came over the network, so that all that it states can be stored."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.model import Problem
from briefing.parsers import worker
from briefing.parsers.kinds import Kind
from briefing.parsers.parsed import Hints, Parsed

_HALF = re.compile("[\ud800-\udfff]")
"""Half a character: JSON can name one ("\\ud800"), a database cannot hold it, and one feed would end the whole run."""


def parse(kind: Kind, data: bytes, hints: Hints) -> Parsed:
    """Return what the bytes say, each half of a character outside the texts as a sign that something was there.

    A text is left as it is, for it may not be changed: one with such a half is refused where it is looked at.
    """
    parsed = worker.parse(kind, data, hints)
    return replace(
        parsed,
        documents=tuple(
            replace(each, stated={key: _whole(value) for key, value in each.stated.items()})
            for each in parsed.documents
        ),
        problems=tuple(Problem(*map(_whole, (each.where, each.what, each.remedy))) for each in parsed.problems),
        title=_whole(parsed.title),
        links=tuple(map(_whole, parsed.links)),
    )


def _whole(text: str) -> str:
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", text)
