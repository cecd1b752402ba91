"""Take the first look at a pile: which texts it holds, how often, and what is wrong with any of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.model import Article, Problem, Register

# UTF-8 cannot hold a lone surrogate, and no text of people's holds a NUL: neither can be cited.
_UNUSABLE = re.compile("[\x00\ud800-\udfff]")


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
