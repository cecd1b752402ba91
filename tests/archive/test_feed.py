"""The Atom feed: valid by the rules of RFC 4287, read back by feedparser, and the same entries for ever."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID
from xml.etree import ElementTree as ET

import feedparser
import pytest

from briefing.records.state import asked
from briefing.renderers.site.feed import LATEST

from .conftest import DAM, DAYS, publish

ATOM = "{http://www.w3.org/2005/Atom}"
# RFC 3339 as RFC 4287, 3.3 narrows it: with an upper-case T, and Z or an offset.
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
ONCE = {  # which children an element has: exactly one, at most one, any number (RFC 4287, 4.1.1 and 4.1.2)
    "feed": ({"id", "title", "updated"}, {"generator", "icon", "rights", "subtitle"}, {"author", "link", "entry"}),
    "entry": ({"id", "title", "updated"}, {"published", "content", "summary", "rights", "source"}, {"author", "link"}),
    "author": ({"name"}, {"uri", "email"}, set()),
}  # fmt: skip


def faults(text: str) -> list[str]:
    """What RFC 4287 has against a feed."""
    root = ET.fromstring(text)
    found = [] if root.tag == f"{ATOM}feed" else ["no atom:feed"]
    for element in root.iter():
        name = element.tag.removeprefix(ATOM)
        children = [child.tag.removeprefix(ATOM) for child in element]
        one, most, many = ONCE.get(name, (set(), set(), set()))
        found += [f"{name}: not one {c}" for c in one if children.count(c) != 1]
        found += [f"{name}: several {c}" for c in most if children.count(c) > 1]
        found += [f"{name}: holds {c}" for c in children if c not in one | most | many]
        if name in ("updated", "published"):
            found += [] if MOMENT.fullmatch(element.text) and datetime.fromisoformat(element.text) else [element.text]
        if name == "id":
            found += [] if urlsplit(element.text).scheme else [f"{element.text} is no IRI"]
        if name == "link":
            found += [] if element.get("href") else ["a link without href"]
    ids = [one.text for one in root.iter(f"{ATOM}id")]
    found += [] if len(ids) == len(set(ids)) else ["an id twice"]
    found += [] if root.find(f"{ATOM}author") is not None else ["no author"]
    for holder in (root, *root.iter(f"{ATOM}entry")):
        links = [(one.get("rel"), one.get("type")) for one in holder.findall(f"{ATOM}link")]
        found += [] if len(links) == len(set(links)) and ("alternate", "text/html") in links else [f"links {links}"]
    found += [] if root.find(f"{ATOM}link[@rel='self']") is not None else ["no link to itself"]
    return found


def archive(command, folder: Path, settings: Path, *more: str) -> str:
    """Keep it once more, and return its feed."""
    assert command("archive", folder, "--config", settings, "-q", *more).code == 0
    return (folder / "feed.xml").read_text("utf-8")


def test_it_is_valid(command, archived, published):
    """With links relative to itself, or under the address that was named."""
    assert faults((archived / "feed.xml").read_text("utf-8")) == []
    assert faults(archive(command, archived, published, "--url", "https://orr.example/news")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<id>", "<x><id></id></x><id>"), ("<updated>20", "<updated>on 20"), ("<author>", "<title>x</title><author>"),
        ('rel="self"', 'rel="other"'), ("urn:uuid:", ""), ("<name>", "<uri>x</uri><nome>"),
    ],
)  # fmt: skip
def test_the_rules_find_what_breaks_them(archived, old, new):
    """Else they would prove nothing."""
    text = (archived / "feed.xml").read_text("utf-8").replace(old, new)
    text = re.sub(r"<nome>(.*?)</name>", r"<nome>\1</nome>", text)
    assert faults(text)


def test_a_reader_of_feeds_reads_it_back(command, archived, published):
    """Titles, days and words of every edition, the latest first, nothing to complain of."""
    text = archive(command, archived, published, "--url", "https://orr.example/news")
    read = feedparser.parse(text.encode())
    assert not read.bozo
    assert read.version == "atom10"
    assert (read.feed.title, read.feed.author, read.feed.language) == ("The Orr briefing", "The Orr briefing", "en")
    assert [entry.title for entry in read.entries] == [
        f"The Orr briefing, {day}" for day in ("22 November 2026", "21 November 2026", "31 December 2025")
    ]
    for (day, _), entry in zip(reversed(DAYS), read.entries, strict=True):
        assert entry.link == f"https://orr.example/news/editions/{day}.html"
        assert entry.content[0].type == "text/html"
        on = date.fromisoformat(day)
        edition = asked(published.parent / "state", lambda state, on=on: state.edition("orr", on))
        assert edition.statements
        for one in edition.statements:
            assert one.text in entry.content[0].value
    assert {link.rel: link.href for link in read.feed.links} == {
        "self": "https://orr.example/news/feed.xml", "alternate": "https://orr.example/news/index.html",
    }  # fmt: skip


def test_an_entry_is_the_same_for_ever_and_a_revision_updates_it(command, archived, published):
    """Also when the first edition is gone, from which the feed once had its name."""

    def entries(text: str) -> dict[str, tuple[str, str, str]]:
        return {e.title: (e.id, e.published, e.updated) for e in feedparser.parse(text.encode()).entries}

    before = (archived / "feed.xml").read_text("utf-8")
    publish(published, "2026-11-22", {"dam.txt": DAM.format(900)})
    command("editions", "prune", "--before", "2026-11-21", "--config", published, "-q")
    after = archive(command, archived, published)
    was, now = entries(before), entries(after)
    assert set(was) - set(now) == {"The Orr briefing, 31 December 2025"}
    assert feedparser.parse(before.encode()).feed.id == feedparser.parse(after.encode()).feed.id
    assert now["The Orr briefing, 21 November 2026"] == was["The Orr briefing, 21 November 2026"]
    old, new = (those["The Orr briefing, 22 November 2026"] for those in (was, now))
    assert new[:2] == old[:2]
    assert new[2] >= old[2]
    assert UUID(new[0].removeprefix("urn:uuid:")).version == 5


def test_a_long_archive_has_its_last_editions_in_the_feed(command, long_settings):
    """The others stand in the index."""
    folder = long_settings.parent / "site"
    read = feedparser.parse(archive(command, folder, long_settings).encode())
    assert len(read.entries) == LATEST
    assert len(list((folder / "editions").iterdir())) == LATEST + 5
