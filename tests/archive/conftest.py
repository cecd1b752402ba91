"""Settings, and editions of some days that were published under them."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from briefing.assembly.proving import forget
from briefing.cli import start
from briefing.language.words import stems
from briefing.model import Edition, Location, Made, Published, Seen, Span
from briefing.records.state import opened
from briefing.renderers.site.feed import LATEST

SETTINGS = """\
name = "orr"
title = "The Orr briefing"
sources = ["news"]
output = "pages"
formats = ["md", "html", "json"]
state = "state"
zone = "UTC"

[[theme]]
name = "The dam"
terms = ["dam"]

[[theme]]
name = "Ferries & ports"
terms = ["ferry", "harbour"]
"""
DAM = "The dam above Orr has held since Friday. About {} people left their homes below it, the mayor of Orr said."
FERRY = "A ferry ran aground off Marl on Sunday. The harbour master sent a tug from the basin of Orr to help it."
CHEESE = "The cheese fair of Lund opened its doors on Monday with a prize for the oldest wheel ever shown there."
PDF = b"%PDF-1.7 \xff\x00"
DAYS = (
    ("2025-12-31", {"dam.txt": DAM.format(300)}),
    ("2026-11-21", {"dam.txt": DAM.format(320), "ferry.txt": FERRY}),
    ("2026-11-22", {"dam.txt": DAM.format(320), "cheese.txt": CHEESE}),
)


def publish(settings: Path, day: str, news: dict[str, str]) -> None:
    """Build and record the edition of a day, made of these files."""
    folder = settings.parent / "news"
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for name, text in news.items():
        (folder / name).write_text(text, "utf-8")
    forget()
    assert start(["build", "--config", str(settings), "--publish", "--date", day, "-q"]) == 0


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """Settings, and nothing published yet."""
    path = tmp_path / "briefing.toml"
    path.write_text(SETTINGS, "utf-8")
    return path


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three days in two years: a figure grows and stays, a ferry runs aground, a fair is of no theme."""
    path = tmp_path_factory.mktemp("once") / "briefing.toml"
    path.write_text(SETTINGS, "utf-8")
    before = signal.getsignal(signal.SIGTERM)
    for day, news in DAYS:
        publish(path, day, news)
    assert start(["archive", str(path.parent / "site"), "--config", str(path), "-q"]) == 0
    signal.signal(signal.SIGTERM, before)
    return path.parent


@pytest.fixture
def published(once: Path, tmp_path: Path) -> Path:
    """The settings of what was published, for a test of its own."""
    shutil.copytree(once, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("site"))
    return tmp_path / "briefing.toml"


@pytest.fixture
def archived(published: Path, once: Path) -> Path:
    """The folder of their archive."""
    return Path(shutil.copytree(once / "site", published.parent / "site"))


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, with what it holds."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def record(folder: Path, days: Iterable[date], text: str = "The dam of Orr holds.", **odd: str) -> None:
    """Record an edition of each day in the state `folder`, with one statement; `odd` stands in its article's place."""
    with opened(folder) as state:
        for number, day in enumerate(days):
            theme = odd.get("theme", "The dam")
            stated = {name: odd.get(name) for name in ("title", "source", "url")}
            seen = Seen(f"{number:064}", day, day, **stated, location=Location("/news/a.txt"))
            words = tuple(stems(text, "en"))
            said = Published(day, "1.1", seen.sha256, 0, len(text), text, Span(0, len(text)), words, theme)
            pages = {"md": f"# {day}\r\n", "html": "<!DOCTYPE html><title>x</title>\n", "pdf": PDF, "text": "x\n"}
            name = odd.get("head", "The Orr briefing")
            one = Edition("orr", day, name, pages, made=Made(version="1"), statements=(said,), articles=(seen,))
            state.record(one, at=datetime(2026, 11, 28, 7, tzinfo=UTC) + timedelta(number))


@pytest.fixture
def long_settings(settings: Path) -> Path:
    """Settings under which more editions were published than the feed has room for."""
    record(settings.parent / "state", (date(2026, 1, 1) + timedelta(n) for n in range(LATEST + 5)))
    return settings
