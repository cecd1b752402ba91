"""Metadata from outside: cleaned where it is shown, left out with a word where it cannot be understood."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from briefing.model import Location
from briefing.sources.metadata import day, described, one_line, web_address


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2021-08-20", date(2021, 8, 20)),
        ("20210820", date(2021, 8, 20)),
        ("2021/08/20", date(2021, 8, 20)),
        ("2021-08-20T23:30:00-05:00", date(2021, 8, 20)),  # the day where it was written, not in Greenwich
        (" 2021-08-20 01:00:00Z ", date(2021, 8, 20)),
        ("Fri, 20 Aug 2021 23:30:00 -0500", date(2021, 8, 20)),
        ("20 August 2021", date(2021, 8, 20)),
        ("August 20, 2021", date(2021, 8, 20)),
        ("07/08/2021", None),  # July or August?
        ("31 Feb 2021", None),
        ("yesterday", None),
        ("1629417600", None),
        ("0021-08-20", None),
        ("", None),
    ],
)
def test_days(text, wanted):
    """ISO 8601 and mail dates are read in the zone they state; what is ambiguous is not guessed at."""
    assert day(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("  Two\n lines\tone ", "Two lines one"),
        ("A\u202eB\u2066C\u200bD\x1b[31mE\0", "ABCD[31mE"),
        ("cafe\u0301", "café"),
        ("half \ud800", "half"),
        ("x" * 400, "x" * 300),
        (" \u200b ", None),
    ],
)
def test_titles_and_names_are_one_clean_line(text, wanted):
    """No line break, control, direction or invisible character of a title reaches a page or a mail header."""
    assert one_line(text) == wanted


@pytest.mark.parametrize(
    ("text", "is_kept"),
    [
        ("https://example.org/a?b=c#d", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https:///nowhere", False),
        ("https://example.org/a b", False),
        ('https://example.org/"><script>', False),
        ("https://example.org/\u202egro", False),
        ("https://example.org/" + "a" * 3000, False),
    ],
)
def test_only_web_addresses_are_kept(text, is_kept):
    """An address is http or https and has nothing that could break out of a link."""
    assert web_address(text) == (text if is_kept else None)


def test_what_is_stated_is_used():
    """Every key finds its place, numbers are written out, and a regional language is its language."""
    stated = {
        "id": 17,
        "title": " A ",
        "date": 20210820,
        "source": "S",
        "url": "https://a.b",
        "language": "PT-br",
        "x": 1,
    }
    article, problems = described("text", stated, Location("/a", 2), "a", language="en", body=1)
    assert (article.id, article.title, article.date, article.source) == ("17", "A", date(2021, 8, 20), "S")
    assert (article.url, article.language, article.location, article.body) == (
        "https://a.b",
        "pt",
        Location("/a", 2),
        1,
    )
    assert problems == ()


def test_what_cannot_be_understood_is_named_and_left_out():
    """The article stays, undated and in the default language, and a problem says what was wrong with each."""
    stated = {"date": "last week", "language": "Portuguese!", "title": ["x"], "source": True, "id": " ", "url": None}
    article, problems = described("text", stated, Location(), "a.md", language="de")
    assert (article.date, article.language, article.title, article.source, article.id) == (None, "de", None, None, "")
    assert [problem.what.split()[1] for problem in problems] == ["title", "date", "source", "language"]
    assert "last week" in str(problems[1])


@given(
    st.dictionaries(st.sampled_from(["id", "title", "date", "source", "url", "language"]), st.text() | st.integers())
)
@hypothesis_settings(max_examples=80, deadline=None)
def test_any_metadata_is_used_or_named(stated):
    """Whatever is stated, there is an article whose metadata is printable as UTF-8 on one line."""
    article, problems = described("text", stated, Location(), "a", language="en")
    shown = [article.id, article.title, article.source, article.url, *map(str, problems)]
    assert all(line is None or (line.encode() is not None and len(line.splitlines()) <= 1) for line in shown)
