"""Open a PDF and say what it holds: the only door to pypdfium2."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from briefing.model import Problem
from briefing.parsers.parsed import Document, Hints, Parsed
from briefing.parsers.pdf.columns import in_order
from briefing.parsers.pdf.furniture import without_furniture
from briefing.parsers.pdf.headline import headline
from briefing.parsers.pdf.hyphens import joined
from briefing.parsers.pdf.lines import Character, Line, lines
from briefing.parsers.pdf.paragraphs import paragraphs

MOST_PAGES = 1_000
"""More are no article but a book or an archive; a thousand pages take some 10 s."""

_MOST_UNREADABLE = 0.1
"""Share of the characters whose font does not say which letters they are, from which a text layer is none."""

_MAKE_READABLE = "make its text readable first, for instance with ocrmypdf"
_SHOWN = 10  # numbers of pages in a problem
_TAIL = 4096  # bytes in which the mark of a file's end stands, with what programs append to it

_EACH = 5  # of how many characters one is asked whether its font says which letter it is

# What programs write where nobody gave a title.
_NO_TITLE = re.compile(
    r"(?:untitled|title|document|print|about:blank|microsoft word|slide \d+|powerpoint presentation)\d*"
    r"|(?:microsoft \w+ - .*|.*\.(?:docx?|odt|rtf|pdf|indd|qxd|tex|dvi|html?|txt|pub|pages))",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Page:
    lines: list[Line]
    is_image: bool = False
    is_damaged: bool = False
    unreadable: int = 0
    asked: int = 0


def documents(data: bytes, hints: Hints) -> Parsed:
    """Return the one document that a PDF's text layer holds, and a problem for each thing that could not be read.

    Its language and title are as it states them; where it states no title, the headline is known by its type. The day
    on which the file was made is no day of publication.
    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return _none(hints, *_refused(error, pypdfium2.raw))
    if len(pdf) > MOST_PAGES:
        return _none(hints, f"has {len(pdf):,} pages, more than {MOST_PAGES:,}", "split it")
    pages = [_page(pdf, number) for number in range(len(pdf))]
    if flaw := _flaw(pages):
        return _none(hints, *flaw)
    set_in = without_furniture([page.lines for page in pages])
    found = paragraphs(set_in)
    texts, place = joined(found), headline(found, next(filter(None, set_in), ()))
    title = {} if place is None else {"title": texts[place]}
    document = Document("\n\n".join(texts), {**title, **_stated(pdf)})
    return Parsed((document,), tuple(Problem(hints.where, *gap) for gap in _gaps(pages, data)))


def _none(hints: Hints, what: str, remedy: str) -> Parsed:
    return Parsed(problems=(Problem(hints.where, what, remedy),))


def _refused(error: Any, raw: Any) -> tuple[str, str]:
    if error.err_code == raw.FPDF_ERR_PASSWORD:
        return "encrypted: it opens with a password only", "save it without one"
    if error.err_code == raw.FPDF_ERR_SECURITY:
        return "encrypted in a way that is not supported", "save it without protection"
    return "damaged, or no PDF", "save it again, or get it anew"


def _page(pdf: Any, number: int) -> _Page:
    import pypdfium2

    try:
        page = pdf[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return _Page([], is_damaged=True)
    found = list(_characters(text))
    raw = pypdfium2.raw
    asked = range(0, len(found), _EACH)
    unreadable = sum(raw.FPDFText_HasUnicodeMapError(text.raw, k) == 1 for k in asked)
    is_image = not found and any(page.get_objects([raw.FPDF_PAGEOBJ_IMAGE]))
    read = _Page(in_order(lines(found)), is_image, unreadable=unreadable, asked=len(asked))
    text.close()
    page.close()
    return read


def _characters(page: Any) -> Iterator[Character]:
    """Yield a page's characters; the size of the type is asked for once a line, for each question costs its time."""
    from pypdfium2 import raw

    text = page.raw
    box, matrix, x, y = raw.FS_RECTF(), raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    baseline, size, high = math.nan, 0.0, 0
    for k in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, k)
        if code in _HIGH:  # PDFium counts in UTF-16: the other half is the next one
            high = code
            continue
        raw.FPDFText_GetLooseCharBox(text, k, box)
        raw.FPDFText_GetCharOrigin(text, k, x, y)
        if y.value != baseline and box.right > box.left:
            raw.FPDFText_GetMatrix(text, k, matrix)
            baseline, size = y.value, raw.FPDFText_GetFontSize(text, k) * math.hypot(matrix.c, matrix.d)
        yield Character(_letter(high, code), box.left, y.value, box.right, y.value + size)
        high = 0


_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪"}  # where the symbol fonts of word processors have the marks of lists


def _letter(high: int, code: int) -> str:
    """Return the character of one or two halves; half a one, and NUL, are the replacement character."""
    if high and code in _LOW:
        code = 0x10000 + ((high - _HIGH.start) << 10) + code - _LOW.start
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    return chr(code) if 0 < code <= 0x10FFFF and code not in _LOW else "\N{REPLACEMENT CHARACTER}"


def _flaw(pages: list[_Page]) -> tuple[str, str] | None:
    if not any(page.lines for page in pages):
        if any(page.is_image for page in pages):
            return "a scan: its pages are images without text", _MAKE_READABLE
        return "holds no text", "leave it out"
    unreadable, asked = sum(page.unreadable for page in pages), sum(page.asked for page in pages)
    if unreadable > _MOST_UNREADABLE * asked:
        what = "its text cannot be read: its fonts do not say which letters they draw"
        return what, "make its text readable first, for instance with ocrmypdf --force-ocr"
    return None


def _gaps(pages: list[_Page], data: bytes) -> Iterator[tuple[str, str]]:
    if any(page.is_image for page in pages):
        yield f"images without text on page {_numbers(page.is_image for page in pages)}", _MAKE_READABLE
    if any(page.is_damaged for page in pages):
        yield f"cannot be read on page {_numbers(page.is_damaged for page in pages)}", "save it again, or get it anew"
    if b"%%EOF" not in data[-_TAIL:]:
        yield "its end is missing: pages may be lost", "get it anew"


def _numbers(said: Iterable[bool]) -> str:
    """Return the numbers of the pages of which something is said, as far as a line holds them."""
    numbers = [str(number) for number, is_so in enumerate(said, start=1) if is_so]
    return ", ".join([*numbers[:_SHOWN], *["…"] * (len(numbers) > _SHOWN)])


def _stated(pdf: Any) -> dict[str, str]:
    title = pdf.get_metadata_value("Title").strip()
    stated = {"title": "" if _NO_TITLE.fullmatch(title) else title, "language": _language(pdf)}
    return {key: value for key, value in stated.items() if value}


def _language(pdf: Any) -> str:
    from pypdfium2 import raw

    length = raw.FPDFCatalog_GetLanguage(pdf, None, 0)
    if not 2 < length < 100:
        return ""
    buffer = (ctypes.c_ushort * (length // 2))()
    raw.FPDFCatalog_GetLanguage(pdf, buffer, length)
    return bytes(buffer).decode("utf-16-le", errors="ignore").strip("\0 ")
