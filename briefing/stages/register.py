"""Take the first look at a pile: which texts it holds, how often, and what is wrong with any of them."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable
from itertools import pairwise

from briefing.model import NO_HASHES, Article, Hashes, Problem, Register, Texts

# UTF-8 cannot hold a lone surrogate, and no text of people's holds a NUL: neither can be cited.
_UNUSABLE = re.compile("[\x00\ud800-\udfff]")


def enlist(found: Iterable[Article | Problem], shard: int = 0) -> Texts:
    """Return which texts a shard holds, and its problems; of their places nothing is kept yet."""
    once: set[bytes] = set()
    twice: set[bytes] = set()
    problems: set[Problem] = set()
    for item in found:
        checked = item if isinstance(item, Problem) else fault(item) or item
        if isinstance(checked, Problem):
            problems.add(checked)
        else:
            text = bytes.fromhex(checked.sha256)
            (twice if text in once else once).add(text)
    return Texts({shard: Hashes.packing(once)}, Hashes.packing(twice), tuple(sorted(problems)))


def join(one: Texts, other: Texts) -> Texts:
    """Return the texts of both: associative, commutative, and neutral for `Texts()`."""
    twice = one.twice | other.twice
    for shard in one.own.keys() & other.own.keys():  # two parts of one that a worker died of
        twice |= one.own[shard] & other.own[shard]
    own = {n: one.own.get(n, NO_HASHES) | other.own.get(n, NO_HASHES) for n in sorted({*one.own, *other.own})}
    return Texts(own, twice, tuple(sorted({*one.problems, *other.problems})))


def several(texts: Texts) -> Hashes:
    """Return the texts that may stand at more than one place: only of these the places have to be compared."""
    in_order = heapq.merge(*(own.parts() for own in texts.own.values()), texts.twice.parts())
    return Hashes(b"".join({one: None for one, next_ in pairwise(in_order) if one == next_}))


def register(found: Iterable[Article | Problem], shard: int = 0) -> Register:
    """Return the register of a shard's articles and problems; the same article twice is entered once."""
    articles: dict[str, set[tuple[str, ...]]] = {}
    problems: set[Problem] = set()
    for item in found:
        checked = item if isinstance(item, Problem) else fault(item) or item
        if isinstance(checked, Problem):
            problems.add(checked)
        else:
            articles.setdefault(checked.sha256, set()).add(entry(checked, shard))
    return Register({sha: tuple(sorted(places)) for sha, places in articles.items()}, tuple(sorted(problems)))


def entry(article: Article, shard: int) -> tuple[str, ...]:
    """Return what an article is entered by; the shard tells apart those that are the same in all else."""
    return (*article.precedence, f"{shard:09}")


def enlarge(one: Register, other: Register) -> Register:
    """Return the register of both: associative, commutative, and neutral for `Register()`."""
    articles = dict(one.articles)
    for sha, places in other.articles.items():
        articles[sha] = tuple(sorted({*articles.get(sha, ()), *places}))
    return Register(articles, tuple(sorted({*one.problems, *other.problems})))


def fault(article: Article) -> Problem | None:
    """Return why an article's text cannot be used, or None."""
    if match := _UNUSABLE.search(article.text):
        what = f"the text holds U+{ord(match[0]):04X} at character {match.start()}, which cannot be quoted"
    elif not article.text.strip():
        what = "the text is empty"
    else:
        return None
    return Problem(where(article), what, "mend the text, or leave the article out")


def where(article: Article) -> str:
    """Return what a problem calls an article: its path and row, else its id."""
    place = article.location.path + (f", row {article.location.row}" if article.location.row else "")
    return place or article.id or "an article"
