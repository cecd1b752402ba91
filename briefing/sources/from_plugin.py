"""A source that another package brings, held to what every source promises: whatever it does costs a problem."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from traceback import format_exception_only
from typing import Any

from briefing.errors import SourceError
from briefing.model import Article, Location, Problem
from briefing.model.naming import LAST_ROW, plugin_name
from briefing.plugins import Shard, Source, SourceFactory
from briefing.sources.contents import Unreadable, shown
from briefing.sources.metadata import one_line, usable

_NO_WORDS = "cannot be read"
_TELL = "tell the authors of the package that brings it"
_ROW = re.compile(r"row \d{1,12}")
# Where an object lay in memory is another place tomorrow: the page could never be proved.
_MEMORY = re.compile(r"\sat\s0x[0-9a-fA-F]+")


@dataclass(frozen=True)
class FromPlugin:
    """The source that a plugin gives for a `name` such as "wire:harbour"; every article of it is located there.

    `load` imports the plugin; `language` is that of articles that state none.
    """

    name: str
    load: Callable[[], SourceFactory]
    language: str = "en"

    def shards(self) -> Iterator[Shard]:
        """Yield the plugin's shards; raises SourceError where it says that the argument means nothing."""
        named = plugin_name(self.name)
        try:
            source = self.load()(named[1] if named else "", language=self.language)
        except SourceError as error:
            raise SourceError(f"{shown(self.name)}: {error}") from error
        except Exception as error:
            yield Unreadable(_failure(self.name, error))
        else:
            yield from self._held(source)

    def _held(self, source: Source) -> Iterator[Shard]:
        try:
            for number, shard in enumerate(source.shards()):
                yield _Held(self.name, number, self.language, shard)
        except Exception as error:
            yield Unreadable(_failure(self.name, error))


@dataclass(frozen=True)
class _Held:
    """A plugin's shard, read once: a live source is asked once a run, and does not change under way.

    The story reads each shard five to nine times; a text that only the second reading gave would be in no register.
    """

    name: str
    number: int
    language: str
    shard: Shard = field(compare=False, repr=False)

    def read(self) -> Iterator[Article | Problem]:
        """Yield what was taken: articles that can be cited, and a problem for everything else."""
        yield from self._items

    def __reduce__(self) -> tuple[type[_Taken], tuple[object, ...]]:
        """Go to another process as what was taken here, or each would ask the source anew."""
        return _Taken, (self._items,)

    @cached_property
    def _items(self) -> tuple[Article | Problem, ...]:
        return tuple(self._taken())

    def _taken(self) -> Iterator[Article | Problem]:
        try:
            for item in self.shard.read():
                yield from self._usable(item)
        except Exception as error:
            yield _failure(self.name, error)

    def _usable(self, item: Any) -> Iterator[Article | Problem]:
        if isinstance(item, Problem):
            yield _placed(item, shown(self.name))
        elif not isinstance(item, Article):
            yield Problem(shown(self.name), f"gave a {type(item).__name__}, which is no article", _TELL)
        elif type(item.location.row) is not int or not 0 <= item.location.row <= LAST_ROW:
            row = _cleaned(repr(item.location.row))
            yield Problem(shown(self.name), f"gave an article with the row {row}, which no page can name", _TELL)
        else:
            yield from self._article(item)

    def _article(self, item: Article) -> Iterator[Article | Problem]:
        location = Location(self.name, item.location.row)
        where = shown(self.name) + (f", row {location.row}" if location.row else "")
        if not isinstance(item.text, str):
            yield Problem(where, f"its text is no text but a {type(item.text).__name__}", _TELL)
        else:
            body = item.body if type(item.body) is int and 0 <= item.body < len(item.text) else 0
            yield from usable(item.text, self._stated(item), location, where, language=self.language, body=body)

    def _stated(self, item: Article) -> dict[str, object]:
        """What an article says of itself, to be cleaned like what stands in a file."""
        stated: dict[str, object] = {key: getattr(item, key) for key in ("id", "title", "source", "url")}
        moment = item.at or item.date
        stated["date"] = None if moment is None else str(moment)
        stated["language"] = None if item.language == self.language else item.language
        return stated


@dataclass(frozen=True)
class _Taken:
    """What was taken from a plugin's shard, elsewhere."""

    items: tuple[Article | Problem, ...] = field(repr=False)

    def read(self) -> Iterator[Article | Problem]:
        """Yield it."""
        yield from self.items


def _placed(problem: Problem, name: str) -> Problem:
    """Return a plugin's problem at the place where `verify` looks for it again; whatever else it calls that is told."""
    where, what = _cleaned(problem.where), _cleaned(problem.what) or _NO_WORDS
    remedy = _cleaned(problem.remedy)
    rest = where.removeprefix(name).removeprefix(", ")
    if not rest or _ROW.fullmatch(rest):
        return Problem(name + (f", {rest}" if rest else ""), what, remedy)
    return Problem(name, f"{where}: {what}", remedy)


def _failure(name: str, error: Exception) -> Problem:
    """Return what a plugin raised as a problem: its own words, if they are meant for a reader."""
    if isinstance(error, SourceError):
        return Problem(shown(name), _cleaned(error) or _NO_WORDS)
    said = _cleaned(format_exception_only(error)[-1])
    return Problem(shown(name), f"its plugin failed: {said}", _TELL)


def _cleaned(said: object) -> str:
    return one_line(_MEMORY.sub("", str(said))) or ""
