"""How often a reader of a summary meets words that it does not explain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from briefing.evaluation.context import KINDS, ContextProblem, Shown, context_problems
from briefing.evaluation.items import Summarised
from briefing.evaluation.systems import System
from briefing.evaluation.tasks.task import Column, Measured, Task


def _measure(items: Iterable[Summarised], system: System) -> Measured:
    details: list[Mapping[str, object]] = []
    summaries = extracts = sentences = troubled = 0
    for item in items:
        made = system.summary(item).extracts
        texts = {article.sha256: article.text for article in item.articles}
        found = context_problems([Shown(texts[e.article], e.start, e.end, tuple(n.at for n in e.notes)) for e in made])
        details += [_detail(item, problem) for problem in found]
        summaries, extracts, troubled = summaries + 1, extracts + len(made), troubled + bool(found)
        sentences += sum(extract.sentences for extract in made)
    kinds = Counter(str(detail["kind"]) for detail in details)
    figures: dict[str, float] = {
        "per_100_extracts": 100 * len(details) / max(1, extracts),
        "per_100_sentences": 100 * len(details) / max(1, sentences),
        "summaries_with_any": 100 * troubled / max(1, summaries),
    }
    return Measured({**figures, **{_key(kind): kinds[kind] for kind in KINDS}}, tuple(details))


def _detail(item: Summarised, problem: ContextProblem) -> Mapping[str, object]:
    return {
        "item": item.id,
        "kind": problem.kind,
        "words": problem.words,
        "extract": problem.extract + 1,
        "start": problem.start,
        "end": problem.end,
    }


def _key(kind: str) -> str:
    return kind.replace(" ", "_")


TASK = Task(
    name="context",
    about="words of a summary that only the source explains (after Zhang, Wan and Bansal, ACL 2023); lower is better",
    columns=(
        Column("per_100_extracts", "/100 extracts"),
        Column("per_100_sentences", "/100 sentences"),
        Column("summaries_with_any", "% with any"),
        Column(_key(KINDS[0]), "incorr. coref.", 0),
        Column(_key(KINDS[1]), "incompl. coref.", 0),
        Column(_key(KINDS[2]), "incorr. disc.", 0),
        Column(_key(KINDS[3]), "incompl. disc.", 0),
        Column(_key(KINDS[4]), "no speaker", 0),
    ),
    takes=lambda item: isinstance(item, Summarised),
    measure=_measure,
    settings=lambda _: (
        "rules for English, without coreference resolution; what notes beside an extract explain is read"
    ),
)
