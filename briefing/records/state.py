"""The state of a briefing: editions, the outbox with their letters, known problems, the articles behind the pages."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from briefing.model import Article, Edition, Entry, Letter, Past, Problem, Pruning
from briefing.model.collecting import Channel, Item
from briefing.plugins import Letters, no_letters
from briefing.records import articles, channels, database, editions, home, outbox, pruning
from briefing.records.folder import prepare
from briefing.records.past import past
from briefing.records.reading import read, version

T = TypeVar("T")

_FILE = "state.sqlite"


@contextmanager
def opened(folder: Path) -> Iterator[State]:
    """Open the state in `folder`, making what is not there; raises RecordsError, also from anything done inside."""
    prepare(folder)
    with database.opened(folder / _FILE) as connection:
        yield State(folder, connection)


@contextmanager
def blank() -> Iterator[State]:
    """Give a state that holds nothing, and leaves nothing behind."""
    with closing(database.connect("file::memory:")) as connection:
        database.migrate(connection)
        yield State(Path(), connection)


def asked(folder: Path, ask: Callable[[State], T]) -> T | None:
    """Return what `ask` finds in the state, or None where there is none; nothing is made, locked or changed there."""
    return read(folder / _FILE, lambda connection: ask(State(folder, connection)))


def schema(folder: Path) -> int | None:
    """Return the version of the state's schema, or None where there is no state; raises RecordsError."""
    return version(folder / _FILE)


def remembered(folder: Path, name: str, before: date) -> Past:
    """Return the past that the state in `folder` holds, empty where there is no state; a damaged one is an error."""
    return asked(folder, lambda state: state.past(name, before)) or Past()


@dataclass(frozen=True, slots=True)
class State:
    """The records of `plugins.Records`, in a folder; `opened` gives one to write to, `asked` one to read."""

    folder: Path
    _connection: sqlite3.Connection

    def record(self, edition: Edition, *, at: datetime, letters: Letters = no_letters) -> int:
        """Store the edition, made at `at`, and return its revision: the last one's if title and pages are the same.

        What `letters` gives for the edition under that revision is put into the outbox in the same transaction.
        """
        with database.transaction(self._connection):
            last = self.edition(edition.name, edition.day)
            if last and (last.title, last.files) == (edition.title, edition.files):
                recorded = last
            else:
                revision = editions.last_revision(self._connection, edition.name, edition.day) + 1
                recorded = replace(edition, revision=revision)
                editions.store(self._connection, recorded, at)
            outbox.put(self._connection, letters(recorded))
            outbox.thin(self._connection, edition.name, at)
            return recorded.revision

    def edition(self, name: str, day: date | None = None, revision: int | None = None) -> Edition | None:
        """Return that revision of that day, or the last of that day, or of the latest day; None if there is none."""
        return editions.find(self._connection, name, day, revision)

    def entries(self, name: str) -> tuple[Entry, ...]:
        """Return every revision of every edition of that name, in order, as the list has it."""
        return editions.entries(self._connection, name)

    def past(self, name: str, before: date) -> Past:
        """Return what the editions before that day printed and were made from: of each day the latest revision."""
        return past(self._connection, name, before)

    def pruning(self, name: str, before: date) -> Pruning:
        """Return what would go if that name's editions before that day were pruned; the latest edition always stays."""
        return pruning.plan(self._connection, name, before, stored=articles.hashes(self.folder))

    def prune(self, plan: Pruning) -> None:
        """Remove what `pruning` found; what became of each mail stays known."""
        pruning.prune(self._connection, plan)
        for sha256 in plan.texts or ():
            articles.drop(self.folder, sha256)

    def queue(self, letters: Iterable[Letter]) -> None:
        """Commit letters of a recorded edition into the outbox, in place of those that it has of the same revision."""
        with database.transaction(self._connection):
            outbox.put(self._connection, letters)

    def letters(self, name: str, *, day: date | None = None, states: Collection[str] = ()) -> tuple[Letter, ...]:
        """Return a briefing's letters in order of their numbers, without their bytes: of one day, in some states."""
        return outbox.letters(self._connection, name, day=day, states=states)

    def letter(self, number: int) -> Letter | None:
        """Return the letter of that number with its bytes, or None."""
        return outbox.letter(self._connection, number)

    def mark(self, letter: Letter) -> None:
        """Commit what became of a letter."""
        outbox.mark(self._connection, letter)

    def thread(self, name: str, recipient: str, before: date) -> str:
        """Return the Message-ID of the last letter to a recipient before a day, "" if there was none."""
        return outbox.thread(self._connection, name, recipient, before)

    def new_problems(self, name: str, problems: Iterable[Problem], *, day: date) -> tuple[Problem, ...]:
        """Return the problems that the last call did not know, and remember just these: one that went is forgotten."""
        present = {(_storable(problem.where), _storable(problem.what)): problem for problem in problems}
        with database.transaction(self._connection):
            query = "SELECT place, what, first_day FROM problems WHERE name = ?"
            known = {(place, what): first for place, what, first in self._connection.execute(query, (name,))}
            self._connection.execute("DELETE FROM problems WHERE name = ?", (name,))
            rows = [(name, *key, known.get(key, day.isoformat())) for key in sorted(present)]
            self._connection.executemany(
                "INSERT INTO problems (name, place, what, first_day) VALUES (?, ?, ?, ?)", rows
            )
        return tuple(problem for key, problem in present.items() if key not in known)

    def damage(self) -> tuple[str, ...]:
        """Return what SQLite finds wrong with the database, whole; a gigabyte takes some ten seconds."""
        return database.damage(self._connection)

    def moved(self) -> tuple[Problem, ...]:
        """Return the problem that the state was last used on another machine or in another place, if it was."""
        return home.moved(self._connection, self.folder)

    def move(self) -> tuple[Problem, ...]:
        """Return what `moved` does, and remember that the state is used here: it is told once."""
        problems = self.moved()
        home.move(self._connection, self.folder)
        return problems

    def channel(self, address: str) -> Channel | None:
        """Return what is known of a feed, page or mailbox, by the address that the user gave, or None."""
        return channels.channel(self._connection, address)

    def items(self, address: str) -> tuple[Item, ...]:
        """Return what a channel has given, each thing as it was given last."""
        return channels.items(self._connection, address)

    def items_at(self, place: str) -> tuple[Item, ...]:
        """Return what was found at an address, whichever channel led there, each thing as it was given last."""
        return channels.items_at(self._connection, place)

    def of_text(self, sha256: str) -> tuple[Item, ...]:
        """Return the items that became the text with this hash, the first one first."""
        return channels.of_text(self._connection, sha256)

    def settle(self, channel: Channel, items: Iterable[Item] = (), problems: Iterable[Problem] = ()) -> None:
        """Commit at once what a channel answered and the items that it stands for; their texts are to be kept before.

        Otherwise "unchanged" would be believed of what was never stored.
        """
        with database.transaction(self._connection):
            channels.put(self._connection, channel, items)
            channels.tell(self._connection, problems)

    def told(self, place: str) -> tuple[Problem, ...]:
        """Return everything that was ever said to be wrong at an address."""
        return channels.told(self._connection, place)

    def keep(self, article: Article) -> None:
        """Store the article's text as it was read."""
        articles.keep(self.folder, article)

    def stored(self, sha256: str) -> str | None:
        """Return the text with this hash, or None: not kept, or no longer what it was."""
        return articles.stored(self.folder, sha256)


def _storable(text: str) -> str:
    """Escape what UTF-8 cannot hold: the name of a file whose bytes are no text."""
    return text.encode(errors="backslashreplace").decode()
