"""NLTK's Punkt as a named choice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.punkt import punkt_sentences


def test_abbreviations_are_our_own() -> None:
    """Titles and initials hold without any data file of nltk's."""
    text = "Gen. Ortiz of the U.S. Army met Dr. Weiss.\n\nThey talked. Nobody listened."
    assert [text[a:b] for a, b in punkt_sentences(text)] == [
        "Gen. Ortiz of the U.S. Army met Dr. Weiss.",
        "They talked.",
        "Nobody listened.",
    ]


def test_hostile_text() -> None:
    """A line on which nltk's own patterns give up is read in parts."""
    spans = punkt_sentences("Mr. " * 10_000)
    assert spans[0].start == 0
    assert spans[-1].end == 39_999


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB. !\n“”"), max_size=60))
def test_spans_are_ordered(text: str) -> None:
    """Spans lie in the text, in order."""
    edges = [edge for span in punkt_sentences(text) for edge in span]
    assert edges == sorted(edges)
    assert not edges or edges[-1] <= len(text)
