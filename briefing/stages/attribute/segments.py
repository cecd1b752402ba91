"""The reporter's own words between full stops, each piece of quotation standing for one word among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.language.tokens import Tokens
from briefing.model import Sentence, Span

_CLOSERS = "\"'”’»“"
_ASKS = ("?", "!", ",")
DASHES = (["—"], ["–"], ["―"], ["-"])
QUOTED = "\x00"  # stands for a piece of quotation: no text that an article may hold has it (promise 1)


@dataclass(slots=True)
class Segment:
    """A sentence as the reporter wrote it: its words and marks with their places, and its pieces of quotation.

    `pieces[k]` says which piece the word `k` stands for. `paragraph` counts the article's blocks.
    """

    paragraph: int
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    pieces: dict[int, int] = field(default_factory=dict)

    def span(self, first: int, last: int) -> Span:
        """Return the characters from one word to another."""
        return Span(self.starts[first], self.ends[last])


def segments(
    text: str, sentences: Sequence[Sentence], words: Sequence[Tokens], pieces: Sequence[Span]
) -> list[Segment]:
    """Return the segments of an article in order; `words` are its sentences', `pieces` its quotations', sorted.

    Sentences that a piece holds together are one segment, and so is "“Why so?” Roe asked.".
    """
    found: list[Segment] = []
    at, ended = 0, True
    for sentence, own in zip(sentences, words, strict=True):
        if (ended and not _is_signed(found, own)) or found[-1].paragraph != sentence.paragraph:
            found.append(Segment(sentence.paragraph))
        while at < len(pieces) and pieces[at].end <= sentence.start:
            at += 1
        if at == len(pieces) or pieces[at].start >= sentence.end:
            _take(found[-1], own)
            ended = True
        else:
            at = _take_around(found[-1], own, pieces, at)
            ended = not _goes_on(text, sentence, pieces[at])
    return found


def _is_signed(found: Sequence[Segment], tokens: Tokens) -> bool:
    """Whether a sentence only signs the quotation before it: "― Jane Roe"."""
    return bool(found) and found[-1].words == [QUOTED] and tokens.words[:1] in DASHES


def _goes_on(text: str, sentence: Sentence, piece: Span) -> bool:
    """Whether the reporter's sentence goes on behind one that ends in or with a piece of quotation."""
    if piece.start < sentence.end < piece.end:
        return True
    last = text[max(piece.start, piece.end - 3) : piece.end].rstrip(_CLOSERS)[-1:]
    return piece.end == sentence.end and last in _ASKS


def _take(segment: Segment, tokens: Tokens) -> None:
    segment.words += tokens.words
    segment.starts += tokens.starts
    segment.ends += [start + len(word) for start, word in zip(tokens.starts, tokens.words, strict=True)]


def _take_around(segment: Segment, tokens: Tokens, pieces: Sequence[Span], at: int) -> int:
    """Take in a sentence's words with one word for each piece of quotation; return the last piece it touches."""
    for word, start in zip(tokens.words, tokens.starts, strict=True):
        while at < len(pieces) - 1 and pieces[at].end <= start:
            at += 1
        piece = pieces[at]
        if not piece.start <= start < piece.end:
            segment.words.append(word)
            segment.starts.append(start)
            segment.ends.append(start + len(word))
        elif not segment.pieces or segment.pieces.get(len(segment.words) - 1) != at:
            segment.pieces[len(segment.words)] = at
            segment.words.append(QUOTED)
            segment.starts.append(piece.start)
            segment.ends.append(piece.end)
    return at
