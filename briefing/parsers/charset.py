"""Decode pages and feeds: what the bytes prove, before what a server or the page says of them."""

from __future__ import annotations

import codecs
import re

from briefing.parsers.marks import marked

_HEAD = 4096  # bytes; browsers look for a declaration in the first 1,024, and some pages have it behind a long script
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.+-]{2,40})""", re.IGNORECASE)
_READ_AS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""What browsers decode by when a page says the name on the left (https://encoding.spec.whatwg.org/#names-and-labels)."""

_CHARSET = re.compile(
    r"ascii|cp\d{3,4}|iso8859-\d{1,2}|iso2022_\w+|koi8-\w|mac-\w+|gb\w+|big5\w*|shift_jis\w*|euc_\w+|tis-620|johab|kz1048"
)
"""Codecs of Python's that are old charsets. Others escape or compress; UTF-7 hides markup; UTF-8 has been tried."""

_MOSTLY = 0.7  # share of NUL bytes in every second place of a western text in UTF-16 without a mark
_FAULTY = 0.3
"""Share of faulty characters among those beyond ASCII up to which text that says it is UTF-8 is taken to be damaged
UTF-8: a byte or two cut off, or a quotation pasted in. Any old charset read so has next to nothing but faults."""


def decoded(data: bytes, said: str = "") -> str:
    """Return the characters: by byte order mark, as UTF-8 where that fits, else by what is said, else by a guess.

    `said` is the charset that a server named. Text that is valid UTF-8 beyond ASCII is nothing else, whatever it says;
    text that is not, but says it is, is Windows-1252 or another old code. Never raises.
    """
    if encoding := marked(data):
        return data.decode(encoding, "replace")
    if wide := _unmarked_utf16(data[:_HEAD]):
        return data.decode(wide, "replace")
    names = [name for name in (_codec(said), _declared(data)) if name]
    if "iso2022_jp" in names and b"\x1b" in data:
        return data.decode("iso2022_jp", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _old(data, names)


def _old(data: bytes, names: list[str]) -> str:
    """Return text that is not valid UTF-8."""
    lenient = data.decode("utf-8", "replace")
    faults = lenient.count("\N{REPLACEMENT CHARACTER}")
    if faults <= _FAULTY * sum(not c.isascii() for c in lenient):
        return lenient
    for name in names:
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return _guessed(data)


def _guessed(data: bytes) -> str:
    """Return text of which nothing true is said: Windows-1252 where that makes letters, else by charset-normalizer."""
    western = data.decode("cp1252", "replace")
    beyond = [c for c in western if not c.isascii()]
    letters = sum(c in _WESTERN for c in beyond)
    if letters >= _MOSTLY_WESTERN * len(beyond) and len(beyond) < _RARE * len(western):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    return data.decode(best.encoding, "replace") if best else western


_WESTERN = frozenset("äöüßéèêëàâáãåæçñíìîïóòôõøœúùûÄÖÜÉÈÀÂÇÑÅØÁÍÓÚ“”‘’„‚«»‹›–—…•·€£°§©®™¡¿½²³´¨\u00a0\u00ad")
_MOSTLY_WESTERN, _RARE = 0.9, 0.2  # Cyrillic or Greek in one byte is four letters in five beyond ASCII


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:_HEAD])
    return _codec(found[1].decode("ascii")) if found else ""


def _codec(name: str) -> str:
    """Return the codec by which text is read that says it has this charset, "" if there is none."""
    try:
        known = codecs.lookup(name.strip().lower()).name if name else ""
    except (LookupError, ValueError):
        return ""
    return _READ_AS.get(known, known) if _CHARSET.fullmatch(known) else ""


def _unmarked_utf16(head: bytes) -> str:
    """Return the UTF-16 codec if nearly every second byte is NUL, as in markup, which is ASCII."""
    half = len(head) // 2
    if half < 16 or b"\0" not in head:
        return ""
    if head[1::2].count(0) >= _MOSTLY * half:
        return "utf-16-le"
    return "utf-16-be" if head[::2].count(0) >= _MOSTLY * half else ""
