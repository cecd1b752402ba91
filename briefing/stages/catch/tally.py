"""Count what the themes caught in articles: integers that add up over a pile."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from briefing.language.tokens import tokens
from briefing.language.words import content, stem, stems, words
from briefing.model import Passage, Reading, Sentence, Theme
from briefing.stages.label.phrases import days
from briefing.stages.theme.evidence import matches
from briefing.stages.theme.teach import NO_THEME

# A match of this weight is a term of the user's that several themes may share, not a hint.
MEANT = 0.3
# A phrase of more words is a sentence's, not a term.
LONGEST = 3

Run = tuple[str, ...]


@dataclass(frozen=True)
class Tally:
    """What the themes (by name; `""`: none) caught; adding two tallies gives that of both piles.

    `sizes[theme]` counts "articles", "passages", "sentences", "words". `terms[theme]` counts the theme's sentences by
    the terms found in them, `held[theme]` all sentences by the terms whose own words they hold. `both[one, other]`
    counts the sentences that hold terms of both themes, `(one, one)` those of one. `runs[theme]` counts the sentences
    that hold a run of stems, in passages that name the theme; `spread[theme]` the articles; `written[run]` how it is
    spelt.
    """

    sizes: Mapping[str, Counter[str]] = field(default_factory=dict)
    terms: Mapping[str, Counter[str]] = field(default_factory=dict)
    both: Counter[tuple[str, str]] = field(default_factory=Counter)
    runs: Mapping[str, Counter[Run]] = field(default_factory=dict)
    spread: Mapping[str, Counter[Run]] = field(default_factory=dict)
    written: Mapping[Run, Counter[str]] = field(default_factory=dict)
    held: Mapping[str, Counter[str]] = field(default_factory=dict)


def tally(reading: Reading, passages: Sequence[Passage], themes: Sequence[Theme]) -> Tally:
    """Return the tally of one article."""
    sizes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    runs: defaultdict[str, Counter[Run]] = defaultdict(Counter)
    written: defaultdict[Run, Counter[str]] = defaultdict(Counter)
    for passage in passages:
        name = passage.theme or NO_THEME
        sentences = reading.sentences[passage.first : passage.last + 1]
        words = sum(len(sentence.text.split()) for sentence in sentences)
        sizes[name] += Counter(passages=1, sentences=len(sentences), words=words)
        sizes[name]["articles"] = 1
        for run, text in _runs(sentences, reading.article.language):
            runs[name if passage.named else NO_THEME][run] += 1
            written[run][text] += 1
    terms, both = _named(reading, passages, tuple(themes))
    spread = {name: Counter(list(found)) for name, found in runs.items()}
    held = {theme.name: _held(reading, theme) for theme in themes}
    return Tally(dict(sizes), terms, both, dict(runs), spread, dict(written), held)


def _runs(sentences: Iterable[Sentence], language: str) -> Iterator[tuple[Run, str]]:
    """Yield the words of each sentence that carry meaning and the runs of up to three, as stems and as written."""
    for sentence in sentences:
        found: dict[Run, str] = {}
        before: list[tuple[str, str]] = []
        for told in _words(sentence, language):
            before = [*before, told][-LONGEST:] if told else []
            for k in range(len(before)):
                found[tuple(term for term, _ in before[k:])] = " ".join(word for _, word in before[k:])
        yield from found.items()


def _words(sentence: Sentence, language: str) -> Iterator[tuple[str, str] | None]:
    """Yield the stem of each word that carries meaning, with the word; None for any other word or mark.

    The word is as written, without its possessive, small where it opens a sentence.
    """
    for at, written in enumerate(tokens(sentence.text, 0, len(sentence.text)).words):
        for word in words(written) or [""]:
            term = stem(word, language)
            means = len(word) > 2 and not word[0].isdigit() and term not in days(language) and content([term], language)
            is_whole = at > 0 and written.casefold().startswith(word)
            yield (term, written[: len(word)] if is_whole else word) if means else None


def _named(
    reading: Reading, passages: Sequence[Passage], themes: tuple[Theme, ...]
) -> tuple[dict[str, Counter[str]], Counter[tuple[str, str]]]:
    """Count the sentences that hold each term of the theme that they stand under, and those of each pair of themes."""
    terms: dict[str, Counter[str]] = {}
    both: Counter[tuple[str, str]] = Counter()
    of = {k: passage.theme for passage in passages for k in range(passage.first, passage.last + 1)}
    for sentence in reading.sentences:
        found = matches([(sentence.words, sentence.text)], themes, reading.article.language)
        meant = [match for match in found if match.weight >= MEANT]
        for match in meant:
            if themes[match.theme].name == of.get(sentence.position):
                terms.setdefault(themes[match.theme].name, Counter())[match.label] += 1
        names = [themes[k].name for k in sorted({match.theme for match in meant})]
        both.update([*((name, name) for name in names), *combinations(names, 2)])
    return terms, both


def _held(reading: Reading, theme: Theme) -> Counter[str]:
    """Count the sentences that hold a term's own words: several terms with one stem are found as the first of them."""
    language = reading.article.language
    runs = {term: " ".join(("", *stems(term, language), "")) for term in theme.terms_in(language)}
    texts = [" ".join(("", *sentence.words, "")) for sentence in reading.sentences]
    return Counter({term: n for term, run in runs.items() if (n := sum(run in text for text in texts))})


def add(one: Tally, other: Tally) -> Tally:
    """Return the tally of both: associative, commutative, and neutral for `Tally()`."""
    return total((one, other))


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the tally of all, in time linear in their sizes."""
    sums: tuple[defaultdict[Any, Counter[Any]], ...] = tuple(defaultdict(Counter) for _ in range(6))
    both: Counter[tuple[str, str]] = Counter()
    for one in tallies:
        both.update(one.both)
        counted: tuple[Mapping[Any, Counter[Any]], ...] = (
            one.sizes, one.terms, one.runs, one.spread, one.written, one.held
        )  # fmt: skip
        for whole, counts in zip(sums, counted, strict=True):
            for key, counter in counts.items():
                whole[key].update(counter)
    sizes, terms, runs, spread, written, held = map(dict, sums)
    return Tally(sizes, terms, both, runs, spread, written, held)
