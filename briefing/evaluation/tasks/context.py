"""How often a reader of a summary meets words that it does not explain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefing.evaluation.context import KINDS, ContextProblem, Shown, context_problems
from briefing.evaluation.items import Summarised
from briefing.evaluation.resampling import Numbers, Sums, per
from briefing.evaluation.systems import System
from briefing.evaluation.tasks.task import Column, Measured, Task, by_method, measured
from briefing.model import Extract


def _measure(items: Iterable[Summarised], system: System) -> Measured:
    details: list[Mapping[str, object]] = []
    rows: list[Mapping[str, float]] = []
    for item in items:
        made = system.summary(item).extracts
        found = _problems(item, made)
        details += [_detail(item, problem) for problem in found]
        rows.append(_row(made, found))
    return measured(rows, _figures, totals=[_key(kind) for kind in KINDS], details=details)


def _problems(item: Summarised, made: Sequence[Extract]) -> tuple[ContextProblem, ...]:
    texts = {article.sha256: article.text for article in item.articles}
    return context_problems([Shown(texts[e.article], e.start, e.end, tuple(n.at for n in e.notes)) for e in made])


def _row(made: Sequence[Extract], found: Sequence[ContextProblem]) -> Mapping[str, float]:
    kinds = Counter(problem.kind for problem in found)
    return {
        "summaries": 1,
        "extracts": len(made),
        "sentences": sum(extract.sentences for extract in made),
        "problems": len(found),
        "troubled": bool(found),
        **{_key(kind): kinds[kind] for kind in KINDS},
    }


def _figures(sums: Sums) -> Mapping[str, Numbers]:
    return {
        "per_100_extracts": per(100 * sums["problems"], sums["extracts"]),
        "per_100_sentences": per(100 * sums["problems"], sums["sentences"]),
        "summaries_with_any": per(100 * sums["troubled"], sums["summaries"]),
    }


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
    contenders=by_method(_measure),
    settings=lambda _: (
        "rules for English, without coreference resolution; what notes beside an extract explain is read"
    ),
)
