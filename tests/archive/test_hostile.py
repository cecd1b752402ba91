"""Texts that would do something if they were let: on the pages, in the feed and in the search's data they are words."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.archive import keep
from briefing.archive.folder import LIST
from briefing.language.display import shown
from briefing.model import Location, Published, Seen, Span
from briefing.model.archive import ArchivedEdition, ArchivedPart, ArchivedStatement, Site
from briefing.records.state import asked
from briefing.renderers.site.feed import feed
from briefing.renderers.site.pages import SitePages
from briefing.renderers.site.paths import is_ours, theme_path
from briefing.resources import templates

from .conftest import files, record

ATTACKS = tomllib.loads((Path(__file__).parents[1] / "attacks.toml").read_text("utf-8"))["attack"]
DAY = date(2026, 11, 22)
URLS = ("javascript:alert(1)", "data:text/html,x", "//evil.example", 'https://evil.example/"><script>alert(1)</script>')
# To a page of the site or a place on it, to an article by http or https, and the icon that is none.
LINK = re.compile(
    r"#[\w-]+|(?:\.\./)?(?:editions/|themes/)?[\w-]+\.(?:html|md|pdf|xml)(?:#p[\d.]+|#themes)?|https://\S+|data:,"
)
MANY = len(ATTACKS) // 4 + 1


class _Page(HTMLParser):
    """The elements of a page, its links, and its words but for those in scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.words: list[str] = []
        self.inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        assert not [name for name, _ in attrs if name.startswith("on") or name == "style"]
        self.inside = tag

    def handle_data(self, data: str) -> None:
        if self.inside not in ("script", "style"):
            self.words.append(data)

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""


def kept(folder: Path, text: str, url: str) -> Path:
    """The archive of an edition in which everything is that text."""
    record(folder / "state", [DAY], text, theme=text, title=text, source=text, url=url, head=text)
    site, render = Site(text, "en", "", ()), SitePages((str(templates()),))
    asked(folder / "state", lambda state: keep(state, "orr", folder / "site", site, render))
    return folder / "site"


def pages(folder: Path) -> dict[str, _Page]:
    """The pages of a site that are not recorded ones, by their kind."""
    found = sorted(path for path in folder.rglob("*.html") if "-r1" not in path.name)
    return {path.name if path.parent == folder else path.parent.name: _Page(path.read_text("utf-8")) for path in found}


def one_line(text: str) -> str:
    """A text as it is shown."""
    return " ".join(shown(text).split())


@pytest.mark.parametrize("quarter", range(4))
def test_no_text_becomes_anything_but_words(tmp_path, quarter):
    """As title of the briefing, the edition and the article, as theme, source, statement and address."""
    ours = pages(kept(tmp_path / "plain", "A plain text", "https://news.example/"))
    for number, attack in list(enumerate(ATTACKS))[quarter * MANY : (quarter + 1) * MANY]:
        folder = kept(tmp_path / str(number), attack["text"], URLS[number % len(URLS)])
        for kind, found in pages(folder).items():
            assert found.tags <= ours[kind].tags, (attack["why"], kind)
            assert one_line(attack["text"]) in " ".join("".join(found.words).split()), (attack["why"], kind)
            assert all(LINK.fullmatch(link) for link in found.links), (attack["why"], found.links)
        assert [name for name in files(folder) if name != LIST and not is_ours(name)] == []
        is_given_back(folder, one_line(attack["text"]))


def is_given_back(folder: Path, text: str) -> None:
    """Whether the feed is XML and the search's data JSON that give the text back, and nothing ends their element."""
    assert " ".join(ET.fromstring((folder / "feed.xml").read_bytes()).find("{*}title").text.split()) == text
    html = (folder / "search.html").read_text("utf-8")
    assert html.count("</script>") == 2
    ((said, *_),) = json.loads(re.search(r'id="look-up">(.*?)</script>', html)[1])["rows"]
    assert " ".join(said.split()) == text


@settings(max_examples=300, deadline=None)
@given(st.text(), st.text())
def test_a_theme_of_any_name_has_a_path_that_is_safe_and_its_own(one, other):
    """Letters, digits and hyphens, whatever the name; no two names share one, on disks without capitals either."""
    for name in (one, other):
        assert re.fullmatch(r"themes/[a-z0-9]+(?:-[a-z0-9]+)*\.html", theme_path(name))
        assert is_ours(theme_path(name))
        assert theme_path(name) != theme_path(None)
    assert (theme_path(one) == theme_path(other)) == (one == other)


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters()), st.text(st.characters()))
def test_the_feed_is_well_formed_whatever_a_title_holds(title, words):
    """Control characters, lone surrogates and what XML has no place for as well."""
    at = datetime(2026, 11, 22, 7, tzinfo=UTC)
    said = Published(DAY, "1.1", "a", 0, 1, words, Span(0, 1), ())
    statement = ArchivedStatement(said, Seen("a", DAY, title=title, location=Location("/a")))
    part = ArchivedPart(None, "themes/other.html", DAY, "editions/x.html", (statement,))
    edition = ArchivedEdition(DAY, title, 1, at, at, "editions/x.html", parts=(part,))
    text = feed(Site(title, "en", "urn:x", (edition,)), lambda _: shown(words))
    assert ET.fromstring(text.encode()).find("{*}entry/{*}title").text.endswith(", 22 November 2026")
