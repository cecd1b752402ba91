"""`briefing archive`: the pages that it keeps, and what stands on them."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

from briefing.cli.specimen import specimen_site
from briefing.records.state import asked
from briefing.renderers.site.pages import SitePages
from briefing.resources import templates
from briefing.settings.schema import PAGE_LANGUAGES

from .conftest import DAM, DAYS, FERRY, PDF, SETTINGS, files, publish

LINK = re.compile(r'<a [^>]*?href="([^"]*)"')


def edition(folder: Path, day: str, revision: int | None = None):
    """What is recorded."""
    return asked(folder.parent / "state", lambda state: state.edition("orr", date.fromisoformat(day), revision))


def page(folder: Path, pattern: str) -> str:
    """The one page of that name."""
    (path,) = folder.glob(pattern)
    return path.read_text("utf-8")


def words_of(html: str) -> str:
    """What a reader reads."""
    return " ".join(unescape(re.sub(r"<style>.*?</style>|<script.*?</script>|<[^>]+>", " ", html)).split())


def test_every_day_and_every_theme_has_its_page(archived):
    """And each recorded page of the formats that can be proved is there to the byte."""
    found = files(archived)
    days = [day for day, _ in DAYS]
    themes = [name for name in found if name.startswith("themes/")]
    assert {re.sub(r"-[0-9a-f]{8}\.html$", "", name) for name in themes} == {
        "themes/the-dam", "themes/ferries-ports", "themes/other.html",
    }  # fmt: skip
    own = {"index.html", "search.html", "feed.xml", "archive.json", *(f"editions/{day}.html" for day in days)}
    recorded = {f"{day}-r1.{form}": (day, form) for day in days for form in ("md", "html", "json")}
    assert set(found) == {*own, *themes, *recorded}
    for name, (day, form) in recorded.items():
        assert found[name] == edition(archived, day).pages[form].encode()


def test_every_link_leads_to_something_that_is_there(archived):
    """From each page of the site, to a file and to a name in it."""
    pages = [path for path in archived.rglob("*.html") if "-r1" not in path.name]
    assert len(pages) == 8
    for path in pages:
        for href in map(unescape, LINK.findall(path.read_text("utf-8"))):
            file, name = urldefrag(href)
            target = (path.parent / unquote(file)) if file else path
            assert target.is_file(), (path.name, href)
            assert not name or f'id="{name}"' in target.read_text("utf-8"), (path.name, href)


def test_the_index_has_the_latest_first_by_year_and_month(archived):
    """With the themes of each, and all themes with their counts."""
    html = page(archived, "index.html")
    days = re.findall(r'<li><a href="editions/([\d-]+)\.html">', html)
    assert days == ["2026-11-22", "2026-11-21", "2025-12-31"]
    assert re.findall(r"<h[23][^>]*>([^<]+)</h[23]>", html) == [
        "Themes", "2026", "November 2026", "2025", "December 2025",
    ]  # fmt: skip
    said = words_of(html)
    count = sum(len(edition(archived, day).statements) for day in days)
    assert f"3 editions; {count} statements; 31 December 2025 – 22 November 2026" in said
    assert "Ferries & ports 2" in said


def test_an_edition_says_what_was_published_and_where_it_is_from(archived):
    """Each statement once, by theme, with its article, and a way to its place in the edition itself."""
    for day, _ in DAYS:
        html = page(archived, f"editions/{day}.html")
        for one in edition(archived, day).statements:
            assert html.count(f'<span class="words" lang="en" dir="auto">{one.text}</span>') == 1
            assert f'href="../{day}-r1.html#p{one.label}"' in html
    assert "ferry.txt, undated" in words_of(page(archived, "editions/2026-11-21.html"))


def test_a_theme_has_its_statements_by_date_with_what_was_new_and_what_changed(archived):
    """The latest first; against the editions before, as far as the archive has them."""
    html = page(archived, "themes/the-dam-*.html")
    assert re.findall(r'<h2 id="d([\d-]+)">', html) == ["2026-11-22", "2026-11-21", "2025-12-31"]
    latest, middle, first = (words_of(part) for part in html.split("<h2 ")[1:])
    assert "carried over from 21 November 2026" in latest
    assert "changed since 31 December 2025: “320”, was “300”" in middle
    assert "new" not in first.split()


def test_what_was_recorded_can_be_proved_where_it_stands(command, archived, published):
    """Beside the folder of the pages its links to sources hold; the sources of earlier days come from the state."""
    for name in ("2026-11-22-r1.md", "2026-11-22-r1.json", "2025-12-31-r1.md"):
        ran = command("verify", archived / name, "--config", published)
        assert (ran.code, "nothing unclaimed" in ran.out) == (0, True), ran.out


def test_the_search_has_every_statement_with_the_page_that_it_stands_on(archived):
    """As data in the page, which a page opened from a disk needs no second file for."""
    html = page(archived, "search.html")
    data = json.loads(re.search(r'<script type="application/json" id="look-up">(.*?)</script>', html)[1])
    said = {(data["editions"][row[3]][1], row[1], row[0]) for row in data["rows"]}
    days = [day for day, _ in DAYS]
    assert said == {
        (f"editions/{day}.html", one.label, one.text) for day in days for one in edition(archived, day).statements
    }
    assert {data["sources"][row[5]] for row in data["rows"]} == {"dam.txt", "ferry.txt", "cheese.txt"}


def test_a_later_revision_takes_the_place_of_the_first_and_both_are_kept(command, archived, published):
    """A day has one entry; the page leads to each revision as it was published."""
    publish(published, "2026-11-22", {"dam.txt": DAM.format(900), "ferry.txt": FERRY})
    assert command("archive", archived, "--config", published, "-q").code == 0
    html = page(archived, "editions/2026-11-22.html")
    assert "About 900 people" in html
    assert "cheese" not in html
    assert words_of(html).count("As it was published: HTML , Markdown , JSON") == 1
    assert "Its revision 1: HTML , Markdown , JSON" in words_of(html)
    for revision in (1, 2):
        recorded = edition(archived, "2026-11-22", revision).pages["html"]
        assert (archived / f"2026-11-22-r{revision}.html").read_text("utf-8") == recorded
    assert page(archived, "index.html").count('href="editions/2026-11-22.html"') == 1


def test_pages_are_copied_to_the_byte_whatever_they_are(command, long_settings):
    """A PDF that is no text, and line ends as they were; what is only a part of a mail is not copied."""
    folder = long_settings.parent / "site"
    assert command("archive", folder, "--config", long_settings, "-q").code == 0
    assert (folder / "2026-01-01-r1.pdf").read_bytes() == PDF
    assert (folder / "2026-01-01-r1.md").read_bytes() == b"# 2026-01-01\r\n"
    assert "HTML , PDF , Markdown ." in words_of(page(folder, "editions/2026-01-01.html"))
    assert not [name for name in files(folder) if name.endswith((".text", ".txt"))]


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "Alle Ausgaben"), ("fr", "Toutes les éditions"), ("ru", "Все выпуски"), ("uk", "Усі випуски")],
)
def test_its_own_words_are_in_the_pages_language(command, archived, published, language, said):
    """With the days; what the sources say stays what it is."""
    published.write_text(f'page_language = "{language}"\n{published.read_text("utf-8")}', "utf-8")
    assert command("archive", archived, "--config", published, "-q").code == 0
    html = page(archived, "index.html")
    assert f'<html lang="{language}">' in html
    assert said in html
    assert "2026-11-22" in html
    assert "November 2026" not in html or language == "de"


def test_a_template_of_ones_own_is_used_and_its_mistakes_are_told(command, archived, published):
    """A block replaced; a misspelt name with file and line."""
    own = published.parent / "own"
    own.mkdir()
    published.write_text(f'templates = "own"\n{published.read_text("utf-8")}', "utf-8")
    template = own / "archive-index.html.j2"
    template.write_text('{% extends "ours/archive-index.html.j2" %}\n{% block heading %}<h1>Mine</h1>{% endblock %}\n')
    assert command("archive", archived, "--config", published, "-q").code == 0
    assert "<h1>Mine</h1>" in page(archived, "index.html")
    template.write_text("\n{{ sight.title }}")
    ran = command("archive", archived, "--config", published, "-q")
    assert ran.code == 78
    assert "archive-index.html.j2:2" in ran.err
    assert "there is no 'sight'; did you mean 'site'?" in ran.err
    checked = command("check", "--config", published)
    assert checked.code == 78
    assert "archive-index.html.j2:2" in checked.out + checked.err


@pytest.mark.parametrize("language", PAGE_LANGUAGES)
def test_every_page_can_be_made_of_whatever_the_archive_has(language):
    """In each language: marks of all kinds, an article without a title, an edition of which nothing is remembered."""
    made = dict(SitePages((str(templates()),))(specimen_site(date(2026, 11, 22), language)))
    assert len(made) == 7
    for path, html in made.items():
        assert "{" not in re.sub(r"<style>.*?</style>|<script.*?</script>", "", html), path
        assert "A title" in html
    if language != "en":
        words = " ".join(map(words_of, made.values()))
        assert not re.search(r"\b(?:statements|editions|carried|changed|undated|published)\b", words)


def test_editions_from_before_memory_have_a_page_that_leads_to_what_was_published(command, settings, root):
    """Nothing is known of their statements; reading does not migrate."""
    state = settings.parent / "state"
    state.mkdir()
    with closing(sqlite3.connect(state / "state.sqlite")) as connection:
        connection.executescript((root / "tests" / "records" / "schema_1.sql").read_text("utf-8"))
    settings.write_text(SETTINGS.replace('"orr"', '"harbour"'), "utf-8")
    before = (state / "state.sqlite").read_bytes()
    assert command("archive", settings.parent / "site", "--config", settings, "-q").code == 0
    html = page(settings.parent / "site", "editions/2026-11-22.html")
    assert "It was recorded before statements were remembered" in html
    assert 'href="../2026-11-22-r2.md"' in html
    recorded = asked(state, lambda records: records.edition("harbour", date(2026, 11, 22))).pages["md"]
    assert (settings.parent / "site" / "2026-11-22-r2.md").read_bytes() == recorded.encode()
    assert (state / "state.sqlite").read_bytes() == before
