"""An article's day: where it comes from, how far to trust it, and that none is ever invented."""

from __future__ import annotations

import json
from datetime import date as Day  # noqa: N812
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article, Location
from briefing.stages.clean import clean
from briefing.stages.date import date

CASES = [json.loads(line) for line in Path(__file__).with_name("date_cases.jsonl").read_text("utf-8").splitlines()]
SEEDS = Path(__file__).parents[2] / "seeds"
STAMPS = st.sampled_from(
    ["date ", "Published: ", "2021-", "03/04/2021", "March 2, 2021", "\n\n", "OSLO (AP) – ", "30 February 2021"]
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["reason"])
def test_each_case_of_a_day(case: dict[str, Any]) -> None:
    """Each case has the day, origin, confidence and evidence that its reason says."""
    stated = Day.fromisoformat(case["stated"]) if "stated" in case else None
    location = Location(case.get("path", ""), case.get("row", 0))
    article = Article(text=case["text"], date=stated, url=case.get("url"), location=location)
    found = date(article, clean(article))
    assert (found.day and found.day.isoformat(), found.origin, found.confidence) == (
        case["day"],
        case["origin"],
        case["confidence"],
    )
    assert (found.evidence and article.text[slice(*found.evidence)]) == case.get("evidence")


@pytest.mark.parametrize(
    ("number", "day"),
    [("000", "2021-08-20"), ("001", "2021-02-12"), ("002", None), ("003", None), ("004", "2021-04-14")],
)
def test_the_days_of_the_sample_articles(number: str, day: str | None) -> None:
    """Three sample articles state their day in a header line; two are undated, and their files' names are hashes."""
    path = next(SEEDS.glob(f"{number}_*.txt"))
    article = Article(text=path.read_text("utf-8"), location=Location(str(path)))
    found = date(article, clean(article))
    assert (found.day and found.day.isoformat()) == day
    assert found.origin == ("header line" if day else None)


@settings(max_examples=60, deadline=None)
@given(st.lists(STAMPS | st.text(max_size=12), max_size=12).map("".join), st.text(max_size=30))
def test_a_day_has_an_origin_and_its_evidence_is_in_the_text(text: str, name: str) -> None:
    """Whatever the text and the file's name, nothing is raised, and a day comes with where it was found."""
    article = Article(text=text, location=Location(name), url=name)
    found = date(article, clean(article))
    assert (found.day is None) == (found.origin is None) == (found.confidence == "none")
    if found.evidence is not None:
        assert 0 <= found.evidence.start < found.evidence.end <= len(text)
    assert found == date(article, clean(article))
