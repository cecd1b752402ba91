"""What may stand in the name of a place: the form of a plugin's, the largest row."""

from __future__ import annotations

import re

LAST_ROW = 10**12 - 1
"""The largest row that a link on a page can name."""

_FORM = re.compile(r"([a-z][a-z0-9_.+-]+):(?!//)(.*)", re.IGNORECASE | re.DOTALL)


def plugin_name(name: str) -> tuple[str, str] | None:
    """Return the plugin and its argument of "wire:harbour", or None: an address has "//" there, a path is absolute.

    >>> plugin_name("wire:harbour")
    ('wire', 'harbour')
    """
    match = _FORM.fullmatch(name)
    return (match[1], match[2]) if match else None
