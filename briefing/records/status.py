"""A small file that says when a run last went well and last went wrong, for people, monitors and `briefing check`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from briefing.errors import RecordsError
from briefing.files import write_whole

Noted = Literal["last_success", "last_failure", "last_edition", "schedule"]


def note(folder: Path, what: Noted, said: Mapping[str, str | int | float]) -> None:
    """Put what is said into `status.json` under its name, the others kept; raises RecordsError."""
    _write(folder, {**last(folder), what: dict(said)})


def forget(folder: Path, what: Noted) -> None:
    """Take an entry out of `status.json`; raises RecordsError."""
    status = last(folder)
    if status.pop(what, None) is not None:
        _write(folder, status)


def entry(folder: Path, what: Noted) -> dict[str, Any]:
    """Return what was noted under a name, or {}: there is nothing, or it is damaged and proves nothing."""
    found = last(folder).get(what)
    return found if isinstance(found, dict) else {}


def when(folder: Path, what: Noted) -> datetime | None:
    """Return the moment at which an entry was noted, or None: there is none, or it is damaged and proves nothing."""
    try:
        moment = datetime.fromisoformat(entry(folder, what)["at"])
    except (KeyError, TypeError, ValueError):
        return None
    return moment if moment.tzinfo else None


def is_known(folder: Path, due: str, what: str) -> bool:
    """Whether the last run for the same due moment failed in the same words, and none has gone well since."""
    failure = entry(folder, "last_failure")
    if not (due and (failure.get("due"), failure.get("what")) == (due, what)):
        return False
    failed, well = when(folder, "last_failure"), when(folder, "last_success")
    return failed is not None and (well is None or well <= failed)


def _write(folder: Path, status: Mapping[str, Any]) -> None:
    path = folder / "status.json"
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
