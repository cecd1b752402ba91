"""Style and script, put into the page on one line each, and the hash by which a browser knows that they are ours."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MARKS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}
_CLOSING = re.compile(r"</(?:style|script)|<!--", re.IGNORECASE)


def folded(text: str, name: str) -> str:
    """Return a style sheet or script without comments, on one line: to `verify` it is one thing that the page says.

    So a script's statements end in semicolons, and its comments are written as in a style sheet. Raises ValueError for
    what would end the element that it stands in.
    """
    found = " ".join(_COMMENT.sub(" ", text).split())
    if closing := _CLOSING.search(found):
        raise ValueError(f"{name}: {closing[0]!r} cannot stand in it; it would end the element around it")
    return found


def integrity(content: str) -> str:
    """Return what a Content-Security-Policy names a content by: "'sha256-…'"."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def data(value: object) -> str:
    """Return a value as JSON in which nothing can end the element that it stands in, or begin another."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_MARKS)
