"""A body as it came over the line → its bytes, never more than are allowed, never half of them."""

from __future__ import annotations

import mmap
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.fetchers.web.clock import too_large
from briefing.fetchers.web.failed import Failed, passing

if TYPE_CHECKING:
    from zlib import _Decompress as _Decoder

STEP = 65_536
"""Bytes unpacked at a time: 2 GB of zeros in 2 MB of gzip are never in memory together."""

LARGE = 1_000_000
"""Bytes: few bodies that are larger are in memory at a time, however many hosts are asked."""

_LATER = "the next run asks again"
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Limit:
    """How large a body may be; with `is_cut` the beginning of a larger one does. A large one calls `make_room`."""

    largest: int
    is_cut: bool
    make_room: Callable[[], None]


def packing(header: str) -> str:
    """Return how a body is packed by its Content-Encoding: "", "gzip" or "deflate"; raises Failed for any other.

    `br` and `zstd` are never asked for, and no server packs twice for a good reason.
    """
    named = [each for each in header.lower().replace(" ", "").split(",") if each not in {"", "identity"}]
    if not named:
        return ""
    if len(named) > 1 or named[0] not in {"gzip", "x-gzip", "deflate"}:
        raise Failed(
            f"its body is packed as {', '.join(named)[:60]}, which was not asked for", "tell the owner of the server"
        )
    return named[0]


def unpacked(chunks: Iterable[bytes], packed: str, limit: Limit) -> bytes:
    """Return the bytes, unpacked; raises Failed where the packing is broken or cut, or there are more than allowed."""
    # In pages of its own, which go back to the system at once: of what a thread allocates in pieces malloc keeps some
    # 20 MB (16 hosts with bombs and large bodies: 400 MB as a bytearray, 240 MB so).
    with mmap.mmap(-1, limit.largest) as body:
        try:
            for piece in _inflated(chunks, packed) if packed else chunks:
                left = limit.largest - body.tell()
                if len(piece) > left and not limit.is_cut:
                    raise too_large(limit.largest)
                body.write(piece[:left])
                if body.tell() > LARGE:
                    limit.make_room()
                if len(piece) > left:
                    break
        except zlib.error:
            raise Failed(f"its packing ({packed}) is broken", _LATER, is_temporary=True) from None
        return body[: body.tell()]


def _inflated(chunks: Iterable[bytes], packed: str) -> Iterator[bytes]:
    """Yield pieces; the checksum at a gzip member's end is what tells a whole body where the server names no length."""
    decoder: _Decoder | None = None
    members = 0
    for chunk in chunks:
        data = chunk
        while data:
            if decoder is None and members and not (data.startswith(_GZIP) and packed != "deflate"):
                break  # padding behind the last member
            if decoder is None:
                decoder, members = zlib.decompressobj(31 if packed != "deflate" else _deflate(data)), members + 1
            yield from _drained(decoder, data)
            data, decoder = (decoder.unused_data, None) if decoder.eof else (b"", decoder)
    if decoder is not None:
        raise passing("it broke off", _LATER)


def _drained(decoder: _Decoder, data: bytes) -> Iterator[bytes]:
    while True:
        piece = decoder.decompress(data, STEP)
        yield piece
        data = decoder.unconsumed_tail
        if decoder.eof or (not data and len(piece) < STEP):
            return


def _deflate(data: bytes) -> int:
    """Return zlib's window: "deflate" means a zlib stream (RFC 9110), but some servers send it without its head."""
    has_head = len(data) > 1 and data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0
    return 15 if has_head else -15
