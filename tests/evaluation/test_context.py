"""The measure of context: what it finds, what it lets pass, and that it judges by rules of its own."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import briefing.evaluation
from briefing.evaluation.context import KINDS, Shown, context_problems

CASES = tomllib.loads((Path(__file__).parent / "context_cases.toml").read_text("utf-8"))["case"]


def shown(case: dict[str, Any], separator: str = " ") -> list[Shown]:
    """Return a case's extracts."""
    source = separator.join(case["source"])
    starts = [source.index(sentence) for sentence in case["source"]]
    ends = [start + len(sentence) for start, sentence in zip(starts, case["source"], strict=True)]
    notes = [(source.rindex(words), source.rindex(words) + len(words)) for words in case.get("given", ())]
    runs = [run if isinstance(run, list) else [run] for run in case["shown"]]
    return [Shown(source, starts[run[0] - 1], ends[run[-1] - 1], tuple(notes)) for run in runs]


@pytest.mark.parametrize("separator", [" ", "\n\n"], ids=["one line", "paragraphs"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["because"])
def test_what_a_reader_cannot_understand_is_found(case, separator):
    """Each with its type and words, and nothing else, however the source is set."""
    found = context_problems(shown(case, separator))
    assert [f"{problem.kind}: {problem.words}" for problem in found] == case["found"]


def test_every_type_has_a_case():
    """And every type of the data is one of the measure's."""
    assert {found.partition(":")[0] for case in CASES for found in case["found"]} == set(KINDS)


def test_a_problem_says_where_it_is():
    """The extract's number, and the words' place in its source."""
    case = next(case for case in CASES if case["found"] == ["incorrect discourse: But"])
    extracts = shown(case)
    (problem,) = context_problems(extracts)
    assert problem.extract == 1
    assert extracts[1].source[problem.start : problem.end] == problem.words == "But"


def test_two_articles_are_not_one():
    """The last sentence of one does not explain the first of another that leans on its own."""
    one = "Ben Marsh scored twice for Orr on Saturday. Some four thousand people braved the rain."
    two = "Tom Vale lost the ballot in Marn. He will ask a judge for a recount."
    leaning = Shown(two, two.index("He"), len(two))
    assert [p.kind for p in context_problems([Shown(one, 0, 43), leaning])] == ["incorrect coreference"]
    assert context_problems([Shown(one, 0, 43), Shown(two, 0, len(two))]) == ()


def test_a_whole_article_has_no_problem():
    """Where everything was read, nothing is missing."""
    for case in CASES:
        source = " ".join(case["source"])
        assert context_problems([Shown(source, 0, len(source))]) == (), case["because"]


WORDS = st.sampled_from((
    "He", "she", "they", "It", "the mission", "This plan", "a mission", "striker", "Ann Ray", "But", "also", "said",
    "I", "was", "“", "”", "’", "'", '"', ".", ",", "\n", "\x00",
))  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_it_holds_for_any_text(words, places):
    """It never raises, points inside the text and into the extract's sentences, and gives the same again."""
    source = " ".join(words)
    extracts = [Shown(source, min(a, b, len(source)), min(max(a, b), len(source))) for a, b in places]
    found = context_problems(extracts)
    assert found == context_problems(extracts)
    for problem in found:
        assert 0 <= problem.start < problem.end <= len(source)
        assert source[problem.start : problem.end] == problem.words
        assert problem.extract < len(extracts)


def test_the_measure_shares_nothing_with_what_it_measures():
    """Its modules import only each other: a rule that judged itself would prove nothing."""
    folder = Path(briefing.evaluation.__file__).parent
    allowed = ("briefing.evaluation.context", "briefing.evaluation.plain_sentences")
    for path in sorted((folder / "context").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("briefing"):
                assert node.module.startswith(allowed), f"{path.name}: {node.module}"
