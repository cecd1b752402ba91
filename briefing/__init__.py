"""A pile of news articles in; a dated, themed briefing out, every sentence provably in its source.

The public names are resolved when they are used (PEP 562), so that `import briefing` costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from briefing.version import VERSION as __version__

if TYPE_CHECKING:
    from briefing.api import attributions, build, passages, remember, render, sentences, stories, summarise
    from briefing.model import Article, Attribution, Briefing, Extract, Hand, Passage, Past, Theme

__all__ = [
    "Article",
    "Attribution",
    "Briefing",
    "Extract",
    "Hand",
    "Passage",
    "Past",
    "Theme",
    "__version__",
    "attributions",
    "build",
    "passages",
    "remember",
    "render",
    "sentences",
    "stories",
    "summarise",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'briefing' has no attribute {name!r}")
    home = "briefing.model" if name[0].isupper() else "briefing.api"
    return getattr(importlib.import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
