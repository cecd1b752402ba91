"""Lists of words as this package writes them: one text, words parted by white space, so that they can be read."""

from __future__ import annotations


def word_set(listed: str) -> frozenset[str]:
    """Return the words of a list that is written as one text."""
    return frozenset(listed.split())
