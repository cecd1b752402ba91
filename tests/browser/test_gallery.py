"""The pictures of what comes out: the page shows them all, and the command that is to take them anew does."""

from __future__ import annotations

import re

from .gallery import FOLDER, gallery


def test_the_command_takes_every_picture_that_the_page_shows(chromium, tmp_path):
    """And no other is kept; each is small, there and here, and has words in its place for who cannot see it."""
    (tmp_path / "desk").mkdir()
    taken = gallery(chromium, tmp_path / "desk", tmp_path / "pictures")
    page = (FOLDER / "README.md").read_text("utf-8")
    shown = re.findall(r"!\[[^\]]{20,}\]\((\S+)\)|<img alt=\"[^\"]{20,}\" src=\"(\S+)\"", page)
    kept = list(FOLDER.glob("*.webp"))
    assert {path.name for path in taken} == {path.name for path in kept} == {"".join(names) for names in shown}
    for path in (*taken, *kept):
        assert path.read_bytes()[8:12] == b"WEBP"
        assert 10_000 < path.stat().st_size < 150_000
    assert sum(path.stat().st_size for path in kept) < 800_000
