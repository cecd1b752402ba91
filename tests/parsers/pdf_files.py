"""Write small PDF files, line by line: what stands where is then known, and nothing else is in them."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

WIDTH = 0.6
"""Of a letter of Courier, in the size of the type: all letters have the same, so that a line's end is known."""


class Set(NamedTuple):
    """A line of type: where it begins, in points from the lower left corner, its words, its size."""

    x: float
    y: float
    text: str
    size: float = 10


def column(text: str, *, x: float = 50, top: float = 700, width: int = 40, **given: float) -> list[Set]:
    """Set paragraphs one below the other, broken at so many letters; a paragraph begins below an empty line.

    `indent` (in points) sets the paragraphs apart in place of the empty line; a "|" in a word is where it is broken.
    """
    size, indent, pitch = given.get("size", 10), given.get("indent", 0), given.get("pitch", 12)
    found: list[Set] = []
    y = top
    for paragraph in text.split("\n\n"):
        for k, line in enumerate(_broken(paragraph, width, width - round(indent / (WIDTH * size)))):
            found.append(Set(x if k else x + indent, y, line, size))
            y -= pitch
        y -= 0 if indent else pitch
    return found


def _broken(paragraph: str, width: int, first: int) -> list[str]:
    lines, room = [""], first
    for word in paragraph.replace("\n", " ").split(" "):
        head, mark, tail = word.partition("|")
        whole = head.removesuffix("-") + tail if mark and not head.endswith("-") else head + tail
        if len(lines[-1]) + bool(lines[-1]) + len(whole) <= room:
            lines[-1] += " " * bool(lines[-1]) + whole
        elif mark and len(lines[-1]) + 1 + len(head.removesuffix("-")) + 1 <= room:
            lines[-1] += " " + head.removesuffix("-") + "-"
            lines, room = [*lines, tail], width
        else:
            lines, room = [*lines, whole], width
    return lines


def pdf(
    pages: Sequence[Sequence[Set]], info: Mapping[str, str] | None = None, *, language: str = "", image: bool = False
) -> bytes:
    """Return a PDF with these pages; with `image`, each is covered by one."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * k} 0 R" for k in range(count))
    spoken = f" /Lang {_string(language)}" if language else ""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R{spoken} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    for k, page in enumerate(pages):
        resources = f"<< /Font << /F 3 0 R >> /XObject << /I {4 + 2 * count} 0 R >> >>"
        contents = f"/Contents {5 + 2 * k} 0 R"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources {resources} {contents} >>".encode()
        )
        drawn = (b"q 612 0 0 792 0 0 cm /I Do Q\n" if image else b"") + b"\n".join(map(_shown, page))
        objects.append(stream(drawn))
    objects.append(
        stream(b"\x80", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8")
    )
    pairs = " ".join(f"/{key} {_string(value)}" for key, value in (info or {}).items())
    objects.append(f"<< {pairs} >>".encode())
    return assembled(objects, f"/Root 1 0 R /Info {len(objects)} 0 R")


def stream(data: bytes, entries: str = "") -> bytes:
    """Return a packed stream as an object's content."""
    packed = zlib.compress(data)
    return f"<< {entries} /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode() + packed + b"\nendstream"


def bomb() -> bytes:
    """Return a small PDF whose page comes to four gigabytes of blanks when it is unpacked, twice."""
    packer = zlib.compressobj()
    start = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    blanks = start + (packer.compress(b" " * 50_000_000) + packer.flush(zlib.Z_FULL_FLUSH)) * 80
    page = stream(blanks, "/Filter [/FlateDecode /FlateDecode]").replace(b"/Filter /FlateDecode >>", b">>")
    whole = pdf([[Set(50, 700, "x")]])
    place = whole.index(b"5 0 obj")
    return whole[:place] + b"5 0 obj\n" + page + b"\n" + whole[whole.index(b"endobj", place) :]


def assembled(objects: Sequence[bytes], trailer: str) -> bytes:
    """Return the file of some objects, numbered from 1, with its table of places."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} {trailer} >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def _shown(line: Set) -> bytes:
    text = line.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return f"BT /F {line.size} Tf {line.x} {line.y} Td (".encode() + text + b") Tj ET"


def _string(text: str) -> str:
    return f"<feff{text.encode('utf-16-be').hex()}>"
