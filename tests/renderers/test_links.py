"""Where a citation points, and the note at the foot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import briefing
from briefing.model import Article, Briefing, Location, Made, Problem
from briefing.renderers.links import file_link, path_link, place_name, problem_file, span_link, target
from briefing.renderers.note import note, read_note

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=12).filter(
    lambda n: n not in (".", "..")
)
PATHS = st.lists(NAMES, min_size=1, max_size=4).map(lambda parts: "/" + "/".join(parts))


@settings(max_examples=100, deadline=None)
@given(
    PATHS, st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 99), st.sampled_from(["/", "/pages", "/a/b/c d"])
)
def test_a_link_leads_back_to_its_place(path, start, end, row, folder):
    """Whatever the names of files and folders: blanks, brackets, marks, any script."""
    link = span_link(Location(path, row), start, end, folder)
    found = target(link, folder)
    assert (found.location, found.start, found.end) == (Location(path, row), start, end)
    assert target(file_link(Location(path, row), folder), folder).location == Location(path, row)
    assert not set(link) & set(" ()<>[]\"'\\`")


@pytest.mark.parametrize(
    ("folder", "link"),
    [("/news", "a.txt"), ("/", "news/a.txt"), ("/pages/x", "../../news/a.txt"), ("/news/a", "../a.txt")],
)
def test_a_link_is_relative_to_the_page(folder, link):
    """So that both can move together."""
    assert path_link("/news/a.txt", folder) == link


ARGUMENTS = st.text(st.characters(codec="utf-8"), max_size=12).filter(lambda text: not text.startswith("//"))


@settings(max_examples=100, deadline=None)
@given(st.from_regex(r"[A-Za-z][a-z0-9_.+-]{1,8}", fullmatch=True), ARGUMENTS, st.integers(0, 99))
def test_a_link_to_a_plugins_source_leads_back_to_it(plugin, argument, row):
    """Whatever its argument is, and wherever the page stands."""
    place = Location(f"{plugin}:{argument}", row)
    link = span_link(place, 3, 9, "/pages")
    assert link.startswith(f"{plugin}:")
    assert target(link, "/elsewhere") == (place, 3, 9)
    assert target(file_link(place, "/pages"), "/").location == place
    assert not set(link) & set(" ()<>[]\"'\\`\n")


def test_a_file_and_a_plugins_source_of_one_name_have_two_links():
    """In a file's link the colon is escaped, also where the page stands beside it."""
    assert path_link("/pages/wire:harbour", "/pages") == "wire%3Aharbour"
    assert target("wire%3Aharbour", "/pages").location.path == "/pages/wire:harbour"
    assert path_link("wire:harbour", "/pages") == "wire:harbour"


def test_no_link_to_a_plugin_becomes_an_address():
    """A stranger's page may hold anything."""
    assert target("wire:%2F%2Fhost/x#char=1,2", "/pages") is None


@pytest.mark.parametrize("path", ["", "-"])
def test_a_text_that_no_file_holds_is_named_by_its_hash(path):
    """From standard input or the API."""
    assert span_link(Location(path), 3, 9, "/pages", "ab12") == "urn:sha256:ab12#char=3,9"
    assert target("urn:sha256:ab12#char=3,9", "/pages").location.path == ""
    assert path_link("", "/pages") == ""


@pytest.mark.parametrize(
    "link", ["a.txt#chapter2", "a.txt#char=1", "a.txt#char=1,x", "a.txt#row=", "#x", "a#char=-1,2"]
)
def test_what_is_no_link_of_ours_leads_nowhere(link):
    """It cites nothing."""
    assert target(link, "/pages") is None


@pytest.mark.parametrize(
    ("where", "file", "name"),
    [
        ("/news/a.txt", "/news/a.txt", "a.txt"),
        ("/news/a.jsonl, row 17", "/news/a.jsonl", "a.jsonl, row 17"),
        ("standard input", "", "standard input"),
        ("wire/7", "", "wire/7"),
    ],
)
def test_a_problem_is_named_as_a_reader_names_it(where, file, name):
    """By the file's name, and the row if it has rows."""
    problem = Problem(where, "empty")
    assert (problem_file(problem), place_name(problem)) == (file, name)


MADE = Made("0.1.0", "sumy:lexrank", 600, 120, 90, date(2026, 11, 1), date(2026, 11, 22), "/news/briefing.toml", "00ff")
CONTENT = Briefing("Title", date(2026, 11, 22), made=MADE)


@pytest.mark.parametrize(
    "made", [MADE, replace(MADE, theme_words=0, since=None), Made("0.1.0", "ours", 600, digest="a")]
)
def test_the_note_is_read_back(made):
    """Everything that a page does not show otherwise."""
    written = note(replace(CONTENT, made=made))
    assert read_note(written, made.file) == (date(2026, 11, 22), made, "en")
    assert read_note(written.replace("_", "\\_"), made.file) == (date(2026, 11, 22), made, "en")


def test_the_note_says_the_language_of_the_page():
    """So that its words can be read back; one that is none of ours is read as English."""
    written = note(replace(CONTENT, language="uk"))
    assert read_note(written, "")[2] == "uk"
    assert read_note(written.replace("=uk", "=../x"), "")[2] == "en"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "briefing",
        "briefing 0.1.0",
        "other 0.1.0 day=2026-11-22",
        "briefing 1 day=tomorrow",
        "briefing 1 day=2026-11-22 words=many",
        "briefing 1 day=2026-11-22 colour=red",
    ],
)
def test_what_is_no_note_is_none(text):
    """Damaged or another's."""
    assert read_note(text, "") is None


def test_a_page_with_limits_for_themes_and_articles_keeps_its_note(command, tmp_path):
    """Their names have a mark that Markdown acts upon: the page is proved all the same."""
    (tmp_path / "a.txt").write_text("The dam above Orr broke on Friday. Nobody was hurt.")
    (tmp_path / "s.toml").write_text("theme_words = 50\narticle_words = 40\n")
    page = tmp_path / "p.md"
    assert command("build", tmp_path / "a.txt", "--config", tmp_path / "s.toml", "-o", page).code == 0
    assert command("verify", page).code == 0


def test_a_text_from_nowhere_cannot_be_checked(command, tmp_path):
    """A page from the API or standard input: exit 3, not forged."""
    found = briefing.build(
        [Article("The dam above Orr broke on Friday. Nobody was hurt.", title="T")], date=date(2026, 11, 22)
    )
    for form in ("md", "json"):
        (tmp_path / f"p.{form}").write_text(briefing.render(found, form, folder=tmp_path))
        ran = command("verify", tmp_path / f"p.{form}")
        assert ran.code == 3
        assert "nothing unclaimed" in ran.out
