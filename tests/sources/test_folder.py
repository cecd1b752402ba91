"""Folders and patterns: what is read, what is passed over, and that nothing makes them hang."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path

import pytest

from briefing.errors import SourceError
from briefing.model import Article, Problem
from briefing.sources.file import File
from briefing.sources.folder import Folder
from briefing.sources.locate import locate
from briefing.sources.pages import is_page
from briefing.sources.standard_input import StandardInput

MARKDOWN_PAGE = """# Morning briefing, 20 August 2021

- Crews return on Monday. [1.1]

[1.1]: ../news/a.txt#char=0,24 "sha256:00ff"
[edition]: # "2021-08-20 briefing 0.1.0"
"""
JSON_PAGE = '{\n  "day": "2021-08-20",\n  "schema": "briefing/page/1",\n  "title": "Morning"\n}\n'


def read(source) -> list[Article | Problem]:
    """Return all that a source yields."""
    return [item for shard in source.shards() for item in shard.read()]


def names(source, root: Path) -> list[str]:
    """Return the paths of the articles below `root`, in the order read; nothing else may come up."""
    found = read(source)
    assert all(isinstance(item, Article) for item in found), found
    return [str(Path(item.location.path).relative_to(root)) for item in found]


def fill(root: Path, *paths: str) -> None:
    """Write an article to each path."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(f"News of {path}.")


def test_a_folder_gives_its_articles_in_order(tmp_path):
    """Files of known types, then those of the folders in it, by name, with absolute paths."""
    fill(
        tmp_path, "b.txt", "a.md", "c/d/e.TXT", "c/a.markdown", "b/z.txt", "data.xlsx", "photo.jpg", "c.log.gz", "noise"
    )
    (tmp_path / "rows.jsonl").write_text('{"text": "One"}\n{"text": "Two"}\n')
    found = names(Folder(str(tmp_path)), tmp_path)
    assert found == ["a.md", "b.txt", "rows.jsonl", "rows.jsonl", "b/z.txt", "c/a.markdown", "c/d/e.TXT"]


def test_what_a_folder_passes_over(tmp_path):
    """Hidden files and folders, READMEs, settings, the output folder; an article about a readme stays."""
    fill(
        tmp_path,
        ".hidden.txt",
        ".git/a.txt",
        "README.md",
        "Readme.de.txt",
        "readme",
        "briefings/old.md",
        "deep/.x/a.md",
    )
    fill(tmp_path, "briefing.toml", "readme-fatigue.txt", "deep/briefings/a.txt")
    source = Folder(str(tmp_path), excluded=(str(tmp_path / "briefings"),))
    assert names(source, tmp_path) == ["readme-fatigue.txt", "deep/briefings/a.txt"]


def test_pages_of_our_own_are_passed_over_unless_named(tmp_path):
    """Yesterday's briefing is not today's news, wherever it was written; who names it, gets it."""
    (tmp_path / "page.md").write_text(MARKDOWN_PAGE)
    (tmp_path / "page.txt").write_text(JSON_PAGE)
    fill(tmp_path, "news.md")
    assert names(Folder(str(tmp_path)), tmp_path) == ["news.md"]
    assert names(File(str(tmp_path / "page.md")), tmp_path) == ["page.md"]


@pytest.mark.parametrize(
    "text",
    [
        "The [edition]: a review\n",
        '{"schema": "briefing/report/1"}',
        'The file says "schema": "briefing/page/1".',
        "[editions]: x\n",
        "",
    ],
)
def test_what_is_no_page_of_ours(text):
    """An article is not lost because it mentions a page's marks."""
    assert not is_page(text)


def test_pages_are_known_by_their_marks():
    """Both kinds, with either line end, and however the JSON is laid out."""
    assert is_page(MARKDOWN_PAGE)
    assert is_page(MARKDOWN_PAGE.replace("\n", "\r\n"))
    assert is_page(JSON_PAGE)
    assert is_page('{"schema":"briefing/page/1"}')


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("*.txt", ["a.txt"]),
        ("**/*.txt", ["a.txt", "x/b.txt", "x/y/c.txt"]),
        ("x/**", ["x/b.txt", "x/y/c.txt"]),
        ("x/*/*.txt", ["x/y/c.txt"]),
        ("[ab].*", ["a.md", "a.txt"]),
        ("?.txt", ["a.txt"]),
        ("**/*.text", ["x/own.text"]),
    ],
)
def test_patterns(tmp_path, pattern, wanted):
    """As in a shell, with ** for any number of folders; a suffix that is named is read, whatever it is."""
    fill(tmp_path, "a.txt", "a.md", "a.css", "x/b.txt", "x/y/c.txt", "x/own.text", "x/.h.txt", "x/README.txt")
    assert names(locate(str(tmp_path / pattern)), tmp_path) == wanted


def test_a_pattern_that_fits_nothing_is_told(tmp_path):
    """It may be misspelt: an empty page that nobody asked for would look like a quiet day."""
    fill(tmp_path, "a.md")
    (problem,) = [item for shard in locate(str(tmp_path / "*.txt")).shards() for item in shard.read()]
    assert problem.where == str(tmp_path / "*.txt")
    assert "no file matches" in problem.what


def test_a_name_is_located(tmp_path, monkeypatch):
    """Standard input, folder, file, pattern: each by what it is; a name with brackets that exists is that file."""
    fill(tmp_path, "x/a.txt", "x/[b].txt")
    monkeypatch.chdir(tmp_path)
    assert locate("-", language="de") == StandardInput("de")
    assert locate("x", language="de", excluded=("/o/", "")) == Folder(str(tmp_path / "x"), (), "de", ("/o",))
    assert locate("x/a.txt") == File(str(tmp_path / "x/a.txt"))
    assert locate("x/[b].txt") == File(str(tmp_path / "x/[b].txt"))
    assert locate("x/[a].txt") == Folder(str(tmp_path / "x"), ("[a].txt",))


@pytest.mark.parametrize("name", ["nowhere", "nowhere/*.txt", "nowhere/" + "x" * 5000])
def test_what_does_not_exist_is_an_error_of_the_source(tmp_path, name):
    """A name that leads nowhere is told at once, with the name."""
    with pytest.raises(SourceError, match=r"nowhere.*: no such"):
        locate(str(tmp_path / name)).shards()


def test_pipes_devices_and_links_that_lead_nowhere_are_problems(tmp_path, monkeypatch):
    """Each is named, none is opened, and the articles around them are read."""
    root = tmp_path / "news"
    fill(root, "a.txt", "deep/b.txt")
    fill(tmp_path, "outside/secret.txt")
    os.mkfifo(root / "pipe.txt")
    (root / "self.txt").symlink_to("self.txt")
    (root / "gone.txt").symlink_to("nowhere.txt")
    (root / "deep" / "up").symlink_to("..")
    (root / "null.txt").symlink_to("/dev/null")
    (root / "secret.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (root / "outside").symlink_to(tmp_path / "outside")
    monkeypatch.chdir(root)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        found = read(Folder(str(root)))
    problems = {Path(item.where).name: item.what for item in found if isinstance(item, Problem)}
    assert [Path(item.location.path).name for item in found if isinstance(item, Article)] == ["a.txt", "b.txt"]
    assert set(problems) == {
        "pipe.txt",
        "self.txt",
        "gone.txt",
        "up",
        "null.txt",
        "secret.txt",
        "outside",
        "socket.txt",
    }
    assert "out of the folder" in problems["outside"]
    assert "it lies in" in problems["up"]


def test_links_inside_a_folder(tmp_path):
    """A link to an article beside it is read; one to a folder that is read anyway is not followed."""
    fill(tmp_path, "days/1.txt")
    (tmp_path / "latest").symlink_to("days")
    (tmp_path / "top.txt").symlink_to("days/1.txt")
    assert names(Folder(str(tmp_path)), tmp_path) == ["top.txt", "days/1.txt"]


def test_a_folder_that_cannot_be_listed_is_a_problem(tmp_path):
    """Here it vanishes while the one before it is read; the run goes on."""
    fill(tmp_path, "a.txt", "x/b.txt", "y/c.txt")
    shards = Folder(str(tmp_path)).shards()
    first = next(shards)
    shutil.rmtree(tmp_path / "x")
    rest = [item for shard in shards for item in shard.read()]
    assert [item.text for item in first.read()] == ["News of a.txt."]
    assert isinstance(rest[0], Problem)
    assert rest[0].where == str(tmp_path / "x")
    assert rest[1].text == "News of y/c.txt."
