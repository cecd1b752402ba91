"""Tables with named columns: good rows are kept, whatever stands beside them."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article, Location, Problem
from briefing.sources import comma_separated
from briefing.sources.file import File

HEAD = "text,title,date\n"


def of_table(path: Path, text: str | bytes) -> list[Article | Problem]:
    """Return what a table holds."""
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return [item for shard in File(str(path)).shards() for item in pickle.loads(pickle.dumps(shard)).read()]


def parted(items: list[Article | Problem]) -> tuple[list[tuple[int, str]], list[str]]:
    """Return rows and texts of the articles, and what the problems say behind the file's name."""
    articles = [(item.location.row, item.text) for item in items if isinstance(item, Article)]
    problems = [item for item in items if isinstance(item, Problem)]
    assert all(problem.remedy for problem in problems)
    return articles, [f"{problem.where.rpartition('/')[2]}: {problem.what}" for problem in problems]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_each_row_is_an_article(tmp_path, sign, ends):
    """With its metadata; a text may hold line breaks, the sign itself and quotation marks, to the letter."""
    text = f'The dam{sign} above Orr{sign} “broke”.{ends}{ends}“Yes”, she said: ""no"".'
    rows = [
        sign.join(("Title", "TEXT", "date", "source", "url", "id", "lang", "views")),
        sign.join(("Dam", f'"{text}"', "2026-11-20", "Orr Courier", "https://o.example/1", "7", "de", "12")),
    ]
    (article,) = of_table(tmp_path / "a.csv", ends.join(rows) + ends)
    path = str(tmp_path / "a.csv")
    assert article == Article(
        text.replace('""', '"'),
        "7",
        "Dam",
        date(2026, 11, 20),
        "Orr Courier",
        "https://o.example/1",
        "de",
        Location(path, 2),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tables_of_every_encoding(tmp_path, encoding):
    """Excel writes a byte order mark, UTF-16 or Windows-1252."""
    articles, problems = parted(
        of_table(tmp_path / "a.csv", f"{HEAD}Le café “Orr”.,x,\n\n,,\nZwei.,y,\n".encode(encoding))
    )
    assert (articles, problems) == ([(2, "Le café “Orr”."), (5, "Zwei.")], [])


def test_bad_rows_cost_themselves(tmp_path):
    """Each is named by the number that a spreadsheet gives it; one that never ends does not swallow the rest."""
    table = (
        HEAD + "Good.,a,2026-11-20\nToo few\ntorn, by its commas, into many, fields\n"
        '"un"quoted,b,\n"NUL\0",c,\n,no text,\nDated oddly.,d,soon\n"never closed,e,\nLast.,f,\n'
    )
    articles, problems = parted(of_table(tmp_path / "a.csv", table))
    assert articles == [(2, "Good."), (8, "Dated oddly."), (10, "Last.")]
    assert [problem.partition(": ")[0] for problem in problems] == [f"a.csv, row {k}" for k in (3, 4, 5, 6, 7, 8, 9)]
    assert "has 1 fields where 3 columns are named" in problems[0]
    assert "its date cannot be understood" in problems[5]


def test_a_table_without_texts_is_told(tmp_path):
    """By the column that is meant, if there is one."""
    assert parted(of_table(tmp_path / "a.csv", "name,number\nx,1\n"))[1] == ["a.csv: no column is named “text”"]
    (problem,) = of_table(tmp_path / "b.csv", "title,body\nx,The dam.\n")
    assert (problem.what, problem.remedy) == ("its column “body” is not read", "name it “text”")


def test_a_column_that_is_called_otherwise_is_told(tmp_path):
    """One that nobody would look for is not."""
    problem, article = of_table(tmp_path / "a.csv", "text,headline,views\nThe dam.,Dam,7\n")
    assert (problem.what, problem.remedy) == ("its column “headline” is not read", "name it “title”")
    assert article.title is None


@pytest.mark.parametrize("table", ["", "\n\n", "\ufeff"])
def test_an_empty_table_is_told(tmp_path, table):
    """Once."""
    (problem,) = of_table(tmp_path / "a.csv", table)
    assert "empty" in problem.what


def test_a_table_of_names_alone_is_told(tmp_path):
    """It holds no row."""
    (problem,) = of_table(tmp_path / "a.csv", HEAD)
    assert "no row below the names" in problem.what


def test_a_field_too_large_costs_itself(tmp_path, monkeypatch):
    """On one line or over many; the limit of the csv module is the same as that of an article."""
    monkeypatch.setattr(comma_separated, "LARGEST", 1000)
    monkeypatch.setattr("briefing.sources.decode.LARGEST", 1000)
    articles, problems = parted(of_table(tmp_path / "a.csv", f"{HEAD}{'x' * 5000},a,\nGood.,b,\n"))
    assert articles == [(3, "Good.")]
    assert "row 2: larger than 1,000 bytes" in problems[0]
    limit = comma_separated.csv.field_size_limit(1000)
    try:
        lines = "\n".join("x" * 90 for _ in range(50))
        articles, problems = parted(of_table(tmp_path / "b.csv", f'{HEAD}"{lines}",a,\nGood.,b,\n'))
    finally:
        comma_separated.csv.field_size_limit(limit)
    assert articles[-1][1] == "Good."
    assert "field larger than field limit" in problems[0]


def test_a_table_gone_wrong_altogether_is_told_in_few_words(tmp_path):
    """The first problems one by one, the others by their number."""
    articles, problems = parted(of_table(tmp_path / "a.csv", HEAD + "torn\n" * 500 + "Good.,a,\n"))
    assert articles == [(502, "Good.")]
    assert len(problems) == comma_separated._MOST_FLAWS + 1
    assert "problems in 450 more rows" in problems[-1]


@given(st.text(alphabet='a"\n,;\r \t|\0é', max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_table_is_articles_and_problems(tmp_path_factory, text):
    """Whatever stands below the names, each row is one or the other, and the number of rows has an end."""
    found = of_table(tmp_path_factory.mktemp("any") / "a.csv", "text,title\n" + text)
    assert found
    rows = [item.location.row for item in found if isinstance(item, Article)]
    assert rows == sorted(set(rows))
