"""Name an article that has only a file's name for one."""

from __future__ import annotations

import re

_OPENING = re.compile(
    r"\s*(?:#{1,6}\s+\S[^\r\n]*|[^\r\n]{0,200}[^\s.!?…”\"])[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*(?:\r|\n)"
)


def titled(text: str, stem: str) -> dict[str, str]:
    """Return a title of the file's name, without its suffix, unless the text begins with a line of its own for one."""
    return {"title": stem} if stem and not _OPENING.match(text) else {}
