"""The status file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.errors import RecordsError
from briefing.records.status import entry, forget, is_known, last, note, when


def test_success_and_failure_stand_side_by_side(tmp_path: Path) -> None:
    """A failure does not hide when a run last went well."""
    assert last(tmp_path) == {}
    note(tmp_path, "last_success", {"day": "2026-11-21", "sent": 2})
    note(tmp_path, "last_failure", {"day": "2026-11-22", "what": "Störung"})
    note(tmp_path, "last_success", {"day": "2026-11-23", "sent": 3})
    assert last(tmp_path) == {
        "last_success": {"day": "2026-11-23", "sent": 3},
        "last_failure": {"day": "2026-11-22", "what": "Störung"},
    }


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff", b"[" * 100_000])
def test_a_damaged_status_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    """It holds nothing that cannot be learnt from the next run."""
    (tmp_path / "status.json").write_bytes(damage)
    assert last(tmp_path) == {}
    note(tmp_path, "last_success", {"sent": 1})
    assert last(tmp_path) == {"last_success": {"sent": 1}}


@pytest.mark.parametrize("damage", [b"5", b"null", b'"07:00"', b"[1]"])
def test_a_damaged_entry_proves_nothing(tmp_path: Path, damage: bytes) -> None:
    """Nobody takes it for a moment, a failure or an edition; the others stay."""
    (tmp_path / "status.json").write_bytes(b'{"last_failure": %b, "last_success": {"sent": 1}}' % damage)
    assert (entry(tmp_path, "last_failure"), when(tmp_path, "last_failure")) == ({}, None)
    assert not is_known(tmp_path, "2026-11-22T07:00:00+00:00", "no route to the server")
    assert entry(tmp_path, "last_success") == {"sent": 1}


def test_a_status_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """The error says where."""
    with pytest.raises(RecordsError, match=r"gone/status\.json: cannot be written"):
        note(tmp_path / "gone", "last_success", {})


def test_an_entry_tells_when_it_was_noted_until_it_is_forgotten(tmp_path: Path) -> None:
    """Others stay; what is damaged, or names no zone, tells nothing."""
    assert when(tmp_path, "schedule") is None
    note(tmp_path, "last_success", {"sent": 1})
    note(tmp_path, "schedule", {"at": "2026-11-22T07:00:00+01:00", "time": "07:00", "days": "daily"})
    assert when(tmp_path, "schedule") == datetime(2026, 11, 22, 6, tzinfo=UTC)
    for damage in ({"at": "2026-11-22T07:00:00"}, {"at": "yesterday"}, {"at": 7}, {}):
        note(tmp_path, "last_edition", damage)
        assert when(tmp_path, "last_edition") is None
    forget(tmp_path, "schedule")
    forget(tmp_path, "last_edition")
    assert last(tmp_path) == {"last_success": {"sent": 1}}
