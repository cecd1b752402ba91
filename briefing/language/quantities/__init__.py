"""Quantities in a sentence: how many, how much, of what."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.language.quantities.find import english_quantities
from briefing.language.quantities.others import OTHERS, quantities_in
from briefing.model import Quantity, Span

__all__ = ["quantities"]


def quantities(text: str, sentence: Span, language: str = "en") -> Iterator[Quantity]:
    """Return the quantities of a sentence, in order and apart; none in a language whose numbers are not known."""
    if language == "en":
        return english_quantities(text, sentence)
    return quantities_in(text, sentence, language) if language in OTHERS else iter(())
