"""How the user wants files to be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manner:
    """`language` is that of articles that state none; a line of only the `separator` parts a text's articles.

    With `skips_pages` a page of our own yields nothing.
    """

    language: str = "en"
    separator: str = ""
    skips_pages: bool = False
