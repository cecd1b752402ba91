"""What stands on a page because editions came before, as patterns: without these editions it cannot be checked."""

from __future__ import annotations

import re

from briefing.renderers.safe import SAFE
from briefing.renderers.words import Words

UNTIL_NOW = (
    "new",
    "carried over from {day}",
    "carried over in part from {day}",
    "changed since {day}: {changes}",
)
"""Beside a statement."""

UPDATED = "updated since the edition of {day}"
"""Beside a source."""

SINCE = (
    "Since the edition of {day}: {new} new, {changed} changed, {carried} carried over.",
    "Nothing new since {day}.",
)
"""On a line of its own."""

_VALUE = re.compile(r"\\\{\w+\\\}")


def said(*messages: str, language: str, form: str = "md") -> str:
    """Return a pattern of what messages become; in English on every page, for a template of a user's may hold that."""
    words = Words(language, SAFE[form])
    forms = (form for message in messages for form in (words.safe(message), words.gettext(message)))
    return f"(?:{'|'.join(_VALUE.sub('.+?', re.escape(one)) for one in dict.fromkeys(forms))})"
