"""The archive's folder: the same again, what is gone goes, and nobody else's file is ever touched."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from briefing.archive.folder import LIST

from .conftest import CHEESE, files, publish


def times(folder: Path) -> dict[str, int]:
    """When each file was written."""
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def archive(command, folder: Path, settings: Path, *more: str):
    """Keep it once more."""
    return command("archive", folder, "--config", settings, *more)


def test_twice_is_the_same_and_writes_nothing(command, archived, published):
    """Byte by byte and by the time of each file, so that a copy elsewhere has nothing to do."""
    before, when = files(archived), times(archived)
    ran = archive(command, archived, published)
    assert (ran.code, ran.out) == (0, "")
    assert re.fullmatch(rf"{archived}: 3 editions, 3 themes, \d+ statements; 0 files written\n", ran.err)
    assert (files(archived), times(archived)) == (before, when)


def test_another_folder_is_the_same_to_the_byte(command, archived, published):
    """Nothing in it depends on where or when it was made."""
    assert archive(command, archived.parent / "again", published).code == 0
    assert files(archived.parent / "again") == files(archived)


def test_another_edition_leaves_the_others_as_they_are(command, archived, published):
    """But for the one before it, which now leads to it."""
    when = times(archived / "editions") | {str(p): p.stat().st_mtime_ns for p in archived.glob("20*")}
    publish(published, "2026-11-23", {"cheese.txt": CHEESE})
    assert archive(command, archived, published, "-q").code == 0
    now = times(archived / "editions") | {str(p): p.stat().st_mtime_ns for p in archived.glob("20*")}
    assert {Path(path).name for path in when if now[path] != when[path]} == {"2026-11-22.html"}
    assert len(now) == len(when) + 4


def test_what_no_edition_has_any_more_is_removed_and_other_files_stay(command, archived, published):
    """A theme that nothing speaks of, pages of a pruned day; not what somebody put beside them."""
    mine = {archived / "CNAME": "orr.example", archived / "editions" / "notes.txt": "mine", archived / "x.html": "mine"}
    for path, text in mine.items():
        path.write_text(text)
    assert command("editions", "prune", "--before", "2026-11-22", "--config", published, "-q").code == 0
    ran = archive(command, archived, published)
    assert ran.code == 0
    assert ", 9 removed" in ran.err  # two pages and six recorded pages of two days, and the ferries' theme
    assert {path: path.read_text() for path in mine} == mine
    left = set(files(archived)) - {str(path.relative_to(archived)) for path in mine}
    kept = {f"2026-11-22-r1.{form}" for form in ("md", "html", "json")}
    assert {name for name in left if name.startswith("2")} == kept
    assert not [name for name in left if "2025" in name or "ferries" in name]
    assert set(json.loads((archived / LIST).read_text())["files"]) == left - {LIST}


@pytest.mark.parametrize("name", ["index.html", "feed.xml", "editions/2026-11-22.html", "2026-11-21-r1.md"])
def test_a_file_in_the_way_that_is_not_ours_ends_it_before_anything_is_written(command, published, name):
    """With its path and what to do."""
    folder = published.parent / "public"
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text("mine")
    ran = archive(command, folder, published)
    assert (ran.code, ran.out) == (1, "")
    assert f"{folder / name}: not written by briefing archive; name another folder, or move it away" in ran.err
    assert files(folder) == {name: b"mine"}


def test_an_archive_of_another_briefing_is_left_alone(command, archived, published):
    """And so is a list that is none."""
    before = files(archived)
    published.write_text(published.read_text().replace('name = "orr"', 'name = "marl"'))
    publish(published, "2026-11-22", {"cheese.txt": CHEESE})
    ran = archive(command, archived, published)
    assert ran.code == 1
    assert "holds the archive of 'orr', not of 'marl'; name another folder" in ran.err
    assert files(archived) == before
    for text in ("[]", "{", '{"schema": "other/1"}', "\xff"):
        (archived / LIST).write_text(text, "latin-1")
        ran = archive(command, archived, published)
        assert (ran.code, "not written by briefing archive" in ran.err) == (1, True)


def test_a_list_that_was_altered_makes_it_remove_nothing_else(command, archived, published):
    """Only names that the site's files can have, below its folder, are ever taken from it."""
    outside = archived.parent / "precious.html"
    outside.write_text("mine")
    inside = archived / "precious.txt"
    inside.write_text("mine")
    listed = json.loads((archived / LIST).read_text())
    names = ["../precious.html", str(outside), "precious.txt", "themes/../../precious.html", "../briefing.toml", 7, ""]
    listed["files"] += names
    (archived / LIST).write_text(json.dumps(listed))
    assert archive(command, archived, published).code == 0
    assert (outside.read_text(), inside.read_text()) == ("mine", "mine")
    assert published.exists()


def test_a_run_that_was_cut_off_is_made_good_by_the_next(command, archived, published):
    """What it had written by then is known to be ours."""
    whole = files(archived)
    for name in ("index.html", "feed.xml", "editions/2026-11-21.html"):
        (archived / name).unlink()
    (archived / "search.html").write_text("half")
    assert archive(command, archived, published).code == 0
    assert files(archived) == whole


def test_reading_leaves_no_trace_in_the_state(command, archived, published):
    """No file, no byte, no time of the state changes."""
    state = published.parent / "state"
    before = files(state), times(state)
    assert archive(command, archived.parent / "again", published).code == 0
    assert (files(state), times(state)) == before


def test_where_nothing_is_recorded_nothing_is_made(command, settings):
    """Exit 1; settings without a name are exit 78; an address that is none is a usage error."""
    folder = settings.parent / "site"
    ran = archive(command, folder, settings)
    assert (ran.code, ran.out) == (1, "")
    assert "no edition is recorded here; briefing run records one" in ran.err
    for url in ("example.org", "ftp://example.org/", "https://example.org/?a=1", "javascript:alert(1)", "https:// x"):
        ran = archive(command, folder, settings, "--url", url)
        assert (ran.code, "--url" in ran.err) == (2, True)
    settings.write_text(settings.read_text().replace('name = "orr"\n', ""))
    assert archive(command, folder, settings).code == 78
    assert not folder.exists()
    assert not (settings.parent / "state").exists()


def test_a_folder_that_cannot_be_written_is_told(command, published, tmp_path):
    """With the path; here a file stands where a folder has to be."""
    folder = tmp_path / "public"
    folder.mkdir()
    (folder / "themes").write_text("mine")
    ran = archive(command, folder, published)
    assert (ran.code, ran.out) == (1, "")
    assert re.search(r"^briefing: .*themes.*; name a folder that you may write to", ran.err)
    assert (folder / "themes").read_text() == "mine"
