"""What parent and worker say to each other: a length, a JSON header, a length, raw bytes. Nothing that could run."""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

from briefing.model import Problem
from briefing.parsers.parsed import Document, Hints, Parsed

_LENGTHS = struct.Struct(">QQ")


def send(stream: BinaryIO, header: Any, data: bytes = b"") -> None:
    """Write a header and bytes. Lone surrogates pass as they are: to refuse a text is for who stores it."""
    head = packed(header)
    for part in (_LENGTHS.pack(len(head), len(data)), head, data):
        _write(stream, part)
    stream.flush()


def packed(value: Any) -> bytes:
    """Return a value as it is sent."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def unpacked(data: bytes) -> Any:
    """Return a value that was sent; raises ValueError or RecursionError."""
    return json.loads(data.decode("utf-8", "surrogatepass"))


def receive(stream: BinaryIO, most: int) -> tuple[Any, bytes]:
    """Return the next header and bytes; raises EOFError if the other side is gone, ValueError above so many bytes."""
    head, data = _LENGTHS.unpack(_read(stream, _LENGTHS.size))
    if head + data > most:
        raise ValueError(f"{head + data} bytes are announced")
    return unpacked(_read(stream, head)), _read(stream, data)


def hints_out(hints: Hints) -> dict[str, str]:
    """Return hints as a header holds them."""
    return {"where": hints.where, "address": hints.address, "charset": hints.charset}


def parsed_out(parsed: Parsed) -> bytes:
    """Return what was parsed as it is sent; raises TypeError if a parser broke its promise."""
    strings = [parsed.title, *parsed.links, *(text for d in parsed.documents for text in (d.text, *d.stated.values()))]
    if not all(isinstance(text, str) for text in strings):
        raise TypeError("a parser gave something else than text")
    documents = [[d.text, dict(d.stated), bool(d.is_whole)] for d in parsed.documents]
    problems = [[p.where, p.what, p.remedy] for p in parsed.problems]
    return packed([documents, problems, parsed.title, list(parsed.links), bool(parsed.is_cut)])


def parsed_in(data: bytes) -> Parsed:
    """Return what was sent as parsed; raises TypeError or ValueError for anything else."""
    documents, problems, title, links, is_cut = unpacked(data)
    return Parsed(
        documents=tuple(Document(text, stated, whole) for text, stated, whole in documents),
        problems=tuple(Problem(*words) for words in problems),
        title=title,
        links=tuple(links),
        is_cut=is_cut,
    )


def _write(stream: BinaryIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[stream.write(rest) :]


def _read(stream: BinaryIO, length: int) -> bytes:
    parts = []
    while length:
        part = stream.read(min(length, 1 << 20))
        if not part:
            raise EOFError("the other side is gone")
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
