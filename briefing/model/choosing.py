"""What stands between articles and a page: counts, passages, extracts, candidates, and what was selected of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.model.reading import Dated, Expression, Kind, Location, Note, Problem, Span


@dataclass(frozen=True, slots=True)
class Register:
    """What the first look at a pile found: for each text (its sha256) every article that holds it, least first."""

    articles: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


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
    notes: tuple[Note, ...] = ()
    expressions: tuple[Expression, ...] = ()

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
    id: str = ""
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
