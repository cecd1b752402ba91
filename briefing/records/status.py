"""A small file that says when a run last went well and last went wrong, for people, monitors and `briefing check`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from briefing.errors import RecordsError
from briefing.files import write_whole


def note(folder: Path, outcome: Literal["last_success", "last_failure"], entry: Mapping[str, str | int]) -> None:
    """Put the entry into `status.json` under its outcome, the other one kept; raises RecordsError."""
    path = folder / "status.json"
    status = {**last(folder), outcome: dict(entry)}
    try:
        write_whole(
            path, (json.dumps(status, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode(), mode=0o600
        )
    except OSError as error:
        raise RecordsError(f"{path}: cannot be written: {error.strerror}; make room or let `state` move") from error


def last(folder: Path) -> dict[str, Any]:
    """Return what `status.json` holds, or {}: there is none, or it is damaged and proves nothing."""
    try:
        status = json.loads((folder / "status.json").read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return status if isinstance(status, dict) else {}
