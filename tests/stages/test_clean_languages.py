"""What is set aside in the claimed languages other than English, and what is news there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.model import Article
from briefing.stages.clean import clean

LINES = Path(__file__).with_name("clean_languages.jsonl").read_text("utf-8").splitlines()
CASES = [json.loads(line) for line in LINES]


@pytest.mark.parametrize("case", CASES, ids=[case["reason"] for case in CASES])
def test_a_line_is_news_or_not(case: dict[str, str]) -> None:
    """As the case says and for its reason; the title of an article may be set aside besides."""
    found = clean(Article(case["text"], language=case["language"])).asides
    texts = [case["text"][a.start : a.end] for a in found if a.kind != "title"]
    assert texts == ([case["aside"]] if case["aside"] else [])
