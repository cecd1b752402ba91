"""A source as the measure of context reads it: sentences, tokens, what is quoted, and who or what is mentioned."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.evaluation.context.mentions import Mention, Token, many, may_open, names, persons, stem
from briefing.evaluation.context.quoted import quoted_spans
from briefing.evaluation.context.words import FUNCTION, PLACED_BY
from briefing.evaluation.plain_sentences import plain_spans

_TOKEN = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|[^\w\s]")
# Words in small letters without which a line tells nothing: "By. Ann Ray.", "PUBLISHED:. 14:11 EST, 25 October 2013."
LEAST_WORDS = 2
# Characters of a sentence that are read, so that no cost grows with the square of a text without full stops.
LONGEST = 5_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence of a source: its place among them, its tokens, and the persons and many that it mentions.

    `stems` are those of its content words, `nouns` those of all its words.
    """

    place: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    persons: tuple[Mention, ...]
    many: tuple[Mention, ...]
    stems: frozenset[str]
    nouns: frozenset[str]

    def opens(self, at: int) -> bool:
        """Whether a token is the sentence's first word."""
        return not any(token.text[0].isalnum() for token in self.tokens[:at])


@dataclass(frozen=True, slots=True)
class Source:
    """A text, read for the measure."""

    text: str
    stretches: tuple[Stretch, ...]

    def between(self, start: int, end: int) -> tuple[Stretch, ...]:
        """Return the sentences of which at least half lies between the two offsets, or the one that holds them."""
        found = tuple(s for s in self.stretches if 2 * (min(s.end, end) - max(s.start, start)) >= s.end - s.start)
        return found or tuple(s for s in self.stretches if s.start < end and start < s.end)[:1]


@lru_cache(maxsize=64)
def read_source(text: str) -> Source:
    """Return a text's sentences with what they mention; the time is linear in its length."""
    quoted = quoted_spans(text)
    spans = plain_spans(text)
    tokens = [_tokens(text, start, end, quoted) for start, end in spans]
    told = [(span, found) for span, found in zip(spans, tokens, strict=True) if _tells(found)]
    known = {
        t.lower
        for sentence in tokens
        for k, t in enumerate(sentence)
        if t.text[0].isupper() and not may_open(sentence, k)
    }
    places = {name[-1].lower for sentence in tokens for name, before in names(sentence, known) if before in PLACED_BY}
    return Source(
        text,
        tuple(
            Stretch(k, *span, found, persons(found, known, places), many(found), *_stems(found))
            for k, (span, found) in enumerate(told)
        ),
    )


def _tells(tokens: Sequence[Token]) -> bool:
    """Whether a sentence says anything: a byline or a page's stamp has hardly a word in small letters."""
    return sum(token.text.islower() and len(token.text) > 1 for token in tokens) >= LEAST_WORDS


def _tokens(text: str, start: int, end: int, quoted: Sequence[tuple[int, int]]) -> tuple[Token, ...]:
    first = max(0, bisect_left(quoted, (start, 0)) - 1)
    inside = quoted[first : bisect_left(quoted, (end, 0))]
    found = []
    for match in _TOKEN.finditer(text, start, min(end, start + LONGEST)):
        lower = match[0].lower().replace("’", "'").removesuffix("'s").removesuffix("'ll").removesuffix("'d")
        found.append(Token(match[0], lower, *match.span(), any(a <= match.start() < b for a, b in inside)))
    return tuple(found)


def _stems(tokens: Sequence[Token]) -> tuple[frozenset[str], frozenset[str]]:
    words = {token.lower for token in tokens}
    return frozenset(stem(word) for word in words if len(word) > 3 and word not in FUNCTION), frozenset(
        map(stem, words)
    )
