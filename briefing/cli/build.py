"""`briefing build`: a briefing of some articles, as files or on standard output."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from datetime import date
from pathlib import Path
from typing import Any

import click

from briefing.cli.request import Request, building, now
from briefing.cli.saying import say
from briefing.errors import BriefingError, UsageError
from briefing.model import Briefing, Rendered
from briefing.plugins import Shard
from briefing.settings import Loaded, Settings

PARTLY = 3
_FORMATS = {".md": "md", ".json": "json", ".html": "html", ".pdf": "pdf", ".txt": "text", ".mail.html": "mail"}


@click.command("build", short_help="Build a briefing of some articles.")
@click.argument("source", nargs=-1)
@building
@click.option("-o", "--output", metavar="FILE|DIR|-", help="Where to write [default: briefings/<date>.md].")
@click.option(
    "--format", "formats", multiple=True, metavar="NAME", help="md (default), html, pdf, json, text …; repeatable."
)
@click.option("--offline", is_flag=True, help="Ask no server: use what was collected before.")
@click.option("--publish", is_flag=True, help="Record the edition as `run` does, without sending it.")
def command(source: tuple[str, ...], output: str | None, *, offline: bool, publish: bool, **options: Any) -> int:
    """Build a briefing of SOURCE …: folders, files, patterns, addresses, or - for standard input.

    Without SOURCE, those of the settings are read. Without themes in the settings, articles stand in order of date.
    Nothing is remembered of it unless --publish is given, for which the settings need a `name`.

    An ENTRY of the editor's is words of a sentence ("around 4,000"), source:NAME, article:FILE (or its id, URL or
    first 8 digits of its hash), or words:TEXT. It adds to those of [editor]; --order, --prefer and --source-words
    replace them.

    \b
    Examples:
      briefing build seeds
      briefing build news/ more.jsonl --words 400 -o page.md
      briefing build https://example.org/feed.xml https://example.org/2026/an-article
      briefing build news/ --since "2 weeks" --format md --format json
      briefing build news/ --pin "around 4,000" --drop "source:Daily Rumour"
      cat article.txt | briefing build - -o -
      briefing build --publish --date 2026-11-20
    """
    from briefing import assembly
    from briefing.cli.collecting import collected
    from briefing.cli.progress import tell_read, watched
    from briefing.pipeline import brief

    request = Request.of(source, **options, output=None if output == "-" else output)
    loaded = request.loaded()
    settings = loaded.settings
    day = request.today(settings)
    pages = _pages(settings, output, options["formats"], day)
    collected(settings, now(settings), locked=True, offline=offline)
    plan = assembly.plan(loaded, day, request.tell_more, cached=not request.no_cache)
    shards = plan.shards
    with _recorder(loaded, shards, pages) if publish else nullcontext() as record:
        executor = watched(plan.executor, quiet=request.quiet)
        tell_read(request, plan.task, shards, executor)
        briefing = brief(plan.task, shards, executor, plan.heading, plan.past)
        if record:
            request.tell(f"{day}: revision {record(briefing)} recorded")
        else:
            for form, path in pages.items():
                write(path, assembly.renderer(form, settings)(briefing, str(path.parent if path else Path.cwd())))
    return _told(request, briefing, pages)


def _pages(settings: Settings, output: str | None, formats: tuple[str, ...], day: date) -> dict[str, Path | None]:
    asked = _formats(output, formats, settings.formats)
    return places(output if output == "-" else settings.output, asked, day)


def _told(request: Request, briefing: Briefing, pages: Mapping[str, Path | None]) -> int:
    for path in filter(None, pages.values()):
        request.tell(f"{shortest(path)}: {summary(briefing)}")
    return report(briefing)


@contextmanager
def _recorder(
    loaded: Loaded, shards: Sequence[Shard], pages: Mapping[str, Path | None]
) -> Iterator[Callable[[Briefing], int]]:
    """Hold the state, and give what records a briefing there, writes its pages and returns its revision."""
    from briefing.cli.edition import made
    from briefing.cli.state import folder_of
    from briefing.day.record import record
    from briefing.records.lock import held
    from briefing.records.state import opened

    folder, moment = folder_of(loaded.settings), now(loaded.settings)
    with held(folder, now=moment), opened(folder) as records:

        def recorded(briefing: Briefing) -> int:
            edition = made(briefing, shards, loaded.settings, pages)
            done = record(edition, records, moment)
            edition.copy(done)
            return done.revision

        yield recorded


def report(briefing: Briefing) -> int:
    """Tell of every article that could not be read, a line each, and return the exit code."""
    for problem in briefing.problems:
        say(f"briefing: {problem}", err=True)
    return PARTLY if briefing.problems else 0


def summary(briefing: Briefing) -> str:
    """Return a line about a briefing."""
    counted = ((briefing.count, "article"), (len(briefing.points), "extract"), (briefing.words, "word"))
    return ", ".join(plural(count, noun) for count, noun in counted)


def plural(count: int, noun: str) -> str:
    """Return a count with its noun: "1 article", "5 articles"."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def places(output: str, formats: tuple[str, ...], day: date) -> dict[str, Path | None]:
    """Return the path of each format's page (None: standard output); raises UsageError where they do not fit."""
    if output == "-" or (Path(output).suffix in _FORMATS and not Path(output).is_dir()):
        if len(formats) > 1:
            raise UsageError(f"{output} takes one format, not {', '.join(formats)}; name a folder for several")
        return {formats[0]: None if output == "-" else Path(output).absolute()}
    return {form: Path(output).absolute() / f"{day}{suffix(form)}" for form in formats}


def suffix(form: str) -> str:
    """Return what the file of a format's page ends in: ".md", ".txt" for text."""
    return next((ending for ending, name in _FORMATS.items() if name == form), f".{form}")


def _formats(output: str | None, asked: tuple[str, ...], default: tuple[str, ...]) -> tuple[str, ...]:
    """The formats asked for, else that of the output file's suffix, else the settings'."""
    by_suffix = _FORMATS.get(Path(output or "").suffix)
    return tuple(dict.fromkeys(asked)) or ((by_suffix,) if by_suffix else default)


def write(path: Path | None, page: Rendered, remedy: str = "name another place with -o, or as `output`") -> None:
    """Write a page whole or not at all; raises BriefingError with the path."""
    data = page.encode() if isinstance(page, str) else page
    if path is None:
        click.echo(data, nl=False)
        return
    from briefing.files import make_folder, write_whole

    try:
        make_folder(path.parent)
        write_whole(path, data)
    except OSError as error:
        raise BriefingError(f"{path}: cannot be written: {error.strerror}; {remedy}") from error


def shortest(path: Path) -> str:
    """Return the path as a user would type it."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
