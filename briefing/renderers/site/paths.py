"""What the files of the site are called. No name from outside becomes a path: of a theme's only its letters do."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from hashlib import sha256

RECORDED = {"html": "HTML", "pdf": "PDF", "md": "Markdown", "json": "JSON"}
"""The formats of which the site has the recorded pages, with their proper names: those to look at, and for `verify`."""

_OURS = re.compile(
    r"(?:index|search|(?:editions|themes)/[a-z0-9-]{1,60})\.html|feed\.xml|[0-9-]{10}-r[0-9]{1,9}\.[a-z]{2,4}"
)
_SIGNS = re.compile(r"[^a-z0-9]+")


def edition_path(day: date) -> str:
    """Return where the page of a day's edition stands."""
    return f"editions/{day}.html"


def recorded_path(day: date, revision: int, form: str) -> str:
    """Return where a recorded page stands: at the top, so that its links to sources hold beside the `output` folder."""
    return f"{day}-r{revision}.{form}"


def theme_path(theme: str | None) -> str:
    """Return where the page of a theme stands: some letters of its name, and a hash, for two may have the same ones.

    >>> theme_path("Élections: 2026")
    'themes/elections-2026-a1c64f98.html'
    """
    if theme is None:
        return "themes/other.html"
    plain = unicodedata.normalize("NFKD", theme).encode("ascii", "ignore").decode().lower()
    slug = _SIGNS.sub("-", plain).strip("-")[:40].strip("-") or "theme"
    return f"themes/{slug}-{sha256(theme.encode(errors='replace')).hexdigest()[:8]}.html"


def is_ours(path: str) -> bool:
    """Whether a file of the site can be called that, whatever a list says that somebody may have altered."""
    return _OURS.fullmatch(path) is not None
