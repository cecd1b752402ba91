"""A pile of news articles in; a dated, themed briefing out, every sentence provably in its source."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.api import passages, sentences, summarise
    from briefing.model import Article, Theme

__version__ = "0.1.0"
__all__ = ["Article", "Theme", "passages", "sentences", "summarise"]

_HOME = {"Article": "briefing.model", "Theme": "briefing.model"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'briefing' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOME.get(name, "briefing.api")), name)
