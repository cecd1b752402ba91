"""How long one article takes, whole and part by part, beside sumy's methods on the same plain sentences."""

from __future__ import annotations

import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from timing import news, sumy_document, sumy_method, table, took

from briefing import Article, sentences, summarise
from briefing.model import Pile
from briefing.stages.choose import choose
from briefing.stages.count import count
from briefing.stages.read import read
from briefing.stages.select import select
from briefing.summarisers.ours import Ours

METHODS = ("lex_rank.LexRank", "text_rank.TextRank", "lsa.Lsa", "luhn.Luhn", "kl.KL", "sum_basic.SumBasic",
           "reduction.Reduction")  # fmt: skip
PARTS = ("clean", "split", "names", "attribute", "note", "cut")  # of reading, by the names that stages/read.py has


def report(data: Path | None) -> str:
    """Return the table: milliseconds an article, and how many times ours."""
    texts = news(data)
    plain = [[found.text for found in sentences(text)] for text in texts]
    summarise([Article(text=texts[0])], sentences=3)
    whole = took(lambda: [summarise([Article(text=text)], sentences=3) for text in texts])
    parts = _parts(texts)
    rows = [("briefing, whole", whole), *((f"· {name}", spent) for name, spent in parts.items())]
    ranking = parts["rank and make extracts"] + parts["select"]
    rows.append(("briefing, ranking and selecting", ranking))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rows += [(f"sumy {name}", took(lambda name=name: _each(sumy_method(name), plain))) for name in METHODS]
        rows += [("summa TextRank", took(lambda: _summa(texts)))] if find_spec("summa") else []
    per = 1000 / len(texts)
    return table(
        f"One article: all {len(texts)} in one process",
        ("", "ms an article", "times the whole", "times ranking and selecting"),
        [(name, f"{spent * per:.2f}", f"{spent / whole:.2f}", f"{spent / ranking:.2f}") for name, spent in rows],
    )


def _each(method: Callable[..., Any], plain: list[list[str]]) -> None:
    for found in plain:
        method(sumy_document(found), 3)


def _summa(texts: list[str]) -> None:
    summarizer = import_module("summa.summarizer")
    for text in texts:
        summarizer.summarize(text)


def _parts(texts: list[str]) -> dict[str, float]:
    """The seconds of each part: reading with what it consists of, then what `summarise` does with a reading."""
    spent: Counter[str] = Counter()
    for text in texts:
        with _timed(spent):
            start = time.process_time()
            reading = read(Article(text=text))
            spent["read"] += time.process_time() - start
        start = time.process_time()
        pile: Pile = count(reading, ())
        spent["count"] += time.process_time() - start
        start = time.process_time()
        extracts = choose(reading, (), pile, Ours())
        spent["rank and make extracts"] += time.process_time() - start
        start = time.process_time()
        select(extracts, sentences=3, brief=True)
        spent["select"] += time.process_time() - start
    inside = {f"of which {name}": spent[name] for name in PARTS}
    return {"read": spent["read"], **inside, **{k: spent[k] for k in ("count", "rank and make extracts", "select")}}


@contextmanager
def _timed(spent: Counter[str]) -> Iterator[None]:
    """Time the parts of reading while inside."""
    module = import_module("briefing.stages.read")
    own = {name: getattr(module, name) for name in PARTS}
    for name, part in own.items():
        setattr(module, name, _timing(name, part, spent))
    try:
        yield
    finally:
        for name, part in own.items():
            setattr(module, name, part)


def _timing(name: str, part: Callable[..., Any], spent: Counter[str]) -> Callable[..., Any]:
    def timed(*given: Any, **named: Any) -> Any:
        start = time.process_time()
        found = part(*given, **named)
        spent[name] += time.process_time() - start
        return found

    return timed
