"""Several articles in one text, parted by a line of the user's choice."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Article, Location, Problem
from briefing.sources.file import File
from briefing.sources.folder import Folder
from briefing.sources.standard_input import StandardInput
from briefing.sources.text_file import parts

LINE = "-----"


def read(source) -> list[Article | Problem]:
    """Return all that a source yields."""
    return [item for shard in source.shards() for item in shard.read()]


def of_text(path: Path, text: str, separator: str = LINE) -> list[Article | Problem]:
    """Return what a file of this text holds."""
    path.write_bytes(text.encode())
    return read(File(str(path), separator=separator))


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_line_of_only_the_separator_parts_articles(tmp_path, ends):
    """Each text is what stands between two such lines, to the letter; blank parts are none."""
    text = f"The dam.{ends}  {LINE}\t{ends}{ends}{LINE}{ends}The ferry.{ends}{LINE}- no{ends}{LINE}{ends} Last"
    path = tmp_path / "a.txt"
    found = of_text(path, text)
    assert [item.text for item in found] == [f"The dam.{ends}", f"The ferry.{ends}{LINE}- no{ends}", " Last"]
    assert [item.location for item in found] == [Location(str(path), row) for row in (1, 2, 3)]


@pytest.mark.parametrize("text", ["The dam.\n---- -\nThe ferry.", f"a {LINE}\nb", ""])
def test_a_text_without_the_line_is_one_article(text):
    """Whatever else stands in it."""
    assert parts(text, LINE) == [(0, len(text))]


def test_one_part_alone_has_no_number(tmp_path):
    """A line at the beginning or the end parts nothing from it."""
    (article,) = of_text(tmp_path / "a.txt", f"{LINE}\nThe dam.\n{LINE}\n")
    assert (article.text, article.location.row) == ("The dam.\n", 0)


def test_without_a_separator_nothing_is_parted(tmp_path):
    """It is a setting that is off."""
    (article,) = of_text(tmp_path / "a.txt", f"The dam.\n{LINE}\nThe ferry.", separator="")
    assert article.text == f"The dam.\n{LINE}\nThe ferry."


@pytest.mark.parametrize("separator", ["***", "[next]", "=====", "Next article"])
def test_a_separator_is_read_to_the_letter(tmp_path, separator):
    """Its signs mean nothing else."""
    found = of_text(tmp_path / "a.txt", f"The dam.\n{separator}\nThe ferry.", separator)
    assert [item.text for item in found] == ["The dam.\n", "The ferry."]


def test_each_part_may_have_front_matter(tmp_path):
    """In a Markdown file, below blank lines as well; what is wrong with one is told with its number."""
    text = (
        f"---\ntitle: Dam\n---\nThe dam.\n{LINE}\n\n---\ntitle: Ferry\ndate: 2026-11-20\n---\nThe ferry.\n"
        f"{LINE}\n---\ntitle: a: b\n---\nThe ballot.\n{LINE}\nThe bridge.\n"
    )
    dam, ferry, problem, ballot, bridge = of_text(tmp_path / "a.md", text)
    assert [item.title for item in (dam, ferry, ballot, bridge)] == ["Dam", "Ferry", None, None]
    assert [item.text[item.body :] for item in (dam, ferry, ballot)] == ["The dam.\n", "The ferry.\n", "The ballot.\n"]
    assert problem.where == f"{tmp_path / 'a.md'}, row 3"


def test_a_live_page_stays_one_article(tmp_path):
    """Its entries open with times, not with the line."""
    text = "10:00 The dam broke.\n\n10:30 Nobody was hurt.\n\n11:00 The mayor spoke.\n"
    assert [item.text for item in of_text(tmp_path / "a.txt", text)] == [text]


def test_folders_and_standard_input_are_parted_too(tmp_path):
    """By the same line."""
    (tmp_path / "a.txt").write_text(f"The dam.\n{LINE}\nThe ferry.")
    assert [item.location.row for item in read(Folder(str(tmp_path), separator=LINE))] == [1, 2]
    piped = StandardInput(stream=io.BytesIO(f"The dam.\n{LINE}\nThe ferry.".encode()), separator=LINE)
    assert [item.location for item in read(piped)] == [Location("-", 1), Location("-", 2)]


@given(st.text(alphabet="a-\r\n \t", max_size=80))
def test_parts_and_lines_between_them_are_the_whole_text(text):
    """Nothing is lost but separators and blanks, and no part holds a separator."""
    found = parts(text, "--")
    between = [text[a.end : b.start] for a, b in pairwise(found)]
    assert all(set(one) <= set("-\r\n \t") for one in between)
    assert all(a.end <= b.start for a, b in pairwise(found))
    kept = "".join(text[part.start : part.end] for part in found)
    assert kept.count("a") == text.count("a")
