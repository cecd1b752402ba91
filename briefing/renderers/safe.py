"""How each format says a text literally: no character of it can open, close, link or hide anything."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from briefing.language.display import shown
from briefing.renderers.markdown import markdown

SAFE: dict[str, Callable[[str], str]] = {"md": markdown, "html": lambda text: escape(shown(text)), "txt": shown}
"""By the format's name, which is the template's suffix."""
