"""Draw up an article's signature: how often it names whom, and which words stand together in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefing.language.tokens import tokens
from briefing.language.words import stem, stop_stems, words
from briefing.model import Reading, Signature


def signature(reading: Reading) -> Signature:
    """Return the signature of what cleaning left of an article, and of a title that stands in its text."""
    names: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    title = "" if reading.article.title else reading.title or ""
    for text in (title, *(sentence.text for sentence in reading.sentences)):
        before = ""
        for term, is_name in _terms(text, reading.article.language):
            if term and is_name:
                names[term] += 1
            if before and term:
                pairs[f"{before} {term}"] += 1
            before = term
    named, paired = tuple(sorted(names.items())), tuple(sorted(pairs.items()))
    return Signature(reading.article.sha256, named, paired, reading.dated.day)


def _terms(text: str, language: str) -> Iterator[tuple[str, bool]]:
    """Yield the stem of each word ("" for one without meaning), and whether it is written like a name or a figure."""
    stop = stop_stems(language)
    for written in tokens(text, 0, len(text)).words:
        for word in words(written):
            term = stem(word, language)
            has_meaning = term not in stop and len(term) > 1
            yield term if has_meaning else "", not written[0].islower()
