"""What stands between articles and a page: counts, passages, extracts, candidates, and what was selected of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from briefing.model.figures import Figure
from briefing.model.reading import (
    Attribution,
    Dated,
    Dating,
    Expression,
    Kind,
    Location,
    Note,
    Problem,
    Span,
    Speaker,
)
from briefing.model.rest import NO_HASHES, NO_REST, Hashes, Rest


@dataclass(frozen=True, slots=True)
class Texts:
    """Which texts a pile holds: those of each shard by its number, and `twice` those that one shard has met again."""

    own: Mapping[int, Hashes] = field(default_factory=dict)
    twice: Hashes = NO_HASHES
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """What the first look at a pile found: for each text (its sha256) every article that holds it, least first.

    `once` are the texts that stand at one place only: of them nothing else has to be known.
    `dated` are the days of undated articles that others of the pile give away, known once all of it is.
    """

    articles: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    dated: Mapping[str, Dated] = field(default_factory=dict)
    once: Hashes = NO_HASHES


# Kana and Chinese characters: scripts without spaces between words.
_UNSPACED = re.compile("[\u3005-\u30ff\u3400-\u9fff]")


def length(text: str) -> int:
    """Count words as a reader does: runs without white space; two characters of Chinese or Japanese are one."""
    return len(text.split()) + (0 if text.isascii() else len(_UNSPACED.findall(text)) // 2)


@dataclass(frozen=True, slots=True)
class Theme:
    """What a reader follows: a name, a handful of words and phrases, and perhaps a sentence that describes it.

    `terms` are looked for in articles of every language, those of `terms_by_language` (codes of ISO 639-1, each with
    its terms) in articles of that language only.
    """

    name: str
    terms: tuple[str, ...] = ()
    description: str = ""
    terms_by_language: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def terms_in(self, language: str) -> tuple[str, ...]:
        """Return the terms to look for in an article of that language."""
        own = (terms for code, terms in self.terms_by_language if code == language)
        return (*self.terms, *(term for terms in own for term in terms))


@dataclass(frozen=True, slots=True)
class Pile:
    """Integer counts over readings; adding two piles gives the pile of both.

    `documents` and `sentences` count articles and sentences; `articles_with[t]` the articles that hold term t.
    `company[theme][t]` counts the paragraphs that hold term t and are surely about the theme (theme `""`: surely about
    none), `paragraphs[theme]` those paragraphs, `company_size[theme]` the sum of `company[theme]`. `passing` are
    the themes that no passage of the pile is about: for them it is enough to be named.
    """

    documents: int = 0
    sentences: int = 0
    articles_with: Mapping[str, int] = field(default_factory=dict)
    company: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    paragraphs: Mapping[str, int] = field(default_factory=dict)
    company_size: Mapping[str, int] = field(default_factory=dict)
    passing: frozenset[str] = frozenset()


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
    the core that carry meaning, `title_terms` those of its article's title. `first_person` says whether somebody speaks
    of himself in the core; `attributions` who says what in it. `speakers` are those who say something in the extract,
    `datings` what it dates.
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
    notes: tuple[Note, ...] = ()
    expressions: tuple[Expression, ...] = ()
    first_person: bool = False
    attributions: tuple[Attribution, ...] = ()
    language: str = "en"
    speakers: tuple[Speaker, ...] = ()
    datings: tuple[Dating, ...] = ()

    @property
    def fingerprint(self) -> str:
        """The core's stems as one string: extracts that agree in it are the same statement."""
        return " ".join(self.core_words)

    def prints(self, other: Extract) -> bool:
        """Whether the core of another stands among its sentences."""
        return self.article == other.article and self.start <= other.core.start and other.core.end <= self.end

    @property
    def order(self) -> tuple[float, str, int, int]:
        """What extracts are sorted by, best first; ties go by article and place, never by the order of input."""
        return (-self.score, self.article, self.start, self.end)

    @property
    def length(self) -> int:
        """Words as a reader counts them."""
        return length(self.text)


@dataclass(frozen=True, slots=True)
class Listing:
    """What the second map keeps of an article: enough to list it, small enough for an archive.

    `themes` are those that its passages feed, `fit` whether any of its extracts may be printed, `outside`
    whether its day lies outside the window asked for, `set_aside` counts by kind what cleaning kept out,
    `corrections` are those that the source makes in itself, with their words. `agency` is what the text itself names;
    `sketch` are some hashes of its runs of words, by which copies are told. By the editor's hand it is `excluded`,
    has extracts `dropped` under these themes (`""`: none), and its source is `preferred`, 1 before all others.
    """

    sha256: str
    title: str | None
    dated: Dated
    id: str = ""
    source: str | None = None
    place: str | None = None
    url: str | None = None
    language: str = "en"
    location: Location = Location()
    themes: tuple[str, ...] = ()
    fit: bool = True
    outside: bool = False
    excluded: bool = False
    dropped: tuple[str, ...] = ()
    preferred: float = 0.0
    set_aside: tuple[tuple[Kind, int], ...] = ()
    corrections: tuple[tuple[Span, str], ...] = ()
    agency: str | None = None
    sketch: bytes = b""

    @property
    def is_used(self) -> bool:
        """Whether the briefing is made from it."""
        return not (self.outside or self.excluded)


@dataclass(frozen=True, slots=True)
class Candidates:
    """What is left of a pile after the second map; merging two gives that of both, in any order and grouping.

    `listings` are keyed by article, `rest` is what is kept of the others. `best` holds for each theme (`""`: none) the
    top extracts, one for each fingerprint; `firsts` the best extract of each article, the top ones; `resorts` for each
    theme the best extract that is not fit to print, for a theme that would otherwise be empty. `pinned` has for the
    editor's pins, by number, the best extract that each points at, one that is fit if there is any; `heeded` are all
    entries of his that point at something, each with the list that it stands in. `figures` are what the articles count
    under each theme, the first ones.
    """

    listings: Mapping[str, Listing] = field(default_factory=dict)
    best: Mapping[str, tuple[Extract, ...]] = field(default_factory=dict)
    firsts: tuple[Extract, ...] = ()
    resorts: Mapping[str, Extract] = field(default_factory=dict)
    pinned: Mapping[int, Extract] = field(default_factory=dict)
    heeded: frozenset[tuple[str, str]] = frozenset()
    figures: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    rest: Rest = NO_REST


@dataclass(frozen=True, slots=True)
class Signature:
    """What tells an article's event: how often it holds each name or figure, and each pair of neighbouring words.

    Both are of stems, sorted; `article` is the article's sha256, `day` its own.
    """

    article: str
    names: tuple[tuple[str, int], ...] = ()
    pairs: tuple[tuple[str, int], ...] = ()
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of an article, as they stand there, that could name what it reports; `terms` are their stems.

    Stop words between them have none; `in_title` where they stand in the title.
    """

    text: str
    terms: tuple[str, ...]
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """What one article reports outside all themes: its signature, its distinct stems, phrases that could name it."""

    signature: Signature
    terms: tuple[str, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Several articles that report the same outside all themes: their hashes, sorted, and the words that name it.

    `label` are words of one of them, of `article`; `independent` counts the publications, an article of none as one.
    """

    label: str
    article: str
    articles: tuple[str, ...]
    independent: int = 0


@dataclass(frozen=True, slots=True)
class Statement:
    """What one or more extracts say: `extract` is the wording to print, `also` those of other articles."""

    extract: Extract
    also: tuple[Extract, ...] = ()


@dataclass(frozen=True, slots=True)
class Budget:
    """The most words to print: in all, for one theme, from one article, and of what earlier editions printed.

    `carried` is a share of the words in per cent. `source` is the most of one publication (0: no limit).
    """

    words: int
    theme: int
    article: int
    carried: int = 25
    source: int = 0


@dataclass(frozen=True, slots=True)
class Selection:
    """What goes onto the page: the statements, and which of them are repeated At a glance, in order of themes."""

    statements: tuple[Statement, ...] = ()
    glance: tuple[Statement, ...] = ()
