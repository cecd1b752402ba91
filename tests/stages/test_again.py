"""Sentences that say nearly word for word what stands above them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.model import Sentence
from briefing.stages.split.again import AGAIN

CASES = tomllib.loads(Path(__file__).with_name("again.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_what_comes_again_is_not_printed_twice(
    case: dict[str, Any], sentences_of: Callable[..., tuple[Sentence, ...]]
) -> None:
    """A near copy of a sentence that may stand by itself is unfit, and only such a one."""
    judged = [s for s in sentences_of(case["text"]) if s.text.startswith(case["of"])][-1]
    assert (judged.unfit == AGAIN) is case["again"], judged.unfit
