"""Know a page of our own, so that yesterday's briefing is not read as today's news."""

from __future__ import annotations

import re

_MARKDOWN = re.compile(r"^\[edition\]: ", re.MULTILINE)
_JSON = re.compile(r'"schema"\s{0,8}:\s{0,8}"briefing/page/\d')


def is_page(text: str) -> bool:
    """Whether the text is a Markdown or JSON page that this package wrote: by the marks that every page carries."""
    if text.lstrip()[:1] == "{":
        return bool(_JSON.search(text))
    return bool(_MARKDOWN.search(text))
