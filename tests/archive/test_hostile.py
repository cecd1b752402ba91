"""Texts that would do something if they were let: on the pages, in the feed and in the search's data they are words."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.archive.folder import LIST
from briefing.language.display import shown
from briefing.model import ArchivedEdition, ArchivedPart, ArchivedStatement, Location, Published, Seen, Site, Span
from briefing.renderers.site.feed import feed
from briefing.renderers.site.paths import is_ours, theme_path

from .conftest import files, record

ATTACKS = tomllib.loads((Path(__file__).parents[1] / "renderers" / "attacks.toml").read_text("utf-8"))["attack"]
DAY = date(2026, 11, 22)
URLS = ("javascript:alert(1)", "data:text/html,x", "//evil.example", "https://evil.example/\"><script>alert(1)</script>")
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


def site(command, folder: Path, text: str, url: str) -> Path:
    """The archive of an edition in which everything is that text."""
    folder.mkdir()
    config = folder / "briefing.toml"
    config.write_text(f'name = "orr"\ntitle = {json.dumps(text)}\nstate = "state"\n')
    record(folder / "state", [DAY], text, theme=text, title=text, source=text, url=url, head=text)
    ran = command("archive", folder / "site", "--config", config, "-q")
    assert (ran.code, ran.err) == (0, ""), text
    return folder / "site"


@pytest.mark.parametrize("quarter", range(4))
def test_no_text_becomes_anything_but_words(command, tmp_path, quarter):
    """As title of the briefing, the edition and the article, as theme, source, statement and address."""
    plain = site(command, tmp_path / "plain", "A plain text", "https://news.example/")
    ours = {path.parent.name + path.name[:6]: _Page(path.read_text("utf-8")) for path in pages(plain)}
    for number, attack in list(enumerate(ATTACKS))[quarter * MANY : (quarter + 1) * MANY]:
        folder = site(command, tmp_path / str(number), attack["text"], URLS[number % len(URLS)])
        want = "".join(shown(attack["text"]).split())
        for path in pages(folder):
            found = _Page(path.read_text("utf-8"))
            like = "themes" if path.parent.name == "themes" else path.parent.name + path.name[:6]
            allowed = next(page.tags for key, page in ours.items() if key.startswith(like)) | {"a"}
            assert found.tags <= allowed, (attack["why"], path.name)
            assert want in "".join("".join(found.words).split()), (attack["why"], path.name)
            assert all(re.match(r"(?:\.\./|editions/|themes/|[\w-]+\.(?:html|xml|md))?[^:]*$|https://evil|data:,$", link)
                       for link in found.links), (attack["why"], found.links)  # fmt: skip
        assert {name for name in files(folder) if name != LIST and not is_ours(name)} == set()


def pages(folder: Path) -> list[Path]:
    """The pages of a site that are not recorded ones."""
    return sorted(path for path in folder.rglob("*.html") if "-r1" not in path.name)


@pytest.mark.parametrize("quarter", range(4))
def test_the_feed_and_the_searchs_data_give_every_text_back(command, tmp_path, quarter):
    """XML and JSON that parse, with the words in them, and nothing that ends the script that they stand in."""
    for number, attack in list(enumerate(ATTACKS))[quarter * MANY : (quarter + 1) * MANY]:
        folder = site(command, tmp_path / str(number), attack["text"], URLS[0])
        want = " ".join(shown(attack["text"]).split())
        root = ET.fromstring((folder / "feed.xml").read_bytes())
        assert " ".join(root.find("{*}title").text.split()) == want
        html = (folder / "search.html").read_text("utf-8")
        assert html.count("</script>") == 2
        data = json.loads(re.search(r'id="look-up">(.*?)</script>', html)[1])
        ((text, *_),) = data["rows"]
        assert " ".join(text.split()) == want


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
    at = date_time()
    said = Published(DAY, "1.1", "a", 0, 1, words, Span(0, 1), ())
    statement = ArchivedStatement(said, Seen("a", DAY, title=title, location=Location("/a")))
    part = ArchivedPart(None, "themes/other.html", DAY, "editions/x.html", (statement,))
    edition = ArchivedEdition(DAY, title, 1, at, at, "editions/x.html", parts=(part,))
    text = feed(Site(title, "en", "urn:x", (edition,)), lambda _: shown(words))
    assert ET.fromstring(text.encode()).find("{*}entry/{*}title").text.endswith(", 22 November 2026")


def date_time():
    """A moment."""
    from datetime import UTC, datetime

    return datetime(2026, 11, 22, 7, tzinfo=UTC)
