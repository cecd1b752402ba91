"""ROUGE of summaries against references: the only door to rouge-score, which comes with the extra `evaluate`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from briefing.errors import UsageError
from briefing.evaluation.plain_sentences import plain_sentences

TYPES = ("rouge1", "rouge2", "rougeLsum")
SETTINGS = "rouge-score, F1 x 100, Porter stems, one sentence a line, mean over an item's references"


def rouge(sentences: Sequence[str], references: Sequence[str]) -> tuple[float, ...]:
    """Return the F1 (0 to 1) of ROUGE-1, ROUGE-2 and ROUGE-Lsum, each the mean over the references.

    `sentences` are a summary's parts, a line each. Source: Lin, "ROUGE: A Package for Automatic Evaluation of
    Summaries" (2004).
    Raises UsageError where rouge-score is not installed.
    """
    text = "\n".join(sentences)
    scores = [scorer().score("\n".join(plain_sentences(reference)), text) for reference in references]
    # One after the other, divided before they are added: to the last digit what a plain loop over references gives.
    return tuple(sum(score[name].fmeasure / len(references) for score in scores) for name in TYPES)


@cache
def scorer() -> Any:
    """Return the scorer; raises UsageError where rouge-score is not installed."""
    try:
        from rouge_score.rouge_scorer import RougeScorer
    except ImportError as error:
        raise UsageError("ROUGE needs rouge-score: pip install 'briefing[evaluate]'") from error
    return RougeScorer(list(TYPES), use_stemmer=True)
