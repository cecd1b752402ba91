"""Days, months and years as news writes them: full days for headers and names, expressions for sentences.

Nothing here knows an article's own day or reads a clock; `stages.resolve` brings the two together.
"""

from __future__ import annotations

from briefing.language.dates.expressions import expressions

__all__ = ["expressions"]
