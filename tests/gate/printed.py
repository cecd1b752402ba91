"""What the product prints of the gate's corpus, each summary and page made once, and what of it nobody should print."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import briefing
from briefing import Briefing, Extract
from tests.gate.corpus import Labelled, LabelledPile, Line, articles, piles

SENTENCES = 3
PAGE_WORDS = 400
DAY = datetime.date(2026, 12, 31)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of an article that a reader meets by itself, under a theme of the reader's or none.

    `noted` are those of its words that a note beside it explains.
    """

    start: int
    end: int
    noted: tuple[str, ...] = ()
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """Something printed that nobody should print: where, what is wrong with it, and its words."""

    where: str
    what: str
    words: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}: {self.words}"


@cache
def all_articles() -> tuple[Labelled, ...]:
    """Return the articles that stand alone."""
    return tuple(articles())


@cache
def all_piles() -> tuple[LabelledPile, ...]:
    """Return the piles."""
    return tuple(piles())


@cache
def summary(members: tuple[Labelled, ...], method: str, words: int | None) -> list[Extract]:
    """Return a method's summary: of so many words, or of as many sentences as one article gets."""
    given = [one.article for one in members]
    if words is None:
        return briefing.summarise(given, sentences=SENTENCES, method=method)
    return briefing.summarise(given, words=words, method=method)


@cache
def page(pile: LabelledPile) -> Briefing:
    """Return the page of a pile."""
    return briefing.build([one.article for one in pile.articles], pile.themes, date=DAY, words=PAGE_WORDS)


def of_summary(extracts: Iterable[Extract], one: Labelled) -> list[Run]:
    """Return what a summary prints of an article."""
    text = one.article.text
    mine = [extract for extract in extracts if extract.article == one.article.sha256]
    return [Run(extract.start, extract.end, tuple(text[slice(*note.at)] for note in extract.notes)) for extract in mine]


def of_page(pile: LabelledPile, one: Labelled) -> list[Run]:
    """Return what a pile's page prints of an article: At a glance, under its themes and in Other developments."""
    made = page(pile)
    points = [*made.glance]
    for section in [*made.sections, *([made.other] if made.other else [])]:
        points += [*section.key_points, *(point for by in section.articles for point in by.points)]
    runs = {
        Run(point.citation.start, point.citation.end, tuple(note.words for note in point.notes), point.theme)
        for point in points
        if point.citation.reference.sha256 == one.article.sha256
    }
    return sorted(runs, key=lambda run: (run.start, run.end, str(run.theme)))


def common(line: Line, run: Run) -> int:
    """Return how many characters of a line a run holds; none or less if it does not touch it."""
    return min(line.end, run.end) - max(line.start, run.start)


def summary_faults(method: str) -> list[Fault]:
    """Return what is wrong with what a method prints of the single articles and of the piles."""
    asked = [*(((one,), None) for one in all_articles()), *((pile.articles, pile.words) for pile in all_piles())]
    return [
        fault
        for members, words in asked
        for one in members
        for fault in faults(one, of_summary(summary(members, method, words), one))
    ]


def page_faults() -> list[Fault]:
    """Return what is wrong with what the piles' pages print."""
    return [
        Fault(f"{pile.name}/{fault.where}", fault.what, fault.words)
        for pile in all_piles()
        for one in pile.articles
        for fault in faults(one, of_page(pile, one))
    ]


def faults(one: Labelled, runs: Iterable[Run]) -> Iterator[Fault]:
    """Yield what must not be printed and is, and what is torn from the line that it needs."""
    text = one.article.text
    for run in runs:
        words = " ".join(text[run.start : run.end].split())
        touched = [line for line in one.lines if common(line, run) > 0]
        yield from (Fault(one.name, f"holds a {line.never}", words) for line in touched if line.never)
        yield from (Fault(one.name, what, words) for what in _torn([x for x in touched if not x.never], run, text))


def _torn(lines: Sequence[Line], run: Run, text: str) -> Iterator[str]:
    if not lines:
        return
    first, last = lines[0], lines[-1]
    if run.start > first.start and run.start != first.said:
        yield "begins inside a line"
    elif first.leans and not any(_in_line(words, text[first.start : first.end]) for words in run.noted):
        yield "leans on what is not printed"
    if text[run.end : last.end].strip():
        yield "ends inside a line"
    elif last.open:
        yield "ends in the middle of a quotation"


def _in_line(words: str, line: str) -> bool:
    """Whether a note's words are of that line; a quotation may begin in it and go on."""
    return words in line or words.startswith(line)
