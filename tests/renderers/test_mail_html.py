"""The mail's HTML part: text from outside is text, and no link leads anywhere but to the articles' own addresses."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import briefing
from briefing import assembly
from briefing.cli.specimen import specimen
from briefing.language.display import shown
from briefing.model import (
    Article,
    Briefing,
    ByArticle,
    Citation,
    Location,
    Point,
    Problem,
    Section,
    Theme,
)
from briefing.renderers.mail import is_continued
from briefing.renderers.mail.shorten import shorter
from briefing.settings import Settings
from tests.renderers.seen import Seen

DAY = date(2026, 11, 22)
ATTACKS = tomllib.loads((Path(__file__).parents[1] / "attacks.toml").read_text("utf-8"))["attack"]
BODY = "The dam above Orr broke on Friday after days of heavy rain. Nobody was hurt, the mayor said."
LANGUAGES = ("en", "de", "fr", "es", "ru", "uk")
STYLED = {"body", "div", "table", "td", "h1", "h2", "h3", "ul", "li", "p", "small", "a"}
TAGS = STYLED | {"html", "head", "meta", "title", "style", "span", "tbody", "tr", "b"}
ATTRIBUTES = {
    *((tag, "style") for tag in (*STYLED, "html")),
    *((tag, "class") for tag in ("div", "table", "td", "h3", "p", "ul")),
    *(("div", name) for name in ("lang", "dir", "role", "aria-label")),
    *(("table", name) for name in ("role", "width", "align", "cellpadding", "cellspacing")),
    ("html", "lang"),
    ("html", "dir"),
    ("span", "lang"),
    ("meta", "charset"),
    ("meta", "name"),
    ("meta", "content"),
    ("a", "href"),
}
OUTLOOK = [
    '[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0"><tr><td><![endif]',
    "[if mso]></td></tr></table><![endif]",
]
"""Comments in which Outlook alone sees a table of 600 pixels: it knows no greatest width."""


def page(text: str, url: str | None = None, language: str = "en") -> str:
    """The part of a pile in which everything is the text, in a language."""
    articles = [
        Article(BODY, title=text, source=text, url=url),
        Article(f"The union said {text} and went home to wait.", title="B"),
    ]
    found = briefing.build(articles, [Theme(text, ("dam",))], date=DAY, title=text)
    return briefing.render(replace(found, language=language), "mail")


@pytest.mark.parametrize(
    ("text", "language"),
    [(attack["text"], LANGUAGES[k % 6]) for k, attack in enumerate(ATTACKS)],
    ids=lambda text: text[:20],
)
def test_no_text_becomes_markup(text, language):
    """Only tags that the template prints, no comment, no attribute of its own, and the words to be read as they are."""
    seen = Seen(page(text, "https://news.example/a?b=1&c=2", language))
    assert set(seen.tags) <= TAGS
    assert seen.tags.count("h1") == 1
    assert seen.links == ["https://news.example/a?b=1&c=2"] * 2  # above its statements, and under Sources
    assert seen.attributes <= ATTRIBUTES
    assert seen.others == OUTLOOK
    assert "".join(shown(text).split()) in "".join("".join(seen.text).split())


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
     "//evil.example", "x", "\x01javascript:alert(1)"],
)  # fmt: skip
def test_an_address_that_is_none_is_no_link(url):
    """An article's address may be anybody's: only http and https lead anywhere."""
    assert Seen(page("Title", url)).links == []


def test_an_address_is_a_link_to_itself():
    """With every character that means something to HTML."""
    url = "https://news.example/?a=1&b=\"<x>'"
    assert Seen(page("Title", url)).links == [url] * 2


def test_words_in_another_language_than_the_pages_say_so():
    """Titles and extracts, for what reads a page aloud; a file's name is in no language."""
    seen = Seen(page("The dam", language="de"))
    assert seen.tags.count("span") == len(re.findall(r"<span lang=\"en\">", page("The dam", language="de"))) > 3
    assert "span" not in Seen(page("The dam")).tags
    nameless = briefing.build([Article(BODY, location=Location("/news/dam.txt"))], date=DAY)
    assert re.search(r"<h3[^>]*>1\. dam\.txt <", briefing.render(replace(nameless, language="de"), "mail"))
    arabic = briefing.build([Article("انهار السد فوق أور يوم الجمعة.", language="ar")], date=DAY)
    assert '<span lang="ar" dir="rtl">' in briefing.render(arabic, "mail")


def long_briefing(articles: int, problems: int = 0) -> Briefing:
    """The specimen with so many articles, three statements of each, and so many problems."""
    one = specimen(DAY)
    found = []
    for k in range(1, articles + 1):
        reference = replace(one.references[0], number=k, title=f"Report {k}")
        points = [Point(f"Statement {k}.{n} is whole.", Citation(f"{k}.{n}", reference, n, n + 1)) for n in (1, 2, 3)]
        found.append(ByArticle(reference, tuple(points)))
    section = Section("A theme", articles=tuple(found), timeline=one.sections[0].timeline)
    faults = tuple(Problem(f"/news/{k}.txt", "empty", "fill it") for k in range(problems))
    references = tuple(by.reference for by in found) or one.references
    glance = tuple(by.points[0] for by in found[:60])
    return replace(
        one, glance=glance, sections=(section,), other=None, references=references, problems=faults, continued=False
    )


def test_a_long_part_leaves_out_whole_parts_and_says_so():
    """Below what Gmail hides, as it is sent; each statement that is left is whole, and its source is listed."""
    page = briefing.render(long_briefing(100), "mail")
    assert 60_000 < len(page.replace("\n", "\r\n").encode()) <= 100_000
    assert is_continued(page)
    said = "".join(Seen(page).text)
    assert said.count("Shortened here; continued in the attached page.") == 2
    assert "Who said what" not in said
    assert "Timeline" not in said
    stated = re.findall(r"Statement (\d+)\.(\d)( is whole\. \[\1\.\2\])?", said.partition("At a glance")[2])
    assert all(rest for _, _, rest in stated)
    assert {(int(k), n) for k, n, _ in stated} == {(k, "1") for k in range(1, 101)}
    listed = re.findall(r"^(\d+)\. Report", said.partition("\nSources\n")[2], re.MULTILINE)
    assert listed == [str(k) for k in range(1, 101)]


@pytest.mark.parametrize(("articles", "problems"), [(400, 0), (1, 2000)])
def test_even_what_is_far_too_long_stays_below_the_limit(articles, problems):
    """The best of very many articles, the first of very many problems: as many as there is room for, not none."""
    page = briefing.render(long_briefing(articles, problems), "mail")
    assert len(page.encode()) <= 100_000
    assert is_continued(page)
    said = "".join(Seen(page).text)
    shown = set(re.findall(r"Statement (\d+)", said))
    assert len(shown) == (100 if articles == 400 else 1)
    assert said.count("Problem:") == min(10, problems)


def test_the_shorter_ones_leave_out_ever_more():
    """Sources that nothing names, then voices, timelines and so on, until nothing is left to leave out."""
    whole = specimen(DAY)
    sizes = [len(briefing.render(found, "text")) for found in shorter(whole)]
    assert sizes == sorted(sizes, reverse=True)
    *_, last = shorter(whole)
    assert (last.points, last.glance, last.references, last.voices) == ((), (), (), ())


def test_a_part_that_fits_is_whole():
    """Nothing is left out, and nothing is said of a page that is not there."""
    page = briefing.render(long_briefing(50), "mail")
    assert not is_continued(page)
    assert "Who said what" in page
    assert "Shortened" not in page
    assert not is_continued(briefing.render(replace(long_briefing(1), title='<p class="continued">'), "mail"))


def test_styles_are_in_the_elements_and_nothing_is_loaded(tmp_path):
    """What stays in the head is for screens; a link of a user's template is taken out, a file never read."""
    (tmp_path / "spy.css").write_text("h1 { color: rgb(1, 2, 3); }", "utf-8")
    links = "".join(
        f'<link rel="stylesheet" href="{href}">'
        for href in (
            "spy.css",
            str(tmp_path / "spy.css"),
            (tmp_path / "spy.css").as_uri(),
            "http://127.0.0.1:9/spy.css",
        )
    )
    (tmp_path / "mail.html.j2").write_text(
        f"<html><head>{links}<style>h1 {{ margin: 1px }} @media print {{ h1 {{ margin: 0 }} }}</style></head>"
        "<body><h1>{{ briefing.title }}</h1></body></html>",
        "utf-8",
    )
    found = assembly.renderer("mail", Settings(templates=str(tmp_path)))(specimen(DAY), str(tmp_path))
    assert '<h1 style="margin: 1px;">A title</h1>' in found
    assert "@media print" in found
    assert "link" not in found
    assert "rgb" not in found
