"""Turn a file's bytes into an article's text: its characters and nothing else, or say why that cannot be."""

from __future__ import annotations

import re

from briefing.model import Problem
from briefing.parsers.marks import marked

LARGEST = 50_000_000
"""Bytes of one article or row. Above any article by far (the longest novel has some 10 MB); a limit to what one bad
file can ask of the memory."""

_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_MOST_CONTROL = 0.01
"""Share of control characters from which a file is no text. Anything from 0.001 to 0.1 divides alike: of 4,445 news
texts (6.4 million characters) none held one, of 4,000 images, archives, fonts and programs none was taken for text."""

_MOSTLY, _HARDLY, _LEAST = 0.7, 0.01, 32
"""For UTF-16 without a mark: shares of NUL, and the bytes below which nothing is clear. With these all of 4,445 news
texts that were in Latin letters came back whole, in either order; other scripts (9 Armenian ones) are refused, not
guessed at."""

_AS_UTF8 = "save it as UTF-8"


def decode(data: bytes, where: str) -> str | Problem:
    """Return the text: UTF-8, UTF-16 or UTF-32 by byte order mark (removed), plain UTF-8, UTF-16, else Windows-1252.

    Line ends stay as they stand and nothing is normalised. Too large, empty, binary or damaged data is a `Problem`
    that names `where`.
    """
    if len(data) > LARGEST:
        return Problem(where, f"larger than {LARGEST:,} bytes", "split it into articles")
    try:
        text = _decoded(data)
    except UnicodeDecodeError as error:
        what = "neither UTF-8 nor Windows-1252" if error.encoding == "charmap" else f"damaged {error.encoding}"
        return Problem(where, f"{what} at byte {error.start + 1}", _AS_UTF8)
    return flaw(text, where) or text


def flaw(text: str, where: str) -> Problem | None:
    """Return what makes characters unusable as an article's text, or None."""
    if not text.strip():
        return Problem(where, "empty", "delete it, or fill it")
    if "\0" in text or len(text) - len(_CONTROL.sub("", text)) > _MOST_CONTROL * len(text):
        return Problem(where, "not a text: it holds binary data", "give its text as UTF-8, or leave it out")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return Problem(where, f"half a character (a lone surrogate) at position {error.start}", _AS_UTF8)
    return None


def _decoded(data: bytes) -> str:
    if encoding := marked(data):
        return data.decode(encoding)
    if wide := _unmarked_utf16(data):
        return data.decode(wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        if _is_damaged_utf8(data):
            raise
        return data.decode("cp1252")


def _unmarked_utf16(data: bytes) -> str | None:
    """Return the UTF-16 codec if clearly so: nearly every second byte is NUL, as in western text, and no other one."""
    if len(data) < _LEAST or len(data) % 2 or b"\0" not in data:
        return None
    half = len(data) // 2
    even, odd = data[::2].count(0) / half, data[1::2].count(0) / half
    if odd >= _MOSTLY and even <= _HARDLY:
        return "utf-16-le"
    return "utf-16-be" if even >= _MOSTLY and odd <= _HARDLY else None


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether more characters beyond ASCII are whole than broken: as Windows-1252 every `’` would become `â€™`."""
    text = data.decode("utf-8", errors="replace")
    beyond = len(text) - len(text.encode("ascii", errors="ignore"))
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    return beyond - broken > broken
