"""Find in one article the statements that are already candidates: the articles that carry them are shown with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from briefing.language.words import stems
from briefing.model import Article, Extract, Reading

# Carriers kept for each statement. A page that names more than a score of sources after one sentence is not read.
NAMED = 20

# Stems by which it is told where a candidate may begin; three are common to many.
_BEGUN = 4

Carriers = dict[str, tuple[Extract, ...]]
Runs = Mapping[tuple[str, ...], Sequence[tuple[tuple[str, ...], str]]]


def runs_of(survivors: Mapping[str, str]) -> Runs:
    """Return the stems inside each candidate, by their first four, with the articles that it is of.

    Its own first and last word are left out: what stands beside them may be read as one word with them.
    """
    found: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = {}
    for fingerprint, article in survivors.items():
        inside = tuple(fingerprint.split(" ")[1:-1])
        found.setdefault(inside[:_BEGUN], []).append((inside, article))
    return found


def may_carry(article: Article, runs: Runs) -> bool:
    """Return whether an article's text holds the words of another one's candidate in a row: few do, and only these
    have to be read again.
    """
    words, own = tuple(stems(article.text, article.language)), article.sha256
    lengths = {len(begun) for begun in runs}
    return any(
        of != own and words[at : at + len(inside)] == inside
        for size in lengths
        for at in range(len(words) - size + 1)
        for inside, of in runs.get(words[at : at + size], ())
    )


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
