"""The language of a text: by script and little words, through py3langid, or not at all."""

from __future__ import annotations

import json
import time
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language import detect as module
from briefing.language.detect import detect
from briefing.language.function_words import FUNCTION_WORDS
from briefing.language.served import is_claimed

CASES = [json.loads(line) for line in (Path(__file__).parent / "detect_cases.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_script_and_words_alone(case: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What must be told without py3langid, and what must be left open: never a claimed language for another."""
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    assert detect(case["text"]) == case["language"]


@pytest.mark.skipif(find_spec("py3langid") is None, reason="the extra `languages` is not installed")
@pytest.mark.parametrize("case", [c for c in CASES if c["with_model"]], ids=lambda case: case["why"])
def test_the_model_tells_what_words_leave_open(case: dict[str, str]) -> None:
    """And never takes another language for a claimed one."""
    assert detect(case["text"]) == case["with_model"]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_told_the_same_way_each_time(text: str) -> None:
    """And nothing raises."""
    assert detect(text) == detect(text)


def test_every_list_is_of_a_language_with_an_alphabet() -> None:
    """So that foreign letters weigh against it; the claimed ones all have a list."""
    assert set(FUNCTION_WORDS) == set(module._LETTERS)
    assert all(code in FUNCTION_WORDS for code in ("en", "de", "fr", "es", "ru", "uk") if is_claimed(code))


def test_a_long_text_costs_no_more_than_its_beginning() -> None:
    """One megabyte of one word, of no words, and of marks."""
    start = time.process_time()
    for text in ("the " * 250_000, "x" * 1_000_000, "—" * 1_000_000, "ж" * 1_000_000):
        detect(text)
    assert time.process_time() - start < 2
