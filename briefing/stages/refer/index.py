"""What an article's names are: the nouns of this room."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from briefing.language.given_names import Gender
from briefing.language.tokens import Tokens
from briefing.model import Sentence, Span

NameKind = Literal["person", "body", "place", "other"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its fullest form in this article: `text[start:end]` at `span`, without title or possessive.

    `gender` is what its bearer is called, None where nothing tells. `roles` are the words that a title or an apposition
    ties to it ("NATO Secretary-General": nato, secretary-general), in lower case, one tuple for each.
    """

    text: str
    span: Span
    kind: NameKind
    gender: Gender | None = None
    roles: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a name stands: `span` as it is written there, `whole` with the title before it.

    `name` counts in `Names.names`, or is None where it may be several or nobody. `sentence` counts in the article;
    `quoted` says that somebody else's words hold it, `possessive` that something of it is meant ("Lee's aide").
    """

    span: Span
    whole: Span
    name: int | None
    sentence: int
    quoted: bool = False
    possessive: bool = False


@dataclass(frozen=True)
class Names:
    """All names of an article and where they stand, in order; built once by `names`.

    `tokens[k]` are the words and marks of `sentences[k]`; `quoted` are the pieces of quotations.
    """

    text: str
    sentences: Sequence[Sentence]
    tokens: Sequence[Tokens]
    quoted: Sequence[Span]
    names: tuple[Name, ...] = ()
    mentions: tuple[Mention, ...] = ()
    by_role: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def inside(self, span: Span) -> Sequence[Mention]:
        """Return the mentions that lie in a span."""
        first = bisect_left(self._starts, span.start)
        last = bisect_right(self._starts, span.end)
        return [m for m in self.mentions[first:last] if m.span.end <= span.end]

    def sentence_at(self, place: int) -> int:
        """Return the number of the sentence that holds a place, or of the last one before it."""
        return bisect_right(self._sentence_starts, place) - 1

    def is_quoted(self, place: int) -> bool:
        """Whether a place lies in a quotation."""
        at = bisect_right(self._quoted_starts, place) - 1
        return at >= 0 and place < self.quoted[at].end

    def last_before(self, name: int, place: int) -> Mention | None:
        """Return the nearest mention of a name before a place."""
        own = self._of_name.get(name, ())
        at = bisect_left(own, place, key=lambda mention: mention.span.end)
        return own[at - 1] if at else None

    def mentions_of(self, name: int) -> Sequence[Mention]:
        """Return all mentions of a name, in order."""
        return self._of_name.get(name, ())

    @cached_property
    def _of_name(self) -> dict[int | None, list[Mention]]:
        found: dict[int | None, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.name, []).append(mention)
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _quoted_starts(self) -> list[int]:
        return [span.start for span in self.quoted]
