"""What a sentence leans on."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.model import Sentence

CASES = tomllib.loads(Path(__file__).with_name("context.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_sentence_leans_for_its_reason(
    case: dict[str, str], sentences_of: Callable[..., tuple[Sentence, ...]]
) -> None:
    """A sentence that a reader could not understand alone leans on another, and only such a one."""
    judged = next(s for s in sentences_of(case["text"]) if s.text.startswith(case["of"]))
    if case["leans"]:
        assert case["leans"] in (judged.leans or "")
    else:
        assert judged.leans is None


def test_a_language_without_word_lists_goes_by_quotation_marks_alone(
    sentences_of: Callable[..., tuple[Sentence, ...]],
) -> None:
    """What is not known of a language is not guessed; that a quotation names no speaker is seen in any."""
    found = sentences_of("Hän tuli maanantaina Wieniin.\n\n“Silta on suljettu koko kesän ja vielä syksynkin.”", "fi")
    assert found[0].leans is None
    assert "speaker" in (found[-1].leans or "")
