"""Names of folders as IMAP spells them: modified UTF-7 (RFC 3501, 5.1.3)."""

from __future__ import annotations

import re
from binascii import Error, a2b_base64, b2a_base64

_BEYOND = re.compile(r"&|[^\x20-\x7e]+")
_SHIFTED = re.compile(r"&([A-Za-z0-9+,]*)-")


def encoded(name: str) -> str:
    """Return the name in ASCII: "Übersicht" is "&ANw-bersicht"."""
    return _BEYOND.sub(lambda match: "&-" if match[0] == "&" else f"&{_base64(match[0])}-", name)


def decoded(name: str) -> str:
    """Return the name as a person reads it; what is not well-formed stays as it is."""
    return _SHIFTED.sub(_text, name)


def _base64(text: str) -> str:
    data = b2a_base64(text.encode("utf-16-be"), newline=False)
    return data.rstrip(b"=").replace(b"/", b",").decode("ascii")


def _text(match: re.Match[str]) -> str:
    shifted = match[1].replace(",", "/")
    try:
        return a2b_base64(shifted + "=" * (-len(shifted) % 4)).decode("utf-16-be") if shifted else "&"
    except (Error, UnicodeDecodeError):
        return match[0]
