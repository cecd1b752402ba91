"""What a plugin gives is taken as if it came from anywhere: good articles are used, all else costs a problem."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime

import pytest

from briefing.errors import SourceError
from briefing.model import Article, Location, Problem
from briefing.sources.from_plugin import FromPlugin

TEXT = "The dam above Orr broke on Friday."


class Given:
    """A plugin: what it was called with, and shards that give what they were made of, or raise it."""

    def __init__(self, *shards):
        self.given, self.called, self.readings = shards, [], 0

    def __call__(self, argument, *, language):
        self.called.append((argument, language))
        return self

    def shards(self):
        return [Shard(items, self) for items in self.given]


class Shard:
    """Not hashable, not picklable, and each item once."""

    __hash__ = None

    def __init__(self, items, plugin):
        self.items, self.plugin = iter(items), plugin

    def read(self):
        self.plugin.readings += 1
        for item in self.items:
            if isinstance(item, Exception):
                raise item
            yield item


def source(plugin, name="wire:harbour", language="en") -> FromPlugin:
    """The source of that name that a plugin gives."""
    return FromPlugin(name, lambda: plugin, language)


def read(plugin, **options) -> list[Article | Problem]:
    """Return all that it gives."""
    return [item for shard in source(plugin, **options).shards() for item in shard.read()]


def test_an_article_is_located_at_the_name_of_its_source():
    """Whatever path it has of its own; its row is the plugin's to give, its metadata is cleaned."""
    at = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    given = Article(
        TEXT,
        "7",
        " Dam\nbreaks\u202e",
        at.date(),
        "Orr Courier",
        "https://x.example/7",
        "de",
        Location("/etc/passwd", 7),
        4,
        at,
    )
    (taken,) = read(Given([given]))
    assert taken == Article(
        TEXT,
        "7",
        "Dam breaks",
        at.date(),
        "Orr Courier",
        "https://x.example/7",
        "de",
        Location("wire:harbour", 7),
        4,
        at,
    )


@pytest.mark.parametrize(
    ("name", "argument"), [("wire:harbour", "harbour"), ("wire:", ""), ("a-b.c+d_e:x:y//z é\n", "x:y//z é\n")]
)
def test_the_argument_is_what_follows_the_first_colon(name, argument):
    """To the character, with the language of articles that state none."""
    plugin = Given()
    assert read(plugin, name=name, language="auto") == []
    assert plugin.called == [(argument, "auto")]


def test_a_shard_is_read_once():
    """A live wire is asked once a run, and what it gave stays the same, also in another process."""
    plugin = Given([Article(TEXT)], [Article("Rain.", location=Location(row=2))])
    shards = list(source(plugin).shards())
    whole = [list(shard.read()) for shard in shards for _ in range(3)]
    assert [len(items) for items in whole] == [1] * 6
    assert plugin.readings == 2
    assert len(dict.fromkeys([*shards, *source(plugin).shards()])) == 2


def test_what_was_read_can_be_taken_elsewhere():
    """With the articles in it."""
    (shard,) = source(Picklable()).shards()
    items = list(shard.read())
    assert items == [Article(TEXT, location=Location("wire:harbour"))]
    assert list(pickle.loads(pickle.dumps(shard)).read()) == items


class Picklable:
    """A plugin whose shard is itself."""

    def __call__(self, argument, *, language):
        return self

    def shards(self):
        return [self]

    def read(self):
        yield Article(TEXT)


RUBBISH = [
    ({"text": TEXT}, "gave a dict, which is no article"),
    (None, "gave a NoneType, which is no article"),
    (Article(TEXT.encode()), "its text is no text but a bytes"),
    (Article("Half a character: \ud800."), "a lone surrogate"),
    (Article("Nothing\0."), "binary data"),
    (Article(" \n"), "empty"),
    (Article(TEXT, location=Location(row=-1)), "the row -1, which no page can name"),
    (Article(TEXT, location=Location(row="7\n")), "the row '7\\n', which no page can name"),
    (Article(TEXT, location=Location(row=10**12)), "the row 1000000000000, which no page can name"),
]


@pytest.mark.parametrize(("item", "said"), RUBBISH, ids=[said for _, said in RUBBISH])
def test_rubbish_costs_a_problem_and_no_more(item, said):
    """What stands before and behind it is used."""
    before, problem, behind = read(Given([Article("Rain."), item, Article("Sun.")]))
    assert (before.text, behind.text) == ("Rain.", "Sun.")
    assert problem.where.startswith("wire:harbour")
    assert said in problem.what
    assert problem.remedy
    assert str(problem).isprintable()


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ({"date": "soon"}, "its date cannot be understood"),
        ({"date": 7}, "its date cannot be understood"),
        ({"title": ["a"]}, "its title cannot be understood"),
        ({"url": {}}, "its url cannot be understood"),
        ({"language": 5}, "its language cannot be understood"),
        ({"language": "no such language"}, "its language cannot be understood"),
    ],
)
def test_metadata_that_cannot_be_used_is_left_out_and_told(stated, said):
    """The article is used without it."""
    article, problem = read(Given([Article(TEXT, **stated, location=Location(row=3))]))
    assert (article.text, article.title, article.date, article.url, article.language) == (TEXT, None, None, None, "en")
    assert (problem.where, said in problem.what) == ("wire:harbour, row 3", True)


@pytest.mark.parametrize(
    ("stated", "day", "at"),
    [
        ({"date": date(2026, 11, 20)}, date(2026, 11, 20), None),
        ({"date": "2026-11-20"}, date(2026, 11, 20), None),
        (
            {"date": datetime(2026, 11, 20, 23, 30, tzinfo=UTC)},
            date(2026, 11, 20),
            datetime(2026, 11, 20, 23, 30, tzinfo=UTC),
        ),
        ({"at": datetime(2026, 11, 20, 0, 0, 1)}, date(2026, 11, 20), datetime(2026, 11, 20, 0, 0, 1)),  # noqa: DTZ001
        ({"body": 99}, None, None),
        ({"body": "x"}, None, None),
    ],
)
def test_days_and_places_in_the_text(stated, day, at):
    """A day with a time is both; a body outside the text is none."""
    (article,) = read(Given([Article(TEXT, **stated)]))
    assert (article.date, article.at, article.body) == (day, at, 0)


@pytest.mark.parametrize(
    ("problem", "where", "what"),
    [
        (Problem("wire:harbour", "is down"), "wire:harbour", "is down"),
        (Problem("", "is down", "wait"), "wire:harbour", "is down"),
        (Problem("row 3", "is lost"), "wire:harbour, row 3", "is lost"),
        (Problem("wire:harbour, row 3", "is lost"), "wire:harbour, row 3", "is lost"),
        (Problem("/data/a\nb", "is\x00lost\u202e"), "wire:harbour", "/data/a b: islost"),
        (Problem("wire:harbours", "is down"), "wire:harbour", "wire:harbours: is down"),
        (Problem("", ""), "wire:harbour", "cannot be read"),
    ],
)
def test_a_problem_stands_where_verify_finds_it_again(problem, where, what):
    """At the name of the source, and the row where it says one; whatever else it calls that is told."""
    (taken,) = read(Given([problem]))
    assert (taken.where, taken.what, taken.remedy) == (where, what, problem.remedy)


class Unprintable(Exception):
    """An error that cannot even be told."""

    def __str__(self):
        raise ValueError("no words")


ERRORS = [
    (ValueError("no\nwords"), "its plugin failed: ValueError: no words"),
    (KeyError(), "its plugin failed: KeyError"),
    (RecursionError("too deep"), "its plugin failed: RecursionError: too deep"),
    (TypeError(f"not for {object()}"), "its plugin failed: TypeError: not for <object object>"),
    (Unprintable(), "its plugin failed: "),
    (SourceError("the wire is down"), "the wire is down"),
    (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), "its plugin failed: UnicodeDecodeError: "),
]


@pytest.mark.parametrize(("error", "said"), ERRORS, ids=[type(error).__name__ for error, _ in ERRORS])
def test_an_exception_in_the_middle_costs_a_problem(error, said):
    """In its own words, without where in memory something lay; all else that the plugin gave is used."""
    before, problem, other = read(Given([Article("Rain."), error], [Article("Sun.")]))
    assert (before.text, other.text) == ("Rain.", "Sun.")
    assert problem.where == "wire:harbour"
    assert problem.what.startswith(said)
    assert " at 0x" not in problem.what


def raises(error):
    """A function that raises."""

    def call(*_arguments, **_options):
        raise error

    return call


class NoShards:
    """A plugin with something else where its shards should be."""

    def __init__(self, shards):
        self.shards = shards

    def __call__(self, argument, *, language):
        return self


@pytest.mark.parametrize(
    ("load", "said"),
    [
        (raises(ModuleNotFoundError("No module named 'wires'")), "ModuleNotFoundError: No module named 'wires'"),
        (raises(SyntaxError("bad")), "SyntaxError: bad"),
        (lambda: None, "TypeError: 'NoneType' object is not callable"),
        (lambda: lambda argument: None, "TypeError: "),
        (lambda: raises(OSError("no network")), "OSError: no network"),
        (lambda: lambda argument, language: None, "AttributeError: 'NoneType' object has no attribute 'shards'"),
        (lambda: NoShards(lambda: None), "TypeError: 'NoneType' object is not iterable"),
        (lambda: NoShards(lambda: [None]), "AttributeError: 'NoneType' object has no attribute 'read'"),
        (lambda: NoShards(raises(ValueError("no shards"))), "ValueError: no shards"),
        (lambda: NoShards(raises(SourceError("is down today"))), "is down today"),
    ],
)
def test_a_plugin_that_is_broken_as_a_whole_is_a_problem(load, said):
    """Where it cannot be imported, made or cut into shards, the other sources are read all the same."""
    (problem,) = [item for shard in FromPlugin("wire:harbour", load).shards() for item in shard.read()]
    assert (problem.where, said in problem.what) == ("wire:harbour", True)


def test_an_argument_that_means_nothing_is_an_error_of_the_source():
    """As a folder that is not there: the user can mend it."""
    with pytest.raises(SourceError, match=r"^wire:harbor: there are harbour and rail$"):
        list(FromPlugin("wire:harbor", lambda: raises(SourceError("there are harbour and rail"))).shards())
