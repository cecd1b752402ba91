"""What a page holds, in the order in which it is read, and how it was made."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from fractions import Fraction
from typing import Literal

from briefing.model.choosing import Passage
from briefing.model.citing import Citation, Reference
from briefing.model.figures import Measure, Qualifier
from briefing.model.hand import Hand
from briefing.model.indexes import Timeline, Voice
from briefing.model.reading import Aside, Problem, Span, Unit
from briefing.model.rest import NO_REST, Hashes, Rest


@dataclass(frozen=True, slots=True)
class Noted:
    """A note as printed beside an extract: its `words` stand for the words `means`, which stand at `citation`.

    The label is the extract's with a letter ("3.4a"). `sentence` counts the article's sentences from 1. A note of the
    `kind` "speaker" says who says the quotation `words`.
    """

    words: str
    means: str
    citation: Citation
    sentence: int
    kind: Literal["reference", "speaker"] = "reference"


@dataclass(frozen=True, slots=True)
class Moment:
    """Which days an extract's words mean: `first` to `last`, both the same for one day; `unit` says how exact they are.

    The words stand at `start` to `end` of the article. `inferred`: counted from a day of the article that is so itself.
    """

    words: str
    start: int
    end: int
    first: date
    last: date
    unit: Unit = "day"
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """What is new about a statement for those who read the editions before.

    `day` is the first edition that had what is carried over, or the last one that had it before it changed; `changes`
    are the words there and the words here, where they differ ("" where one of them has none). `in_part`: most of the
    words are carried over, and the rest is new.
    """

    kind: Literal["new", "changed", "carried over"]
    day: date | None = None
    changes: tuple[tuple[str, str], ...] = ()
    in_part: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A statement as printed: the words of `citation`; `also` holds the other articles that carry it.

    `notes` say what a reader needs to know and does not find in the text, `moments` which day its "Tuesday" is. `core`
    is the sentence that makes its identity. `mark` is None where no edition came before. `origins` are the independent
    ones of all its articles: those that share an agency or long runs of text have one. `reasons` say, in English, why
    it was chosen.
    """

    text: str
    citation: Citation
    also: tuple[Citation, ...] = ()
    unfit: str | None = None
    score: float = 0.0
    theme: str | None = None
    notes: tuple[Noted, ...] = ()
    moments: tuple[Moment, ...] = ()
    core: Span | None = None
    mark: Mark | None = None
    origins: int = 1
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What a source corrects in itself, in its own words; the label is "3.0a" for the first of source 3."""

    text: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class ByArticle:
    """An article's own points for one theme; `see` are the labels of those that stand under Key points."""

    reference: Reference
    points: tuple[Point, ...] = ()
    see: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """What several articles report that fits no theme; `label` are words of `reference`, one of them.

    `references` are all articles that report it, those without a point of their own as well.
    """

    label: str
    reference: Reference
    references: tuple[Reference, ...] = ()
    key_points: tuple[Point, ...] = ()
    articles: tuple[ByArticle, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure as one article states it: its `words` and those `of` what it counts stand so in the source.

    `speaker` is who says it, None for the article itself; `sentence` is counted from 1 and stands in what `citation`
    leads to, the words at `start` to `end`. `low` and `high` are exact; days are numbered as `date.toordinal` does, and
    `moment` says which day a date without its year is.
    """

    words: str
    of: str
    speaker: str | None
    citation: Citation
    sentence: int
    start: int
    end: int
    low: Fraction
    high: Fraction
    measure: Measure = "count"
    unit: str = ""
    qualifier: Qualifier = "exact"
    moment: Moment | None = None


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Figures of one and the same thing that do not all agree, in the order of their articles."""

    rows: tuple[FigureRow, ...]

    @property
    def references(self) -> tuple[Reference, ...]:
        """The articles that state them, each once."""
        return tuple(dict.fromkeys(row.citation.reference for row in self.rows))


@dataclass(frozen=True, slots=True)
class Section:
    """A theme's part of the page; `silent` says why it has no extract, `figures` are those that differ.

    `timeline` is None where few days are dated. `about` are the articles with a passage of the theme.

    `unchanged` is the last edition that had something new for it, where this one has not. Only what fits no theme has
    `groups`: what they hold stands in none of the other parts.
    """

    theme: str
    key_points: tuple[Point, ...] = ()
    articles: tuple[ByArticle, ...] = ()
    silent: str | None = None
    unchanged: date | None = None
    groups: tuple[Group, ...] = ()
    timeline: Timeline | None = None
    figures: tuple[FigureTable, ...] = ()
    about: tuple[Reference, ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        """Every statement printed here, in the order of the page."""
        parts: tuple[Group | Section, ...] = (*self.groups, self)
        return tuple(p for part in parts for p in (*part.key_points, *(p for by in part.articles for p in by.points)))

    @property
    def references(self) -> tuple[Reference, ...]:
        """The articles that what is printed here names, as often as it does."""
        parts: tuple[Group | Section, ...] = (*self.groups, self)
        named = [c.reference for point in self.points for c in (point.citation, *point.also)]
        named += [by.reference for part in parts for by in part.articles]
        named += [reference for group in self.groups for reference in group.references]
        named += [reference for table in self.figures for reference in table.references]
        return (*named, *(self.timeline.reports if self.timeline else ()))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that has no extract on the page, and why."""

    what: str
    reason: str
    reference: Reference


@dataclass(frozen=True, slots=True)
class Original:
    """A cited article as it is stored, whole, with what cleaning set aside in it and what its passages are about."""

    reference: Reference
    text: str
    asides: tuple[Aside, ...] = ()
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """How a briefing was made, as far as its articles do not show it: enough to derive the page again.

    `since` and `until` are days, both of the window, or moments, of which only the first is. `after` is the edition
    whose articles, and those of all before it, were left out; `past` is a hash over what is remembered of the editions
    before ("" for nothing). `file` is the absolute path of the settings ("" for none).
    `digest` is a hash over the settings' title, language and themes, by which `verify` knows whether it has the same
    ones; `seal` one over the day and all of this but the file and the sources, by which it knows whether somebody has
    altered it. `hand` is the editor's, from settings and options alike. `separator` is the line that parted the
    articles of texts. `sources` are absolute paths, patterns and addresses, as named for the run: a page that counts
    articles needs them.
    """

    version: str = ""
    method: str = ""
    words: int = 0
    theme_words: int = 0
    article_words: int = 0
    since: date | datetime | None = None
    until: date | datetime | None = None
    file: str = ""
    digest: str = ""
    seal: str = ""
    zone: str = ""
    day_ends: str = "00:00"
    after: date | None = None
    past: str = ""
    hand: Hand = Hand()
    separator: str = ""
    sources: tuple[str, ...] = ()

    def sealed(self, day: date) -> Made:
        """Return the same with the seal that belongs to it, over what is not as usual: new fields break no old seal."""
        usual = Made(file=self.file, seal=self.seal, sources=self.sources)
        names = (one.name for one in fields(self) if getattr(self, one.name) != getattr(usual, one.name))
        content = repr((day.isoformat(), [(name, getattr(self, name)) for name in names]))
        return replace(self, seal=hashlib.sha256(content.encode()).hexdigest()[:16])


@dataclass(frozen=True)
class Briefing:
    """The content of one day's briefing, in the order of the page.

    `words` counts all printed extracts, those At a glance included; `set_aside` counts by kind what cleaning kept out.
    `last` is the day of the edition before, against which statements are marked. `originals` are the articles that the
    page cites, in the order of their numbers. `excerpt` are the themes of the edition to which a recipient's mail is
    restricted (none: it is all of it). `continued`: parts are left out here, and stand in the page that is attached.
    `rest` are the articles that are counted instead of listed among the `references`: none, unless there are many.
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
    made: Made = field(default_factory=Made)
    corrections: tuple[Correction, ...] = ()
    last: date | None = None
    voices: tuple[Voice, ...] = ()
    originals: tuple[Original, ...] = ()
    excerpt: tuple[str, ...] = ()
    continued: bool = False
    rest: Rest = NO_REST

    @property
    def has_news(self) -> bool:
        """Whether a statement is new or changed; any is, where no edition came before."""
        return any(point.mark is None or point.mark.kind != "carried over" for point in self.points)

    @property
    def used(self) -> tuple[Reference, ...]:
        """The articles listed that the briefing was made from: all but those outside the window, or excluded."""
        return tuple(reference for reference in self.references if reference.is_used)

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the articles used, each once, in order."""
        return tuple(sorted({*(r.dated.day for r in self.used if r.dated.day), *filter(None, self.rest.days)}))

    @property
    def read(self) -> Hashes:
        """Every article that was read, whether it is listed or counted, used or not, by its sha256."""
        return Hashes.of(reference.sha256 for reference in self.references) | self.rest.used | self.rest.unused

    @property
    def count(self) -> int:
        """How many articles the briefing was made from, listed or not."""
        return len(self.used) + len(self.rest.used)

    @property
    def count_undated(self) -> int:
        """How many of them state no day."""
        return len(self.undated) + self.rest.days.get(None, 0)

    @property
    def count_inferred(self) -> int:
        """How many of them have a day that is only inferred."""
        return len(self.inferred) + self.rest.inferred

    @property
    def undated(self) -> tuple[Reference, ...]:
        """The articles listed and used that state no day."""
        return tuple(reference for reference in self.used if reference.dated.day is None)

    @property
    def inferred(self) -> tuple[Reference, ...]:
        """The articles listed and used whose day is only inferred."""
        return tuple(reference for reference in self.used if reference.dated.confidence == "inferred")

    def marked(self, kind: str) -> int:
        """Return how many statements are "new", "changed" or "carried over"."""
        return sum(point.mark is not None and point.mark.kind == kind for point in self.points)

    @property
    def named(self) -> tuple[Reference, ...]:
        """The articles that the statements, figures, timelines and groups printed here name, in order."""
        parts = (*self.sections, *([self.other] if self.other else []))
        glance = (c.reference for point in self.glance for c in (point.citation, *point.also))
        found = {r.number: r for r in (*glance, *(r for part in parts for r in part.references))}
        return tuple(found[number] for number in sorted(found))

    @property
    def minutes(self) -> int:
        """Reading time in minutes, at 238 words a minute (Brysbaert 2019, silent reading of English non-fiction)."""
        return max(1, -(-self.words // 238))

    @property
    def points(self) -> tuple[Point, ...]:
        """Every statement printed, once, in the order of the page."""
        parts = (*self.sections, *([self.other] if self.other else []))
        return tuple(point for section in parts for point in section.points)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of the page, once, in the order of their labels; a note's follows that of its extract."""
        found = {c.label: c for p in self.points for c in (p.citation, *p.also, *(n.citation for n in p.notes))}
        found |= {c.citation.label: c.citation for c in self.corrections}
        found |= {role.citation.label: role.citation for voice in self.voices for role in voice.roles}
        rows = (row for section in self.sections for table in section.figures for row in table.rows)
        found |= {row.citation.label: row.citation for row in rows}
        return tuple(sorted(found.values(), key=lambda citation: citation.order))
