"""The public functions of the package: what `import briefing` offers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as _date
from pathlib import Path
from typing import Literal, overload

from briefing import assembly, pipeline
from briefing.language.sentences import sentences as _spans
from briefing.model import Article, Attribution, Briefing, Extract, Hand, Passage, Past, Problem, Theme
from briefing.pipeline import summary
from briefing.settings import Loaded, Settings
from briefing.settings.schema import PAGE_LANGUAGES
from briefing.stages.publish import remember as _remember

NO_PAST = Past()

_Text = Literal["md", "html", "json", "text", "mail", "subject"]


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence found in a text: `text` is the text from `start` to `end`."""

    start: int
    end: int
    text: str


def sentences(text: str, language: str = "en") -> list[Found]:
    """Return the sentences of a text in order, without the white space between them.

    >>> [sentence.text for sentence in sentences("Gen. Lee met Mr. Ray at 5 p.m. on Monday. They spoke.")]
    ['Gen. Lee met Mr. Ray at 5 p.m. on Monday.', 'They spoke.']
    """
    return [Found(span.start, span.end, text[span.start : span.end]) for span in _spans(text, language)]


def summarise(
    articles: Sequence[Article], *, sentences: int | None = None, words: int | None = None, method: str = "ours"
) -> list[Extract]:
    """Return the extracts that together summarise one article or many, in reading order.

    The budget is `sentences` (at most so many; an extract may hold several) or `words` (runs without white space); each
    item has `text`, `start`, `end` (code points of its article's text), `article` (sha256) and `score`. Raises
    ValueError without exactly one budget, SettingsError for an unknown method.

    >>> article = Article(text="The dam broke on Friday. Nobody was hurt. Repairs will take a year, the mayor said.")
    >>> [extract.text for extract in summarise([article], sentences=1)]
    ['The dam broke on Friday.']
    """
    if (sentences is None) == (words is None):
        raise ValueError("give one budget: sentences=N or words=N")
    return summary.summarise(articles, assembly.summariser(method), sentences=sentences, words=words)


def passages(articles: Sequence[Article], themes: Sequence[Theme]) -> list[tuple[Passage, ...]]:
    """Return for each article its passages: `start`, `end`, `theme` (a name or None) and `evidence` in words.

    What a theme's words keep company with is learnt from all the articles given.
    """
    return summary.passages(articles, themes)


def attributions(article: Article) -> list[Attribution]:
    """Return who says what: one item for each piece of a quotation and of reported speech, in order.

    `content`, `source` (the mention beside the verb of speech), `cue` (that verb) and `name` (where the speaker's name
    stands in full) are `(start, end)` in code points of the text, or None; `speaker` is that name, or None where the
    article does not say for certain.

    >>> article = Article(text="Jane Roe left Kyiv on Friday. The talks ended late. “We were close,” she said.")
    >>> [(article.text[slice(*one.content)], one.speaker) for one in attributions(article) if one.content]
    [('“We were close,”', 'Jane Roe')]
    """
    return summary.attributions(article)


def stories(articles: Sequence[Article]) -> list[tuple[int, ...]]:
    """Return the articles in groups that report the same event: tuples of positions, each in exactly one group.

    >>> texts = ["Lee Roe won the Marl vote on Sunday.", "A dam broke.", "Marl: Lee Roe wins the vote of Sunday."]
    >>> stories([Article(text=text) for text in texts])
    [(0, 2), (1,)]
    """
    return summary.stories(articles)


def build(
    articles: Sequence[Article],
    themes: Sequence[Theme] = (),
    *,
    date: _date,
    title: str = "Briefing",
    words: int = 600,
    method: str = "ours",
    page_language: str = "en",
    past: Past = NO_PAST,
    hand: Hand = Hand(),
) -> Briefing:
    """Return the briefing of a day; the day is required, for nothing here reads the clock.

    `page_language` is that of the page's own words: en, de, fr, es, ru or uk. Statements are marked against the `past`
    that `remember` gives, and what it holds makes room for what is new. `hand` is the editor's: what to pin, drop,
    exclude and prefer. Raises ValueError for another language and for two themes of one name, SettingsError for an
    unknown method. An article that cannot be used is among the briefing's `problems`, and so is what the hand asks
    for in vain.
    """
    from briefing.executors.serial import Serial

    names = [theme.name for theme in themes]
    if "" in names or len(names) > len(set(names)):
        raise ValueError("each theme needs a name of its own")
    if page_language not in PAGE_LANGUAGES:
        raise ValueError(f"no page can be in {page_language!r}, only in {', '.join(PAGE_LANGUAGES)}")
    settings = Settings(
        title=title, themes=tuple(themes), words=words, method=method, page_language=page_language, editor=hand
    )
    heading = assembly.heading(Loaded(settings), date, past)
    given = pipeline.Numbered(0, _Given(tuple(articles)))
    return pipeline.brief(assembly.task(settings, date, past), [given], Serial(), heading, past)


def remember(past: Past, briefing: Briefing) -> Past:
    """Return the past of the next day's edition: what was remembered, and what this briefing printed and read.

    >>> article = Article(text="The dam at Orr broke on Friday.")
    >>> past = remember(Past(), build([article], date=_date(2026, 11, 22)))
    >>> build([article], date=_date(2026, 11, 23), past=past).points[0].mark.kind
    'carried over'
    """
    return _remember(past, briefing)


@overload
def render(briefing: Briefing, format: Literal["pdf"], *, folder: str | Path = ".") -> bytes: ...
@overload
def render(briefing: Briefing, format: _Text = "md", *, folder: str | Path = ".") -> str: ...
@overload
def render(briefing: Briefing, format: str, *, folder: str | Path = ".") -> str | bytes: ...
def render(briefing: Briefing, format: str = "md", *, folder: str | Path = ".") -> str | bytes:  # noqa: A002
    """Return the page of a briefing as "md", "html", "json", "text" or "mail", or the bytes of a "pdf".

    Links are relative to `folder`.
    """
    return assembly.renderer(format, Settings())(briefing, str(Path(folder).absolute()))


@dataclass(frozen=True)
class _Given:
    """The articles handed over, as a shard."""

    articles: tuple[Article, ...]

    def read(self) -> Iterator[Article | Problem]:
        yield from self.articles
