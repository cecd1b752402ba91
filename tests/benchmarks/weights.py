"""Learn the weights of `briefing/stages/select/weights.py`: `python tests/benchmarks/weights.py DATA [--ablate]`.

Every set of the best extracts that keeps the budget is looked at with its ROUGE against the references. A softmax over
the sets' worth is a choice by chance; what it scores on average is made as high as can be, less L2 times the weights'
squares (minimum risk training: Smith and Eisner 2006, "Minimum Risk Annealing for Training Log-Linear Models"). Printed
are what the choice scores on rows that it was not trained on (five folds; the even rows where it was trained on the odd
ones, and the other way round), with --ablate the same without each part, and the tables trained on all rows.

DATA is the folder that holds `single/news.jsonl` (one article with highlights) and `multi/stories.jsonl` (several with
a roundup). For one article three kinds are learnt together, three sentences each: the highlights; each article of a
story against its roundup, so that titles are learnt too; and against longer references, the roundup followed by what
another article of the story begins with. Articles of one story are trained on, or not, together.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import chain, combinations, pairwise
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
from briefing.stages.select.worth import part, subject
from briefing.summarisers.ours import Ours

Floats = NDArray[np.float64]

# L2 over 0.03-1 is within 0.3 ROUGE-1 on rows not trained on; bigrams counted 0-3 times as much within 0.1.
L2 = 0.3
BIGRAMS = 1.5
STEPS, RATE = 150, 0.05
DRAWN = {"one": 14, "many": 20}
# How much each kind counts. With the longer references counted once, twice, rows not trained on have 38.28/16.32,
# 38.29/16.31 (highlights), 32.93/11.92, 32.89/11.92 (roundups), 38.31/12.65, 38.34/12.66 (longer).
SHARES = {"highlights": 1.0, "roundup": 0.5, "longer": 2.0, "several": 1.0}
# Parts that several articles do not need: with `whole` 39.16/15.75 on rows not trained on, without 39.13/15.73.
UNUSED: dict[str, set[str]] = {"ONE": set(), "MANY": {"whole"}}
# Words of a longer reference: it begins a sentence more below the first, and none that would end above the second.
LONGER = 80, 100


class Row(NamedTuple):
    """A summary's sets: the value of each part of their worth (sets x weights), and their ROUGE-1 and -2 (sets x 2).

    `number` is that of its story, by which rows are trained on or not; a row counts as one of `share`.
    """

    parts: Floats
    rouge: Floats
    number: int = 0
    share: float = 1.0


def main(folder: Path, *, ablate: bool) -> None:
    """Print figures on rows that were not trained on, and the tables."""
    for name, kinds in (("ONE", _one(folder)), ("MANY", _many(folder))):
        for kind, found in kinds.items():
            kinds[kind] = [row._replace(share=SHARES[kind] / len(found)) for row in found]
        unused = UNUSED[name]
        _report(name, kinds, unused)
        for dropped in Weights._fields if ablate else ():
            _report(f"{name} without {dropped}", kinds, {*unused, dropped})
        print(name, "=", Weights(*(round(float(w), 1) for w in _learn(list(chain(*kinds.values())), unused))))


def _one(folder: Path) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {"highlights": [], "roundup": [], "longer": []}
    for number, row in enumerate(_rows(folder / "single/news.jsonl")):
        found["highlights"].append(_row([_article(row)], row["references"], number, sentences=3))
    for number, story in enumerate(_rows(folder / "multi/stories.jsonl")):
        articles = [_article(document) for document in story["documents"]]
        for article in articles:
            others = [_begun(story["references"][0], other) for other in articles if other is not article]
            found["roundup"].append(_row([article], story["references"], number, sentences=3))
            found["longer"].append(_row([article], others, number, sentences=3))
    return found


def _many(folder: Path) -> dict[str, list[Row]]:
    stories = enumerate(_rows(folder / "multi/stories.jsonl"))
    return {"several": [_row([*map(_article, s["documents"])], s["references"], k, words=60) for k, s in stories]}


def _begun(roundup: str, article: Article) -> str:
    """A longer reference: the roundup and the first sentences of an article."""
    lines = [roundup]
    for sentence in read(article).sentences:
        words = len(" ".join(lines).split())
        if words >= LONGER[0] or words + len(sentence.text.split()) > LONGER[1]:
            break
        lines.append(sentence.text)
    return "\n".join(lines)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _article(row: dict[str, Any]) -> Article:
    return Article(text=row["text"], title=row.get("title") or None)


def _row(articles: Sequence[Article], references: Sequence[str], number: int, **budget: int) -> Row:
    """The sets of a row that keep the budget and spend enough of it."""
    readings = [read(article) for article in {article.sha256: article for article in articles}.values()]
    pile: Pile = total(count(reading, ()) for reading in readings)
    extracts = [e for reading in readings for e in choose(reading, (), pile, Ours())]
    order = {reading.article.sha256: place for place, reading in enumerate(readings)}
    words, sentences = budget.get("words", np.inf), budget.get("sentences", np.inf)
    offered = [e for e in extracts if e.unfit is None and e.length <= words and e.sentences <= sentences]
    if not offered:
        return Row(np.zeros((1, len(Weights._fields))), np.zeros((1, 2)), number)
    about = subject(offered, words)
    ranked = sorted(offered, key=lambda e: (-about.alone(e), e.order))
    most = DRAWN["many" if len(readings) > 1 else "one"]
    abouts = [about._replace(weights=Weights(**{name: 1.0})) for name in Weights._fields]
    pools = [pool([(e, part(e, each)) for e in ranked], each, most=most) for each in abouts]
    sets = list(_sets(pools[0], words, sentences))
    texts = [[pools[0].extracts[k] for k in members] for members in sets]
    return Row(
        np.array([[drawn.worth(members) for drawn in pools] for members in sets]),
        np.array([_rouge(sorted(of, key=lambda e: (order[e.article], e.start)), references) for of in texts]),
        number,
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


def _learn(rows: Sequence[Row], without: Set[str]) -> Floats:
    """The weights under which a choice by softmax scores best; a part that never differs has none. Adam."""
    parts = np.vstack([row.parts - row.parts.mean(0) for row in rows])
    spread = np.sqrt(np.mean([row.parts.var(0) for row in rows], axis=0))
    is_used = (spread > 1e-9) & ~np.isin(Weights._fields, sorted(without))
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


def _report(name: str, kinds: dict[str, list[Row]], without: Set[str]) -> None:
    """Print the mean ROUGE-1/-2 of each kind over rows that were not trained on, by folds and by halves."""
    rows = list(chain(*kinds.values()))
    by_folds, by_halves = (_left_out(rows, step, without) for step in (5, 2))
    odd = np.array([row.number % 2 for row in rows])
    at = 0
    for kind, found in kinds.items():
        own = np.isin(np.arange(len(rows)), range(at, at + len(found)))
        at += len(found)
        scores = {"folds": by_folds[own], "even": by_halves[own & (odd == 0)], "odd": by_halves[own & (odd == 1)]}
        figures = (f"{k} " + "/".join(f"{x:.2f}" for x in v.mean(0)) for k, v in scores.items())
        print(f"{name}, {kind}: " + ", ".join(figures))


def _left_out(rows: Sequence[Row], step: int, without: Set[str]) -> Floats:
    """What each row scores where those of its fold were not trained on."""
    scores = np.zeros((len(rows), 2))
    for fold in range(step):
        weights = _learn([row for row in rows if row.number % step != fold], without)
        for k, row in enumerate(rows):
            if row.number % step == fold:
                scores[k] = row.rouge[np.argmax(row.parts @ weights)]
    return scores


if __name__ == "__main__":
    main(Path(sys.argv[1]), ablate="--ablate" in sys.argv)
