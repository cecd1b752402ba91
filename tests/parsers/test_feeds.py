"""Feeds: every flavour, broken ones, and hostile ones."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from briefing.parsers.feed import documents
from briefing.parsers.kinds import kind_of
from briefing.parsers.parsed import Hints, Parsed
from briefing.parsers.worker import parse

GIVEN = tomllib.loads(Path(__file__).with_name("feeds.toml").read_text("utf-8"))
HINTS = Hints("the feed", "https://feeds.example/feed")
RSS = '<rss version="2.0"><channel><title>Marn</title>%s</channel></rss>'
FINE = RSS % "<item><title>Rain</title><link>https://news.example/rain</link></item>"


def read(text: str) -> Parsed:
    """Read a feed in this process."""
    return documents(text.replace("WHOLE", GIVEN["whole"]).encode(), HINTS)


@pytest.mark.parametrize("feed", GIVEN["feed"], ids=lambda feed: feed["reason"])
def test_a_feed_is_what_it_says(feed):
    """Its title, its problems, and of each entry what the case names."""
    parsed = read(feed["text"])
    assert parsed.title == feed["title"]
    assert len(parsed.problems) == len(feed.get("problems", []))
    for problem, says in zip(parsed.problems, feed.get("problems", []), strict=True):
        assert says in problem.what
        assert problem.where == "the feed"
        assert problem.remedy
    assert len(parsed.documents) == len(feed["entries"])
    for document, entry in zip(parsed.documents, feed["entries"], strict=True):
        wanted = dict(entry)
        assert document.is_whole == wanted.pop("whole", document.is_whole)
        text, exact = wanted.pop("text", None), wanted.pop("exact", False)
        assert text is None or (document.text == text if exact or not text else document.text.startswith(text))
        assert {key: document.stated.get(key, "") for key in wanted} == wanted
    assert list(parsed.links) == feed.get("links", [])


def test_paragraphs_stand_apart():
    """In the text of an entry."""
    assert "the summer.\n\n“We cannot wait" in read(GIVEN["feed"][0]["text"]).documents[0].text


def test_every_entry_is_known_by_something_of_its_own():
    """Without id, link, title and date, too; and by the same the next day, when others stand before it."""
    items = [f"<item><description>It {falls}.</description></item>" for falls in ("rains", "snows", "hails")]
    ids = [d.stated["id"] for d in read(RSS % "".join(items)).documents]
    later = [d.stated["id"] for d in read(RSS % "".join(["<item><title>New</title></item>", *items])).documents]
    assert len(set(ids)) == 3
    assert later[1:] == ids


@pytest.mark.parametrize(
    ("declared", "server", "really"),
    [
        ("utf-8", "", "cp1252"),
        ("iso-8859-1", "", "utf-8"),
        ("utf-8", "iso-8859-1", "utf-8"),
        ("iso-8859-1", "utf-8", "iso-8859-1"),
        ("utf-16", "", "utf-8"),
        ("windows-1251", "", "utf-16"),
        ("utf-8", "us-ascii", "utf-8-sig"),
    ],
)
def test_charsets_that_lie(declared, server, really):
    """The characters come out as they were written."""
    text = (
        f'<?xml version="1.0" encoding="{declared}"?>' + RSS % "<item><title>Müller à l'Été, señor Ñandú</title></item>"
    )
    (document,) = documents(text.encode(really), Hints("a", "", server)).documents
    assert document.stated["title"] == "Müller à l'Été, señor Ñandú"


def test_a_nul_spoils_nothing():
    """Nor does any other character that XML forbids."""
    (document,) = documents(FINE.replace("Rain", "Ra\0i\x0bn").encode(), HINTS).documents
    assert document.stated["title"] == "Rain"


def test_bytes_are_never_taken_for_a_path(tmp_path, monkeypatch):
    """A feed that consists of a file's name is no feed."""
    (tmp_path / "secret.xml").write_text(FINE)
    monkeypatch.chdir(tmp_path)
    assert documents(b"secret.xml", HINTS).documents == ()
    assert documents(str(tmp_path / "secret.xml").encode(), HINTS).documents == ()


LAUGHS = "".join(f'<!ENTITY l{k} "{f"&l{k - 1};" * 10}">' for k in range(1, 10))
CANARY = "canary-5512"
ITEM = "<item><title>%s</title></item>"


@pytest.mark.parametrize(
    ("doctype", "title"),
    [
        (f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>', "&l9;"),
        (f'<!DOCTYPE rss [<!ENTITY q "{"a" * 100_000}">]>', "&q;" * 20_000),
        ('<!DOCTYPE rss [<!ENTITY x SYSTEM "file://PATH">]>', "&x;"),
        ('<!DOCTYPE rss [<!ENTITY % p SYSTEM "file://PATH"> %p;]>', "&x;"),
        ('<!DOCTYPE rss SYSTEM "file://PATH">', "a"),
        ('<!DOCTYPE rss [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>', "&x;"),
    ],
    ids=["billion laughs", "quadratic", "file", "parameter", "external DTD", "network"],
)
@pytest.mark.parametrize("kind", ["feed", "feeds", "html"])
def test_entities_are_harmless(kind, doctype, title, tmp_path):
    """They are neither multiplied nor read from a file, in a feed as in a list of feeds."""
    (tmp_path / "secret").write_text(f'<!ENTITY x "{CANARY}">{CANARY}')
    body = RSS % (ITEM % title) if kind == "feed" else f'<opml><body><outline text="{title}"/>{title}</body></opml>'
    data = f"<?xml version='1.0'?>{doctype}{body}".replace("PATH", str(tmp_path / "secret")).encode()
    parsed = parse(kind, data, Hints("hostile"))
    assert CANARY not in str(parsed)
    assert len(str(parsed)) < 1_000_000
    assert len(parsed.problems) <= 1
    assert not any("within" in problem.what for problem in parsed.problems)


@pytest.mark.parametrize(
    "text",
    [
        RSS % (ITEM % ("<b>" * 100_000)),
        "<rss>" + "<channel>" * 100_000,
        RSS % ("<item><description>" + "&lt;div&gt;" * 50_000 + "</description></item>"),
        '{"items": [' + "[" * 100_000,
        "<opml><body>" + '<outline text="a">' * 100_000,
        "<" * 500_000,
        "<?xml " * 100_000,
    ],
    ids=lambda text: text[-12:],
)
def test_nesting_is_harmless(text):
    """However deep: a problem at most, and the next feed is read."""
    for kind in ("feed", "feeds"):
        parsed = parse(kind, text.encode(), Hints("deep"))
        assert len(parsed.problems) <= 1
        assert not any("within" in problem.what for problem in parsed.problems)
    assert len(parse("feed", FINE.encode(), Hints("fine")).documents) == 1


def test_fifty_thousand_entries():
    """Are read, each of them: 4 seconds of work, for which a busy machine may take its time."""
    items = "".join(f"<item><title>Rain {k}</title><link>https://a.example/{k}</link></item>" for k in range(50_000))
    parsed = parse("feed", (RSS % items).encode(), Hints("large"), deadline=300)
    assert parsed.problems == ()
    assert len({document.stated["id"] for document in parsed.documents}) == 50_000


OPML = """<?xml version="1.0"?><opml version="%s"><head><title>My  feeds</title></head><body>
<outline text="News"><outline type="rss" text="A" xmlUrl="https://a.example/rss"/><outline text="Deep">
<outline text="B" xmlurl=" https://b.example/atom "/></outline></outline><outline xmlUrl="https://a.example/rss"/>
<outline xmlUrl="file:///etc/passwd"/><outline xmlUrl="exec:rm -rf /"/><outline xmlUrl=""/></body></opml>"""


@pytest.mark.parametrize("version", ["1.0", "2.0"])
def test_a_list_of_feeds(version):
    """Every address on the web, once, however deep; others are counted."""
    assert kind_of((OPML % version).encode()) == "feeds"
    parsed = parse("feeds", (OPML % version).encode(), Hints("feeds.opml"))
    assert parsed.links == ("https://a.example/rss", "https://b.example/atom")
    assert parsed.title == "My feeds"
    (problem,) = parsed.problems
    assert "2 of its feeds" in problem.what


@pytest.mark.parametrize("text", ["", "Rain.", "<rss/>", "<html></html>", "{}"])
def test_what_is_no_list_of_feeds(text):
    """Says so."""
    (problem,) = parse("feeds", text.encode(), Hints("feeds.opml")).problems
    assert "no list of feeds" in problem.what


def test_a_broken_list_is_read_around():
    """A bare ampersand in a title, as most exports have somewhere, loses no feed."""
    parsed = parse("feeds", (OPML % "2.0").replace('text="A"', 'text="A & B"').encode(), Hints("feeds.opml"))
    assert parsed.links == ("https://a.example/rss", "https://b.example/atom")


PIECES = (
    "<rss>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<feed xmlns='http://www.w3.org/2005/Atom'>",
    "<entry>", "<updated>2021-13-45", "<pubDate>Fri, 99 Mar 99999", "<link href='http://[x'/>", "<link>", "<![CDATA[",
    "]]>", "&x;", "&#0;", "\0", "{", '{"items":[', '{"id":', "null", "]}", "<!DOCTYPE", "<opml>", "\ud800", "<guid>",
)  # fmt: skip


@given(
    st.binary(max_size=100)
    | st.lists(st.sampled_from(PIECES), max_size=20).map(lambda parts: "".join(parts).encode("utf-8", "surrogatepass"))
)
@hypothesis_settings(max_examples=200, deadline=None)
def test_any_bytes_are_a_feed_or_not(data):
    """Nothing raises, and what comes out can be stored."""
    for document in documents(data, HINTS).documents:
        assert document.text.encode().decode() == document.text
        assert document.stated["id"]
