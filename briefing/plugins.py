"""The contracts that you can implement, as Protocols.

A plugin is a callable or a small object; its dataclass fields are its options. Name your own under the entry point
group `briefing.plugins` as `KIND:NAME` (`method:mine = "package.module:Mine"`), and it can be named like ours; a source
as `source:NAME`, for a `SourceFactory`, a way out for mail as `delivery:NAME`, for a `DelivererFactory`.
`briefing.testing` holds the tests that these must pass.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

from briefing.model import Article, Briefing, Edition, Letter, Past, Pile, Problem, Rendered, Sentence

if TYPE_CHECKING:
    from briefing.credentials import Credentials
    from briefing.settings import Mail

S = TypeVar("S")
T = TypeVar("T")


class Shard(Protocol):
    """A part of a source, small and picklable, that can be read again and gives the same each time.

    In any process, in the same order, also while another reading of it is under way or was left half done. One that
    also has a `size`, of roughly so many bytes, helps to judge whether several processes would pay.
    """

    def read(self) -> Iterator[Article | Problem]:
        """Yield the shard's articles; what cannot be read is yielded as a `Problem`, never raised."""
        ...


class Source(Protocol):
    """Where articles come from."""

    def shards(self) -> Iterable[Shard]:
        """Cut the source into shards; raises SourceError if there is no such source."""
        ...


class SourceFactory(Protocol):
    """What the entry point `source:NAME` of another package leads to: a class or function that gives its source.

    Each name `NAME:ARGUMENT` in `sources` is one call. The argument is whatever follows the first colon, never "//" at
    its beginning; of a page that is verified it may be a stranger's. The articles are located at that name, so of an
    article's `location` only the `row` is yours: a number from 1 that it has to itself and keeps when others come and
    go (0: the source holds one article). Metadata is cleaned, and texts and rows are checked, when they are taken.

    A shard is read once a run, and what it gave is held in memory. Whatever is raised elsewhere than here, and whatever
    is yielded that is no article, becomes a `Problem`.
    """

    def __call__(self, argument: str, *, language: str) -> Source:
        """Return the source; raises SourceError for an argument that means nothing, and looks no further.

        `language` is for articles that state none: a code such as "en", or "auto", to be told by the text.
        """
        ...


class Summariser(Protocol):
    """A method of ranking. It scores; choosing a *set* of sentences is `stages.select`'s, the same for every method."""

    def __call__(self, sentences: Sequence[Sentence], pile: Pile) -> Sequence[float]:
        """Score each sentence of one list (an article's, or a theme's from many articles): finite, higher is better.

        The same list gives the same scores in any process; one, two, equal or wordless sentences are no exception.
        """
        ...


class Renderer(Protocol):
    """Lays a briefing out as a page."""

    @property
    def suffix(self) -> str:
        """What a page's file name ends in, without the dot."""
        ...

    def own_words(self, language: str) -> frozenset[str]:
        """The words, in small letters, that any page in a language may hold; `verify` does not ask whence."""
        ...

    def __call__(self, briefing: Briefing, folder: str) -> Rendered:
        """Return the page, a text or bytes; `folder` is the absolute path where it will stand, for relative links."""
        ...


class Deliverer(Protocol):
    """Hands letters over, one at a time; transport only."""

    def __call__(self, letter: Letter, handing_over: Callable[[], None]) -> None:
        """Deliver `letter.data`, as it is, from its sender to its recipient.

        Call `handing_over` once, right before the letter may arrive: what ends the program before that call has sent
        nothing, and after it the letter is uncertain. Raises DeliveryError: `temporary` where trying again can help,
        `uncertain` where it may have arrived, `general` where the next letter would fare the same.
        """
        ...

    def close(self) -> None:
        """Let go of what was kept open between letters; another letter may follow all the same."""
        ...


@runtime_checkable
class Greeter(Protocol):
    """A deliverer that can be tried without a letter, for `briefing check --online`."""

    def greet(self) -> str:
        """Go all the way up to the first letter, and say in words how far that was; raises DeliveryError."""
        ...


class DelivererFactory(Protocol):
    """What the entry point `delivery:NAME` of another package leads to, for `mail.transport = "NAME"`."""

    def __call__(self, mail: Mail, credentials: Credentials) -> Deliverer:
        """Return the way out; raises SettingsError where `mail` lacks what it takes."""
        ...


class Lost(Exception):
    """Some shards, or parts of them, cost whatever worked on them its life, each time; with each, how.

    All the others were worked on, and can be again. A shard may have a method `divided()`, by which it is told which
    of its articles it is: it returns the two halves of the shard, or what is left where there is no more to halve.
    """

    def __init__(self, shards: Sequence[tuple[Any, str]]) -> None:
        super().__init__(f"{len(shards)} shards cannot be worked on")
        self.shards = tuple(shards)


Told = Callable[[int], None]
"""Is told each time that some more shards are done, how many."""


def untold(_count: int) -> None:
    """Nobody wants to know."""


class Executor(Protocol):
    """Where the work is done: a fold over shards."""

    def fold(
        self, work: Callable[[S], T], shards: Iterable[S], merge: Callable[[T, T], T], empty: T, *, told: Told = untold
    ) -> T:
        """Return `merge` over `work(shard)` of every shard, in any grouping and order; `merge` allows for that.

        Raises what `work` raises, and Lost.
        """
        ...


Letters = Callable[[Edition], Iterable[Letter]]
"""Gives the letters of an edition, once its revision is known."""


def no_letters(edition: Edition) -> Iterable[Letter]:
    """Give none: an edition need not be mailed."""
    return ()


class Records(Protocol):
    """What is remembered between runs. Every method raises RecordsError where it cannot be read or written."""

    def record(self, edition: Edition, *, at: datetime, letters: Letters = no_letters) -> int:
        """Store the edition, made at `at`, and return its revision: the last one's if title and pages are the same.

        What `letters` gives for the edition under that revision is put into the outbox in the same transaction.
        """
        ...

    def edition(self, name: str, day: date | None = None) -> Edition | None:
        """Return the last revision of that day, or of the latest day recorded; None if there is none."""
        ...

    def past(self, name: str, before: date) -> Past:
        """Return what the editions before that day printed and were made from: of each day the latest revision."""
        ...

    def queue(self, letters: Iterable[Letter]) -> None:
        """Commit letters of a recorded edition into the outbox, in place of those that it has of the same revision."""
        ...

    def letters(self, name: str, *, day: date | None = None, states: Collection[str] = ()) -> tuple[Letter, ...]:
        """Return a briefing's letters in order of their numbers, without their bytes: of one day, in some states."""
        ...

    def letter(self, number: int) -> Letter | None:
        """Return the letter of that number with its bytes, or None."""
        ...

    def mark(self, letter: Letter) -> None:
        """Make lasting what became of a letter; its bytes and its identity stay as they are."""
        ...

    def thread(self, name: str, recipient: str, before: date) -> str:
        """Return the Message-ID of the last letter to a recipient before a day, "" if there was none."""
        ...

    def new_problems(self, name: str, problems: Iterable[Problem], *, day: date) -> tuple[Problem, ...]:
        """Return the problems that the last call did not know, and remember just these: one that went is forgotten."""
        ...

    def keep(self, article: Article) -> None:
        """Store the article's text as it was read, and what was stated of it there."""
        ...

    def stored(self, sha256: str) -> str | None:
        """Return the text with this hash, or None: not kept, or no longer what it was."""
        ...
