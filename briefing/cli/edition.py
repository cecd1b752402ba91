"""What all that record have in common: an edition, the state it goes to, its files, and what to say afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path

import click

from briefing import assembly
from briefing.cli.build import PARTLY, places, write
from briefing.cli.collecting import collected
from briefing.cli.request import NO_SOURCE
from briefing.day import Made
from briefing.errors import BriefingError, SettingsError
from briefing.model import Article, Briefing, Edition, Problem
from briefing.pipeline import brief
from briefing.plugins import Shard
from briefing.post import Report
from briefing.records.folder import locate
from briefing.settings import Loaded, Settings
from briefing.stages.publish import edition

# What a recorded edition holds besides the formats of the settings: the subject and the two parts of its mail.
MAIL = ("subject", "text", "mail")


def state(settings: Settings) -> Path:
    """Return the folder of the state; raises SettingsError without a `name`."""
    return locate(settings.name, settings.state)


def make(loaded: Loaded, day: date, moment: datetime) -> Made:
    """Build the edition of a day, and return it with the articles behind it; its pages are not written yet.

    What is new on the network is collected first; `moment` is now.
    """
    settings = loaded.settings
    if not settings.sources:
        raise SettingsError(NO_SOURCE)
    collected(settings, moment, locked=False)
    plan = assembly.plan(loaded, day)
    shards = plan.shards
    briefing = brief(plan.task, shards, plan.executor, plan.heading, plan.past)
    return made(briefing, shards, settings, places(settings.output, settings.formats, day))


def made(briefing: Briefing, shards: Sequence[Shard], settings: Settings, paths: Mapping[str, Path | None]) -> Made:
    """Lay a briefing out for the files that it goes to and for a mail, and return the edition that it makes."""
    folders = {form: path.parent if path else Path.cwd() for form, path in paths.items()}
    home = next(iter(folders.values()))
    forms = dict.fromkeys((*paths, *MAIL))
    pages = {f: assembly.renderer(f, settings)(briefing, str(folders.get(f, home))) for f in forms}
    items = [item for shard in shards for item in shard.read()]
    return Made(
        edition(briefing, name=settings.name, pages=pages),
        tuple(item for item in items if isinstance(item, Article)),
        briefing.problems,
        partial(_copy, paths),
    )


def _copy(paths: Mapping[str, Path | None], recorded: Edition) -> None:
    for form, path in paths.items():
        write(path, recorded.pages[form])


def report(mails: Report, problems: tuple[Problem, ...], failure: BriefingError | None = None) -> int:
    """Tell of every mail that did not leave and every problem that is new, a line each, and return the exit code.

    Raises `failure`, if there is one, once these are told.
    """
    for problem in problems:
        click.echo(f"briefing: {problem}", err=True)
    for delivery in mails.refused:
        click.echo(f"briefing: {delivery.recipient}: not sent: {delivery.words}", err=True)
    for delivery in mails.uncertain:
        what = f"may or may not have arrived ({delivery.words}); send it once more with briefing send --again"
        click.echo(f"briefing: {delivery.recipient}: {what}", err=True)
    if failure:
        raise failure
    return PARTLY if problems or not mails.is_well else 0
