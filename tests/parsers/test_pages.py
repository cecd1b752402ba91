"""Web pages: main text in paragraphs, what the page states of itself, and no day that it does not state."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from briefing.language.paragraphs import paragraphs
from briefing.parsers.html import documents
from briefing.parsers.parsed import Hints, Parsed
from briefing.parsers.worker import parse

GIVEN = tomllib.loads(Path(__file__).with_name("pages.toml").read_text("utf-8"))
ARTICLE = GIVEN["article"]


def read(html: str, address: str = "", charset: str = "") -> Parsed:
    """Read a page in this process."""
    return documents(html.replace("ARTICLE", ARTICLE).encode(), Hints("page.html", address, charset))


@pytest.mark.parametrize("page", GIVEN["page"], ids=lambda page: page["reason"])
def test_a_page_is_what_it_states(page):
    """Its text is the article alone, and each field is as the case says."""
    parsed = read(page["html"], page.get("address", ""))
    assert parsed.problems == ()
    (document,) = parsed.documents
    assert document.is_whole
    assert "cannot wait for another flood" in document.text
    assert "The ferry is late" not in document.text
    assert "Copyright" not in document.text
    for key in ("title", "author", "source", "language", "date", "url"):
        if key in page:
            assert document.stated.get(key, "") == page[key], key
    assert list(parsed.links) == page.get("links", [])


def test_paragraphs_and_headings_stand_apart():
    """As cleaning sees them: headings, list items, quotations and rows of a table are paragraphs of their own."""
    html = f"""<html><body><article><h1>Bridge</h1>{ARTICLE}<h2>The ferry</h2><p>It runs <b>every twenty</b> minutes,
    <a href="/t">the table</a> says.</p><ul><li>Adults pay two crowns.</li><li>Children pay nothing.</li></ul>
    <blockquote><p>It is late every day.</p></blockquote><table><tr><th>Day</th><th>Passengers</th></tr>
    <tr><td>Friday</td><td>1,200</td></tr></table>{ARTICLE.replace("Friday", "Saturday")}</article></body></html>"""
    (document,) = documents(html.encode(), Hints("a.html")).documents
    found = [document.text[span.start : span.end] for span in paragraphs(document.text)]
    for whole in (
        "The ferry",
        "It runs every twenty minutes, the table says.",
        "Adults pay two crowns.",
        "Children pay nothing.",
        "It is late every day.",
        "Day | Passengers",
        "Friday | 1,200",
    ):
        assert whole in found
    assert "\n\n" in document.text


def test_comments_of_readers_are_left_out():
    """They are not the article."""
    html = f"""<html><body><article><h1>Bridge</h1>{ARTICLE}</article><section id="comments" class="comments">
    <div class="comment"><p>I have always said that this bridge was a mistake from the very beginning.</p></div>
    </section>
    </body></html>"""
    assert "a mistake" not in read(html).documents[0].text


@pytest.mark.parametrize(
    ("offers", "says"),
    [('<link rel="alternate" type="application/atom+xml" href="/atom">', "https://a.example/atom"), ("", "JavaScript")],
)
def test_a_page_without_main_text_says_so(offers, says):
    """And names the feeds that it offers."""
    parsed = read(
        f"<html><head><title>App</title>{offers}</head><body><div id=root></div></body></html>", "https://a.example/"
    )
    (problem,) = parsed.problems
    assert problem.what == "no main text on this page"
    assert says in problem.remedy
    assert parsed.documents == ()


def test_a_list_of_headlines_is_no_article():
    """Such as a site's front page, named where its feed was meant."""
    items = "".join(f"<li><a href='/{k}'>Council of Marn closes bridge number {k}</a></li>" for k in range(30))
    offers = '<link rel="alternate" type="application/rss+xml" href="/rss">'
    parsed = read(
        f"<html><head><title>News</title>{offers}</head><body><ul>{items}</ul></body></html>", "https://a.example/"
    )
    assert parsed.documents == ()
    assert [problem.what for problem in parsed.problems] == ["no main text on this page"]
    assert "https://a.example/rss" in parsed.problems[0].remedy


BLOG = """<html lang=en><head><title>Bridge live</title><script type="application/ld+json">{"@type": "LiveBlogPosting",
"headline": "Bridge live", "liveBlogUpdate": [%s]}</script></head><body><article><h1>Bridge live</h1>ARTICLE</article>
</body></html>"""
UPDATE = '{"@type": "BlogPosting", "headline": "%s", "datePublished": "%s", "articleBody": "%s"%s}'


def test_a_live_blog_is_its_updates():
    """One document each, with its own headline, time, text and address; markup in a text is read as such."""
    updates = [
        UPDATE
        % ("Works begin", "2021-03-05T08:00:00Z", "<p>Divers went down.</p><p>Cracks.</p>", ', "url": "/live#u1"'),
        UPDATE % ("Ferry &amp; bus", "2021-03-05T09:30:00Z", "The ferry runs.\\n\\nBuses wait.", ', "url": "/live"'),
        UPDATE % ("Traffic returns", "2021-03-05T11:00:00Z", "", ', "url": "/live"'),
        '{"@type": "BlogPosting"}', "null",
    ]  # fmt: skip
    found = read(BLOG % ", ".join([*updates, updates[0]]), "https://a.example/live").documents
    assert [d.text for d in found] == [
        "Divers went down.\n\nCracks.",
        "The ferry runs.\n\nBuses wait.",
        "Traffic returns",
    ]
    assert [d.stated["title"] for d in found] == ["Works begin", "Ferry & bus", "Traffic returns"]
    assert [d.stated["date"][11:16] for d in found] == ["08:00", "09:30", "11:00"]
    assert found[0].stated["url"] == found[0].stated["id"] == "https://a.example/live#u1"
    assert found[1].stated["url"] == "https://a.example/live"
    assert len({d.stated["id"] for d in found}) == 3
    assert {d.stated["language"] for d in found} == {"en"}


def test_one_update_is_an_article():
    """A page that calls itself a live blog and has one update is read as any other."""
    (document,) = read(BLOG % UPDATE % ("a", "2021-03-05T08:00:00Z", "b", "")).documents
    assert "cannot wait" in document.text


@pytest.mark.parametrize(
    "script", ["", "{", "[" * 5000, "null", '{"@graph": null}', '{"liveBlogUpdate": {"a": 1}}', "[[1]]"]
)
def test_linked_data_may_be_anything(script):
    """What cannot be read is passed over."""
    head = f'<head><script type="application/ld+json">{script}</script></head>'
    assert len(read(f"<html>{head}<body><article>ARTICLE</article></body></html>").documents) == 1


def test_a_web_archive_is_a_page():
    """As Chromium saves it: the first part that is a page, with its own charset and address."""
    page = f"<html><head><title>Brücke</title></head><body><article><h1>Brücke</h1>{ARTICLE}</article></body></html>"
    archive = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/b\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="xx"\r\n\r\n\r\n--xx\r\n'
        b"Content-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: 8bit\r\n"
        b"Content-Location: https://a.example/b\r\n\r\n"
        + page.encode("cp1252")
        + b"\r\n--xx\r\nContent-Type: text/css\r\n\r\n"
        b"a{}\r\n--xx--\r\n"
    )
    (document,) = documents(archive, Hints("a.mhtml")).documents
    assert "“We cannot wait" in document.text
    assert document.stated["title"] == "Brücke"
    assert document.stated["url"] == "https://a.example/b"


def test_what_is_read_does_not_hang_on_the_day_or_the_hash_seed():
    """The same page gives the same, in any process: with a clock that is years ahead, too."""
    page = next(page for page in GIVEN["page"] if "good page" in page["reason"])
    code = (
        "import sys, datetime as d\nclass Later(d.datetime):\n"
        "    @classmethod\n    def now(cls, tz=None): return cls(2055, 1, 1, tzinfo=tz)\n"
        "d.datetime = Later\nfrom briefing.parsers.html import documents\nfrom briefing.parsers.parsed import Hints\n"
        "print(documents(sys.stdin.buffer.read(), Hints('a', sys.argv[1])))"
    )
    html = page["html"].replace("ARTICLE", ARTICLE).encode()
    told = set()
    for seed in ("0", "7"):
        environment = {"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", code, page["address"]], input=html, capture_output=True, env=environment
        )
        told.add(done.stdout.decode())
    assert told == {f"{read(page['html'], page['address'])}\n"}


HOSTILE = {
    "paragraphs": "<html><body>" + "<p>Rain fell in the valley again today.</p>" * 200_000,
    "nesting": "<html><body>" + "<div>" * 100_000 + "Rain",
    "tables": "<html><body>" + "<table><tr><td>" * 20_000 + "Rain",
    "attributes": "<html><body><p " + "a=1 " * 300_000 + ">Rain",
    "unclosed": "<" * 1_000_000,
    "entities": "<html><body><p>" + "&amp;" * 500_000,
    "dates": "<html><body>" + "<p>12.05.2019</p>" * 20_000,
    "linked data": '<html><script type="application/ld+json">' + "[" * 200_000,
    "laughs": '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><html><body><p>&b;</p></body></html>',
    "canary": '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x;</p></body></html>',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_costs_a_problem_at_most(name):
    """Well within the deadline, in a worker; and a page after it is read."""
    parsed = parse("html", HOSTILE[name].encode(), Hints(name))
    assert len(parsed.problems) <= 1
    assert "root:" not in str(parsed)
    assert not any("within" in problem.what for problem in parsed.problems)
    fine = parse("html", f"<html><body><article>{ARTICLE}</article></body></html>".encode(), Hints(name))
    assert "cannot wait" in fine.documents[0].text


def test_a_page_of_too_many_elements_says_so():
    """Such a page would take longer than all others of the day."""
    (problem,) = read(HOSTILE["paragraphs"]).problems
    assert "over 60,000 elements" in problem.what


PIECES = (
    "<p>", "</p>", "<div>", "<table><tr><td>", "<br>", "<script>", "<!--", "-->", "<![CDATA[", "&#0;", "&#xD800;",
    "<time datetime='2021-13-45'>", "<link rel=canonical href='http://[x'>", "<base href='//'>", "\ud800", "rain ",
    '<script type="application/ld+json">{"datePublished": 5}</script>', "<meta charset=utf-7>", "5 March 2021",
    "<html>", "\0",
)  # fmt: skip
MARKUP = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@given(
    st.binary(max_size=120) | MARKUP.map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from(["", "utf-16", "x"]),
)
@hypothesis_settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_a_problem(data, charset):
    """Nothing raises, and what is text can be stored."""
    parsed = documents(data, Hints("a", "https://a.example/", charset))
    assert parsed.documents or parsed.problems
    for document in parsed.documents:
        assert document.text.encode()
        assert "\0" not in document.text


@pytest.mark.parametrize(
    ("title", "heading", "site", "called"),
    [
        ("Cracks in the quay | Harbour Courier", "Cracks in the quay", "", "Cracks in the quay"),
        ("Cracks in the quay » Local » News", "Cracks in the quay", "", "Cracks in the quay"),
        ("Cracks in the quay -- Courier Online", "", "Courier", "Cracks in the quay"),
        ("Cracks in the quay | Courier Politics", "News", "Courier", "Cracks in the quay"),
        ("Cracks in the quay | what we know", "", "Courier", "Cracks in the quay | what we know"),
        ("Cracks in the north-western quay", "Cracks in the north", "", "Cracks in the north-western quay"),
    ],
)
def test_a_title_is_what_the_article_is_called(title, heading, site, called):
    """Not the name of the site behind it; but nothing is cut that may be the title's own."""
    named = f'<meta property="og:site_name" content="{site}">' if site else ""
    head = f"<head><title>{title}</title><meta property='og:title' content='{title}'>{named}</head>"
    page = f"<html>{head}<body><h1>{heading}</h1><article>ARTICLE</article></body></html>"
    assert read(page).documents[0].stated["title"] == called
