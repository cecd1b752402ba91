"""How a sentence may be printed: alone, with what it leans on, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Aside, Cut, Quotation, Sentence, Span
from briefing.stages.cut import cut
from briefing.stages.split.pieces import pieces

CutsOf = Callable[..., tuple[Cut, ...]]
SentencesOf = Callable[..., tuple[Sentence, ...]]

NAMED = "Vera Holm opened the harbour on Monday."
LONG = "The harbour board, which runs the ferry, the quay and both of the sheds on it, met again and again. " * 11


@pytest.mark.parametrize(
    ("text", "core", "printed"),
    [
        pytest.param(f"{NAMED} Two ships came in.", "Two", "Two ships came in.", id="a sentence that stands alone"),
        pytest.param(
            f"{NAMED} She left at noon.", "She", f"{NAMED} She left at noon.", id="a pronoun takes its name in"
        ),
        pytest.param(
            f"{NAMED} A new quay. But the ferry stayed away.",
            "But",
            f"{NAMED} A new quay. But the ferry stayed away.",
            id="a few words that are no sentence do not explain a linker",
        ),
        pytest.param(
            f"The port was full. {NAMED}\n\nShe left at noon. But she came back in the evening.",
            "But",
            f"{NAMED}\n\nShe left at noon. But she came back in the evening.",
            id="a chain of two, over a paragraph's end",
        ),
        pytest.param(
            f"{NAMED}\n\n“We will sail in May, and not before the ice is gone,” she added.",
            "“We",
            f"{NAMED}\n\n“We will sail in May, and not before the ice is gone,” she added.",
            id="a quotation of a pronoun takes the name in",
        ),
        pytest.param(
            "The port was full. Vera Holm said: “We will sail in May. The ice is thin. Nobody is in a hurry here.”",
            "The ice",
            "Vera Holm said: “We will sail in May. The ice is thin. Nobody is in a hurry here.”",
            id="a piece is opened and closed",
        ),
        pytest.param(
            "“We will sail in May. The ice is thin,” Vera Holm said. “Nobody is in a hurry here.”",
            "“Nobody",
            "“We will sail in May. The ice is thin,” Vera Holm said. “Nobody is in a hurry here.”",
            id="the speaker of the quotation before is the speaker",
        ),
        pytest.param(
            "The port was full.\n\n“We will sail in May, before the ice is gone.” Vera Holm said this was safe.",
            "“We",
            "“We will sail in May, before the ice is gone.” Vera Holm said this was safe.",
            id="an attribution that follows is taken in",
        ),
        pytest.param(
            "“We will sail in May, before the ice is gone.” Vera Holm said the crew was at rest.",
            "“We",
            "“We will sail in May, before the ice is gone.” Vera Holm said the crew was at rest.",
            id="an attribution that follows an article's first sentence",
        ),
        pytest.param(
            "“We will sail in May,” Vera Holm said. “Nobody is in a hurry here.” Ole Rask said the ice was thick.",
            "“Nobody",
            "“We will sail in May,” Vera Holm said. “Nobody is in a hurry here.”",
            id="who spoke just before, not who speaks next",
        ),
        pytest.param(
            "The port was full of ships. Vera Holm named two conditions:\n\nThe ice must be thin and the crew at rest.",
            "Vera",
            "Vera Holm named two conditions:\n\nThe ice must be thin and the crew at rest.",
            id="a colon takes in what it announces",
        ),
    ],
)
def test_a_run_takes_in_what_its_core_needs(
    text: str, core: str, printed: str, cuts_of: CutsOf, sentences_of: SentencesOf
) -> None:
    """The run is the smallest that opens with a sentence that stands alone and closes what it opens."""
    found = next(c for c, s in zip(cuts_of(text), sentences_of(text), strict=True) if s.text.startswith(core))
    assert found.unfit is None
    assert text[found.start : found.end] == printed


@pytest.mark.parametrize(
    ("text", "core", "reason"),
    [
        pytest.param("She left at noon on Monday. The port was full.", "She", "nothing beside", id="nobody is named"),
        pytest.param(
            "Anna Lind fell ill. It rained a lot. This was bad. That was worse. It got dark early.",
            "It got",
            "nothing beside",
            id="a chain of more than two",
        ),
        pytest.param(
            "Ole Rask and DmitryPetrov met on Monday in the harbour. He left at noon, a clerk said.",
            "He left",
            "nothing beside",
            id="the sentence before must not be printed",
        ),
        pytest.param(
            "The ships lay in the harbour.\n\n“We will sail in May, before the ice is gone.”\n\nThe ice is thin.",
            "“We",
            "nothing beside",
            id="no speaker nearby",
        ),
        pytest.param(
            "Ole Rask was detained on Monday after a clerk alleged that he took the key.\n\n“Nobody will sail in May.”",
            "“Nobody",
            "nothing beside",
            id="the sentence before tells of another saying",
        ),
        pytest.param(
            "The port is open again. Vera Holm named two conditions:",
            "Vera",
            "announces",
            id="nothing follows the colon",
        ),
        pytest.param(f"Vera Holm said: “{LONG}”", "The harbour", "longer than 1,000", id="a quotation over the bound"),
        pytest.param("The port is shut. Nobody knows.", "Nobody", "too short", id="the core itself"),
        pytest.param(
            "Vera Holm said: “Thick ice covers the bay. in the north. Nobody will sail before May comes.”",
            "Nobody",
            "one quotation",
            id="the quotation holds a broken sentence",
        ),
    ],
)
def test_what_cannot_stand_says_why(
    text: str, core: str, reason: str, cuts_of: CutsOf, sentences_of: SentencesOf
) -> None:
    """A core that no run makes whole is unfit, with a reason that a reader of `explain` understands."""
    found = next(c for c, s in zip(cuts_of(text), sentences_of(text), strict=True) if core in s.text)
    assert reason in (found.unfit or "")


def test_a_run_never_crosses_what_was_set_aside() -> None:
    """A pronoun is not explained over a heading: behind it another person may be meant."""
    text = "Vera Holm opened the harbour. NEW QUAY She left at noon on Monday."
    one, other = Sentence(0, 29, text[:29]), Sentence(39, 66, text[39:], position=1, leans="begins with a pronoun")
    assert cut([one, other], [])[1].first == 0
    assert cut([one, other], [], asides=[Aside(30, 38, "heading", "in capitals")])[1].unfit is not None


def test_a_quotation_with_an_aside_in_it_is_not_printed() -> None:
    """A caption within a quotation would be printed as said: the run is refused, and its fallback is the core alone."""
    text = "Holm said: “We sail in May. Photo: X Nobody is in a hurry here.”"
    one, other = Sentence(0, 27, text[:27]), Sentence(37, 64, text[37:], position=1, leans="continues a quotation")
    found = cut([one, other], [Quotation((Span(11, 64),))], asides=[Aside(28, 36, "credit", "Photo:")])
    assert [(c.first, c.last, c.unfit is None) for c in found] == [(0, 0, False), (1, 1, False)]


def test_the_short_sentence_of_a_quotation_spoils_no_other(cuts_of: CutsOf) -> None:
    """Inside a quotation a speaker may be brief; only as a core does a short sentence say too little."""
    short, long = cuts_of("Vera Holm said on Monday: “We did it. The harbour is open to ships of every nation.”")[:2]
    assert long.unfit is None
    assert short.unfit is None


TEXTS = st.text(alphabet="aB e,.“”\"\n:—'1(é", max_size=120)


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_every_cut_keeps_its_promises(cuts_of: CutsOf, sentences_of: SentencesOf, text: str) -> None:
    """Cuts are one a sentence, in order, hold their core, lie inside the text, and are the same each time."""
    sentences, cuts = sentences_of(text), cuts_of(text)
    assert [c.core for c in cuts] == list(range(len(sentences)))
    for found in cuts:
        assert 0 <= found.first <= found.core <= found.last < len(sentences)
        assert (found.start, found.end) == (sentences[found.first].start, sentences[found.last].end)
    assert cuts == cuts_of(text)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.integers(1, 9), max_size=8),
    st.lists(st.tuples(st.integers(0, 70), st.integers(1, 30)), max_size=4),
)
def test_groups_part_the_sentences_and_keep_pieces_whole(lengths: list[int], spans: list[tuple[int, int]]) -> None:
    """Every sentence lies in one group, and all sentences that a piece touches lie in the same."""
    sentences, at = [], 0
    for position, length in enumerate(lengths):
        sentences.append(Sentence(at, at + length, "x" * length, position=position))
        at += length + 1
    quotations = [Quotation((Span(start, start + length),)) for start, length in spans]
    groups = pieces(sentences, quotations)
    assert [k for g in groups for k in range(g.first, g.last + 1)] == list(range(len(sentences)))
    for start, length in spans:
        touched = {k for k, s in enumerate(sentences) if s.start < start + length and s.end > start}
        assert sum(bool(touched & set(range(g.first, g.last + 1))) for g in groups) <= 1
