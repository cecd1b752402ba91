"""Data with human answers, written for these tests."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DAM = "The dam above Orr broke on Friday. Nobody was hurt in the flood. Repairs will take a year, the mayor said."
POLLS = "Voters in Marn go to the polls on Sunday. The mayor is not standing again."
QUOTED = '"The dam was old," Ada Vale said on Friday. Ben Marsh told reporters: "Nobody was warned."'
FLOOD = "The flood reached the old town of Orr at noon. The dam had held for forty years."
MATCH = "The visitors won the cup final by two goals to one. Their keeper saved a penalty."
THEMES = {"Floods": ["flood", "dam"], "Elections": ["polls", "voters"]}


def spans(text: str, *words: str) -> list[list[int]]:
    """Return where words stand in a text."""
    return [[text.index(word), text.index(word) + len(word)] for word in words]


def said(content: str, source: str) -> dict[str, Any]:
    """Return what somebody marked in the text with quotations."""
    return {"content": spans(QUOTED, content), "source": spans(QUOTED, source), "cue": []}


ROWS: dict[str, list[dict[str, Any]]] = {
    "stories/wires": [
        {"id": 1, "topic": 1, "cluster": "break", "text": "The dam above Orr broke on Friday."},
        {"id": 2, "topic": 1, "cluster": "break", "text": "Near Orr the dam broke, police said on Friday."},
        {"id": 3, "topic": 2, "cluster": "polls", "text": POLLS},
    ],
    "themes/stitched": [
        {"id": "a", "paragraphs": [{"text": FLOOD, "theme": "Floods"}, {"text": DAM, "theme": "Floods"}]},
        {"id": "b", "paragraphs": [{"text": POLLS, "theme": "Elections"}]},
        {"id": "c", "paragraphs": [{"text": MATCH, "theme": None}]},
    ],
    "single/dam": [{"id": "dam", "text": DAM, "references": ["The dam above Orr broke on Friday."]}],
    "multi/two": [
        {
            "id": "two",
            "date": "2026-11-21",
            "documents": [{"text": DAM, "date": "2026-11-20"}, {"text": POLLS}],
            "references": ["The dam broke."],
        }
    ],
    "sentences/few": [
        {"text": DAM, "sentences": DAM.replace(". ", ".|").split("|")},
        {"text": POLLS, "sentences": [POLLS]},
    ],
    "quotes/one": [
        {
            "id": "said",
            "text": QUOTED,
            "attributions": [said('"The dam was old,"', "Ada Vale"), said('"Nobody was warned."', "Ben Marsh")],
        }
    ],
}


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes files of rows (a row may be any text) into a folder, and returns the folder."""

    def write(**files: list[dict[str, Any] | str]) -> Path:
        for name, rows in files.items():
            path = tmp_path / "data" / f"{name}.jsonl"
            path.parent.mkdir(parents=True, exist_ok=True)
            lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
            path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        return tmp_path / "data"

    return write


@pytest.fixture
def data(written: Callable[..., Path]) -> Path:
    """Return a folder with every shape."""
    folder = written(**ROWS)
    (folder / "themes" / "themes.json").write_text(json.dumps(THEMES), "utf-8")
    return folder
