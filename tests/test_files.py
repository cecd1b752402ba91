"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from briefing.files import write_whole


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    """The new content, and no drafts."""
    path = tmp_path / "page.md"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("umask", "mode", "expected"),
    [(0o022, {}, 0o644), (0o077, {}, 0o600), (0o002, {}, 0o664), (0, {}, 0o664), (0, {"mode": 0o600}, 0o600)],
)
def test_the_mode_is_cut_by_the_umask(tmp_path: Path, umask: int, mode: dict[str, int], expected: int) -> None:
    """As for any file that a program makes; where there is none, everybody may read and not write."""
    before = os.umask(umask)
    try:
        write_whole(tmp_path / "page.md", b"", **mode)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "page.md").stat().st_mode) == expected


def test_a_failure_leaves_the_old_file_and_no_draft(tmp_path: Path) -> None:
    """What cannot be written whole is not written."""
    path = tmp_path / "page.md"
    write_whole(path, b"old")
    with pytest.raises(TypeError):
        write_whole(path, "text")  # type: ignore[arg-type]
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    """Folders are the caller's to make."""
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "gone" / "page.md", b"")


def test_a_link_is_followed(tmp_path: Path) -> None:
    """The file that a link names is replaced, not the link."""
    (tmp_path / "link.md").symlink_to(tmp_path / "page.md")
    write_whole(tmp_path / "link.md", b"new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "page.md").read_bytes() == b"new"


def test_a_fifo_is_written_to_and_stays(tmp_path: Path) -> None:
    """So do /dev/stdout and /dev/null, which a rename would replace by a file."""
    path = tmp_path / "fifo"
    os.mkfifo(path)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(path.read_bytes()))
    reader.start()
    write_whole(path, b"page")
    reader.join(10)
    assert read == [b"page"]
    assert path.is_fifo()
