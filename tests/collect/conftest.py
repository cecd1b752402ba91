"""A web that answers as it is told, and feeds of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from briefing.collect import Doors, collect
from briefing.fetchers.answers import Answer, Ask, Failure
from briefing.fetchers.mailbox import Post
from briefing.model.collecting import Polled, Tour
from briefing.records.state import opened

FEED = "https://harbour.example/feed.xml"
NOW = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
LONG = "The harbour authority closed the northern quay on Friday after cracks were found in its wall. " * 8


@dataclass
class FakeWeb:
    """Answers each address with what was put there; `asked` is all that it was asked."""

    answers: dict[str, Answer | Failure | bytes] = field(default_factory=dict)
    asked: list[Ask] = field(default_factory=list)

    def __call__(self, asks: Iterable[Ask]) -> Iterator[tuple[Ask, Answer | Failure]]:
        """Yield an answer to each, a 404 for what is not there."""
        for ask in asks:
            self.asked.append(ask)
            found = self.answers.get(ask.address, Failure("is not there (404)", "look where it is now"))
            yield ask, Answer(ask.address, found) if isinstance(found, bytes) else found

    @property
    def addresses(self) -> list[str]:
        """What was asked, in order; forgotten once read."""
        found = [ask.address for ask in self.asked]
        self.asked.clear()
        return found


@dataclass
class Desk:
    """A state and a web: what a run of collecting needs."""

    folder: Path
    web: FakeWeb = field(default_factory=FakeWeb)
    mailbox: Callable[..., Post | Failure] = lambda *_: Failure("there is no mailbox")

    def collect(self, *names: str, now: datetime = NOW, **tour: object) -> tuple[Polled, ...]:
        """Collect once."""
        with opened(self.folder) as records:
            return collect(Tour(names or (FEED,), now, **tour), Doors(self.web, self.mailbox), records)  # type: ignore[arg-type]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty state, and a web with nothing in it."""
    return Desk(tmp_path / "state")


def entry(
    key: str, text: str = LONG, *, at: datetime | None = NOW - timedelta(hours=1), link: str = "", summary: str = ""
) -> str:
    """An entry of an RSS feed; without a text it only links."""
    date = f"<pubDate>{at:%a, %d %b %Y %H:%M:%S} +0000</pubDate>" if at else ""
    content = f"<content:encoded>{escape(f'<p>{text}</p>')}</content:encoded>" if text else ""
    address = link or f"https://harbour.example/{key}"
    told = f"<description>{escape(summary)}</description>" if summary else ""
    return (
        f"<item><title>Story {key}</title><link>{escape(address)}</link><guid isPermaLink='false'>{key}</guid>"
        f"{date}{told}{content}</item>"
    )


def feed(*entries: str, title: str = "Harbour Courier") -> bytes:
    """An RSS feed."""
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    inside = "".join(entries)
    channel = f"<channel><title>{title}</title>{inside}</channel>"
    return f'<?xml version="1.0"?><rss version="2.0" {spaces}>{channel}</rss>'.encode()


def page(text: str, *, title: str = "A page", date: str = "") -> bytes:
    """A web page with an article."""
    meta = f'<meta property="article:published_time" content="{date}">' if date else ""
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title>{meta}</head>"
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    ).encode()
