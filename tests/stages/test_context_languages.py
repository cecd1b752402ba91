"""What a sentence leans on in the claimed languages other than English."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.model import Sentence

CASES = tomllib.loads(Path(__file__).with_name("context_languages.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_sentence_leans_for_its_reason(
    case: dict[str, str], sentences_of: Callable[..., tuple[Sentence, ...]]
) -> None:
    """A sentence that a reader could not understand alone leans on another, and only such a one."""
    judged = next(s for s in sentences_of(case["text"], case["language"]) if s.text.startswith(case["of"]))
    assert case["leans"] in (judged.leans or "") if case["leans"] else judged.leans is None
