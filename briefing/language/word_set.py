"""Lists of words and phrases as this package writes them: one text each, so that they can be read."""

from __future__ import annotations


def word_set(listed: str) -> frozenset[str]:
    """Return the words of a list that is written as one text."""
    return frozenset(listed.split())


def phrases(listed: str) -> tuple[str, ...]:
    """Return the phrases of a list that is written as one text, with semicolons between them."""
    return tuple(" ".join(phrase.split()) for phrase in listed.split(";"))
