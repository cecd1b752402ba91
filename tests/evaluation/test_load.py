"""Data are read by their fields; what cannot be used is named with its place, and ends nothing."""

from __future__ import annotations

import json
from datetime import date

import pytest

from briefing.errors import SourceError
from briefing.evaluation.items import Quoted, Reported, Split, Summarised, Themed
from briefing.evaluation.load import load

GOOD = {"text": "The dam broke.", "references": ["A dam broke."]}


def test_a_folder_is_read_to_the_bottom(data):
    """File by file in the order of their names; a row's fields say what it asks."""
    found, problems = load(data)
    assert {one.name: type(one.items[0]) for one in found} == {
        "multi/two": Summarised,
        "quotes/one": Quoted,
        "sentences/few": Split,
        "single/dam": Summarised,
        "stories/wires": Reported,
        "themes/stitched": Themed,
    }
    assert [one.name for one in found] == sorted(one.name for one in found)
    assert found[0].items[0].articles[0].date == date(2026, 11, 20)
    assert problems == []


def test_a_file_is_as_good_as_a_folder(data):
    """Its name stands for it, whatever its shape."""
    (found,), problems = load(data / "quotes" / "one.jsonl")
    assert (found.name, len(found.items), problems) == ("one", 1, [])


def test_a_limit_is_of_each_files_rows(data):
    """The first ones."""
    assert [len(one.items) for one in load(data, 1)[0]] == [1] * 6


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
    ({"documents": {}, "references": ["x"]}, "documents"),
    ({"documents": [{}], "references": ["x"]}, "no text"),
    ({"text": "x", "sentences": [1]}, "sentences"),
    ({"text": "x", "sentences": ["x"], "language": 1}, "language"),
    ({"text": "x", "attributions": {}}, "attributions"),
    ({"text": "x", "attributions": [{"content": [[0]]}]}, "content"),
    ({"text": "x", "attributions": [{"content": [[0, 1]], "source": "x"}]}, "source"),
    ({"text": "x", "attributions": ["x"]}, "attributions"),
    ({"text": "x", "cluster": ["x"]}, "cluster"),
    ({"text": "x", "cluster": "x", "topic": {}}, "topic"),
    ({"cluster": "x"}, "no text"),
    ({"paragraphs": [{"text": "x"}]}, "no themes"),
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
    folder = written(news=[GOOD], themes=[{"sections": []}] * 3)
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


def test_paragraphs_are_an_article_with_an_empty_line_behind_each(data):
    """Each with its place and its theme, or none; the themes stand beside the file, with their terms."""
    file = data / "themes" / "stitched.jsonl"
    texts = [part["text"] for part in json.loads(file.read_text("utf-8").splitlines()[0])["paragraphs"]]
    (found,), problems = load(file)
    first, *others = found.items
    assert problems == []
    assert first.article.text == f"{texts[0]}\n\n{texts[1]}\n\n"
    assert [first.article.text[one.start : one.end] for one in first.paragraphs] == texts
    assert [one.theme for one in first.paragraphs] == ["Floods", "Floods"]
    assert [item.paragraphs[0].theme for item in others] == ["Elections", None]
    assert [(theme.name, theme.terms) for theme in first.themes] == [
        ("Floods", ("flood", "dam")),
        ("Elections", ("polls", "voters")),
    ]


@pytest.mark.parametrize("beside", ["{", "[]", "{}", '{"Floods": []}', '{"Floods": "flood"}', "[" * 99_999, None])
def test_without_themes_that_can_be_read_paragraphs_are_a_problem(data, beside):
    """One line for all rows, that says what to write and where; other data do not care."""
    themes = data / "themes" / "themes.json"
    themes.unlink() if beside is None else themes.write_text(beside, "utf-8")
    found, (problem,) = load(data)
    assert len(found) == 5
    assert problem.where == f"{data}/themes/stitched.jsonl:1"
    assert "no themes" in problem.what
    assert "2 more rows" in problem.what
    assert "themes.json" in problem.remedy


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        ([], "paragraphs"),
        ("x", "paragraphs"),
        ([{"theme": "Floods"}], "no text"),
        ([{"text": "x", "theme": 3}], "theme"),
    ],
)
def test_paragraphs_that_are_none_are_a_problem(data, paragraphs, said):
    """The other rows are read."""
    with (data / "themes" / "stitched.jsonl").open("a") as file:
        file.write(json.dumps({"paragraphs": paragraphs}))
    found, (problem,) = load(data)
    assert len(found[-1].items) == 3
    assert said in problem.what


def test_a_theme_that_is_not_among_the_themes_is_told_of(data):
    """The paragraph is used: a slip of the pen would otherwise pass for a wrong answer."""
    (data / "themes" / "more.jsonl").write_text(json.dumps({"paragraphs": [{"text": "x", "theme": "Flods"}]}))
    (found,), (problem,) = load(data / "themes" / "more.jsonl")
    assert found.items[0].paragraphs[0].theme == "Flods"
    assert "'Flods'" in problem.what


def test_a_report_belongs_to_its_topics_event(data):
    """Events are those of a topic: the same name under another one is another event."""
    first, second, third = load(data / "stories" / "wires.jsonl")[0][0].items
    assert first.event == second.event != third.event
    assert (first.topic, first.article.id) == ("1", "1")
