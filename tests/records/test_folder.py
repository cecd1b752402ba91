"""Where the state lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import RecordsError, SettingsError
from briefing.records.folder import locate, prepare


def test_the_default_is_the_platforms_data_folder_and_the_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without the setting, each briefing has its own folder; saying where it is makes nothing."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert locate("daily").name == "daily"
    assert "briefing" in locate("daily").parts
    assert list(tmp_path.iterdir()) == []


def test_the_setting_wins(tmp_path: Path) -> None:
    """`state` is the folder itself."""
    assert locate("daily", str(tmp_path / "here")) == tmp_path / "here"


@pytest.mark.parametrize("name", ["", "..", "a/b", "a\nb", "x" * 65])
def test_a_name_that_is_no_name_is_refused(name: str) -> None:
    """It would become a path, a header and a key."""
    with pytest.raises(SettingsError, match=r"^name: "):
        locate(name, "/somewhere")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """The error says where and which setting to change."""
    (tmp_path / "file").write_text("")
    with pytest.raises(RecordsError, match=r"file/state: cannot be made: Not a directory; .*`state`"):
        prepare(tmp_path / "file" / "state")
