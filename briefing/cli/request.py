"""What the commands that build have in common: their options, and the settings and day that follow from them."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import click

from briefing.cli.saying import say
from briefing.errors import SettingsError
from briefing.model import Hand
from briefing.settings import Loaded, Settings, load
from briefing.settings.durations import Duration
from briefing.settings.kinds import KINDS, Kind
from briefing.settings.window import resolved

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; anything else is a usage error."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; write it as in 2026-11-22", param, ctx)


class Bound(click.ParamType[Any]):
    """What begins or ends a window, as the setting of that `kind` is."""

    def __init__(self, name: str, kind: Kind, example: str) -> None:
        self.name, self.kind, self.example = name, kind, example

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return it; anything else is a usage error."""
        try:
            return self.kind.from_text(value.strip()) if isinstance(value, str) else value
        except ValueError:
            self.fail(f"{value!r} is no {self.example}{self.kind.hint(value)}", param, ctx)


DAY = Day()
_MOMENT = "day and no moment; write it as in 2026-11-22 or 2026-11-22T07:00"
UNTIL = Bound("DAY|MOMENT", KINDS["Bound | None"], _MOMENT)
SINCE = Bound(
    "DAY|MOMENT|DURATION|last", KINDS["Since | None"], f"{_MOMENT}, a duration as in 24h or '2 weeks', or last"
)
NO_SOURCE = "no source: name a folder or file, or set `sources` in briefing.toml"
_EDITOR = frozenset(field.name for field in fields(Hand))
FILE = click.Path(dir_okay=False, path_type=Path)

NO_CACHE = click.option("--no-cache", is_flag=True, help="Read every article anew, and keep nothing of it.")
QUIET = click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")

_OPTIONS = (
    click.option("--config", type=FILE, metavar="FILE", help="The settings [default: ./briefing.toml, else SOURCE's]."),
    click.option("--date", "day", type=DAY, help="The briefing's day [default: today]."),
    click.option(
        "--since",
        type=SINCE,
        help="Leave out what is dated before this day or moment, or is older than 24h, '2 weeks' …; last: what past "
        "editions had.",
    ),
    click.option("--until", type=UNTIL, help="Leave out what is dated after this day, or at this moment or later."),
    click.option("--method", metavar="NAME", help="How sentences are ranked: ours, lead, sumy:lexrank …"),
    click.option("--words", type=click.IntRange(min=1), metavar="N", help="The most words to print."),
    click.option("--executor", metavar="NAME", help="Where the work is done: auto, serial, processes, processes:4 …"),
    click.option("--pin", multiple=True, metavar="ENTRY", help="Print this, whatever its score; repeatable."),
    click.option("--drop", multiple=True, metavar="ENTRY", help="Do not print this; repeatable."),
    click.option("--exclude", multiple=True, metavar="ENTRY", help="Do not use this at all; repeatable."),
    click.option("--order", multiple=True, metavar="THEME", help="Put this theme first; repeatable."),
    click.option("--prefer", multiple=True, metavar="SOURCE", help="Of like wordings print this source's; repeatable."),
    click.option("--source-words", type=click.IntRange(min=0), metavar="N", help="The most words of one source."),
    NO_CACHE,
    QUIET,
    click.option("-v", "--verbose", is_flag=True, help="Say what was read, and what was ignored."),
)


def building(command: F) -> F:
    """Give a command the options of everything that builds."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True)
class Request:
    """What a user asked for on the command line, beyond the settings."""

    sources: tuple[str, ...] = ()
    config: Path | None = None
    day: date | None = None
    quiet: bool = False
    verbose: bool = False
    no_cache: bool = False
    overrides: dict[str, object] = field(default_factory=dict)

    @classmethod
    def of(cls, sources: tuple[str, ...] = (), **options: Any) -> Request:
        """Return the request that some options make; those that are settings override the file's."""
        own = {name: options.pop(name) for name in ("config", "day", "quiet", "verbose", "no_cache") if name in options}
        given = {name: value for name, value in options.items() if value or type(value) is int}
        return cls(sources, **own, overrides={_key(name): value for name, value in given.items()})

    def loaded(self, *, needs_sources: bool = True) -> Loaded:
        """Return the settings, their window in days or moments.

        Raises SettingsError for every mistake in them, and if nothing names a source.
        """
        from briefing.assembly import judge

        loaded = load(
            config=self.config,
            folder=Path.cwd(),
            sources=self.sources,
            environ=os.environ,
            overrides=self.overrides,
            judge=judge,
        )
        for warning in loaded.warnings:
            self.tell(warning)
        if self.verbose:
            for note in loaded.notes:
                self.tell(note)
        if needs_sources and not loaded.settings.sources:
            raise SettingsError(NO_SOURCE)
        settings = loaded.settings
        counted = settings.since if isinstance(settings.since, Duration) and not settings.until else None
        return replace(loaded, settings=resolved(settings, self.day, now(settings)), counted=counted)

    def today(self, settings: Settings) -> date:
        """Return the day asked for, else today."""
        return self.day or now(settings).date()

    def tell_more(self, message: str) -> None:
        """Say something on standard error, if the user wants to know more."""
        if self.verbose:
            self.tell(message)

    def tell(self, message: str) -> None:
        """Say something on standard error, unless the user wants it quiet."""
        if not self.quiet:
            say(message, err=True)


def _key(option: str) -> str:
    """The setting that an option stands for."""
    return f"editor.{option}" if option in _EDITOR else option


def now(settings: Settings) -> datetime:
    """Read the clock: the time in the briefing's zone, or the machine's. Nothing else in the package does."""
    return datetime.now(ZoneInfo(settings.zone)) if settings.zone else datetime.now().astimezone()
