"""What is needed to derive a page again: its sources, read where they are or kept in the state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.assembly.network import home
from briefing.assembly.planning import digest, page_language, remembered, renderer, task
from briefing.assembly.reading import source, sources
from briefing.errors import SettingsError, SourceError
from briefing.model import Article, Hashes, Location, Past, Problem, is_address
from briefing.model.naming import bucket, is_remote
from briefing.pipeline import Numbered, shards_of
from briefing.pipeline.proof import Again
from briefing.renderers.read_back import Page
from briefing.settings import Loaded, Settings
from briefing.sources.folder import obstacle
from briefing.sources.missing import Missing

if TYPE_CHECKING:
    from briefing.records.state import State


def again(loaded: Loaded, page: Page) -> Again:
    """Return what is needed to derive a page again as it says that it was made, and in its language."""
    made = page.made
    named = ("words", "theme_words", "article_words", "since", "until", "zone", "day_ends", "separator")
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
        pile=_pile(page, settings, past),
        recorded=_recorded(page, settings),
        kept=partial(_copy, settings),
    )


def _pile(page: Page, settings: Settings, past: Past) -> tuple[Numbered, ...]:
    """The shards of the sources of all articles, where the page does not list them; none where these cannot be read."""
    if not page.pile or not all(_may_be_read(name, settings) for name in page.pile):
        return ()
    try:
        found = sources(replace(settings, sources=page.pile), page.day, past)
    except (SettingsError, SourceError):
        return ()
    return tuple(shards_of(found, {seen.sha256 for seen in past.articles} if page.made.after else ()))


def _may_be_read(name: str, settings: Settings) -> bool:
    return name not in ("", "-") and (is_address(name) or not is_remote(name) or _is_own(name, settings))


def _recorded(page: Page, settings: Settings) -> frozenset[str]:
    """The hashes of all articles that a page does not list was made from, if an edition of it is recorded."""
    if not (page.digest and settings.name):
        return frozenset()
    from briefing.records.state import asked

    def found(state: State) -> frozenset[str]:
        days = [entry for entry in state.entries(settings.name) if entry.day == page.day]
        editions = (state.edition(settings.name, entry.day, entry.revision) for entry in days)
        listed = (edition.listed for edition in editions if edition)
        return next((frozenset(all_) for all_ in listed if Hashes.of(all_).digest == page.digest), frozenset())

    return asked(home(settings), found) or frozenset()


def _copy(settings: Settings, sha256: str) -> Article | None:
    from briefing.records.articles import copy

    return copy(home(settings), sha256)


@dataclass(frozen=True)
class _Finder:
    """Finds articles again: where they were read, else the copy that `run` has kept in the state."""

    settings: Settings

    def __call__(self, location: Location, sha256: str) -> Article | str:
        if is_address(location.path):
            return self._kept(location, sha256) or "it is not kept in the state"
        if is_remote(location.path) and not _is_own(location.path, self.settings):
            return self._kept(location, sha256) or "its bucket is none of the settings' sources"
        items = _read(location.path, self.settings.language, self.settings.separator)
        found = [item for item in items if isinstance(item, Article) and item.location == location]
        if any(article.sha256 == sha256 for article in found):
            return next(article for article in found if article.sha256 == sha256)
        return self._kept(location, sha256) or ("its source has changed" if found else _unread(items))

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
    if is_remote(path) and not _is_own(path, settings):
        return iter(())
    if not is_address(path):
        return _local(path, settings)
    from briefing.collect.given import told

    return told(home(settings), path)


def _local(path: str, settings: Settings) -> Iterator[Article | Problem]:
    """Read a path again; of a link or a pipe say what is wrong with it, by itself or to the folder that it lies in.

    A link that leads out of a folder of news leads out of the one that it lies in.
    """
    items = _items(path, settings.language, settings.separator, gone=[Missing(path).problem])
    place = Path(path)
    if place.is_absolute() and (said := obstacle(place, str(place.parent))):
        yield said
        items = (item for item in items if isinstance(item, Problem) and item.where == said.where)
    yield from items


def _is_own(path: str, settings: Settings) -> bool:
    """Whether the user reads this bucket anyway: a stranger's page may name any, to be asked with the user's keys."""
    return bucket(path) in map(bucket, settings.sources)


def forget() -> None:
    """Forget the sources that were read for a proof: they may have changed since."""
    _read.cache_clear()


def _items(path: str, language: str, separator: str, *, gone: Iterable[Problem] = ()) -> Iterator[Article | Problem]:
    with suppress(SettingsError):  # the package that reads it is gone: then it holds nothing
        try:
            shards = [*source(path, language, separator).shards()]
        except SourceError:
            yield from gone
            return
        for shard in shards:
            yield from shard.read()


def _unread(items: tuple[Article | Problem, ...]) -> str:
    """Say why a source holds nothing: it may stand where it stood, and the package that reads it be gone."""
    wrong = [] if any(isinstance(item, Article) for item in items) else [i for i in items if isinstance(i, Problem)]
    return f"its source: {wrong[0].what} ({wrong[0].remedy})" if wrong else "its source is missing"


@cache
def _read(path: str, language: str, separator: str) -> tuple[Article | Problem, ...]:
    return tuple(_items(path, language, separator)) if path else ()
