"""Themes of passages: what each theme catches, on what evidence, and what holds for any text."""

from __future__ import annotations

from functools import reduce
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article, Passage, Pile, Reading, Theme
from briefing.stages.count import add, count
from briefing.stages.read import read
from briefing.stages.theme import theme

SEEDS = Path(__file__).parents[2] / "seeds"
AFGHANISTAN, IRAQ, UKRAINE = "Afghanistan withdrawal", "Iraq mission", "Ukraine tensions"
THREE = (
    Theme(AFGHANISTAN, ("Afghanistan", "Taliban", "Kabul", "withdrawal", "evacuation")),
    Theme(IRAQ, ("Iraq", "Iraqi", "Baghdad", "ISIS", "training mission")),
    Theme(UKRAINE, ("Ukraine", "Ukrainian", "Russia", "Crimea", "Black Sea", "Kremlin")),
)
FERRY, HARBOUR = Theme("Ferry line", ("ferry", "Vera Holm")), Theme("Harvest", ("harvest", "farmers", "wheat"))


def themed(texts: list[str], themes: tuple[Theme, ...]) -> list[tuple[Reading, tuple[Passage, ...]]]:
    """Return each text's reading with its passages, learnt from all of them."""
    readings = [read(Article(text=text, id=str(k))) for k, text in enumerate(texts)]
    pile = reduce(add, (count(reading, themes) for reading in readings), Pile())
    return [(reading, theme(reading, pile, themes)) for reading in readings]


def theme_of(found: tuple[Reading, tuple[Passage, ...]], words: str) -> str | None:
    """Return the theme of the passage that holds the sentence with these words."""
    reading, passages = found
    position = next(s.position for s in reading.sentences if words in s.text)
    return next(p.theme for p in passages if p.first <= position <= p.last)


@pytest.fixture(scope="module")
def five() -> list[tuple[Reading, tuple[Passage, ...]]]:
    """Return the five sample articles with their passages."""
    return themed([path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))], THREE)


@pytest.mark.parametrize(
    ("article", "words", "expected"),
    [
        pytest.param(0, "pledged to focus on the safe evacuation", AFGHANISTAN, id="named by two terms"),
        pytest.param(0, "chaotic situation in Afghanistan", AFGHANISTAN, id="named by the country"),
        pytest.param(0, "no troops under NATO command", AFGHANISTAN, id="the last sentence"),
        pytest.param(1, "faces a difficult choice", AFGHANISTAN, id="within a passage"),
        pytest.param(2, "many dilemmas", AFGHANISTAN, id="names nothing, between paragraphs that do"),
        pytest.param(2, "protection of allies", AFGHANISTAN, id="the paragraph before the theme changes"),
        pytest.param(2, "expand NATO’s training mission in Iraq", IRAQ, id="NATO is common to all three"),
        pytest.param(2, "from 500 personnel", IRAQ, id="the figure that a briefing must not lose"),
        pytest.param(2, "Our presence is conditions-based", IRAQ, id="troops and presence are common to all three"),
        pytest.param(2, "Global Coalition", IRAQ, id="by the word Iraqi"),
        pytest.param(3, "now it is time to bring our forces home", AFGHANISTAN, id="carried over within a speech"),
        pytest.param(3, "must engage meaningfully", AFGHANISTAN, id="by the Taliban"),
        pytest.param(4, "made jointly with NATO allies", AFGHANISTAN, id="the paragraph before the border"),
        pytest.param(4, "Russian-Ukrainian border", UKRAINE, id="by derived words alone"),
        pytest.param(4, "provocations must be stopped", UKRAINE, id="by a possessive"),
        pytest.param(4, "Two US warships", UKRAINE, id="by a phrase"),
        pytest.param(4, "costly in every way", UKRAINE, id="the last sentence of all"),
    ],
)
def test_the_five(five: list[tuple[Reading, tuple[Passage, ...]]], article: int, words: str, expected: str) -> None:
    """An analyst's reading of the five sample articles, of which none is about Iraq or Ukraine alone."""
    assert theme_of(five[article], words) == expected


NAMELESS = "Crews lashed the ramp and sold the last cabin berths before the sailing left the quay."
LEARNING = [
    f"The ferry line ordered new cabin berths on Day {k}. The ferry ramp at the quay was lashed before each sailing."
    for k in range(30)
]


def test_words_are_learnt_from_the_pile() -> None:
    """A paragraph without any term is caught by words that keep a theme company in other articles, but not alone."""
    harvest = [
        f"Farmers brought in the wheat on Day {k}. The harvest filled every barn in the valley." for k in range(30)
    ]
    alone = themed([NAMELESS], (FERRY, HARBOUR))
    taught = themed([NAMELESS, *LEARNING, *harvest], (FERRY, HARBOUR))
    assert theme_of(alone[0], "Crews lashed") is None
    assert theme_of(taught[0], "Crews lashed") == "Ferry line"
    assert any(
        reason.startswith("learnt from the pile: ") and "“ramp”" in reason for reason in taught[0][1][0].evidence
    )


def test_evidence_names_terms() -> None:
    """The evidence gives the user's own terms and how many paragraphs hold each."""
    text = (
        "The ferry stayed in port on Monday, said Vera Holm of the line.\n\n"
        "She said the crew of the line had asked for two days in port.\n\n"
        "The ferry sails again on Friday, Holm said."
    )
    ((_, passages),) = themed([text], (FERRY, HARBOUR))
    (passage,) = passages
    assert passage.evidence[0] == "terms: “Vera Holm” ×2, “ferry” ×2, “line” ×2"
    assert [p.theme for p in passages] == ["Ferry line"]


def test_evidence_of_a_carried_theme() -> None:
    """A paragraph that says nothing itself takes the theme of the one whose words it shares, as the evidence says."""
    text = "The ferry left Port Anna with forty cattle trucks.\n\nThe forty cattle trucks of Port Anna were empty."
    ((_, passages),) = themed([text], (FERRY, HARBOUR))
    assert [p.theme for p in passages] == ["Ferry line"]
    assert passages[0].evidence[-1] == "sentence 2 carried over from sentence 1"


def test_evidence_of_silence() -> None:
    """A passage without a theme says that no term was found, or which ones were too little."""
    nothing = themed(["The town hall was painted green over the summer months."], (FERRY, HARBOUR))
    little = themed(["A new bus line opened in the town over the summer."], (FERRY, HARBOUR))
    assert nothing[0][1][0].evidence == ("no term of any theme",)
    assert nothing[0][1][0].theme is None
    assert any("line" in reason for reason in little[0][1][0].evidence)


def test_a_long_paragraph_holds_two_themes() -> None:
    """A page whose whole text is one paragraph is cut between sentences where the theme changes."""
    ferry = [
        f"The ferry to Port Anna carried {k} trucks, said Vera Holm of the shipping office." for k in (31, 42, 53, 64)
    ]
    wheat = [f"Farmers in the Ems valley cut {k} fields of wheat before the rain." for k in (11, 12, 13, 14)]
    ((_, passages),) = themed([" ".join([*ferry, *wheat])], (FERRY, HARBOUR))
    assert [(p.theme, p.first, p.last) for p in passages] == [("Ferry line", 0, 3), ("Harvest", 4, 7)]


def test_a_title_speaks_for_the_opening() -> None:
    """A title that names a theme decides the opening where the text itself is silent."""
    text = "Crews waited for the tide on Monday, and nobody knew how long it would take."
    titled = read(Article(text=text, title="Ferry of Vera Holm stays in port"))
    bare = read(Article(text=text))
    assert [p.theme for p in theme(titled, count(titled, (FERRY,)), (FERRY,))] == ["Ferry line"]
    assert [p.theme for p in theme(bare, count(bare, (FERRY,)), (FERRY,))] == [None]


def test_no_themes_and_no_text() -> None:
    """Without themes an article is one passage of none, and without a sentence it has no passage."""
    ((reading, passages),) = themed(["One bird sang. Another bird listened."], ())
    assert [(p.theme, p.first, p.last) for p in passages] == [(None, 0, len(reading.sentences) - 1)]
    assert themed([""], THREE)[0][1] == ()


TEXTS = st.lists(
    st.sampled_from(
        [
            NAMELESS,
            *LEARNING[:4],
            "Farmers cut the wheat.",
            "\n\n",
            "NATO ministers met.",
            "Iraq and Russia",
            "é\u202e“",
        ]
    )
    | st.text(max_size=60),
    max_size=12,
).map(" ".join)
THEMES = st.lists(
    st.builds(
        Theme,
        st.sampled_from(["Ferry line", "Harvest", "NATO", "Iraq mission"]),
        st.lists(
            st.sampled_from(["ferry", "wheat", "Vera Holm", "NATO", "Iraq"]) | st.text(max_size=12), max_size=4
        ).map(tuple),
        st.sampled_from(["", "Everything about the ferry and its cabin berths."]),
    ),
    max_size=4,
    unique_by=lambda one: one.name,
).map(tuple)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4), THEMES)
def test_passages_hold_every_sentence_once(texts: list[str], themes: tuple[Theme, ...]) -> None:
    """For any texts and themes: in order, every sentence once, spans from sentence to sentence, neighbours differ."""
    for reading, passages in themed(texts, themes):
        held = [k for p in passages for k in range(p.first, p.last + 1)]
        assert held == list(range(len(reading.sentences)))
        for p in passages:
            assert (p.start, p.end) == (reading.sentences[p.first].start, reading.sentences[p.last].end)
            assert p.theme is None or p.theme in {one.name for one in themes}
        assert all(one.theme != other.theme for one, other in pairwise(passages))


@settings(max_examples=30, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=4), THEMES)
def test_the_order_of_input_changes_nothing(texts: list[str], themes: tuple[Theme, ...]) -> None:
    """The passages of an article are the same, evidence and all, whichever article was counted first."""
    forward = [passages for _, passages in themed(texts, themes)]
    backward = [passages for _, passages in themed(texts[::-1], themes)]
    assert forward == backward[::-1]


@settings(max_examples=30, deadline=None)
@given(TEXTS, TEXTS, THEMES)
def test_any_pile_will_do(text: str, other: str, themes: tuple[Theme, ...]) -> None:
    """A pile that does not hold the article gives poorer themes, never an error."""
    reading = read(Article(text=text))
    for pile in (Pile(), count(read(Article(text=other)), themes)):
        assert len(theme(reading, pile, themes)) <= max(1, len(reading.sentences))
