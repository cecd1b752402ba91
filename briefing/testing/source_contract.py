"""The promises of a source as tests, for those who write one; pytest and unittest both run them, neither is imported.

    from briefing.testing import SourceContract

    class TestWire(SourceContract):
        def source(self):
            return Wire("harbour", language="en")

Every failure begins with the promise that was broken. For unittest, add `unittest.TestCase` to the bases.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import date, datetime
from itertools import islice
from pathlib import PurePath

from briefing.errors import SourceError
from briefing.model import Article, Problem
from briefing.model.naming import LAST_ROW, plugin_name
from briefing.plugins import Shard, Source
from briefing.testing.promises import broken, elsewhere, promise, same

_TYPES = {"id": str, "title": str, "source": str, "url": str, "date": date, "at": datetime}


class SourceContract:
    """What every source keeps. Give it `source`, and if you can `broken` and `empty`, each new at every call."""

    def source(self) -> Source:
        """Return a source that holds some articles; several tell more than one."""
        raise NotImplementedError("give the contract a source() that holds some articles")

    def broken(self) -> Source | None:
        """Return a source that is not there, or of which something cannot be read; may raise SourceError."""
        return None

    def empty(self) -> Source | None:
        """Return a source that is there and holds no article."""
        return None

    def test_it_holds_articles(self) -> None:
        """Else every other test would pass on nothing."""
        count = len(_articles(self.source()))
        promise(count > 0, "source() holds articles, so that they can be tested; it gave none")

    def test_it_yields_articles_and_problems(self) -> None:
        """A shard yields `Article` and `Problem`, and nothing else."""
        for item in _items(self.source()):
            promise(isinstance(item, Article | Problem), f"a shard yields Article or Problem; it gave {item!r:.80}")

    def test_a_shard_reads_the_same_again(self) -> None:
        """The story reads each shard several times."""
        for number, shard in enumerate(self.source().shards()):
            same(f"shard {number} gives the same when it is read again", list(shard.read()), list(shard.read()))

    def test_readings_do_not_disturb_each_other(self) -> None:
        """One that is left half done changes nothing for the next, nor the next for it."""
        for number, shard in enumerate(self.source().shards()):
            whole, half = list(shard.read()), iter(shard.read())
            begun = list(islice(half, 1))
            same(f"shard {number} gives the same while another reading is under way", whole, list(shard.read()))
            same(f"a reading of shard {number} is not disturbed by another one", whole, [*begun, *half])

    def test_it_gives_the_same_shards_again(self) -> None:
        """`verify` asks for the source once more, later."""
        same("a source gives the same, in the same order, when it is asked again", *map(_items, self._two()))

    def test_a_shard_reads_the_same_in_another_process(self) -> None:
        """Shards are handed to workers: they are picklable, and hold no open file or connection."""
        shards = list(self.source().shards())
        here = [item for shard in shards for item in shard.read()]
        there = elsewhere("shards are picklable and can be read in another process", _read, shards, seed=1)
        same("shards give the same in another process", here, there)

    def test_the_order_depends_on_no_hash_seed(self) -> None:
        """A set of texts has another order in every process, unless PYTHONHASHSEED is set."""
        one, other = self._two()
        there = elsewhere("a source is picklable, so that its order can be tested", _items, other, seed=2)
        same("a source gives the same, in the same order, whatever PYTHONHASHSEED", _items(one), there)

    def test_every_text_can_be_cited(self) -> None:
        """Its characters can be written as UTF-8 and hashed, and there are some."""
        from briefing.stages.register import fault

        for article in _articles(self.source()):
            promise(isinstance(article.text, str), f"a text is a str; {_named(article)} has another type")
            problem = fault(article)
            promise(problem is None, f"every text can be cited; of {_named(article)} {problem and problem.what}")
            sha256 = hashlib.sha256(article.text.encode()).hexdigest()
            promise(article.sha256 == sha256, f"an article's sha256 is its text's; {_named(article)} has another")
            inside = 0 <= article.body < len(article.text)
            promise(inside, f"the body begins in the text; that of {_named(article)} begins at {article.body}")

    def test_metadata_is_of_its_types(self) -> None:
        """A day is a `date`, without a time; what is not known is None."""
        for article in _articles(self.source()):
            for name, kind in _TYPES.items():
                value = getattr(article, name)
                is_well = (value is None and name != "id") or (isinstance(value, kind) and type(value) is not bool)
                is_well = is_well and not (name == "date" and isinstance(value, datetime))
                promise(is_well, f"`{name}` is {kind.__name__} or None; {_named(article)} has {value!r:.80}")
            promise(isinstance(article.language, str), f"`language` is a code; {_named(article)} has none")

    def test_every_location_is_one_articles_own(self) -> None:
        """By it, and its hash, `verify` finds an article again; of a plugin's articles the row is enough."""
        taken: dict[object, Article] = {}
        for article in _articles(self.source()):
            path, row = article.location
            is_path = path in {"", "-"} or PurePath(path).is_absolute() or plugin_name(path) is not None
            promise(is_path, f"a location's path is absolute, or empty; that of {_named(article)} is {path!r}")
            is_row = type(row) is int and 0 <= row <= LAST_ROW
            promise(is_row, f"a row is a number from 1, or 0 for none; that of {_named(article)} is {row!r}")
            other = taken.setdefault(article.location, article)
            said = f"no two articles share a location; {_named(article)} has that of {_named(other)}"
            promise(other is article, said)

    def test_what_cannot_be_read_is_a_problem(self) -> None:
        """A source raises nothing but SourceError, and that only if there is no such source; it never keeps silent."""
        try:
            source = self.broken()
            items = [] if source is None else _items(source)
        except SourceError as error:
            promise(bool(str(error)), "a SourceError says what is wrong")
            return
        except Exception as error:
            broken(f"what cannot be read is a Problem, never raised; broken() raised {error!r:.200}")
        _given(source, "broken")
        is_told = any(isinstance(item, Problem) for item in items)
        promise(is_told, "what cannot be read is told by a Problem or SourceError; broken() kept silent")

    def test_problems_say_what_and_where(self) -> None:
        """Each on one line that can be printed."""
        with_problems = [*_items(self.source()), *_quietly(self.broken), *_quietly(self.empty)]
        for problem in (item for item in with_problems if isinstance(item, Problem)):
            promise(bool(problem.where and problem.what), f"a Problem says what and where; one is {problem!r:.200}")
            promise(str(problem).isprintable(), f"a Problem is one printable line; one is {problem!r:.200}")

    def test_an_empty_source_has_no_articles(self) -> None:
        """And is no error; whether it is a Problem is for the source to say."""
        promise(not _articles(_given(self.empty(), "empty")), "an empty source gives no article; empty() gave one")

    def _two(self) -> tuple[Source, Source]:
        return self.source(), self.source()


def _items(source: Source) -> list[Article | Problem]:
    return _read(source.shards())


def _read(shards: Iterable[Shard]) -> list[Article | Problem]:
    return [item for shard in shards for item in shard.read()]


def _articles(source: Source) -> list[Article]:
    return [item for item in _items(source) if isinstance(item, Article)]


def _quietly(make: Callable[[], Source | None]) -> list[Article | Problem]:
    """What a source gives that may not be there; other tests judge how it says so."""
    try:
        source = make()
        return [] if source is None else _items(source)
    except Exception:
        return []


def _given(source: Source | None, name: str) -> Source:
    if source is None:
        from unittest import SkipTest

        raise SkipTest(f"the contract was given no {name}()")
    return source


def _named(article: Article) -> str:
    return f"{article.title or article.text!r:.60} at {tuple(article.location)}"
