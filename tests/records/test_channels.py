"""What feeds have given, read back: all of it, or word of what is damaged."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing.errors import RecordsError
from briefing.model.collecting import Channel, Item
from briefing.records import database
from briefing.records.state import opened

NOW = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
CHANNEL = Channel(
    "https://harbour.example/feed", "https://harbour.example/moved", '"7"', "Fri", "Harbour", ("https://a.example/",),
    7, 8, NOW, "is down", "wait", date(2026, 11, 19), date(2026, 11, 20), 2, NOW,
)  # fmt: skip
ITEM = Item(
    CHANNEL.address, "one", "kept", NOW, "d" * 32, {"title": "One"}, "e" * 64, "https://harbour.example/one", 3, 4,
    "is odd", "look",
)  # fmt: skip


def read(folder: Path) -> tuple[Channel | None, tuple[Item, ...]]:
    """What the state holds of the channel."""
    with opened(folder) as records:
        return records.channel(CHANNEL.address), records.items(CHANNEL.address)


def test_all_of_it_comes_back(tmp_path):
    """Every field."""
    with opened(tmp_path) as records:
        records.settle(CHANNEL, [ITEM])
    assert read(tmp_path) == (CHANNEL, (ITEM,))


@pytest.mark.parametrize(
    "damage",
    [
        "channels SET links = '{'", "channels SET links = '5'", "channels SET links = '[5]'",
        "channels SET since = 'x'",
        "channels SET not_before = '2026-11-20T07:00:00'", "channels SET failed_on = 'x'", "channels SET etag = x'00'",
        "channels SET failed_days = 'x'", "items SET stated = '[]'", """items SET stated = '{"date": 5}'""",
        "items SET stated = '\"'", "items SET at = 'yesterday'", "items SET tries = 'x'", "items SET place = x'00'",
    ],
)  # fmt: skip
def test_a_damaged_row_is_an_error_with_a_remedy(tmp_path, damage):
    """Not a traceback: the file is named, and what to do."""
    with opened(tmp_path) as records:
        records.settle(CHANNEL, [ITEM])
    path = Path(tmp_path / "state.sqlite")
    with closing(database.connect(f"file:{path}")) as connection:
        connection.execute(f"UPDATE {damage}")
    with pytest.raises(RecordsError, match=r"state\.sqlite: a row .* put back a copy"):
        read(tmp_path)
