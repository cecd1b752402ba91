"""A file of passwords: read whole or refused, and never quoted."""

from __future__ import annotations

import netrc
import os
import stat
import tomllib
from pathlib import Path
from typing import Any

import pytest

from briefing.credentials.netrc_file import LARGEST, entries
from briefing.errors import SettingsError

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("netrc.toml").read_text("utf-8"))["case"]
LINE = "machine a.example login anna password canary\n"


def written(folder: Path, text: str | bytes) -> Path:
    """The file, for its owner alone."""
    file = folder / "netrc"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    file.chmod(0o600)
    return file


@pytest.mark.parametrize("case", [c for c in CASES if "holds" in c], ids=lambda case: case["why"])
def test_what_a_file_holds(case: dict[str, Any], tmp_path: Path) -> None:
    """Every machine, login and password, in order."""
    found = entries(str(written(tmp_path, case["text"])))
    assert [[e.machine, e.login, str(e.password)] for e in found] == case["holds"]


@pytest.mark.parametrize("case", [c for c in CASES if c.get("holds")], ids=lambda case: case["why"])
def test_the_standard_library_reads_the_same(case: dict[str, Any], tmp_path: Path) -> None:
    """As far as it goes: of one machine the last login, names as they are written."""
    theirs = netrc.netrc(str(written(tmp_path, case["text"].removeprefix("\ufeff").replace("\r", "")))).hosts
    ours = {machine or "default": (login, password) for machine, login, password in case["holds"]}
    assert {name.casefold(): (login, password) for name, (login, _, password) in theirs.items()} == ours


@pytest.mark.parametrize("case", [c for c in CASES if "says" in c], ids=lambda case: case["why"])
def test_what_is_no_netrc_is_told_with_its_line(case: dict[str, Any], tmp_path: Path) -> None:
    """And without a word of the file."""
    with pytest.raises(SettingsError) as caught:
        entries(str(written(tmp_path, case["text"])))
    assert case["says"] in str(caught.value)
    assert "canary" not in str(caught.value)


def test_the_file_is_not_quoted_where_it_is_not_utf_8(tmp_path: Path) -> None:
    """Neither in the message nor in what hangs on the error."""
    with pytest.raises(SettingsError, match=r"netrc:2: not UTF-8: save the file as UTF-8$") as caught:
        entries(str(written(tmp_path, b"\nmachine a.example login anna password canary\xe4\n")))
    assert caught.value.__context__ is None


def test_a_password_does_not_show_itself(tmp_path: Path) -> None:
    """Neither alone nor in what holds it."""
    found = entries(str(written(tmp_path, LINE)))
    assert found[0].password == "canary"
    assert "canary" not in repr(found)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o602, 0o644, 0o660, 0o666, 0o610])
def test_a_file_that_others_can_get_at_is_refused(mode: int, tmp_path: Path) -> None:
    """Whoever they are and whatever they may do, with the command that mends it."""
    file = written(tmp_path, LINE)
    file.chmod(mode)
    with pytest.raises(SettingsError) as caught:
        entries(str(file))
    assert str(caught.value) == f"{file}: others can get at it (mode {mode:04o}); chmod 600 {file}"


@pytest.mark.parametrize("mode", [0o600, 0o400, 0o700])
def test_a_file_for_its_owner_alone_is_read(mode: int, tmp_path: Path) -> None:
    """Whatever the owner may do."""
    file = written(tmp_path, LINE)
    file.chmod(mode)
    assert entries(str(file))


def test_a_link_counts_for_what_it_leads_to(tmp_path: Path) -> None:
    """A link's own mode is 0777 everywhere."""
    file = written(tmp_path, LINE)
    link = tmp_path / "link"
    link.symlink_to(file)
    assert stat.S_IMODE(link.lstat().st_mode) != 0o600
    assert entries(str(link))
    file.chmod(0o644)
    with pytest.raises(SettingsError, match="chmod 600"):
        entries(str(link))


def test_somebody_elses_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever it belongs to decides what passwords we use."""
    file = written(tmp_path, LINE)
    if os.geteuid() == 0:
        os.chown(file, 1, -1)
    else:  # only root can give a file away: somebody else is asking
        monkeypatch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
    with pytest.raises(SettingsError, match="belongs to another user"):
        entries(str(file))


def test_what_is_no_file_is_told_at_once(tmp_path: Path) -> None:
    """A folder, a FIFO that nobody writes to, nothing at all, and what no file of passwords can be."""
    os.mkfifo(tmp_path / "fifo", 0o600)
    for name, says in {
        ".": "Is a directory",
        "fifo": "not a regular file",
        "nothing": "No such file or directory; see fetch.credentials",
    }.items():
        with pytest.raises(SettingsError, match=says):
            entries(str(tmp_path / name))
    with pytest.raises(SettingsError, match="larger than 1,000,000 bytes"):
        entries(str(written(tmp_path, b"#" * (LARGEST + 1))))
