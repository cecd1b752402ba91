"""`briefing explain`: why a page is as it is."""

from __future__ import annotations

import os
import re
from glob import glob
from pathlib import Path
from typing import Any

import click

from briefing.cli.request import Request, building
from briefing.cli.saying import say
from briefing.cli.telling import as_json as told_as_json
from briefing.cli.telling import detail, holds, set_aside, whole
from briefing.errors import BriefingError
from briefing.language.display import in_json
from briefing.model.proof import Explained, Fate

_LABEL = re.compile(r"\[?(\d+\.\d+)\]?")


@click.command("explain", short_help="Say why a sentence was chosen, or why not.")
@click.argument("source", nargs=-1, metavar="[SOURCE ...] [NUMBER|TEXT]")
@building
@click.option("--page", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Explain this page.")
@click.option("--themes", is_flag=True, help="Say what each theme caught, and on what evidence.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, under the schema briefing/explain/1.")
def command(source: tuple[str, ...], page: Path | None, themes: bool, as_json: bool, **options: Any) -> int:
    """Build the briefing again and say what each theme caught, what was chosen and why, what was left out and why,
    and what was set aside and why: of everything, of extract NUMBER, or of every sentence that holds TEXT.

    It takes what `build` takes. With --page, sources and settings are that page's unless others are named, and what is
    different by now is told. With --themes, each theme is summed up: what it caught, by which of its terms and which
    words of the pile, which words it might be given, and what is wrong with it.

    \b
    Examples:
      briefing explain seeds
      briefing explain seeds 4.2
      briefing explain seeds "training activities"
      briefing explain seeds --themes
      briefing explain --page briefings/2026-11-22.md 4.2
    """
    sources, asked = _split(source)
    request = Request.of(sources, **options)
    if themes:
        return _themes(request, as_json=as_json)
    from briefing.cli.again import changes, rebuilt

    again = rebuilt(request, page)
    if page and not as_json:
        for line in changes(again, page):
            say(line)
    for line in _told(again.explanation.articles, asked, as_json=as_json):
        say(line)
    return 0


def _told(articles: tuple[Explained, ...], asked: str | None, *, as_json: bool) -> list[str]:
    """What is said, as lines; raises BriefingError where nothing is what was asked for."""
    fates = [(article, fate) for article in articles for fate in article.fates if _is_asked(fate, asked)]
    aside = [] if asked is None or _LABEL.fullmatch(asked) else [x for a in articles for x in set_aside(a, asked)]
    if asked is not None and not fates and not aside:
        raise BriefingError(f"{asked}: no extract has this number, and no sentence holds this text")
    if as_json:
        return [in_json(told_as_json(articles if asked is None else (), fates))]
    if asked is None:
        return list(whole(articles))
    return [*aside, *(line for article, fate in fates for line in detail(article, fate))]


def _is_asked(fate: Fate, asked: str | None) -> bool:
    label = _LABEL.fullmatch(asked or "")
    return asked is None or (fate.label == label[1] if label else holds(fate, asked))


def _themes(request: Request, *, as_json: bool) -> int:
    """Say of each theme what it caught; nothing is chosen or composed for that."""
    from briefing.cli.catches import catches

    for line in catches(request, as_json=as_json):
        say(line)
    return 0


def _split(words: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    """The last word is what is asked about, unless it names a source."""
    from briefing.assembly import is_plugins

    last = words[-1] if words else "-"
    is_source = last == "-" or is_plugins(last) or _is_there(last)
    return (words, None) if is_source else (words[:-1], last)


def _is_there(word: str) -> bool:
    """Whether a word leads to files; a sentence is longer than a name may be, at which `Path.exists` raises."""
    return os.path.exists(word) or bool(glob(word, recursive=True))  # noqa: PTH110, PTH207 (any path)
