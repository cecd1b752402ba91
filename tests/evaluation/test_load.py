"""Data are read by their fields; what cannot be used is named with its place, and ends nothing."""

from __future__ import annotations

import json
from datetime import date

import pytest

from briefing.errors import SourceError
from briefing.evaluation.items import Quoted, Split, Summarised
from briefing.evaluation.load import load

GOOD = {"text": "The dam broke.", "references": ["A dam broke."]}


def test_a_folder_is_read_to_the_bottom(data):
    """File by file in the order of their names; a row's fields say what it asks."""
    found, problems = load(data)
    assert [one.name for one in found] == ["multi/two", "quotes/one", "sentences/few", "single/dam"]
    assert [type(one.items[0]) for one in found] == [Summarised, Quoted, Split, Summarised]
    assert found[0].items[0].articles[0].date == date(2026, 11, 20)
    assert problems == []


def test_a_file_is_as_good_as_a_folder(data):
    """Its name stands for it, whatever its shape."""
    (found,), problems = load(data / "quotes" / "one.jsonl")
    assert (found.name, len(found.items), problems) == ("one", 1, [])


def test_a_limit_is_of_each_files_rows(data):
    """The first ones."""
    assert [len(one.items) for one in load(data, 1)[0]] == [1, 1, 1, 1]


BAD = [
    ("{", "is not JSON"),
    ("[]", "is not a JSON object"),
    ("[" * 99_999, "is not JSON"),
    ('"\udcff"', "is not"),
    ({"text": "x"}, "no shape"),
    ({"references": ["x"]}, "no text"),
    ({"text": 3, "references": ["x"]}, "no text"),
    ({"text": "\ud800", "references": ["x"]}, "surrogate"),
    ({"text": "x", "references": []}, "references"),
    ({"text": "x", "references": "x"}, "references"),
    ({"text": "x", "references": [1]}, "references"),
    ({"text": "x", "title": 7, "references": ["x"]}, "title"),
    ({"documents": [], "references": ["x"]}, "documents"),
    ({"documents": ["x"], "references": ["x"]}, "documents"),
    ({"documents": [{}], "references": ["x"]}, "no text"),
    ({"text": "x", "sentences": [1]}, "sentences"),
    ({"text": "x", "sentences": ["x"], "language": 1}, "language"),
    ({"text": "x", "attributions": {}}, "attributions"),
    ({"text": "x", "attributions": [{"content": [[0]]}]}, "content"),
    ({"text": "x", "attributions": [{"content": [[0, 1]], "source": "x"}]}, "source"),
]


@pytest.mark.parametrize(("row", "said"), BAD, ids=[said + str(k) for k, (_, said) in enumerate(BAD)])
def test_a_bad_row_is_a_problem(written, row, said):
    """With its file, its line and what to do; the rows around it are read."""
    text = row if isinstance(row, str) else json.dumps(row)
    folder = written(news=[GOOD, "", text.encode("utf-8", "surrogateescape").decode("latin-1"), GOOD])
    (found,), (problem,) = load(folder)
    assert len(found.items) == 2
    assert problem.where == f"{folder}/news.jsonl:3"
    assert said in problem.what
    assert problem.remedy


@pytest.mark.parametrize("day", ["4/21/18", "yesterday", 20260101, ["2026-01-01"]])
def test_of_a_bad_date_only_the_date_is_left_out(written, day):
    """The row is used, and the problem shows the date."""
    folder = written(news=[{**GOOD, "date": day}])
    (found,), (problem,) = load(folder)
    assert found.items[0].articles[0].date is None
    assert problem.where.endswith("news.jsonl:1")
    assert repr(str(day)) in problem.what
    assert "2026-01-31" in problem.remedy


def test_the_same_problem_of_many_rows_is_one_line(written):
    """The first place, and how many more."""
    folder = written(news=[GOOD], themes=[{"paragraphs": []}] * 3)
    (found,), (problem,) = load(folder)
    assert found.name == "news"
    assert problem.where.endswith("themes.jsonl:1")
    assert "2 more rows" in problem.what


def test_nothing_to_measure_is_an_error(written, tmp_path):
    """An empty folder, one without any good row, and none at all: each says so."""
    (tmp_path / "empty").mkdir()
    for path, said in (
        (tmp_path / "empty", "holds no .jsonl file"),
        (tmp_path / "none", "no such file or folder"),
        (written(news=["{"]), "news.jsonl:1: is not JSON"),
    ):
        with pytest.raises(SourceError, match=str(path)) as error:
            load(path)
        assert said in str(error.value)


def test_a_file_that_cannot_be_read_is_a_problem(written, monkeypatch):
    """The others are read."""
    folder = written(a=[GOOD], b=[GOOD])
    (folder / "a.jsonl").unlink()
    (folder / "a.jsonl").symlink_to("/proc/self/mem")
    (found,), (problem,) = load(folder)
    assert found.name == "b"
    assert "cannot be read" in problem.what
