"""What commands say can be read on any terminal, and JSON by any program."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from briefing.cli import start
from briefing.language.display import in_json, plain

HOSTILE = "evil\x1b]0;title\x07\x9b31m\u202egnp\nbriefing: well"


@pytest.mark.parametrize(
    "arguments",
    [
        ["verify", HOSTILE],
        ["explain", "news", f"{HOSTILE} "],
        ["build", HOSTILE],
        ["build", "--config", HOSTILE],
        ["build", "--format", HOSTILE],
        [f"--{HOSTILE}"],
        [HOSTILE],
        ["outbox", HOSTILE],
    ],
    ids=lambda arguments: arguments[0][:10],
)
def test_a_name_on_the_command_line_does_nothing(command, arguments, monkeypatch):
    """A shell puts names of files there (`briefing verify *`), and a stranger may have given them."""
    Path("news").mkdir()
    Path("news/a.txt").write_text("The dam above Orr broke on Friday. Nobody was hurt.")
    terminal = io.TextIOWrapper(io.BytesIO(), "utf-8")
    monkeypatch.setattr(sys, "stderr", terminal)
    with patch("click.utils.should_strip_ansi", return_value=False):  # as click does where somebody looks
        assert start(arguments) in (1, 2, 78)
    terminal.flush()
    said = terminal.buffer.getvalue().decode()
    assert "evil" in said
    assert plain(said) == said


def test_json_has_what_a_terminal_would_obey_in_escapes(command):
    """And gives the same characters to whoever reads it as JSON."""
    text = (
        "The dam above Orr\x9b31m broke on Friday after \u202edays of rain. "
        + "Nobody in the valley was hurt by it. " * 9
    )
    Path("rows.jsonl").write_text(json.dumps({"text": text, "title": "The dam"}))
    ran = command("explain", "rows.jsonl", "--json")
    assert plain(ran.out) == ran.out
    assert "\\u009b31m broke on Friday after \\u202edays" in ran.out
    assert any(one["text"].startswith(text.split(". ", maxsplit=1)[0]) for one in json.loads(ran.out)["sentences"])


@pytest.mark.parametrize(
    "text", ["\x1b[31m", "\x9b", "\u202e", "\u2028", "\x85", "\ud800", "\U000e0041", "Ж “x” 👍\tx"]
)
def test_json_is_the_same_to_a_program(text):
    """Whatever is escaped, inside the range of two bytes and beyond."""
    assert json.loads(in_json({text: [text]})) == {text: [text]}
    assert plain(in_json(text)) == in_json(text)
