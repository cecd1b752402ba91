"""Learn the weights of `briefing/stages/select/weights.py`: `python tests/benchmarks/weights.py DATA [--ablate]`.

Every set of the best extracts that keeps the budget is looked at with its ROUGE against the references. A softmax over
the sets' worth is a choice by chance; what it scores on average is made as high as can be, less L2 times the weights'
squares (minimum risk training: Smith and Eisner 2006, "Minimum Risk Annealing for Training Log-Linear Models"). Printed
are what the choice scores on rows that it was not trained on (five folds; the even rows where it was trained on the odd
ones, and the other way round), with --ablate the same without each part, and the tables trained on all rows.

DATA is the folder that holds `single/news.jsonl` (one article with highlights) and `multi/stories.jsonl` (several with
a roundup; each also stands alone, so that one article with a title is learnt too: the two kinds count the same).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rouge_score.tokenizers import DefaultTokenizer

from briefing import Article
from briefing.model import Extract, Pile
from briefing.stages.choose import choose
from briefing.stages.count import count, total
from briefing.stages.read import read
from briefing.stages.select import ENOUGH
from briefing.stages.select.pool import Pool, pool
from briefing.stages.select.weights import Weights
from briefing.stages.select.worth import EMPTY, subject
from briefing.summarisers.ours import Ours

Floats = NDArray[np.float64]

# L2 over 0.03-1 is within 0.3 ROUGE-1 on rows not trained on; bigrams counted 0-3 times as much within 0.1.
L2 = 0.3
BIGRAMS = 1.5
STEPS, RATE = 150, 0.05
DRAWN = {"one": 12, "many": 20}


class Row(NamedTuple):
    """A summary's sets: the value of each part of their worth (sets x weights), and their ROUGE-1 and -2 (sets x 2)."""

    parts: Floats
    rouge: Floats
    share: float = 1.0


def main(folder: Path, *, ablate: bool) -> None:
    """Print figures on rows that were not trained on, and the tables."""
    news = [_row([_article(row)], row["references"], sentences=3) for row in _rows(folder / "single/news.jsonl")]
    stories = _rows(folder / "multi/stories.jsonl")
    many = [_row(list(map(_article, row["documents"])), row["references"], words=60) for row in stories]
    alone = [_row([_article(d)], row["references"], sentences=2) for row in stories for d in row["documents"]]
    beside = [row._replace(share=len(news) / len(alone)) for row in alone]
    for name, rows, extra in [("ONE", news, beside), ("MANY", many, [])]:
        _report(name, rows, extra)
        for part in Weights._fields if ablate else ():
            _report(f"{name} without {part}", rows, extra, without=part)
        print(name, "=", Weights(*(round(float(w), 1) for w in _learn([*rows, *extra]))))


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _article(row: dict[str, Any]) -> Article:
    return Article(text=row["text"], title=row.get("title") or None)


def _row(articles: Sequence[Article], references: Sequence[str], **budget: int) -> Row:
    """The sets of a row that keep the budget and spend enough of it."""
    readings = [read(article) for article in {article.sha256: article for article in articles}.values()]
    pile: Pile = total(count(reading, ()) for reading in readings)
    extracts = [e for reading in readings for e in choose(reading, (), pile, Ours())]
    order = {reading.article.sha256: place for place, reading in enumerate(readings)}
    words, sentences = budget.get("words", np.inf), budget.get("sentences", np.inf)
    offered = [e for e in extracts if e.unfit is None and e.length <= words and e.sentences <= sentences]
    if not offered:
        return Row(np.zeros((1, len(Weights._fields))), np.zeros((1, 2)))
    about = subject(offered, words)
    ranked = sorted(offered, key=lambda e: (-about.alone(e), e.order))
    most = DRAWN["many" if len(readings) > 1 else "one"]
    pools = [pool(ranked, about._replace(weights=Weights(**{part: 1.0})), most=most) for part in Weights._fields]
    sets = list(_sets(pools[0], words, sentences))
    texts = [[pools[0].extracts[k] for k in members] for members in sets]
    return Row(
        np.array([[_worth(drawn, members) for drawn in pools] for members in sets]),
        np.array([_rouge(sorted(of, key=lambda e: (order[e.article], e.start)), references) for of in texts]),
    )


def _sets(drawn: Pool, words: float, sentences: float) -> Iterator[tuple[int, ...]]:
    """The places of the extracts of each set, the largest alone where none spends enough."""
    spent: dict[tuple[int, ...], float] = {}
    for size in (1, 2, 3, 4):
        for members in combinations(range(len(drawn.parts)), size):
            used = sum(drawn.parts[k].words for k in members), sum(drawn.parts[k].size for k in members)
            apart = not any(drawn.overlaps[j] >> k & 1 for j, k in combinations(members, 2))
            if apart and used[0] <= words and used[1] <= sentences:
                spent[members] = used[0] / words if words < np.inf else used[1] / sentences
    least = min(ENOUGH if words < np.inf else 1.0, max(spent.values()))
    return (members for members, share in spent.items() if share >= least)


def _worth(drawn: Pool, members: Sequence[int]) -> float:
    sums = EMPTY
    for place, k in enumerate(members):
        sums = drawn.plus(sums, members[:place], k)
    return sums.worth(drawn.subject)


def _rouge(extracts: Sequence[Extract], references: Sequence[str]) -> list[float]:
    """ROUGE-1 and -2 (F1 x 100), the mean over the references."""
    tokens = [token for extract in extracts for token in _tokens(extract.text)]
    scores = [[_f1(of(tokens), of(_tokens(text))) for of in (Counter, _bigrams)] for text in references]
    return [100 * sum(column) / len(references) for column in zip(*scores, strict=True)]


def _f1(found: Counter[Any], wanted: Counter[Any]) -> float:
    return 2 * (found & wanted).total() / max(1, found.total() + wanted.total())


def _bigrams(tokens: Sequence[str]) -> Counter[Any]:
    return Counter(pairwise(tokens))


@cache
def _tokens(text: str) -> list[str]:
    tokens: list[str] = DefaultTokenizer(use_stemmer=True).tokenize(text)
    return tokens


def _learn(rows: Sequence[Row], without: str = "") -> Floats:
    """The weights under which a choice by softmax scores best; a part that never differs has none. Adam."""
    parts = np.vstack([row.parts - row.parts.mean(0) for row in rows])
    spread = np.sqrt(np.mean([row.parts.var(0) for row in rows], axis=0))
    is_used = (spread > 1e-9) & (np.array(Weights._fields) != without)
    parts = np.where(is_used, parts / np.where(is_used, spread, 1), 0)
    gain = np.concatenate([(row.rouge - row.rouge.mean(0)) @ [1, BIGRAMS] for row in rows])
    sizes = np.array([len(row.parts) for row in rows])
    starts, owner = np.cumsum(sizes) - sizes, np.repeat(np.arange(len(rows)), sizes)
    share = np.array([row.share for row in rows]) / sum(row.share for row in rows)
    weights, mean, square = np.zeros((3, len(spread)))
    for step in range(1, STEPS + 1):
        worth = parts @ weights
        chance = np.exp(worth - np.maximum.reduceat(worth, starts)[owner])
        chance /= np.add.reduceat(chance, starts)[owner]
        average = np.add.reduceat(chance * gain, starts)
        slope = parts.T @ (share[owner] * chance * (gain - average[owner])) - L2 * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights = weights + RATE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    found: Floats = weights / np.where(is_used, spread, np.inf)
    return found


def _report(name: str, rows: Sequence[Row], extra: Sequence[Row], without: str = "") -> None:
    """Print the mean ROUGE-1/-2 over rows that were not trained on, by folds and by halves."""
    folds = [(k, 5) for k in range(5)], [(0, 2), (1, 2)]
    scored = []
    for cuts in folds:
        scores = np.zeros((len(rows), 2))
        for first, step in cuts:
            left = [row for k, row in enumerate(rows) if k % step != first]
            weights = _learn([*left, *extra], without)
            for k in range(first, len(rows), step):
                scores[k] = rows[k].rouge[np.argmax(rows[k].parts @ weights)]
        scored.append(scores)
    by_folds, by_halves = scored
    figures = {"folds": by_folds, "even": by_halves[::2], "odd": by_halves[1::2]}
    print(f"{name}: " + ", ".join(f"{k} " + "/".join(f"{x:.2f}" for x in v.mean(0)) for k, v in figures.items()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), ablate="--ablate" in sys.argv)
