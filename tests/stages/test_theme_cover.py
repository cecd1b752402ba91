"""Passages widened over what cleaning set aside."""

from __future__ import annotations

from briefing.model import Article, Aside, Cleaned, Dated, Passage, Reading, Sentence, Span
from briefing.stages.theme.cover import cover

TEXT = "Title\n\nOne two.\n\nHeading\n\nThree four.\n\nCopyright"


def reading(*asides: str) -> Reading:
    """Return a reading of TEXT with its two sentences, in which these lines were set aside."""
    spans = [Span(TEXT.index(line), TEXT.index(line) + len(line)) for line in ("One two.", "Three four.")]
    kept = tuple(Aside(TEXT.index(line), TEXT.index(line) + len(line), "heading", "a test") for line in asides)
    sentences = tuple(Sentence(*span, TEXT[slice(*span)], position=k, paragraph=k) for k, span in enumerate(spans))
    return Reading(Article(TEXT), None, Dated(), Cleaned(tuple(spans), kept), sentences, (), ())


PASSAGES = (Passage(7, 15, "A", 0, 0), Passage(26, 37, "B", 1, 1))


def covered(*asides: str) -> list[str]:
    """Return the texts of the two passages, widened over these asides."""
    return [TEXT[p.start : p.end] for p in cover(reading(*asides), PASSAGES)]


def test_asides_go_with_their_passages() -> None:
    """A title and a heading go with what follows them, what closes the article with the last passage."""
    assert covered("Title", "Heading", "Copyright") == ["Title\n\nOne two.", "Heading\n\nThree four.\n\nCopyright"]


def test_without_asides_nothing_changes() -> None:
    """Where nothing was set aside passages stay as they are, and no passages stay none."""
    assert covered() == ["One two.", "Three four."]
    assert cover(reading("Title"), ()) == ()
