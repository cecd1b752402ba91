"""What a parser makes of foreign bytes: plain texts, nothing that runs, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.model import Problem


@dataclass(frozen=True, slots=True)
class Document:
    """One article as a parser found it.

    `stated` is what it says of itself, as it stands there: "id", "title", "date", "source", "url", "language". Where
    `is_whole` is False the text only stands for the article (a feed's summary, "" for none), which is behind its URL.
    """

    text: str = ""
    stated: Mapping[str, str] = field(default_factory=dict)
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Parsed:
    """What some bytes hold: documents in their order, and a problem for each thing that could not be used.

    `title` is that of the whole (a feed's). `links` are the addresses of the feeds that it names: all of them for a
    list of feeds, those that a web page offers. `is_cut`: it breaks off, so that more may have stood behind it.
    """

    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    title: str = ""
    links: tuple[str, ...] = ()
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of some bytes besides themselves.

    `where` names them in problems; `address` is where they were fetched, "" for a file; `charset` is what the server
    said.
    """

    where: str
    address: str = ""
    charset: str = ""
