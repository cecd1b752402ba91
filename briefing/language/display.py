"""How text from outside is shown: white space folded, what cannot be seen made visible, nothing else."""

from __future__ import annotations

import json
import re

# Control characters, zero-width ones that hide, and the bidirectional ones with which a line can be made to read as
# another (Boucher and Anderson 2021, "Trojan Source"). The mark's own brackets are marked too, so that a mark on a
# page is always ours. Tags (U+E0020 and on) say words that only machines read. A lone surrogate, which no file can
# hold, comes only through the API. The joiners U+200C and U+200D stay: several scripts need them.
_HIDDEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f"
)
_UNSEEN = re.compile(f"[{_HIDDEN}⟦⟧]")
_ACTIVE = re.compile(f"[{_HIDDEN}\x0b-\x0d\x1c-\x1f\u2028\u2029]")
_SPACE = re.compile(r"\s+")
_UNSEEN_YET = re.compile(f"[{_HIDDEN}]")


def shown(text: str) -> str:
    """Return the text on one line, white space folded and each character that cannot be seen as a mark (`⟦U+202E⟧`)."""
    return _UNSEEN.sub(_mark, _SPACE.sub(" ", text))


def plain(text: str) -> str:
    """Return lines of ours as a terminal may have them: what it would obey in a name that was not `shown` is marked."""
    return _ACTIVE.sub(_mark, text)


def in_json(value: object, indent: int | None = 2) -> str:
    """Return a value as JSON, what cannot be seen in escapes: no terminal obeys it, and a program reads the same."""
    return _ACTIVE.sub(_escape, json.dumps(value, ensure_ascii=False, indent=indent))


def shown_again(text: str) -> str:
    """Return what a page shows on one line: its marks stay, whatever else cannot be seen is marked."""
    return _UNSEEN_YET.sub(_mark, _SPACE.sub(" ", text))


def _mark(match: re.Match[str]) -> str:
    return f"⟦U+{ord(match[0]):04X}⟧"


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]
