"""Which folders a server has, and what it puts between the levels of their names."""

from __future__ import annotations

import imaplib
import re
from collections.abc import Sequence
from difflib import get_close_matches

from briefing.fetchers.mailbox.connection import quoted
from briefing.fetchers.mailbox.folder_name import decoded, encoded
from briefing.fetchers.mailbox.refusal import Refused
from briefing.fetchers.mailbox.responses import Piece
from briefing.language.display import shown

SHOWN = 10
"""How many folders are named to somebody who asked for one that is not there."""

_LISTED = re.compile(rb'\([^)]*\) (?:"(?P<quoted>\\?[^"])"|NIL) (?P<name>.*)$', re.DOTALL)
_ESCAPED = re.compile(rb"\\(.)")


def examine(imap: imaplib.IMAP4, levels: Sequence[str]) -> None:
    """Open the folder for reading only (EXAMINE); raises Refused with the folders that there are."""
    separator = _separator(imap)
    name = (separator or "/").join(map(encoded, levels))
    answer, words = imap.select(quoted(name), readonly=True)
    if answer != "OK":
        raise Refused(_text(words[0]), _there_are("/".join(levels), _names(imap, separator)))


def _separator(imap: imaplib.IMAP4) -> str:
    """What stands between levels: "/" on many servers, "." on many others; "" where there are none."""
    _, data = imap.list('""', '""')
    match = _LISTED.match(data[0]) if data and isinstance(data[0], bytes) else None
    return match["quoted"].removeprefix(b"\\").decode("ascii", "replace") if match and match["quoted"] else ""


def _names(imap: imaplib.IMAP4, separator: str) -> list[str]:
    _, data = imap.list('""', '"*"')
    names = sorted(filter(None, map(_name, data)))
    return ["/".join(name.split(separator)) if separator else name for name in names]


def _name(piece: Piece) -> str:
    if isinstance(piece, tuple):
        return decoded(_text(piece[1]))
    match = _LISTED.match(piece or b"")
    if not match:
        return ""
    name = match["name"]
    return decoded(_text(_ESCAPED.sub(rb"\1", name[1:-1]) if name.startswith(b'"') else name))


def _there_are(wanted: str, names: Sequence[str]) -> str:
    if not names:
        return ""
    near = get_close_matches(wanted, names, n=SHOWN, cutoff=0.4) or list(names[:SHOWN])
    return f"folders there are: {', '.join(map(shown, near))}"


def _text(words: bytes | None) -> str:
    return (words or b"").decode(errors="replace")
