"""A summary's sentences in reading order, and what a reader has read before each of them."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.evaluation.context.source import Source, Stretch

# Sentences looked back for what a word stands for, in the summary as in the source.
REACH = 4
# A caption or heading between two sentences does not part them: so few words.
PASSED_OVER = 6


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence of a source, at its place in a summary, and what notes explain in its extract."""

    source: Source
    stretch: Stretch
    extract: int
    given: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Sentences in reading order."""

    placed: tuple[Placed, ...]

    def before(self, k: int) -> tuple[Placed, ...]:
        """Return the sentences read before one, the nearest first, as far as one looks back."""
        return self.placed[max(0, k - REACH) : k][::-1]

    def before_in_source(self, k: int) -> tuple[Stretch, ...]:
        """Return the sentences that stand before it in its source, the nearest first, as far as one looks back."""
        placed = self.placed[k]
        return placed.source.stretches[max(0, placed.stretch.place - REACH) : placed.stretch.place][::-1]

    def is_joined(self, k: int) -> bool:
        """Whether the reader comes from the sentence that stands before it in the source, or none stands there."""
        here = self.placed[k]
        before = self.placed[k - 1].stretch if k else None
        for place in range(here.stretch.place - 1, -1, -1):
            passed = here.source.stretches[place]
            if passed is before:
                return True
            if len(passed.tokens) > PASSED_OVER:
                return False
        return True

    def is_followed(self, k: int) -> bool:
        """Whether the sentence read next is the next one of the source."""
        if k + 1 >= len(self.placed):
            return False
        here, then = self.placed[k], self.placed[k + 1]
        return then.source is here.source and then.stretch.place == here.stretch.place + 1
