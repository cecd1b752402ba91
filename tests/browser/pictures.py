"""Pictures of a printed page, without a library for pictures: a PNG is three chunks."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pypdfium2


def print_pages(pdf: Path, stem: Path, *, scale: float = 1.5) -> int:
    """Write each page of a PDF as `stem-N.png`, and return how many there are."""
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, 1):
        picture = page.render(scale=scale, rev_byteorder=True)
        rows = bytes(picture.buffer)
        width = picture.width * picture.n_channels
        lines = (rows[at : at + width] for at in range(0, picture.stride * picture.height, picture.stride))
        kind = {1: 0, 3: 2, 4: 6}[picture.n_channels]
        head = struct.pack(">IIBBBBB", picture.width, picture.height, 8, kind, 0, 0, 0)
        body = zlib.compress(b"".join(b"\0" + line for line in lines))
        chunks = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
        path = stem.with_name(f"{stem.name}-{number}.png")
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks))
    return len(document)


def text_of(pdf: Path) -> list[str]:
    """Return the text of each page of a PDF."""
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
