"""Lay out what the editions before a day printed, so that a statement of today finds what was said of the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from briefing.language.words import content
from briefing.model import Extract, Listing, Location, Past, Seen

Shingle = tuple[str, ...]

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Memory:
    """The past by what it is asked for.

    `said` are its statements; `by_words` and `by_shingle` number those with a fingerprint, and with three content stems
    in a row; `by_article` those of an article (sha256). `before` are of each article of today the earlier texts of the
    same (their sha256), and `updated` the day of the last edition that had one of these.
    """

    said: tuple[Extract, ...] = ()
    days: tuple[date, ...] = ()
    by_words: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    by_shingle: Mapping[Shingle, tuple[int, ...]] = field(default_factory=dict)
    by_article: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    before: Mapping[str, frozenset[str]] = field(default_factory=dict)
    updated: Mapping[str, date] = field(default_factory=dict)
    last: date | None = None


NOTHING = Memory()


def recall(past: Past, listings: Iterable[Listing | Seen] = ()) -> Memory:
    """Return the past laid out; `listings` are today's articles, of which some may be updates of articles seen."""
    said = tuple(published.extract for published in past.statements)
    earlier = dict(_updates(past.articles, listings))
    return Memory(
        said=said,
        days=tuple(published.day for published in past.statements),
        by_words=_numbered((e.fingerprint, k) for k, e in enumerate(said)),
        by_shingle=_numbered((shingle, k) for k, e in enumerate(said) for shingle in shingles(e)),
        by_article=_numbered((e.article, k) for k, e in enumerate(said)),
        before={article: frozenset(seen.sha256 for seen in texts) for article, texts in earlier.items()},
        updated={article: max(seen.first_seen for seen in texts) for article, texts in earlier.items()},
        last=past.last,
    )


def shingles(extract: Extract) -> list[Shingle]:
    """Return each three content stems in a row of an extract's core, figures left out: they are what may change."""
    terms = [term for term in content(extract.core_words) if not term[0].isdigit()]
    return [tuple(terms[k : k + 3]) for k in range(max(1, len(terms) - 2))]


def _numbered(pairs: Iterable[tuple[Key, int]]) -> dict[Key, tuple[int, ...]]:
    found: defaultdict[Key, list[int]] = defaultdict(list)
    for key, number in pairs:
        found[key].append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}


def _updates(seen: Iterable[Seen], listings: Iterable[Listing | Seen]) -> Iterator[tuple[str, list[Seen]]]:
    """Yield each of today's articles that has taken the place of others, with these."""
    known: defaultdict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        known[_place(one.url, one.location)].append(one)
    for listing in listings:
        place = _place(listing.url, listing.location)
        texts = known[place] if place in known and place else []
        if texts and all(one.sha256 != listing.sha256 for one in texts):
            yield listing.sha256, texts


def _place(url: str | None, location: Location) -> str:
    """What an article is known by when its text changes: its address, else the file that holds it alone, else nothing.

    The row of a table of articles is another article's tomorrow.
    """
    path, row = location
    return url or ("" if row or path == "-" else path)
