"""Find in one article the statements that are already candidates: the articles that carry them are shown with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from briefing.model import Extract, Reading

# Carriers kept for each statement. A page that names more than a score of sources after one sentence is not read.
NAMED = 20

Carriers = dict[str, tuple[Extract, ...]]


def carries(reading: Reading, survivors: Mapping[str, str]) -> bool:
    """Return whether an article holds a sentence of another one's candidates (`survivors`: article by fingerprint)."""
    own = reading.article.sha256
    return any(survivors.get(" ".join(sentence.words), own) != own for sentence in reading.sentences)


def carry(extracts: Iterable[Extract], fingerprints: Collection[str]) -> Carriers:
    """Return the article's extracts whose fingerprint is among those given, by fingerprint."""
    found: Carriers = {}
    for extract in extracts:
        if extract.unfit is None and extract.fingerprint in fingerprints:
            found.setdefault(extract.fingerprint, (extract,))
    return found


def pool(one: Carriers, other: Carriers) -> Carriers:
    """Return the carriers of both: associative, commutative, and neutral for none."""
    return {key: _named({*one.get(key, ()), *other.get(key, ())}) for key in sorted({*one, *other})}


def _named(extracts: Collection[Extract]) -> tuple[Extract, ...]:
    return tuple(sorted(extracts, key=lambda extract: extract.order)[:NAMED])
