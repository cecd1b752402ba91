"""The nouns of a briefing, in order of appearance: one frozen type per step, no dicts handed around.

Every position is a code point offset into `Article.text`, which nothing ever changes: cleaning, splitting, theming and
selecting only point at it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Literal, NamedTuple


class Span(NamedTuple):
    """A run of characters, `text[start:end]`."""

    start: int
    end: int


class Location(NamedTuple):
    """Where an article was read: an absolute path (`""` for none, `"-"` for standard input) and a row, from 1."""

    path: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something that could not be read or used. It is reported and printed; it never ends a run."""

    where: str
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f" ({self.remedy})" if self.remedy else "")


# ---------------------------------------------------------------------------------------------------------- reading


@dataclass(frozen=True)
class Article:
    """One news article as it was given. `text` is its decoded characters, nothing normalised.

    `title`, `date`, `source` (the publication), `url` and `language` (ISO 639-1) are what metadata states, or None.
    `body` is the offset where the text proper begins, behind front matter.
    """

    text: str
    id: str = ""
    title: str | None = None
    date: date | None = None
    source: str | None = None
    url: str | None = None
    language: str = "en"
    location: Location = Location()
    body: int = 0

    @property
    def precedence(self) -> tuple[str, ...]:
        """What decides which of several articles with the same text stands for all: the least."""
        place = (self.location.path, f"{self.location.row:012}")
        return (*place, self.title or "", self.source or "", str(self.date or ""), self.url or "", self.id)

    @cached_property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the text's UTF-8 bytes: the article's identity."""
        return hashlib.sha256(self.text.encode()).hexdigest()


Kind = Literal[
    "front matter", "title", "deck", "header", "byline", "dateline", "caption", "credit", "notice", "link",
    "copyright", "heading", "repeated",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Aside:
    """What cleaning set aside: kept out of the extracts, never out of the text."""

    start: int
    end: int
    kind: Kind
    reason: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What is left to summarise (`blocks`: paragraphs, without the asides), and what was found on the way.

    `title` and `deck` are spans of the text; `place` and `agency` come from a dateline or byline.
    """

    blocks: tuple[Span, ...]
    asides: tuple[Aside, ...] = ()
    title: Span | None = None
    deck: Span | None = None
    place: str | None = None
    agency: str | None = None


Origin = Literal["metadata", "header line", "dateline", "file name", "address"]


@dataclass(frozen=True, slots=True)
class Dated:
    """An article's day with its origin, and how far to trust it. An undated article has none: no date is invented."""

    day: date | None = None
    origin: Origin | None = None
    confidence: Literal["stated", "derived", "none"] = "none"
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in one or more pieces: a paragraph that opens anew inside a running quotation is a piece."""

    pieces: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, `article.text[start:end]`.

    `words` are the stems of all its words in order, `terms` those that carry meaning (no stop words).
    `position` counts the article's sentences from 0 and `paragraph` its blocks. `unfit` says why it must not be
    printed, `leans` why it cannot stand alone (both None when well). `article` is the article's `sha256`.
    """

    start: int
    end: int
    text: str
    words: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    position: int = 0
    paragraph: int = 0
    unfit: str | None = None
    leans: str | None = None
    article: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """How a core sentence may be printed: sentences `first` to `last`, one contiguous span; or `unfit`: why not."""

    core: int
    first: int
    last: int
    start: int
    end: int
    unfit: str | None = None


@dataclass(frozen=True)
class Reading:
    """One article, read: everything that depends on the article alone. This alone is worth caching.

    `cuts[k]` belongs to `sentences[k]`. `title` is the title to show: stated, or found in the text, or None.
    """

    article: Article
    title: str | None
    dated: Dated
    cleaned: Cleaned
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    cuts: tuple[Cut, ...]
    title_terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """What the first look at a pile found: for each text (its sha256) every article that holds it, least first."""

    articles: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


# --------------------------------------------------------------------------------------------------------- choosing


@dataclass(frozen=True, slots=True)
class Theme:
    """What a reader follows: a name, a handful of words and phrases, and perhaps a sentence that describes it."""

    name: str
    terms: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Pile:
    """Integer counts over readings; adding two piles gives the pile of both.

    `documents` and `sentences` count articles and sentences; `articles_with[t]` the articles that hold term t.
    `company[theme][t]` counts the paragraphs that hold term t and are surely about the theme (theme `""`: surely about
    none), `paragraphs[theme]` those paragraphs, `company_size[theme]` the sum of `company[theme]`.
    """

    documents: int = 0
    sentences: int = 0
    articles_with: Mapping[str, int] = field(default_factory=dict)
    company: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    paragraphs: Mapping[str, int] = field(default_factory=dict)
    company_size: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of sentences (`first` to `last`, counted from 0) with one theme, or none; `evidence` says why in words.

    `named` are the positions of those sentences that hold a term of the theme.
    """

    start: int
    end: int
    theme: str | None
    first: int = 0
    last: int = 0
    evidence: tuple[str, ...] = ()
    named: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Extract:
    """What may reach a page: a contiguous span of one article with its core sentence, score and reasons.

    `position` is the core's among the sentences under its theme, `sentences` how many the extract holds, `in_title` the
    share of the article's title that it repeats. `rank` counts the article's extracts from the best (0); `unfit` is set
    on those printed only where a theme would otherwise be empty; `named` says whether it holds a term of its theme.
    `terms` are the stems of the whole extract, `core_words` all stems of the core: its identity; `core_terms` those of
    the core that carry meaning, `title_terms` those of its article's title.
    """

    article: str
    start: int
    end: int
    text: str
    core: Span
    core_words: tuple[str, ...]
    terms: tuple[str, ...]
    score: float
    theme: str | None = None
    position: int = 0
    sentences: int = 1
    rank: int = 0
    unfit: str | None = None
    in_title: float = 0.0
    core_terms: tuple[str, ...] = ()
    title_terms: tuple[str, ...] = ()
    named: bool = True

    @property
    def fingerprint(self) -> str:
        """The core's stems as one string: extracts that agree in it are the same statement."""
        return " ".join(self.core_words)

    @property
    def order(self) -> tuple[float, str, int, int]:
        """What extracts are sorted by, best first; ties go by article and place, never by the order of input."""
        return (-self.score, self.article, self.start, self.end)

    @property
    def length(self) -> int:
        """Words as a reader counts them: runs without white space."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Listing:
    """What the second map keeps of an article: enough to list it, small enough for an archive.

    `themes` are those that its passages feed, `fit` whether any of its extracts may be printed, `outside`
    whether its day lies outside the window asked for, `set_aside` counts by kind what cleaning kept out.
    """

    sha256: str
    title: str | None
    dated: Dated
    source: str | None = None
    place: str | None = None
    url: str | None = None
    language: str = "en"
    location: Location = Location()
    themes: tuple[str, ...] = ()
    fit: bool = True
    outside: bool = False
    set_aside: tuple[tuple[Kind, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Candidates:
    """What is left of a pile after the second map; merging two gives that of both, in any order and grouping.

    `listings` are keyed by article. `best` holds for each theme (`""`: none) the top extracts, one for each
    fingerprint; `firsts` the best extract of each article, the top ones; `resorts` for each theme the best extract
    that is not fit to print, for a theme that would otherwise be empty.
    """

    listings: Mapping[str, Listing] = field(default_factory=dict)
    best: Mapping[str, tuple[Extract, ...]] = field(default_factory=dict)
    firsts: tuple[Extract, ...] = ()
    resorts: Mapping[str, Extract] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statement:
    """What one or more extracts say: `extract` is the wording to print, `also` those of other articles."""

    extract: Extract
    also: tuple[Extract, ...] = ()


@dataclass(frozen=True, slots=True)
class Budget:
    """The most words to print: in all, for one theme, and from one article."""

    words: int
    theme: int
    article: int


@dataclass(frozen=True, slots=True)
class Selection:
    """What goes onto the page: the statements, and which of them are repeated At a glance, in order of themes."""

    statements: tuple[Statement, ...] = ()
    glance: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Past:
    """What earlier editions said: empty until memory comes."""


# -------------------------------------------------------------------------------------------------------- the edition


@dataclass(frozen=True, slots=True)
class Reference:
    """One article as the page lists it under Sources; `title` falls back to the file's name, never to an invented one.

    `copies` are the other places where the very same text was read; `outside` marks an article whose day lies outside
    the window asked for, which is listed and not used.
    """

    number: int
    sha256: str
    title: str
    dated: Dated
    source: str | None = None
    place: str | None = None
    url: str | None = None
    language: str = "en"
    location: Location = Location()
    copies: tuple[Location, ...] = ()
    untitled: bool = False
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """Where an extract stands: `label` is "3.4" for the fourth extract of source 3; the span is the article's."""

    label: str
    reference: Reference
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Point:
    """A statement as printed: the words of `citation`; `also` holds the other articles that carry it."""

    text: str
    citation: Citation
    also: tuple[Citation, ...] = ()
    unfit: str | None = None
    score: float = 0.0
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class ByArticle:
    """An article's own points for one theme; `see` are the labels of those that stand under Key points."""

    reference: Reference
    points: tuple[Point, ...] = ()
    see: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A theme's part of the page; `silent` says why it has no extract."""

    theme: str
    key_points: tuple[Point, ...] = ()
    articles: tuple[ByArticle, ...] = ()
    silent: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that has no extract on the page, and why."""

    what: str
    reason: str
    reference: Reference


@dataclass(frozen=True, slots=True)
class Made:
    """How a briefing was made, as far as its articles do not show it: enough to derive the page again.

    `file` is the absolute path of the settings ("" for none), `digest` a hash over everything here and the settings'
    title, language and themes, so that `verify` knows whether it has the same ones.
    """

    version: str = ""
    method: str = ""
    words: int = 0
    theme_words: int = 0
    article_words: int = 0
    since: date | None = None
    until: date | None = None
    file: str = ""
    digest: str = ""


@dataclass(frozen=True)
class Briefing:
    """The content of one day's briefing, in the order of the page.

    `words` counts all printed extracts, those At a glance included; `set_aside` counts by kind what cleaning kept out.
    """

    title: str
    day: date
    language: str = "en"
    glance: tuple[Point, ...] = ()
    sections: tuple[Section, ...] = ()
    other: Section | None = None
    references: tuple[Reference, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    problems: tuple[Problem, ...] = ()
    set_aside: Mapping[str, int] = field(default_factory=dict)
    words: int = 0
    sentences: int = 0
    made: Made = field(default_factory=lambda: Made())

    @property
    def used(self) -> tuple[Reference, ...]:
        """The articles that the briefing was made from: all but those outside the window."""
        return tuple(reference for reference in self.references if not reference.outside)

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the articles used, each once, in order."""
        return tuple(sorted({reference.dated.day for reference in self.used if reference.dated.day}))

    @property
    def undated(self) -> tuple[Reference, ...]:
        """The articles used that state no day."""
        return tuple(reference for reference in self.used if reference.dated.day is None)

    @property
    def minutes(self) -> int:
        """Reading time in minutes, at 238 words a minute (Brysbaert 2019, silent reading of English non-fiction)."""
        return max(1, -(-self.words // 238))

    @property
    def points(self) -> tuple[Point, ...]:
        """Every statement printed, once, in the order of the page."""
        parts = (*self.sections, *([self.other] if self.other else []))
        return tuple(p for s in parts for p in (*s.key_points, *(p for by in s.articles for p in by.points)))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of the page, once, in the order of their labels."""
        found = {c.label: c for point in self.points for c in (point.citation, *point.also)}
        return tuple(sorted(found.values(), key=lambda c: [int(part) for part in c.label.split(".")]))


@dataclass(frozen=True, slots=True)
class Edition:
    """A briefing, dated and recorded: its rendered pages by format ("md", "json", "text", "html").

    `revision` counts from 1 the different editions recorded for one day; 0 is not recorded yet.
    """

    name: str
    day: date
    title: str
    pages: Mapping[str, str]
    revision: int = 0


DeliveryState = Literal["sending", "sent", "refused", "uncertain"]


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of the mail of one edition to one recipient (an address), with the server's words where it has any.

    `sending` is committed before the mail is handed over: found later, it means that a run ended on the way.
    `uncertain`: the connection broke after the mail was handed over and before the answer.
    """

    name: str
    day: date
    recipient: str
    revision: int
    message_id: str
    state: DeliveryState
    at: datetime
    words: str = ""


# ---------------------------------------------------------------------------------------------------------- the proof


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a page says: a line, or a JSON value with its path.

    `labels` are those of the extract that it prints, the printed wording's first; `articles` the numbers of all
    articles it names; `heading` says that it holds a title or a theme's name, which come from the settings.
    """

    where: str
    text: str
    labels: tuple[str, ...] = ()
    articles: tuple[int, ...] = ()
    heading: bool = False


Verdict = Literal["verbatim", "other wording", "absent", "cannot be checked"]


@dataclass(frozen=True, slots=True)
class Proof:
    """What `verify` found: a verdict with its reason for each extract by label, and every claim that nothing bears out.

    `unsure` are claims that could not be derived again because something they come from is missing or has changed.
    """

    extracts: Mapping[str, tuple[Verdict, str]]
    unclaimed: tuple[Claim, ...] = ()
    unsure: tuple[Claim, ...] = ()

    @property
    def exit_code(self) -> int:
        """0: all proved. 1: something absent or unclaimed. 3: otherwise, something could not be checked."""
        verdicts = {verdict for verdict, _ in self.extracts.values()}
        if "absent" in verdicts or self.unclaimed:
            return 1
        return 3 if "cannot be checked" in verdicts or self.unsure else 0


# ---------------------------------------------------------------------------------------------------------- the reasons


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an extract, and why: printed (with its `label`), or not."""

    extract: Extract
    label: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Explained:
    """One article's part of an explanation, in the order of the text."""

    reference: Reference
    text: str
    asides: tuple[Aside, ...]
    passages: tuple[Passage, ...]
    fates: tuple[Fate, ...]
