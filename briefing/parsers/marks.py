"""The byte order marks by which bytes prove their encoding: read by parsers, and by the sources above them."""

from __future__ import annotations

import codecs

_MARKS = (  # UTF-32 first: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def marked(data: bytes) -> str | None:
    """Return the codec that the mark at the beginning names, which it also takes off; None without one."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
