"""Paragraphs: which line breaks part them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.paragraphs import paragraphs

WRAPPED = """The ministers agreed on Tuesday to widen the mission, and said
that Ankara and Rome would send engineers before the summer.
Their deputies will meet again in June, when the first of the
convoys is due to arrive from the port.

Nobody expects the talks to be easy, an official said. "We have
been here before," she added."""


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_line_breaks_of_every_kind(line_end: str) -> None:
    """A blank line parts, and so does a single break between finished lines, however it is written."""
    text = line_end.join(["First one.", "", "Second one.", "Third one."])
    assert cut(text) == ["First one.", "Second one.", "Third one."]


@pytest.mark.parametrize("blank", ["", " ", "\u00a0", "\t \u3000", "\u200b", "\ufeff"])
def test_lines_that_show_nothing_are_blank(blank: str) -> None:
    """A line of spaces that do not look like spaces parts paragraphs too, even in the middle of a sentence."""
    assert cut(f"The talks\n{blank}\nin Geneva") == ["The talks", "in Geneva"]


def test_paragraph_separator_parts() -> None:
    """U+2029 parts paragraphs by itself."""
    assert cut("the talks\u2029in Geneva") == ["the talks", "in Geneva"]


def test_one_paragraph_a_line() -> None:
    """Where lines are paragraphs, each stays one, whatever its length."""
    lines = ["Talks resume", "The envoys met on Monday, and they said that nothing was agreed.", "They left.", "“No.”"]
    assert cut("\n".join(lines)) == lines


def test_wrapped_text() -> None:
    """Wrapped lines are joined even where the next line begins with a capital."""
    assert cut(WRAPPED) == WRAPPED.split("\n\n")


def test_short_line_ends_a_paragraph_of_wrapped_text() -> None:
    """A line that had room for the next word ended its paragraph."""
    text = WRAPPED.replace("\n\n", "\n")
    assert cut(text) == WRAPPED.split("\n\n")


def test_items_of_a_list_in_wrapped_text() -> None:
    """A full line does not swallow the list item after it."""
    text = WRAPPED + "\n\nThe three sides who came to the table in the old town hall were\n- Ankara\n- Rome\n"
    assert cut(text)[-2:] == ["- Ankara", "- Rome"]


def test_long_line_in_wrapped_text() -> None:
    """A line far longer than the others was not wrapped with them."""
    long = "https://news.example.org/" + "a" * 80
    assert long in cut(f"{WRAPPED}\n\n{long}\nThe desk")


def test_title_at_a_line_end() -> None:
    """No line ends with a title."""
    assert cut("The prize went to Prof.\nWeiss of Bonn.") == ["The prize went to Prof.\nWeiss of Bonn."]


def test_scripts_without_case() -> None:
    """A line of Chinese that breaks off inside a sentence goes on."""
    assert cut("会议在北京和上海\n举行。\n双方没有达成协议。") == ["会议在北京和上海\n举行。", "双方没有达成协议。"]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB .\n\r\x85\u2028\u2029\u00a0\u200b•-1"), max_size=80) | st.text(max_size=60))
def test_nothing_but_white_space_is_left_out(text: str) -> None:
    """Paragraphs are ordered, trimmed and together hold all that can be seen."""
    spans = paragraphs(text)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)
    left_out = "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    assert not left_out.translate(dict.fromkeys([0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF])).strip()
