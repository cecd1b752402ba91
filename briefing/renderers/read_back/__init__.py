"""A page read back: what it cites, and every single thing that it says, so that each can be proved or called out."""

from __future__ import annotations

from briefing.language.display import in_json
from briefing.renderers.read_back.from_html import START, from_html
from briefing.renderers.read_back.from_json import from_json
from briefing.renderers.read_back.from_markdown import from_markdown
from briefing.renderers.read_back.page import Cited, Page
from briefing.renderers.safe import SAFE

__all__ = ["Cited", "Page", "read_back", "written"]


def read_back(text: str, folder: str) -> Page | None:
    """Return the page, which stands in `folder` (an absolute path), or None if it is none of ours."""
    if text.startswith(START):
        return from_html(text, folder)
    return from_json(text, folder) if text.lstrip().startswith("{") else from_markdown(text, folder)


def written(text: str, form: str) -> str:
    """Return an article's words as a page of that form ("md", "html" or "json") writes them."""
    return in_json(text)[1:-1] if form == "json" else SAFE[form](text)
