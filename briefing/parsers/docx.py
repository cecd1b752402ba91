"""What a Word document says: its paragraphs and tables in their order. The only door to python-docx.

Nothing in it runs and nothing that it points to is followed. Text is walked by its elements and not by python-docx's
own `Paragraph.text`, which passes over what a tracked change, a content control or a text box holds.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from briefing.model import Problem
from briefing.parsers.parsed import Document, Hints, Parsed

MOST_PARTS, LARGEST = 5_000, 200_000_000
"""Parts of the archive, and bytes of them all when unpacked: above any honest document by far."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE = "save it as .docx"
_BROKEN = ("damaged, or no Word document", "save it again, or get it anew")
_DAMAGED = (BadZipFile, zlib.error, OSError, EOFError, NotImplementedError)  # what zipfile raises
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

_PARAGRAPH, _TABLE, _ROW, _CELL = f"{_W}p", f"{_W}tbl", f"{_W}tr", f"{_W}tc"
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
_UNSEEN = frozenset(
    {f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "tblPr", "sectPr")} | {_FALLBACK}
)
"""What a reader does not see: what a tracked change took out, codes, properties, and the second copy of a text box."""

_CELL_LENGTH = 200
"""Characters from which a table's cell is no figure or name but a piece of layout; not swept."""

# What programs write where nobody gave a title.
_NO_TITLE = re.compile(r"(?:word document|document\d*|untitled|microsoft word.*|.*\.(?:docx?|odt|rtf))", re.IGNORECASE)


def documents(data: bytes, hints: Hints) -> Parsed:
    """Return the one document that a `.docx` file holds, or why it cannot be read.

    Title and language are as its properties state them. The day on which the file was made is no day of publication.
    """
    if flaw := _flaw(data):
        return _none(hints, *flaw)
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        opened = docx.Document(BytesIO(data))
        text = "\n\n".join(paragraph for paragraph in _paragraphs(opened.element.body) if paragraph.strip())
        stated = _stated(opened.core_properties)
    except ValueError:
        return _none(hints, "a Word file of another kind (a template, or with macros)", _SAVE)
    except (PackageNotFoundError, KeyError, AttributeError, SyntaxError, *_DAMAGED):
        return _none(hints, *_BROKEN)
    return Parsed((Document(text, stated),)) if text.strip() else _none(hints, "holds no text", "leave it out")


def _none(hints: Hints, what: str, remedy: str) -> Parsed:
    return Parsed(problems=(Problem(hints.where, what, remedy),))


def _flaw(data: bytes) -> tuple[str, str] | None:
    """Return what forbids opening the archive, by its list of contents alone."""
    if data.startswith(_OLE):
        return "an old or encrypted Word file", "save it as .docx, without a password"
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (ValueError, *_DAMAGED):
        return _BROKEN
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST:
        return f"larger than {LARGEST:,} bytes when unpacked, or of more than {MOST_PARTS:,} parts", "split it"
    if any(part.flag_bits & 1 for part in parts):
        return "encrypted", "save it as .docx, without a password"
    return None


def _paragraphs(body: Any) -> Iterator[str]:
    """Yield the texts of paragraphs and table rows in their order, whatever they are wrapped in."""
    for element in body:
        if element.tag == _PARAGRAPH:
            yield from _with_boxes(element)
        elif element.tag == _TABLE:
            yield from _rows(element)
        elif element.tag not in _UNSEEN and isinstance(element.tag, str):
            yield from _paragraphs(element)


def _with_boxes(paragraph: Any) -> Iterator[str]:
    """Yield a paragraph's text, then those of the text boxes that hang on it."""
    boxes: list[Any] = []
    yield "".join(_characters(paragraph, boxes)).strip()
    for box in boxes:
        yield from _paragraphs(box)


def _characters(element: Any, boxes: list[Any]) -> Iterator[str]:
    for part in element:
        if part.tag == f"{_W}t":
            yield (part.text or "") + "".join(inner.tail or "" for inner in part)  # an entity is not resolved
        elif part.tag in _SIGNS:
            yield _SIGNS[part.tag]
        elif part.tag == f"{_W}txbxContent":
            boxes.append(part)
        elif part.tag not in _UNSEEN and isinstance(part.tag, str) and not _is_hidden(part):
            yield from _characters(part, boxes)


def _is_hidden(run: Any) -> bool:
    """Whether a run is marked as hidden."""
    mark = run.find(f"{_W}rPr/{_W}vanish") if run.tag == f"{_W}r" else None
    return mark is not None and mark.get(f"{_W}val") not in ("0", "false", "off")


def _rows(table: Any) -> Iterator[str]:
    """Yield a table row by row, its cells parted by tabs; cells with whole texts are layout and come one by one."""
    for row in table.iter(_ROW):
        if next(row.iterancestors(_TABLE)) is not table:
            continue
        cells = [[text for text in _paragraphs(cell) if text] for cell in row.iter(_CELL) if _is_of(cell, row)]
        if any(len(cell) > 1 or sum(map(len, cell)) > _CELL_LENGTH for cell in cells):
            yield from (text for cell in cells for text in cell)
        else:
            yield "\t".join("".join(cell).replace("\n", " ") for cell in cells)


def _is_of(cell: Any, row: Any) -> bool:
    return next(cell.iterancestors(_ROW)) is row


def _stated(properties: Any) -> dict[str, str]:
    title = (properties.title or "").strip()
    stated = {"title": "" if _NO_TITLE.fullmatch(title) else title, "language": (properties.language or "").strip()}
    return {key: value for key, value in stated.items() if value}
