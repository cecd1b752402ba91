"""The contract of a source finds what breaks it, and says which promise that was."""

from __future__ import annotations

import subprocess
import sys
import unittest
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import count

import pytest

from briefing.errors import SourceError
from briefing.model import Article, Location, Problem
from briefing.testing import SourceContract

ONE = Article("The dam broke on Friday.", title="Dam", date=date(2026, 11, 20), location=Location(row=1))
TWO = Article("Rain.", location=Location(row=2))


@dataclass
class Held:
    """A source with one shard, itself, that gives what its function does."""

    items: Callable[[], object] = field(default=lambda: iter((ONE, TWO)))

    def shards(self):
        return [self]

    def read(self):
        return self.items()


@dataclass(frozen=True)
class Good:
    """A source that keeps every promise, and can be taken to another process."""

    items: tuple[object, ...] = (ONE, TWO)

    def shards(self):
        return [self]

    def read(self):
        yield from self.items


@dataclass(frozen=True)
class OfSet:
    """A source whose order is that of a set of texts."""

    def shards(self):
        return [Good(tuple(Article(text) for text in {f"News of {number}." for number in range(20)}))]


class Odd(Article):
    """An article that is called otherwise than its text."""

    sha256 = "0" * 64


def of(*items: object) -> dict[str, Callable[[], object]]:
    """A contract's source that gives these."""
    return {"source": lambda: Good(items)}


def failing():
    """A source that gives an article and fails."""

    def read():
        yield ONE
        raise OSError("down")

    return Held(read)


def once():
    """A shard whose reading is used up."""
    items = iter((ONE, TWO))
    return Held(lambda: items)


def shared():
    """A shard all of whose readings begin anew together."""
    state = {}

    def read():
        state["left"] = [TWO, ONE]
        while state["left"]:
            yield state["left"].pop()

    return Held(read)


def later():
    """A source that gives something else each time it is asked."""
    number = next(NUMBERS)
    return Good((Article(f"News of {number}."),))


NUMBERS = count()


def contract(
    *, source=Good, broken=lambda: Good((Problem("wire", "is down"),)), empty=lambda: Good(())
) -> SourceContract:
    """The contract for what these functions make."""
    made = SourceContract()
    made.source, made.broken, made.empty = source, broken, empty
    return made


TESTS = sorted(name[5:] for name in vars(SourceContract) if name.startswith("test_"))

BREACHES: list[tuple[str, dict[str, Callable[[], object]], str]] = [
    ("it_holds_articles", of(), "source() holds articles"),
    ("it_yields_articles_and_problems", of("Rain."), "yields Article or Problem; it gave 'Rain.'"),
    ("a_shard_reads_the_same_again", {"source": once}, "when it is read again; it gave 2 items, then 0"),
    ("readings_do_not_disturb_each_other", {"source": shared}, "a reading of shard 0 is not disturbed"),
    ("it_gives_the_same_shards_again", {"source": later}, "when it is asked again; item 1 was"),
    ("a_shard_reads_the_same_in_another_process", {"source": Held}, "shards are picklable"),
    ("the_order_depends_on_no_hash_seed", {"source": OfSet}, "whatever PYTHONHASHSEED; item"),
    ("every_text_can_be_cited", of(Article("a\0")), "every text can be cited; of 'a\\x00' at"),
    ("every_text_can_be_cited", of(Article("a\ud800")), "holds U+D800 at character 1"),
    ("every_text_can_be_cited", of(Article(" \n")), "the text is empty"),
    ("every_text_can_be_cited", of(Article(b"Rain.")), "a text is a str"),
    ("every_text_can_be_cited", of(Odd("Rain.")), "an article's sha256 is its text's"),
    ("every_text_can_be_cited", of(Article("Rain.", body=9)), "the body begins in the text"),
    ("metadata_is_of_its_types", of(Article("Rain.", date="2026-11-20")), "`date` is date or None"),
    ("metadata_is_of_its_types", of(Article("Rain.", date=datetime.now(UTC))), "`date` is date or None"),
    ("metadata_is_of_its_types", of(Article("Rain.", title=7)), "`title` is str or None"),
    ("metadata_is_of_its_types", of(Article("Rain.", language=None)), "`language` is a code"),
    ("every_location_is_one_articles_own", of(ONE, replace(TWO, location=ONE.location)), "no two articles share"),
    ("every_location_is_one_articles_own", of(Article("B", location=Location("a.txt"))), "path is absolute, or empty"),
    ("every_location_is_one_articles_own", of(Article("B", location=Location(row=-1))), "a row is a number from 1"),
    ("what_cannot_be_read_is_a_problem", {"broken": failing}, "never raised; broken() raised OSError('down')"),
    ("what_cannot_be_read_is_a_problem", {"broken": Good}, "broken() kept silent"),
    ("problems_say_what_and_where", of(ONE, Problem("", "lost")), "a Problem says what and where"),
    ("problems_say_what_and_where", {"broken": lambda: Good((Problem("a", "b\nc"),))}, "one printable line"),
    ("an_empty_source_has_no_articles", {"empty": Good}, "an empty source gives no article"),
]


@pytest.mark.parametrize("name", TESTS)
def test_a_good_source_passes(name):
    """Every test of the contract."""
    getattr(contract(), f"test_{name}")()


@pytest.mark.parametrize(("name", "makes", "said"), BREACHES, ids=[said for _, _, said in BREACHES])
def test_a_breach_is_told(name, makes, said):
    """By the promise that was broken, and what was given instead."""
    with pytest.raises(AssertionError) as caught:
        getattr(contract(**makes), f"test_{name}")()
    assert said in str(caught.value)


def test_every_promise_can_be_broken():
    """A test of the contract that nothing here breaks might not be able to fail."""
    assert sorted({name for name, _, _ in BREACHES}) == TESTS


def test_an_error_of_the_source_is_an_answer():
    """For one that is not there, if it says so."""

    def missing(said):
        raise SourceError(said)

    contract(broken=lambda: missing("no such wire")).test_what_cannot_be_read_is_a_problem()
    with pytest.raises(AssertionError, match="a SourceError says what is wrong"):
        contract(broken=lambda: missing("")).test_what_cannot_be_read_is_a_problem()


def test_what_is_not_given_is_skipped_or_asked_for():
    """The source itself is needed; without the other two their tests say that they were not run."""
    bare = SourceContract()
    with pytest.raises(NotImplementedError, match=r"give the contract a source\(\)"):
        bare.test_it_holds_articles()
    with pytest.raises(unittest.SkipTest, match=r"given no broken\(\)"):
        bare.test_what_cannot_be_read_is_a_problem()
    with pytest.raises(unittest.SkipTest, match=r"given no empty\(\)"):
        bare.test_an_empty_source_has_no_articles()


def test_it_needs_no_test_runner():
    """It comes with the package, which needs none, and costs a test little."""
    code = "import sys, briefing.testing; print(*({'pytest', '_pytest', 'unittest', 'nltk', 'numpy'} & {*sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def test_unittest_runs_it_too():
    """With a TestCase among the bases."""

    class Case(SourceContract, unittest.TestCase):
        def source(self):
            return Good()

    result = unittest.TestResult()
    unittest.defaultTestLoader.loadTestsFromTestCase(Case).run(result)
    assert (result.testsRun, len(result.skipped)) == (len(TESTS), 2)
    assert result.wasSuccessful(), [*result.errors, *result.failures]
