"""What is given and what reading finds in it: an article, its sentences, quotations and cuts, its day.

Every position is a code point offset into `Article.text`, which nothing ever changes: cleaning, splitting, theming and
selecting only point at it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from typing import Literal, NamedTuple


class Span(NamedTuple):
    """A run of characters, `text[start:end]`."""

    start: int
    end: int


class Location(NamedTuple):
    """Where an article was read: an absolute path (`""` for none, `"-"` for standard input) and a row, from 1.

    What a plugin gives has the name of its source for a path: "wire:harbour".
    """

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


@dataclass(frozen=True)
class Article:
    """One news article as it was given. `text` is its decoded characters, nothing normalised.

    `title`, `date`, `source` (the publication), `url` and `language` (ISO 639-1) are what metadata states, or None.
    `body` is the offset where the text proper begins, behind front matter. `at` is the date with its time, where
    metadata states both, with the zone if it states one.
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
    at: datetime | None = None

    @property
    def precedence(self) -> tuple[str, ...]:
        """What decides which of several articles with the same text stands for all: the least."""
        place = (self.location.path, f"{self.location.row:012}")
        return (*place, self.title or "", self.source or "", str(self.at or self.date or ""), self.url or "", self.id)

    @cached_property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the text's UTF-8 bytes: the article's identity."""
        return hashlib.sha256(self.text.encode()).hexdigest()


Kind = Literal[
    "front matter", "title", "deck", "header", "byline", "dateline", "caption", "credit", "notice", "link",
    "copyright", "heading", "repeated", "post", "table",
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

    `title` and `deck` are spans of the text; `place` and `agency` come from a dateline or byline. `corrections` are
    what the source corrects in itself: part of the blocks, too.
    """

    blocks: tuple[Span, ...]
    asides: tuple[Aside, ...] = ()
    title: Span | None = None
    deck: Span | None = None
    place: str | None = None
    agency: str | None = None
    corrections: tuple[Span, ...] = ()


Origin = Literal["metadata", "header line", "dateline", "file name", "address", "days in the text", "sentences shared"]


@dataclass(frozen=True, slots=True)
class Dated:
    """An article's day with its origin, and how far to trust it. An undated article has none: no date is invented.

    `evidence` is where the day stands in the text, or what it is inferred from, and `words` are those of an
    inferred day's evidence. `last` is set where only some days are known, from `day` to it; `time` where the time
    of day is stated, in the same zone as the day, and with it `at`: day and time as stated, with the zone if one is;
    `updated` where a header line says when the text was changed. A day inferred from `shared` sentences that another
    article carries too names that article (its sha256) as `witness`.
    """

    day: date | None = None
    origin: Origin | None = None
    confidence: Literal["stated", "derived", "inferred", "none"] = "none"
    evidence: Span | None = None
    last: date | None = None
    time: time | None = None
    updated: datetime | None = None
    witness: str | None = None
    shared: int = 0
    words: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in one or more pieces: a paragraph that opens anew inside a running quotation is a piece."""

    pieces: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One piece of a quotation, or one piece of reported speech (`content`), and who says it.

    `source` is the mention beside the `cue` ("he", "the minister"; "said"), each a span of the text or None where the
    text does not say. `speaker` is the name that the mention stands for in this article, or None: never a guess.
    `name` is where that name stands in full.
    """

    content: Span | None
    source: Span | None = None
    cue: Span | None = None
    speaker: str | None = None
    name: Span | None = None
    direct: bool = True


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who says something in an article: `text` is the name in its fullest form there, which stands at `name`.

    `role` is where the article says what its bearer is ("US Secretary of State"), None where it does not, and
    `role_text` are these words. `key` are the words of a name by which the speakers of several articles are known to be
    one; empty where the name is too short for that.
    """

    text: str
    name: Span
    role: Span | None = None
    role_text: str = ""
    key: tuple[str, ...] = ()


Unit = Literal["day", "week", "month", "year"]
Side = Literal["past", "future", "unknown"]


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that name a day, month or year ("on Tuesday", "last month", "by 1 May"): where they stand, what they say.

    What they say is relative to the article's own day, which may be known only once the pile is: `stages.resolve`
    brings the two together. `unit` says how exact they are. `year`, `month`, `day` (`last_day` where several run on:
    "17 and 18 February") and `weekday` (0: Monday) are what they name. `offset` counts days, weeks, months or years
    from the article's own ("yesterday" -1; "last Tuesday" the Tuesday of week -1; "last March" that of year -1).
    `side` is where their sentence puts what has no year or offset: in the past, in the future, or it does not say.
    """

    start: int
    end: int
    unit: Unit = "day"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    offset: int | None = None
    side: Side = "unknown"


@dataclass(frozen=True, slots=True)
class Dating:
    """An expression with the names of its sentence, as they stand there: who and what it may have happened to."""

    expression: Expression
    names: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader of an extract needs and does not find in it: the words `at` stand for the words `means`.

    Both are spans of the same article. `kind`: a pronoun or a description and its name, or a quotation and its speaker.
    `text` are the words of `means`, and `sentence` is the one that holds them, counted from 1.
    """

    at: Span
    means: Span
    kind: Literal["reference", "speaker"] = "reference"
    text: str = ""
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Words of a sentence that stand for something told elsewhere ("he", "the ruling", a quotation with no speaker).

    `note` says for what, None where that is not certain. Where one of the places `given` (the nearest before them are
    enough) stands before them in an extract, it needs no note. `reason` says why the sentence cannot stand without
    either, None where it is merely better with it; `says` are all the reasons that the note does away with.
    """

    at: Span
    note: Note | None = None
    given: tuple[Span, ...] = ()
    says: tuple[str, ...] = ()
    reason: str | None = None

    def is_given(self, start: int, end: int = 0) -> bool:
        """Whether a reader who begins at `start` has been told before the words what they stand for, or up to `end`."""
        return any(start <= place.start and place.end <= max(end, self.at.start) for place in self.given)


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
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Reading:
    """One article, read: everything that depends on the article alone. This alone is worth caching.

    `cuts[k]` belongs to `sentences[k]`. `title` is the title to show: stated, or found in the text, or None. `speakers`
    are those of the attributions; `datings` have every expression.
    """

    article: Article
    title: str | None
    dated: Dated
    cleaned: Cleaned
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    cuts: tuple[Cut, ...]
    title_terms: tuple[str, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    expressions: tuple[Expression, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    datings: tuple[Dating, ...] = ()
