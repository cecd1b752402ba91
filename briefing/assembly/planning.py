"""From settings to a plan: what a run needs, put together."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.assembly.naming import OURS, named, ours
from briefing.assembly.network import credentials
from briefing.assembly.reading import sources
from briefing.model import Briefing, Budget, Made, Past, Rendered
from briefing.pipeline import Numbered, Task, shards_of
from briefing.plugins import Deliverer, DelivererFactory, Executor, Renderer, Source, Summariser
from briefing.resources import templates
from briefing.settings import Loaded, Settings
from briefing.settings.schema import PAGE_LANGUAGES
from briefing.stages.arrange import Heading
from briefing.version import VERSION

if TYPE_CHECKING:
    from briefing.model.archive import Site
    from briefing.records.readings import Readings
    from briefing.renderers.site.pages import SitePages

_TEMPLATES = {
    "md": ("briefing.md.j2", "md"),
    "subject": ("subject.txt.j2", "txt"),
    "text": ("mail.txt.j2", "txt"),
    "html": ("briefing.html.j2", "html"),
    "pdf": ("paper.html.j2", "pdf"),
    "mail": ("mail.html.j2", "html"),
}


@dataclass(frozen=True)
class Plan:
    """What a run needs, put together: no article is read yet."""

    settings: Settings
    task: Task
    sources: tuple[Source, ...]
    executor: Executor
    heading: Heading
    past: Past

    @property
    def shards(self) -> list[Numbered]:
        """The shards of the sources, without the articles of past editions if only new ones are asked for."""
        without = {seen.sha256 for seen in self.past.articles} if self.heading.made.after else frozenset[str]()
        return shards_of(self.sources, without)


def _unsaid(_: str) -> None:
    """Nobody wants to know."""


def plan(loaded: Loaded, day: date, says: Callable[[str], None] = _unsaid, *, cached: bool = True) -> Plan:
    """Return the plan for a day; raises SettingsError for a plugin that does not exist, SourceError for a source.

    `says` is told how the work is done, once that is known. Unless `cached` is false, readings are kept between runs.
    """
    settings = loaded.settings
    check_templates(settings)
    past = remembered(settings, day)
    above = heading(loaded, day, past)
    found = sources(settings, day, past)
    asked = replace(task(settings, day, past), kept=readings(settings) if cached else None)
    return Plan(settings, asked, found, executor(settings.executor, says), above, past)


def readings(settings: Settings) -> Readings | None:
    """Return the readings that are kept for a briefing, or None where none can be."""
    from briefing.records.folder import caches
    from briefing.records.readings import Readings

    folder = caches(settings.name, settings.state)
    return Readings.inside(folder) if folder else None


def executor(name: str, says: Callable[[str], None] = _unsaid) -> Executor:
    """Return what folds, by its name and what stands behind the colon; `says` is told what "auto" comes to."""
    kind, _, argument = name.partition(":")
    options = [says] if kind == "auto" else [int(argument) if argument.isdigit() else argument] if argument else []
    return ours("executor", kind)(*options)  # type: ignore[no-any-return]


def remembered(settings: Settings, day: date) -> Past:
    """Return what the editions before a day printed and read: nothing, without a `name`. Nothing is written."""
    if not settings.name:
        return Past()
    from briefing.records.state import remembered

    return remembered(Path(settings.state), settings.name, before=day)


def task(settings: Settings, day: date | None = None, past: Past | None = None) -> Task:
    """Return what the pipeline is asked to do on a day that has a past; without one, whenever it is."""
    words = (settings.words, settings.theme_words, settings.article_words)
    return Task(
        settings.themes,
        summariser(settings.method),
        Budget(*words, carried=settings.carried_over, source=settings.editor.source_words),
        since=settings.starts,
        until=settings.until,
        zone=settings.zone,
        day_ends=time.fromisoformat(settings.day_ends),
        first_seen={seen.sha256: seen.first_seen for seen in past.articles} if past and past.last else None,
        day=day,
        hand=settings.editor,
    )


def summariser(name: str) -> Summariser:
    """Return the method of that name, ours or a plugin's; raises SettingsError with a suggestion."""
    if name.startswith("sumy:") and name in OURS["method"]:
        return ours("method", name)(name.removeprefix("sumy:"))  # type: ignore[no-any-return]
    return named("method", name)()  # type: ignore[no-any-return]


def renderer(name: str, settings: Settings) -> Renderer:
    """Return the renderer of a format; raises SettingsError with a suggestion."""
    found = named("format", name)
    if name not in _TEMPLATES:
        return found()  # type: ignore[no-any-return]
    return found(*_TEMPLATES[name], _folders(settings))  # type: ignore[no-any-return]


def _folders(settings: Settings) -> tuple[str, ...]:
    return (*([settings.templates] if settings.templates else ()), str(templates()))


def site(settings: Settings, base: str = "") -> Site:
    """Return the archive's site as it is titled, without editions; `base` is the address where it will stand."""
    from briefing.model.archive import Site

    return Site(settings.title, page_language(settings), identity="", editions=(), base=base)


def site_pages(settings: Settings) -> SitePages:
    """Return what renders the archive's site."""
    from briefing.renderers.site.pages import SitePages

    return SitePages(_folders(settings))


def check_templates(settings: Settings) -> None:
    """Raise TemplateError for the mistakes in templates of the user's own: before an article is read."""
    if settings.templates:
        for name, _ in _TEMPLATES.values():
            ours("format", "md")(name, "", _folders(settings)).check()


def transport(settings: Settings) -> str:
    """Return the name of the way out: the one that is set, else by what else is."""
    return settings.mail.transport or ("files" if settings.mail.folder else "smtp")


def deliverer(settings: Settings) -> Deliverer:
    """Return the way out; raises SettingsError where there is none of that name, or it lacks what it takes.

    A way that nobody needs may lack anything.
    """
    everyone = tuple(reader.address for reader in settings.readers)
    mail = replace(settings.mail, recipients=everyone, transport=transport(settings))
    made: DelivererFactory = named("delivery", mail.transport)
    return made(mail, credentials(settings))


def heading(loaded: Loaded, day: date, past: Past | None = None) -> Heading:
    """Return what stands above and below the articles' own words."""
    settings = loaded.settings
    made = Made(
        version=VERSION,
        method=settings.method,
        words=settings.words,
        theme_words=settings.theme_words,
        article_words=settings.article_words,
        since=settings.starts,
        until=settings.until,
        after=past.last if past and settings.since == "last" else None,
        past=past.digest if past else "",
        zone=settings.zone,
        day_ends=settings.day_ends,
        file=str(loaded.file or ""),
        digest=digest(settings),
        hand=settings.editor,
        separator=settings.separator,
        sources=settings.sources,
    )
    return Heading(settings.title, day, page_language(settings), made.sealed(day))


def page_language(settings: Settings) -> str:
    """Return the language of a page's own words: the one asked for, else that of the articles if we speak it."""
    spoken = settings.language if settings.language in PAGE_LANGUAGES else "en"
    return settings.page_language or spoken


def digest(settings: Settings) -> str:
    """Return 16 hexadecimal digits over what a page takes from the settings besides how it is made."""
    content = (settings.title, settings.language, page_language(settings), settings.themes)
    return hashlib.sha256(repr(content).encode()).hexdigest()[:16]


def render(briefing: Briefing, formats: tuple[str, ...], settings: Settings, folder: str) -> dict[str, Rendered]:
    """Return the pages of a briefing by format, for the folder where they will stand."""
    return {name: renderer(name, settings)(briefing, folder) for name in formats}
