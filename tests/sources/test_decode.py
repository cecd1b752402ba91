"""Decoding: every character as it was written, or a reason why not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from briefing.model import Problem
from briefing.sources import decode as decoding
from briefing.sources.decode import decode

NEWS = "The council’s vote — 7 to 5 — was “final”,\r\nthe mayor of Besançon said.\rNo cafe\u0301 may open.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"], ids=lambda name: name
)
def test_unicode_comes_back_as_it_was(encoding):
    """Line ends stay, nothing is composed, and the byte order mark is no part of the text."""
    assert decode(NEWS.encode(encoding), "a.txt") == NEWS


def test_old_western_text():
    """Text that is no UTF-8 is Windows-1252, with its curly quotation marks."""
    text = "“No,” said M. Lefèvre – twice.\r\n"
    assert decode(text.encode("cp1252"), "a.txt") == text


def test_only_the_first_mark_goes():
    """A second byte order mark is a character of the text like any other."""
    assert decode(b"\xef\xbb\xbf\xef\xbb\xbfRain.", "a.txt") == "\ufeffRain."


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (b"Rain\0fell.", "binary"),
        (b"0\0", "binary"),
        (b"\x1b[31mred\x1b[0m", "binary"),
        ("It rained.\0".encode("utf-16"), "binary"),
        ("L’été fut chaud, dit-il. L’été".encode()[:-1], "damaged utf-8 at byte 37"),
        (b"Rain \x81 fell", "neither UTF-8 nor Windows-1252 at byte 6"),
        (b"\xff\xfeR\0a", "damaged utf-16"),
        (b"\xff\xfe\x00\xd8R\0", "damaged utf-16"),
    ],
)
def test_what_is_no_text_is_a_problem(data, says):
    """Empty, binary and damaged data is refused, by name, with something to do."""
    problem = decode(data, "news/a.txt")
    assert isinstance(problem, Problem)
    assert says in problem.what
    assert problem.where == "news/a.txt"
    assert problem.remedy


def test_the_largest_is_the_limit(monkeypatch):
    """A file above the cap is refused, one at the cap is read."""
    monkeypatch.setattr(decoding, "LARGEST", 10)
    assert decode(b"0123456789", "a.txt") == "0123456789"
    assert "larger than 10 bytes" in str(decode(b"0123456789a", "a.txt"))


@given(st.binary(max_size=80) | st.text(max_size=40).map(str.encode))
@hypothesis_settings(max_examples=100, deadline=None)
def test_any_bytes_are_a_text_or_a_problem(data):
    """Whatever a file holds, the result is a text that can be stored as UTF-8, or a problem."""
    text = decode(data, "a.txt")
    assert isinstance(text, Problem) or (text.strip() and text.encode().decode() == text)
