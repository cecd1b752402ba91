"""What all that record have in common: an edition, its files, its way to its readers, and what to say afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path

from briefing import assembly
from briefing.assembly.mailing import MAIL, pages_for
from briefing.cli.build import PARTLY, places, write
from briefing.cli.collecting import collected
from briefing.cli.progress import tell_read
from briefing.cli.request import NO_SOURCE, Request, now
from briefing.cli.saying import say
from briefing.cli.state import folder_of
from briefing.cli.window import windowed
from briefing.day.record import Made, Way
from briefing.errors import BriefingError, SettingsError, SourceError
from briefing.model import Article, Briefing, Edition, Letter, LetterState, Problem, Recipient, Rendered
from briefing.pipeline import brief
from briefing.pipeline.story import CHANGED
from briefing.plugins import Shard
from briefing.post import Desk, Pages, Report, alike, whole, whom
from briefing.renderers.mail import is_continued
from briefing.settings import Loaded, Settings
from briefing.stages.publish import edition


def make(loaded: Loaded, day: date, moment: datetime, request: Request, *, offline: bool = False) -> Made:
    """Build the edition of a day, and return it with the articles behind it; its pages are not written yet.

    What is new on the network is collected first, unless it is `offline`; `moment` is now.
    """
    settings = loaded.settings
    if not settings.sources:
        raise SettingsError(NO_SOURCE)
    polled = collected(settings, moment, locked=False, offline=offline)
    plan = assembly.plan(loaded, day, cached=not request.no_cache)
    shards = plan.shards
    tell_read(request, plan.task, shards, plan.executor)
    briefing = brief(plan.task, shards, plan.executor, plan.heading, plan.past)
    laid = made(briefing, shards, settings, places(settings.output, settings.formats, day))
    return replace(laid, collected=polled)


def made(briefing: Briefing, shards: Sequence[Shard], settings: Settings, paths: Mapping[str, Path | None]) -> Made:
    """Lay a briefing out for the files that it goes to and for a mail, and return the edition that it makes."""
    folders = {form: path.parent if path else Path.cwd() for form, path in paths.items()}
    home = next(iter(folders.values()))
    pages = {
        f: assembly.renderer(f, settings)(briefing, str(folders.get(f, home))) for f in dict.fromkeys((*paths, *MAIL))
    }
    for form in _attached(settings, pages):
        with suppress(BriefingError):  # whoever is to get it is told why not; nobody else has to do without the edition
            pages[form] = assembly.renderer(form, settings)(briefing, str(home))
    articles = tuple(item for shard in shards for item in shard.read() if isinstance(item, Article))
    if {*briefing.read} - {article.sha256 for article in articles}:
        raise SourceError(f"an article of the page: {CHANGED}")  # else the page could never be proved
    return Made(
        edition(briefing, name=settings.name, pages=pages, articles=articles),
        articles,
        briefing.problems,
        partial(_copy, paths),
        pages_for(briefing, settings, str(home)),
    )


def _attached(settings: Settings, pages: Mapping[str, Rendered]) -> set[str]:
    """Return the formats that mails carry besides: those asked for, and the page in which a long one goes on."""
    asked = {form for reader in settings.readers for form in (*settings.mail.attach, *reader.attach)}
    return (asked | ({"html"} if is_continued(pages["mail"]) else set())) - pages.keys()


def way(settings: Settings, *, state: LetterState = "queued", again: bool = False) -> Way:
    """Return how an edition goes to its readers; their letters begin in `state`."""
    desk = Desk(settings.mail, settings.readers, state=state)
    return Way(desk, assembly.deliverer(settings), partial(now, settings), again)


def as_wished(loaded: Loaded, recorded: Edition, moment: datetime, request: Request) -> Pages:
    """Return what lays a recorded edition out for each recipient.

    Whoever wishes for sections or another language gets them if the edition can be built again just as it was
    recorded; else they get the whole, which is told.
    """

    @cache
    def again() -> Pages:
        try:
            same = windowed(loaded, folder_of(loaded.settings), recorded.day, moment)
            built = make(same, recorded.day, moment, request, offline=True)
        except BriefingError:
            built = None
        if built and all(recorded.pages.get(form) == page for form, page in built.edition.pages.items()):
            return built.pages
        what = f"the edition of {recorded.day} cannot be built again as it was: everybody gets the whole of it"
        say(f"briefing: {what}", err=True)
        return whole

    def pages(edition: Edition, recipient: Recipient) -> Mapping[str, Rendered] | None:
        has_wishes = recipient.themes or recipient.language or loaded.settings.mail.empty == "none"
        return (again() if has_wishes else whole)(edition, recipient)

    return pages


def _copy(paths: Mapping[str, Path | None], recorded: Edition) -> None:
    for form, path in paths.items():
        write(path, recorded.pages[form])


def report(mails: Report, problems: tuple[Problem, ...], *, patient: bool = True) -> int:
    """Tell of the letters that did not leave, unless `patient` also of those delayed, and of every new problem.

    Return the exit code.
    """
    for problem in problems:
        say(f"briefing: {problem}", err=True)
    troubles = mails.troubles(patient=patient)
    for group in alike(troubles, by_due=True):
        say(f"briefing: {told(group)}", err=True)
    return PARTLY if problems or troubles else 0


def sent(letter: Letter) -> str:
    """Return a line about a letter that has left."""
    return f"{letter.recipient}: edition of {letter.day} sent"


def told(letters: Sequence[Letter]) -> str:
    """Return a line about letters that did not surely arrive: what became of them, and what can be done."""
    first, others = letters[0], len(letters) - 1
    said = {"deferred": "not sent yet", "failed": "not sent", "uncertain": "uncertain"}[first.state]
    remedy = "see briefing outbox" if others and not first.due else _remedy(first)
    return f"{whom(letters)}: edition of {first.day} {said}: {first.words}; {remedy}"


def _remedy(letter: Letter) -> str:
    number = letter.number
    if letter.state == "uncertain":
        return f"briefing outbox retry {number} sends it again, briefing outbox drop {number} lets it be"
    if letter.due:
        return f"it is tried again from {letter.due:%H:%M} on, or now with briefing outbox retry"
    return f"once that is mended: briefing send {letter.day}; or give it up: briefing outbox drop {number}"
