"""From settings to a plan: the one place that names plugins, ours and those that other packages bring.

Plugins are named by where they live and imported when they are used, so that what a command does not use costs nothing.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from functools import cache, partial
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.credentials import Credentials
from briefing.errors import SettingsError, SourceError
from briefing.language.served import AUTO, SERVED, complaint
from briefing.model import Article, Briefing, Budget, Location, Made, Past, Problem, Tour, is_address
from briefing.model.naming import plugin_name
from briefing.pipeline import Numbered, Task, shards_of
from briefing.pipeline.proof import Again
from briefing.plugins import Deliverer, Executor, Renderer, Source, Summariser
from briefing.renderers.read_back import Page
from briefing.resources import templates
from briefing.settings import Loaded, Settings
from briefing.settings.durations import duration
from briefing.settings.schema import PAGE_LANGUAGES
from briefing.stages.arrange import Heading
from briefing.version import VERSION

if TYPE_CHECKING:
    from briefing.collect import Doors
    from briefing.collect.given import Window
    from briefing.fetchers.answers import Failure

GROUP = "briefing.plugins"

_SUMY = ("edmundson", "kl", "lexrank", "lsa", "luhn", "reduction", "sumbasic", "textrank")

OURS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "source": {
        "FOLDER": ("articles in a folder and those in it: .txt, .md, .jsonl", "briefing.sources.folder:Folder"),
        "PATTERN": ("files by pattern, such as news/**/*.txt", "briefing.sources.folder:Folder"),
        "FILE": ("one file: an article, or with .jsonl one a row", "briefing.sources.file:File"),
        "-": ("standard input", "briefing.sources.standard_input:StandardInput"),
    },
    "method": {
        "ours": ("our own position-aware centrality (the default)", "briefing.summarisers.ours:Ours"),
        "lead": ("the first sentences", "briefing.summarisers.lead:Lead"),
        **{f"sumy:{n}": (f"sumy's {n}", "briefing.summarisers.from_sumy:FromSumy") for n in _SUMY},
    },
    "format": {
        "md": ("the Markdown page", "briefing.renderers.from_template:FromTemplate"),
        "json": ("every field, under the schema briefing/page/1", "briefing.renderers.as_json:AsJson"),
        "subject": ("the mail's subject line", "briefing.renderers.from_template:FromTemplate"),
        "text": ("plain text, the mail's first part", "briefing.renderers.from_template:FromTemplate"),
        "html": ("simple HTML, the mail's second part", "briefing.renderers.from_template:FromTemplate"),
    },
    "delivery": {
        "smtp": ("through a mail server (mail.host)", "briefing.deliverers.smtp:Smtp"),
        "files": ("as .eml files (mail.folder)", "briefing.deliverers.files:EmlFolder"),
    },
    "executor": {"serial": ("one article after the other, in this process", "briefing.executors.serial:Serial")},
}
"""Everything of ours that can be named, by kind and name: what it is, and where it lives."""

_TEMPLATES = {
    "md": ("briefing.md.j2", "md"),
    "subject": ("subject.txt.j2", "txt"),
    "text": ("mail.txt.j2", "txt"),
    "html": ("mail.html.j2", "html"),
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


def plan(loaded: Loaded, day: date) -> Plan:
    """Return the plan for a day; raises SettingsError for a plugin that does not exist, SourceError for a source."""
    settings = loaded.settings
    past = remembered(settings, day)
    above = heading(loaded, day, past)
    found = sources(settings, day, past)
    return Plan(settings, task(settings, day, past), found, _ours("executor", "serial")(), above, past)


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
        return _ours("method", name)(name.removeprefix("sumy:"))  # type: ignore[no-any-return]
    return _named("method", name)()  # type: ignore[no-any-return]


def sources(settings: Settings, day: date, past: Past) -> tuple[Source, ...]:
    """Return the sources that the settings name: what was collected of those on the network, all others as they are.

    A folder is read without those that pages and the state are written to.
    """
    excluded = (settings.output, *([settings.state] if settings.state else ()))
    found: list[Source] = []
    for name in settings.sources:
        if is_address(name) or listed(name):
            found += (_collected(one, settings, day, past) for one in listed(name) or (name,))
        else:
            found.append(_source(name, settings.language, excluded))
    return tuple(found)


def _source(name: str, language: str, excluded: tuple[str, ...] = ()) -> Source:
    """Return the source of that name, ours or a plugin's; raises SettingsError with a suggestion, SourceError."""
    from briefing.sources.from_plugin import FromPlugin
    from briefing.sources.locate import locate

    if (named := plugin_name(name)) is None:
        return locate(name, language=language, excluded=excluded)
    if (point := _point("source", named[0])) is None:
        raise SettingsError(f"sources: {name}: {_no_such('source', named[0])}; a file of that name is ./{name}")
    return FromPlugin(name, point.load, language)


def is_plugins(name: str) -> bool:
    """Return whether a name is that of a source which an installed package brings."""
    named = plugin_name(name)
    return named is not None and _point("source", named[0]) is not None


def _collected(name: str, settings: Settings, day: date, past: Past) -> Source:
    from briefing.collect.given import given

    return given(home(settings), name, window(settings, day, past))


@cache
def listed(name: str) -> tuple[str, ...]:
    """Return the feeds that a file on the disk lists, if that is what it does."""
    if not name.lower().endswith((".opml", ".xml")):
        return ()
    from briefing.parsers.kinds import kind_of
    from briefing.parsers.parsed import Hints
    from briefing.parsers.worker import parse
    from briefing.sources.contents import contents

    data = contents(name)
    is_list = isinstance(data, bytes) and kind_of(data, name=name) == "feeds"
    return parse("feeds", data, Hints(name)).links if isinstance(data, bytes) and is_list else ()


def window(settings: Settings, day: date, past: Past) -> Window:
    """Return which of the collected articles a briefing looks at: those in the days asked for, and around them.

    Without such days: what no earlier edition had, or if there is none, what is not older than the backlog.
    """
    from briefing.collect.given import Window

    ends = time.fromisoformat(settings.day_ends)
    if settings.starts:
        return Window(settings.starts, settings.until or day, day_ends=ends, zone=settings.zone)
    if past.last:
        before = frozenset(seen.sha256 for seen in past.articles)
        return Window(None, settings.until or day, before, ends, settings.zone)
    return Window(day - backlog(settings), settings.until or day, day_ends=ends, zone=settings.zone)


def home(settings: Settings) -> Path:
    """Return where what is collected is kept: the state, or without a `name` a folder that all such briefings share."""
    from briefing.records.folder import locate, shared

    return locate(settings.name, settings.state) if settings.name else Path(settings.state or shared())


def collecting(settings: Settings, now: datetime) -> Tour:
    """Return what is to be collected for these settings."""
    return Tour(
        tuple(name for name in settings.sources if is_address(name)),
        now,
        tuple(link for name in settings.sources for link in listed(name)),
        settings.language,
        backlog(settings),
        settings.first_day,
    )


def doors(settings: Settings, now: datetime) -> Doors:
    """Return the ways out of the machine."""
    from briefing.collect import Doors
    from briefing.fetchers import mailbox
    from briefing.fetchers.web import Manners, Web, agent

    fetch = settings.fetch
    manners = Manners(
        agent(VERSION, fetch.contact), deadline=fetch.timeout, pause=fetch.pause, allowed=frozenset(fetch.allow)
    )
    known = credentials(settings)

    def letters(address: str, after: int, validity: int, since: date) -> mailbox.Post | Failure:
        password = partial(known.of, variable="BRIEFING_IMAP_PASSWORD")
        return mailbox.collect(address, after=after, validity=validity, since=since, password=password)

    return Doors(Web(manners, now=lambda: now, credentials=known.pair).get_all, letters)


def backlog(settings: Settings) -> timedelta:
    """Return how far back the first reading of a channel goes."""
    found = duration(settings.fetch.backlog)
    return found.length if found else timedelta(0)


def renderer(name: str, settings: Settings) -> Renderer:
    """Return the renderer of a format; raises SettingsError with a suggestion."""
    found = _named("format", name)
    if name not in _TEMPLATES:
        return found()  # type: ignore[no-any-return]
    folders = (*([settings.templates] if settings.templates else ()), str(templates()))
    return found(*_TEMPLATES[name], folders)  # type: ignore[no-any-return]


def deliverer(settings: Settings) -> Deliverer:
    """Return the way out that the mail settings name; raises SettingsError if they name none."""
    mail = settings.mail
    if mail.folder:
        return _ours("delivery", "files")(Path(mail.folder))  # type: ignore[no-any-return]
    return _ours("delivery", "smtp")(mail, credentials(settings))  # type: ignore[no-any-return]


def credentials(settings: Settings) -> Credentials:
    """Return where passwords are looked up."""
    return Credentials(os.environ, settings.fetch.credentials)


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


def again(loaded: Loaded, page: Page) -> Again:
    """Return what is needed to derive a page again as it says that it was made, and in its language."""
    made = page.made
    named = ("words", "theme_words", "article_words", "since", "until", "zone", "day_ends")
    stated = {name: getattr(made, name) for name in named}
    stated |= {"method": made.method or loaded.settings.method, "editor": made.hand, "page_language": page.language}
    settings = replace(loaded.settings, **stated)
    past = remembered(settings, page.day) if made.past else Past()
    return Again(
        task=task(settings, page.day, past),
        title=settings.title,
        language=page_language(settings),
        renderer=renderer(page.format, settings),
        find=_Finder(settings),
        reread=lambda path: _again(path, settings),
        digest=digest(settings),
        past=past if past.digest == made.past else None,
    )


@dataclass(frozen=True)
class _Finder:
    """Finds articles again: where they were read, else the copy that `run` has kept in the state."""

    settings: Settings

    def __call__(self, location: Location, sha256: str) -> Article | str:
        if is_address(location.path):
            return self._kept(location, sha256) or "it is not kept in the state"
        found = [a for a in _read(location.path, self.settings.language) if a.location == location]
        if any(article.sha256 == sha256 for article in found):
            return next(article for article in found if article.sha256 == sha256)
        return self._kept(location, sha256) or ("its source has changed" if found else "its source is missing")

    def _kept(self, location: Location, sha256: str) -> Article | None:
        """What the state keeps: the article, or its text alone where that was kept by an earlier version."""
        from briefing.records.articles import kept, stored

        folder = home(self.settings)
        if article := kept(folder, sha256, location):
            return article
        text = stored(folder, sha256)
        return None if text is None else Article(text, language=self.settings.language, location=location)


def _again(path: str, settings: Settings) -> Iterator[Article | Problem]:
    """Read again what could not be read: on the network, what was ever said to be wrong there."""
    if not is_address(path):
        return _items(path, settings.language)
    from briefing.collect.given import told

    return told(home(settings), path)


def _items(path: str, language: str) -> Iterator[Article | Problem]:
    with suppress(SourceError, SettingsError):  # it, or the package that reads it, is gone: then it holds nothing
        for shard in _source(path, language).shards():
            yield from shard.read()


@cache
def _read(path: str, language: str) -> tuple[Article, ...]:
    return tuple(item for item in _items(path, language) if isinstance(item, Article)) if path else ()


def plugins() -> list[tuple[str, str, str]]:
    """Return everything that can be named, as (kind, name, what it is), ours first."""
    ours = [(kind, name, what) for kind, named in OURS.items() for name, (what, _) in named.items()]
    theirs = [(*_kind_and_name(point.name), f"from {point.value}") for point in _theirs()]
    return [*ours, *_languages(), *sorted(theirs)]


def _languages() -> list[tuple[str, str, str]]:
    """Return the languages that are read, and "auto"."""
    basic = "basic: split and ranked, without cases of its own"
    said = {"claimed": "every stage has words of its own for it", "basic": basic}
    listed = [("language", one.code, f"{one.name}; {said[one.level]}") for one in SERVED.values()]
    return [*listed, ("language", AUTO, "told by each article's own text, unless it states one")]


def _theirs() -> tuple[EntryPoint, ...]:
    return tuple(sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)))


def _point(kind: str, name: str) -> EntryPoint | None:
    """Return where another package says that this plugin of its own lives, or None."""
    return next((point for point in _theirs() if _kind_and_name(point.name) == (kind, name)), None)


def _kind_and_name(name: str) -> tuple[str, str]:
    kind, _, rest = name.partition(":")
    return kind, rest


def _ours(kind: str, name: str) -> Callable[..., Any]:
    module, _, attribute = OURS[kind][name][1].partition(":")
    return getattr(import_module(module), attribute)  # type: ignore[no-any-return]


def _named(kind: str, name: str) -> Callable[..., Any]:
    if name in OURS[kind]:
        return _ours(kind, name)
    if point := _point(kind, name):
        return point.load()  # type: ignore[no-any-return]
    raise SettingsError(f"{kind}: {_no_such(kind, name)}")


def _no_such(kind: str, name: str) -> str:
    known = [n for k, n, _ in plugins() if k == kind]
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}"
    return f"there is no {name!r}; {hint}"


def judge(key: str, value: Any) -> str | None:
    """Return what is wrong with a setting that names plugins or languages, or None."""
    if key == "language" or (key.endswith(".terms") and isinstance(value, dict)):
        stated = [value] if key == "language" and value != AUTO else value if isinstance(value, dict) else ()
        return next((said for name in stated if (said := complaint(name))), None)
    if key not in ("method", "formats"):
        return None
    kind, names = ("method", [value]) if key == "method" else ("format", list(value))
    unknown = [name for name in names if not _exists(kind, name)]
    return _no_such(kind, unknown[0]) if unknown else None


def _exists(kind: str, name: str) -> bool:
    return name in OURS[kind] or _point(kind, name) is not None


def render(briefing: Briefing, formats: tuple[str, ...], settings: Settings, folder: str) -> dict[str, str]:
    """Return the pages of a briefing by format, for the folder where they will stand."""
    return {name: renderer(name, settings)(briefing, folder) for name in formats}
