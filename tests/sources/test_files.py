"""Single files and standard input: text, Markdown, JSON Lines."""

from __future__ import annotations

import io
import json
import os
import pickle
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from briefing.errors import SourceError
from briefing.model import Article, Location, Problem
from briefing.sources import json_lines
from briefing.sources.file import File
from briefing.sources.front_matter import front_matter
from briefing.sources.standard_input import StandardInput

TEXT = "Ferry strike ends\r\n\r\nOSLO: Crews return on Monday, the union said.\r\n"


def read(source) -> list[Article | Problem]:
    """Return all that a source yields, its shards sent through a pickle as to another process."""
    return [item for shard in source.shards() for item in pickle.loads(pickle.dumps(shard)).read()]


def one(source) -> Article | Problem:
    """Return the one thing that a source yields."""
    (item,) = read(source)
    return item


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.news", "a"])
def test_a_file_is_one_article(tmp_path, name):
    """Of any suffix: its text, its place, the default language, and nothing invented."""
    path = tmp_path / name
    path.write_bytes(TEXT.encode())
    assert one(File(str(path), "de")) == Article(TEXT, language="de", location=Location(str(path)))


def test_front_matter_states_the_metadata(tmp_path):
    """The text stays the whole file; the body begins behind the front matter."""
    path = tmp_path / "a.md"
    head = (
        "---\r\nTitle: 'Ferry: strike ends'\r\ndate: 2021-08-20T23:30:00-05:00\r\nlanguage: no\r\ntags: [a]\r\n---\r\n"
    )
    path.write_bytes((head + TEXT).encode())
    article = one(File(str(path)))
    assert article.text == head + TEXT
    assert article.text[article.body :] == TEXT
    assert (article.title, article.date, article.language) == ("Ferry: strike ends", date(2021, 8, 20), "no")


def test_front_matter_that_cannot_be_read_is_a_problem_and_no_news(tmp_path):
    """A colon too many: the article stays, its front matter is still not its body, and the line is named."""
    path = tmp_path / "a.md"
    path.write_text("---\nsource: x\ntitle: Ferry: strike ends\n---\nCrews return.\n")
    problem, article = read(File(str(path)))
    assert "line 3 is not YAML" in str(problem)
    assert article.text[article.body :] == "Crews return.\n"
    assert article.title is None


@pytest.mark.parametrize(
    "text",
    [
        "Crews return.\n---\ntitle: x\n---\n",
        "---\nCrews return.\n---\nThe union agreed.\n",
        "---\n`Crews` return: so it was said.\n---\nThe union agreed.\n",
        "---\ntitle: x\n",
        "---\ntitle: x\n" + "# much\n" * 20_000 + "---\nCrews return.\n",
    ],
    ids=["below", "a rule", "a rule and no YAML", "never closed", "too long"],
)
def test_what_is_no_front_matter(text):
    """A rule of dashes, an open block or an endless one is the article's own text."""
    assert front_matter(text).end == 0


@pytest.mark.parametrize(
    ("block", "values"),
    [
        ("", {}),
        ("title:", {"title": None}),
        ("a: &x [1]\nb: *x", {"a": (), "b": ()}),
        ("? [a]\n: b", None),
        ("title: " + "[" * 5000, {}),
        ("- " * 5000, None),
        ("a: " + "\n ".join(" " * k + "a:" for k in range(180)), {}),
        ("title: \x07", {}),
    ],
)
def test_front_matter_of_every_kind(block, values):
    """Empty, nested, repeated, too deep or with odd keys and characters: never more than its plain values."""
    matter = front_matter(f"---\n{block}\n---\nText")
    assert values is None or matter.values == values
    assert all(isinstance(key, str) for key in matter.values)


def test_a_file_of_front_matter_alone_is_a_problem(tmp_path):
    """There is nothing to brief on."""
    (tmp_path / "a.md").write_text("---\ntitle: x\n---\n\n")
    assert "nothing but front matter" in str(one(File(str(tmp_path / "a.md"))))


def test_json_lines_give_an_article_a_row(tmp_path):
    """Good rows are kept with their row number, blank ones pass, bad ones are named with file and row."""
    path = tmp_path / "a.jsonl"
    rows = [
        json.dumps({"text": TEXT, "id": "x", "title": "T", "date": "2021-08-20", "source": "S", "url": "https://a.b"}),
        "",
        "{not json",
        "[1]",
        '{"title": "no text"}',
        '{"text": 5}',
        '{"text": " "}',
        '{"text": "half \\ud800"}',
        '{"text": "nul \\u0000"}',
        "[" * 100_000,
        '{"text": "Dated oddly.", "date": "soon"}',
        '{"text": "Crews\u2028return."}',
    ]
    path.write_bytes("\r\n".join(rows).encode() + b"\n\xff\x81\n")
    found = read(File(str(path)))
    articles = [item for item in found if isinstance(item, Article)]
    assert [article.location for article in articles] == [Location(str(path), row) for row in (1, 11, 12)]
    assert (articles[0].text, articles[0].id, articles[0].date) == (TEXT, "x", date(2021, 8, 20))
    assert articles[2].text == "Crews\u2028return."
    problems = [str(item) for item in found if isinstance(item, Problem)]
    assert [int(problem.split("row ")[1].split(":")[0]) for problem in problems] == [3, 4, 5, 6, 7, 8, 9, 10, 11, 13]
    assert all(problem.startswith(str(path)) and problem.endswith(")") for problem in problems)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_json_lines_of_other_encodings(tmp_path, encoding):
    """PowerShell writes UTF-16, Excel a byte order mark, old programs Windows-1252."""
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"text": "“Été”"}\n\n{"text": "Two"}\n'.encode(encoding))
    assert [(item.text, item.location.row) for item in read(File(str(path)))] == [("“Été”", 1), ("Two", 3)]


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xff\xfe"])
def test_json_lines_without_a_row_are_a_problem(tmp_path, data):
    """An empty file is named, once."""
    (tmp_path / "a.jsonl").write_bytes(data)
    assert "empty" in one(File(str(tmp_path / "a.jsonl"))).what


def test_a_row_too_large_costs_only_itself(tmp_path, monkeypatch):
    """The rows before and behind it are read, and their numbers are right."""
    monkeypatch.setattr(json_lines, "LARGEST", 100)
    monkeypatch.setattr("briefing.sources.decode.LARGEST", 100)
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One"}\n{"text": "' + "x" * 1000 + '"}\n{"text": "Three"}\n')
    found = read(File(str(path)))
    assert [type(item) for item in found] == [Article, Problem, Article]
    assert "row 2: larger than 100 bytes" in str(found[1])
    assert found[2].location.row == 3


@pytest.mark.parametrize("suffix", ["txt", "jsonl"])
@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "loop", "empty", "name"])
def test_what_is_no_readable_file_is_a_problem(tmp_path, kind, suffix):
    """Neither a pipe without a writer nor a link to itself hangs or ends a run; the file is named on one line."""
    path = str(tmp_path / f"a\n\u202eb.{suffix}")
    if kind == "folder":
        Path(path).mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "loop":
        Path(path).symlink_to(path)
    elif kind == "empty":
        Path(path).touch()
    elif kind == "name":
        path = os.fsdecode(os.fsencode(path) + b"\xff")
        Path(path).touch()
    problem = one(File(path))
    assert isinstance(problem, Problem)
    assert problem.remedy
    assert problem.where.startswith(str(tmp_path))
    assert "a\\n\\u202eb." in str(problem)
    assert str(problem).encode()


@pytest.mark.parametrize("suffix", ["txt", "jsonl"])
def test_a_file_that_fails_while_it_is_read_is_a_problem(suffix, tmp_path):
    """A disk error in the middle is told like any other reason (a process's own memory fails at its first byte)."""
    path = tmp_path / f"a.{suffix}"
    path.symlink_to("/proc/self/mem")
    assert "cannot be read" in one(File(str(path))).what


def test_standard_input_is_one_article():
    """Plain text is one article, located at “-”."""
    assert one(StandardInput("fr", io.BytesIO(TEXT.encode()))) == Article(TEXT, language="fr", location=Location("-"))


def test_standard_input_of_json_lines():
    """If every row is an object with a text, each is an article."""
    rows = '{"text": "One"}\n\n{"text": "Two", "language": "de"}\n'
    found = read(StandardInput("en", io.BytesIO(rows.encode())))
    assert [(a.text, a.language, a.location) for a in found] == [
        ("One", "en", Location("-", 1)),
        ("Two", "de", Location("-", 3)),
    ]


def test_standard_input_that_only_looks_like_json_lines():
    """One row that is none makes it a text."""
    text = '{"text": "One"}\nand so on'
    assert one(StandardInput("en", io.BytesIO(text.encode()))).text == text


def test_standard_input_that_is_empty_or_closed(monkeypatch):
    """Nothing piped in is a problem; no standard input at all, as under some daemons, is an error of the source."""
    assert "standard input: empty" in str(one(StandardInput("en", io.BytesIO(b""))))
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(SourceError, match="closed"):
        StandardInput().shards()


def test_standard_input_itself_is_read(monkeypatch):
    """Without a stand-in it is the process's own."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Rain.")))
    assert one(StandardInput()).text == "Rain."


@given(st.text(max_size=60) | st.text(alphabet="-:\n[]{}&*ab ", max_size=60).map("---\n{}\n---\nx".format))
@hypothesis_settings(max_examples=80, deadline=None)
def test_any_file_is_an_article_or_a_problem(tmp_path_factory, text):
    """Whatever stands in a Markdown file, the article's text is that, and its body lies inside."""
    path = tmp_path_factory.mktemp("any") / "a.md"
    path.write_bytes(text.encode())
    found = read(File(str(path)))
    assert found
    assert all(item.text == text.removeprefix("\ufeff") for item in found if isinstance(item, Article))
    assert all(0 <= item.body < len(item.text) for item in found if isinstance(item, Article))
