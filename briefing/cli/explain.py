"""`briefing explain`: why a page is as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from glob import glob
from pathlib import Path
from typing import Any

import click

from briefing.cli.request import Request, building
from briefing.errors import BriefingError
from briefing.language.display import shown
from briefing.model import Explained, Fate

_LABEL = re.compile(r"\[?(\d+\.\d+)\]?")


@click.command("explain", short_help="Say why a sentence was chosen, or why not.")
@click.argument("source", nargs=-1, metavar="[SOURCE ...] [NUMBER|TEXT]")
@building
@click.option("--page", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Explain this page.")
def command(source: tuple[str, ...], page: Path | None, **options: Any) -> int:
    """Build the briefing again and say what each theme caught, what was chosen and why, what was left out and why,
    and what was set aside and why: of everything, of extract NUMBER, or of every sentence that holds TEXT.

    It takes what `build` takes. With --page, sources and settings are that page's unless others are named, and what is
    different by now is told.

    \b
    Examples:
      briefing explain seeds
      briefing explain seeds 4.2
      briefing explain seeds "training activities"
      briefing explain --page briefings/2026-11-22.md 4.2
    """
    from briefing.cli.again import changes, rebuilt

    sources, asked = _split(source)
    request = Request.of(sources, **options)
    again = rebuilt(request, page)
    if page:
        for line in changes(again, page):
            click.echo(line)
    articles = again.explanation.articles
    lines = list(_whole(articles) if asked is None else _asked(articles, asked))
    if not lines:
        raise BriefingError(f"{asked}: no extract has this number, and no sentence holds this text")
    for line in lines:
        click.echo(line)
    return 0


def _split(words: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    """The last word is what is asked about, unless it names a source."""
    last = words[-1] if words else "-"
    is_source = last == "-" or Path(last).exists() or bool(glob(last, recursive=True))  # noqa: PTH207 (any path)
    return (words, None) if is_source else (words[:-1], last)


def _whole(articles: tuple[Explained, ...]) -> Iterator[str]:
    for article in articles:
        reference = article.reference
        yield f"{reference.number}. {shown(reference.title)}"
        for passage in article.passages:
            yield f"   {passage.theme or 'no theme'}: sentences {passage.first + 1} to {passage.last + 1}"
            yield from (f"      {reason}" for reason in passage.evidence)
        for aside in article.asides:
            yield f"   set aside, {aside.reason}: {_brief(article.text[aside.start : aside.end])}"
        for fate in article.fates:
            yield from _line(fate)
        yield ""


def _asked(articles: tuple[Explained, ...], asked: str) -> Iterator[str]:
    label = _LABEL.fullmatch(asked)
    for article in articles:
        for aside in article.asides:
            text = shown(article.text[aside.start : aside.end])
            if not label and asked.casefold() in text.casefold():
                yield f"{shown(article.reference.title)}: set aside, {aside.reason}: {_brief(text)}"
        for fate in article.fates:
            core = article.text[fate.extract.core.start : fate.extract.core.end]
            if fate.label == label[1] if label else asked.casefold() in shown(core).casefold():
                yield from _detail(article, fate)


def _line(fate: Fate) -> Iterator[str]:
    extract = fate.extract
    start = extract.core.start - extract.start
    core = extract.text[start : start + extract.core.end - extract.core.start]
    mark = f"[{fate.label}]" if fate.label else "not printed"
    yield f"   {mark} (score {extract.score:.3f}): {_brief(core)}"
    yield f"      {fate.reason}"


def _detail(article: Explained, fate: Fate) -> Iterator[str]:
    extract, reference = fate.extract, article.reference
    yield f"{'[' + fate.label + '] ' if fate.label else ''}{shown(extract.text)}"
    yield f"   from {shown(reference.title)}, characters {extract.start} to {extract.end}"
    if extract.sentences > 1:
        yield f"   its core: {shown(article.text[extract.core.start : extract.core.end])}"
    yield f"   {'printed' if fate.label else 'not printed'}: {fate.reason}"
    yield f"   score {extract.score:.3f}, number {extract.rank + 1} of the article's {len(article.fates)} sentences"
    yield f"   theme: {extract.theme or 'none'}"
    for passage in article.passages:
        if passage.start <= extract.core.start < passage.end:
            yield from (f"      {reason}" for reason in passage.evidence)
    yield ""


def _brief(text: str, most: int = 100) -> str:
    text = shown(text).strip()
    return text if len(text) <= most else text[: most - 1] + "…"
