"""What a server answers to FETCH, as imaplib hands it over: lines in pieces, letters among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

Piece = bytes | tuple[bytes, bytes] | None
"""A line's end, or a line up to a literal with the literal; None stands for no answer."""

_UID = re.compile(rb"\bUID (\d{1,10})\b")
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d{1,18})\b")
_ARRIVED = re.compile(rb'\bINTERNALDATE "([^"]*)"')
_BODY_FOLLOWS = re.compile(rb"\bBODY\[\] ~?\{\d+\}$")
_BODY = re.compile(rb'\bBODY\[\] "((?:\\.|[^"\\])*)"')
_ESCAPED = re.compile(rb"\\(.)")


@dataclass(frozen=True, slots=True)
class Listed:
    """What is known of a letter before it is fetched."""

    size: int
    arrived: datetime


def listed(data: Sequence[Piece]) -> dict[int, Listed]:
    """Return size and arrival by UID; what lacks one of the two, or is no answer of ours, is left out."""
    found = {}
    for line, _ in _answers(data):
        uid, size, arrived = _UID.search(line), _SIZE.search(line), _ARRIVED.search(line)
        moment = _moment(arrived[1]) if arrived else None
        if uid and size and moment:
            found[int(uid[1])] = Listed(int(size[1]), moment)
    return found


def bodies(data: Sequence[Piece]) -> dict[int, bytes]:
    """Return the letters by UID."""
    found = {}
    for line, body in _answers(data):
        uid = _UID.search(line)
        if uid and body is not None:
            found[int(uid[1])] = body
    return found


def _answers(data: Sequence[Piece]) -> Iterator[tuple[bytes, bytes | None]]:
    """Yield each answer without its literals, and the letter in it; others than ours come in between (flags set)."""
    line, body = b"", None
    for piece in data:
        if isinstance(piece, tuple):
            head, literal = piece
            if _BODY_FOLLOWS.search(head):
                body = literal
            line += head
        elif piece is not None:
            line += piece
            if quoted := _BODY.search(line):  # a short letter need not come as a literal
                body = _ESCAPED.sub(rb"\1", quoted[1])
            yield line, body
            line, body = b"", None


def _moment(text: bytes) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text.decode("ascii"))
    except (ValueError, TypeError):
        return None
    return moment if moment.tzinfo else None
