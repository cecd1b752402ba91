"""The rate of context problems: what a reader of extracts meets and cannot understand, found by rules of its own.

After S. Zhang, D. Wan and M. Bansal, "Extractive is not Faithful: An Investigation of Broad Unfaithfulness Problems in
Extractive Summarization" (ACL 2023). Their ExtEval adds up IncorCorefEval, IncomCorefEval, IncomDiscoEval and SentiBias
with a neural coreference resolver over source and summary; this one approximates it offline, for English:

* what a pronoun stands for is the nearest sentence that mentions anybody (or anything) that agrees with it, so that a
  pronoun is incorrect only where nobody whom the nearest sentence of the summary mentions is mentioned by that of the
  source;
* a description ("the mission", "this plan", "the striker") is incomplete where the source introduced it before, by an
  indefinite, a possessive, a name or a person's name, and the summary did not;
* discourse goes by the linker that a sentence opens with; there are no discourse trees;
* a quotation without its speaker is a type of our own;
* sentiment bias, and whatever else misleads, is not measured, nor a surname that stands without its first name.

By reading 250 extracts of 86 summaries (first sentences, ours, LexRank, sentences at random), in three sets each of
which was labelled before it was measured: 78 to 86 in 100 of the extracts that it calls troubled are, and it finds 70
to 76 in 100 of those that are; 95 and 73 once it was mended by these very sets (`tests/benchmarks/context.py`). So it
can compare systems; it cannot vouch for one summary.

It shares no rule, word list or sentence splitter with what it measures. Notes that are shown beside an extract count
as read: the words that one explains are no problem.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.evaluation.context.descriptions import description_problems
from briefing.evaluation.context.discourse import linker_problems
from briefing.evaluation.context.kinds import KINDS, ContextProblem, Kind, Shown
from briefing.evaluation.context.pronouns import pronoun_problems
from briefing.evaluation.context.source import read_source
from briefing.evaluation.context.speech import speaker_problems
from briefing.evaluation.context.summary import Placed, Summary

__all__ = ["KINDS", "ContextProblem", "Kind", "Shown", "context_problems"]


def context_problems(extracts: Sequence[Shown]) -> tuple[ContextProblem, ...]:
    """Return the problems of a summary, given its extracts in reading order, each with its type, words and place.

    A sentence has at most one of each type, an extract at most one quotation without its speaker.
    """
    summary = Summary(tuple(_placed(extracts)))
    found: dict[tuple[int, Kind], ContextProblem] = {}
    for k in range(len(summary.placed)):
        for problem in _of_sentence(summary, k):
            is_speech = problem.kind == "quotation without speaker"
            found.setdefault((-1 - problem.extract if is_speech else k, problem.kind), problem)
    return tuple(found.values())


def _of_sentence(summary: Summary, k: int) -> Iterator[ContextProblem]:
    placed = summary.placed[k]
    for rule in (pronoun_problems, description_problems, linker_problems, speaker_problems):
        for kind, start, end in rule(summary, k):
            if not any(start < b and a < end for a, b in placed.given):
                yield ContextProblem(kind, placed.source.text[start:end], start, end, placed.extract)


def _placed(extracts: Sequence[Shown]) -> Iterator[Placed]:
    for number, extract in enumerate(extracts):
        source = read_source(extract.source)
        for stretch in source.between(extract.start, extract.end):
            yield Placed(source, stretch, number, extract.given)
