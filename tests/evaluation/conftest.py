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


def spans(text: str, *words: str) -> list[list[int]]:
    """Return where words stand in a text."""
    return [[text.index(word), text.index(word) + len(word)] for word in words]


def said(content: str, source: str) -> dict[str, Any]:
    """Return what somebody marked in the text with quotations."""
    return {"content": spans(QUOTED, content), "source": spans(QUOTED, source), "cue": []}


ROWS: dict[str, list[dict[str, Any]]] = {
    "single/dam": [{"id": "dam", "text": DAM, "references": ["The dam above Orr broke on Friday."]}],
    "multi/two": [
        {
            "id": "two",
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
    return written(**ROWS)
