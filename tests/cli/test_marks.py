"""Day after day: what an edition repeats is marked and makes room, and `verify` proves the marks from the state."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

SETTINGS = """\
name = "orr"
sources = ["news"]
output = "pages"
state = "state"
formats = ["md", "html", "json"]

[[theme]]
name = "The dam"
terms = ["dam", "flood"]

[[theme]]
name = "Elections"
terms = ["polls", "voters"]
"""
FLOOD = "The flood below the dam has driven 500 people from their homes in the valley of the Orr, the county said."
POLLS = "Voters in the town of Marl go to the polls on 6 December to choose a mayor, the council decided."
WALL = "Engineers from the capital will close the hole in the dam with steel before the winter, the ministry said."


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """Settings with two articles, one for each theme."""
    (tmp_path / "news").mkdir()
    write(tmp_path, "flood", FLOOD)
    write(tmp_path, "polls", POLLS)
    path = tmp_path / "briefing.toml"
    path.write_text(SETTINGS)
    return path


def write(folder: Path, name: str, text: str) -> None:
    """Put an article into the pile, or a new text in its place."""
    (folder / "news" / f"{name}.txt").write_text(text + "\n")


def build(command, settings: Path, day: int, *more: str) -> str:
    """Publish the edition of a day of November and return its page."""
    ran = command("build", "--config", settings, "--publish", "--date", f"2026-11-{day}", *more)
    assert ran.code == 0, ran.err
    return page(settings, day).read_text()


def page(settings: Path, day: int, suffix: str = "md") -> Path:
    """Where the page of a day stands."""
    return settings.parent / "pages" / f"2026-11-{day}.{suffix}"


def marked(text: str, words: str) -> list[str]:
    """What stands behind the lines that hold these words."""
    return [line.partition("] ")[2] for line in text.splitlines() if words in line and line.startswith("- ")]


def test_the_first_edition_has_no_marks(command, settings):
    """There is nothing to compare with."""
    text = build(command, settings, 20)
    assert "(new)" not in text
    assert "Since the edition" not in text


def test_what_a_reader_has_read_is_marked_and_makes_room(command, settings):
    """A theme with nothing new says since when, and is not repeated At a glance."""
    build(command, settings, 20)
    write(settings.parent, "wall", WALL)
    text = build(command, settings, 21)
    assert "Since the edition of 20 November 2026: 1 new, 0 changed, 2 carried over." in text
    assert marked(text, WALL) == ["*(new)*"] * 2
    assert "## Elections\n\nNothing new since 20 November 2026." in text
    assert not [line for line in text.splitlines() if line.startswith("- **Elections:**")]


def test_what_changed_is_shown_with_the_words_before(command, settings):
    """A figure that grew in an article that was updated, which is an update of itself."""
    build(command, settings, 20)
    write(settings.parent, "flood", FLOOD.replace("500", "around 4,000"))
    text = build(command, settings, 21)
    assert marked(text, "around 4,000")[0] == "*(changed since 20 November 2026: “around 4,000”, was “500”)*"
    assert "updated since the edition of 20 November 2026" in text


def test_nothing_new_at_all_says_so(command, settings):
    """For each theme; what is carried over has at most its share of the words."""
    build(command, settings, 20)
    text = build(command, settings, 21)
    assert text.count("Nothing new since 20 November 2026.") == 2
    assert "0 new, 0 changed" in text


def test_an_edition_is_never_compared_with_itself(command, settings):
    """Built again on its day it is the same revision, to the byte."""
    build(command, settings, 20)
    first = build(command, settings, 21)
    assert build(command, settings, 21) == first
    assert command("editions", "--config", settings).out.count("2026-11-21") == 1


def test_plain_build_reads_the_state_and_writes_none(command, settings):
    """It marks, and the next edition does not know of it."""
    build(command, settings, 20)
    before = {path: path.read_bytes() for path in (settings.parent / "state").rglob("*") if path.is_file()}
    ran = command("build", "--config", settings, "--date", "2026-11-21")
    assert ran.code == 0
    assert "carried over from 20 November 2026" in page(settings, 21).read_text()
    assert {path: path.read_bytes() for path in before} == before


def test_none_of_it_may_be_asked_for(command, settings):
    """With `carried_over = 0` what was printed is not printed again."""
    build(command, settings, 20)
    settings.write_text("carried_over = 0\n" + SETTINGS)
    write(settings.parent, "wall", WALL)
    text = build(command, settings, 21)
    assert WALL in text
    assert FLOOD not in text
    assert "1 new, 0 changed, 0 carried over" in text


def test_since_last_takes_what_no_edition_had(command, settings):
    """The other articles are not even listed; with nothing new the page says that."""
    build(command, settings, 20)
    write(settings.parent, "wall", WALL)
    text = build(command, settings, 21, "--since", "last")
    assert "flood.txt" not in text
    assert marked(text, WALL)[0] == "*(new)*"
    assert "Left out: the articles that the editions up to 20 November 2026 were made from." in text
    assert "There is nothing to report." in build(command, settings, 22, "--since", "last")


def test_an_undated_article_enters_a_window_by_when_it_was_first_seen(command, settings):
    """That day is never shown as its own."""
    build(command, settings, 20)
    write(settings.parent, "wall", WALL)
    text = build(command, settings, 25, "--since", "2026-11-24")
    assert "wall.txt][2], undated" in text or "wall.txt][3], undated" in text or "wall.txt][1], undated" in text
    assert text.count("outside the days asked for") == 2
    assert FLOOD not in text


def test_without_a_name_since_last_is_refused(command, tmp_path):
    """There is no memory to ask."""
    (tmp_path / "a.txt").write_text(FLOOD)
    ran = command("build", str(tmp_path), "--since", "last", "-o", "-")
    assert ran.code == 78
    assert "name" in ran.err


@pytest.mark.parametrize("suffix", ["md", "html", "json"])
def test_marks_are_proved_from_the_state(command, settings, suffix):
    """Whole, they verify; one that another hand has changed is told."""
    build(command, settings, 20)
    write(settings.parent, "wall", WALL)
    write(settings.parent, "polls", POLLS.replace("6 December", "13 December"))
    build(command, settings, 21)
    path = page(settings, 21, suffix)
    assert command("verify", path).code == 0
    text = path.read_text()
    forged = text.replace("*(new)*", "*(carried over from 20 November 2026)*", 1).replace('"new"', '"changed"', 1)
    forged = forged.replace('past new">new<', 'past carried">carried over from 20 November 2026<', 1)
    assert forged != text
    path.write_text(forged)
    ran = command("verify", path)
    assert ran.code == 1
    assert "unclaimed" in ran.out


@pytest.mark.parametrize("suffix", ["md", "html", "json"])
def test_marks_without_their_state_cannot_be_checked(command, settings, suffix):
    """That is no forgery: all else is proved, and the extracts stay verbatim."""
    build(command, settings, 20)
    write(settings.parent, "polls", POLLS.replace("6 December", "13 December"))
    build(command, settings, 21)
    shutil.rmtree(settings.parent / "state")
    ran = command("verify", page(settings, 21, suffix))
    assert ran.code == 3, ran.out
    assert "nothing unclaimed" in ran.out
    assert "not remembered here" in ran.out


def test_the_json_page_has_the_marks(command, settings):
    """By kind, day and words."""
    build(command, settings, 20)
    write(settings.parent, "flood", FLOOD.replace("500", "4,000"))
    build(command, settings, 21)
    whole = json.loads(page(settings, 21, "json").read_text())
    assert whole["last"] == "2026-11-20"
    points = [p for section in whole["sections"] for by in section["articles"] for p in by["points"]]
    changed = {"kind": "changed", "day": "2026-11-20", "in_part": False, "changes": [{"was": "500", "now": "4,000"}]}
    assert changed in [point["mark"] for point in points]


def test_explain_says_what_made_room(command, settings):
    """A sentence that an earlier edition printed and this one does not."""
    build(command, settings, 20)
    settings.write_text("carried_over = 0\n" + SETTINGS)
    write(settings.parent, "wall", WALL)
    ran = command("explain", "--config", settings, "--date", "2026-11-21", "500 people")
    assert "stood in the edition of 2026-11-20; it makes room for what is new" in ran.out
