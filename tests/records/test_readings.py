"""Readings that are kept between runs are what reading finds, or they are as good as not there."""

from __future__ import annotations

import os
import resource
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.api import render
from briefing.assembly.planning import readings
from briefing.executors.serial import Serial
from briefing.model import Article, Budget, Location, Made
from briefing.pipeline import Numbered, Task, brief
from briefing.records.readings import Readings
from briefing.settings import Settings
from briefing.stages.arrange import Heading
from briefing.stages.read import read
from briefing.stages.register import fault
from briefing.summarisers.ours import Ours

ROOT = Path(__file__).parents[2]
TEXT = "“The dam at Orr broke on Friday,” Mayor Ada Vale said. She blamed the rain. It had rained for 3 weeks."
ARTICLE = Article(TEXT, title="The dam", date=date(2026, 11, 20), at=datetime(2026, 11, 20, 7, 30, tzinfo=UTC))
READING = read(ARTICLE)
DAY = date(2026, 11, 22)
MADE = Made("0", "ours", 300, 60, 60)


@dataclass(frozen=True)
class Given:
    """The articles of a test, as a shard."""

    articles: tuple[Article, ...]

    def read(self) -> Iterator[Article]:
        yield from self.articles


def kept(folder: Path, limit: int = 10**9) -> Readings:
    """Return the readings in a folder."""
    found = Readings.inside(folder)
    assert found
    return replace(found, limit=limit)


def entries(folder: Path) -> list[Path]:
    """Return the files of all readings that are kept."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_is_kept_is_what_was_found(data, piles, tmp_path):
    """Whatever the article."""
    for article in data.draw(piles):
        if fault(article) is None:
            found = read(article)
            kept(tmp_path).put(article, "", found)
            assert kept(tmp_path).get(article, "") == found


def test_the_example_comes_back_whole(seeds, tmp_path):
    """Quotations, notes, dates and all; and nothing is known of what was not kept."""
    for path in sorted(seeds.glob("*.txt")):
        article = Article(path.read_text("utf-8"), location=Location(str(path)))
        assert kept(tmp_path).get(article, "") is None
        kept(tmp_path).put(article, "", read(article))
        assert kept(tmp_path).get(article, "") == read(article)


@pytest.mark.parametrize(
    "other",
    [
        replace(ARTICLE, text=TEXT + " "), replace(ARTICLE, title="A dam"), replace(ARTICLE, language="de"),
        replace(ARTICLE, date=None), replace(ARTICLE, at=None), replace(ARTICLE, body=3), replace(ARTICLE, source="X"),
        replace(ARTICLE, url="https://x.example/2026/11/20/"), replace(ARTICLE, location=Location("/a/2026-11-20.txt")),
    ],
    ids=lambda other: next(name for name in vars(other) if getattr(other, name) != getattr(ARTICLE, name)),
)  # fmt: skip
def test_another_article_is_read_for_itself(other, tmp_path):
    """Even where only what is stated of it differs; so it is in another zone, and when what makes readings changes."""
    here = kept(tmp_path)
    here.put(ARTICLE, "", READING)
    assert here.get(ARTICLE, "") == READING
    assert here.get(other, "") is None
    assert here.get(ARTICLE, "Europe/Oslo") is None
    assert replace(here, makers="others").get(ARTICLE, "") is None


def test_an_article_that_moved_is_known(tmp_path):
    """Into another folder; the reading is of the article that is asked for."""
    kept(tmp_path).put(replace(ARTICLE, location=Location("/old/a.txt")), "", READING)
    moved = replace(ARTICLE, location=Location("/new/place/a.txt"))
    found = kept(tmp_path).get(moved, "")
    assert found is not None
    assert found.article == moved


def test_a_changed_module_makes_new_readings(tmp_path):
    """Whoever changes how articles are read sees what it does, without clearing anything."""
    shutil.copytree(ROOT / "briefing", tmp_path / "briefing", ignore=shutil.ignore_patterns("__pycache__"))

    def makers() -> str:
        code = "from briefing.records.readings import Readings; import pathlib; print(Readings.inside(pathlib.Path()))"
        return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path).stdout

    before = makers()
    assert before == makers() != "None\n"
    with (tmp_path / "briefing" / "stages" / "cut.py").open("a") as module:
        module.write("# changed\n")
    assert makers() != before


def damaged(path: Path, how: str) -> None:
    """Damage a file, or put something else in its place."""
    data = path.read_bytes()
    if how == "swapped":
        path.write_bytes(entries(path.parents[1])[0].read_bytes())
    elif how == "a folder":
        path.unlink()
        path.mkdir()
    else:
        half = len(data) // 2
        path.write_bytes({"empty": b"", "cut": data[:-1], "flipped": data[:half] + b"?" + data[half + 1 :]}[how])


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_page_is_the_same_whatever_was_kept(data, news, themes, tmp_path_factory):
    """Byte for byte: without a cache, with a new one, with one in use, and with each of its files damaged somehow."""
    folder = tmp_path_factory.mktemp("cache")
    articles = data.draw(news)

    def page(of: Readings | None) -> str:
        task = Task(themes, Ours(), Budget(300, 60, 60), kept=of)
        return render(brief(task, [Numbered(0, Given(tuple(articles)))], Serial(), Heading("T", DAY, MADE)))

    bare = page(None)
    assert page(kept(folder)) == bare
    assert page(kept(folder, limit=10**9 - 1)) == bare  # another object, so that nothing is remembered in memory
    for path in entries(folder)[1:]:
        damaged(path, data.draw(st.sampled_from(["empty", "cut", "flipped", "swapped", "a folder"])))
    assert page(kept(folder, limit=10**9 - 2)) == bare


@pytest.mark.parametrize("how", ["empty", "cut", "flipped", "swapped"])
def test_what_is_damaged_is_kept_anew(how, tmp_path):
    """Once the article has been read again."""
    other = replace(ARTICLE, title="Another")
    for article in (other, ARTICLE):
        kept(tmp_path).put(article, "", read(article))
    first, second = entries(tmp_path)
    for path in (second,) if how == "swapped" else (first, second):
        damaged(path, how)
    lost = [article for article in (ARTICLE, other) if kept(tmp_path).get(article, "") is None]
    assert len(lost) == (1 if how == "swapped" else 2)
    for article in lost:
        kept(tmp_path).put(article, "", read(article))
        assert kept(tmp_path).get(article, "") == read(article)


def test_they_are_nobody_elses(tmp_path):
    """Folders and files are their owner's alone, and what others may write to is not believed."""
    before = os.umask(0)
    try:
        kept(tmp_path / "new" / "cache").put(ARTICLE, "", READING)
    finally:
        os.umask(before)
    made = sorted((tmp_path / "new" / "cache").rglob("*"))
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "new" / "cache", *made) if path.is_dir()}
    assert modes == {0o700}
    assert {stat.S_IMODE(path.stat().st_mode) for path in entries(tmp_path)} == {0o600}
    (tmp_path / "new" / "cache" / "readings").chmod(0o777)
    assert kept(tmp_path / "new" / "cache").get(ARTICLE, "") is None


def full(folder: Path) -> None:
    """Leave no room for another byte of a file."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


@pytest.mark.parametrize("hinder", [full, lambda folder: (folder / "readings").write_text("in the way")])
def test_where_nothing_can_be_written_nothing_is_kept(hinder: Callable[[Path], object], tmp_path):
    """And nothing is said of it: the article is read again next time. No draft is left."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        hinder(tmp_path)
        kept(tmp_path).put(ARTICLE, "", READING)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert kept(tmp_path).get(ARTICLE, "") is None
    assert [path.name for path in entries(tmp_path)] in ([], ["readings"])


def test_what_was_not_used_for_longest_makes_room(tmp_path):
    """The size of what is kept has a bound; what was used lately stays."""
    here = kept(tmp_path, limit=256 * 20_000)
    used = Article(TEXT, id="used")
    here.put(used, "", READING)
    (first,) = entries(tmp_path)
    for number in range(2_000):
        path = first.with_name(f"{first.name[:2]}{number:062}")
        shutil.copy(first, path)
        os.utime(path, (number, number))
    os.utime(first, (1000, 1000))
    assert here.get(used, "") == replace(READING, article=used)
    alike = (Article(TEXT, id=str(k)) for k in range(100_000))
    same = next(one for one in alike if _name(here, one)[:3] == f"{first.name[:2]}0")
    here.put(same, "", READING)
    left = entries(first.parent)
    assert sum(path.stat().st_size for path in left) <= 20_000
    assert {first.name, _name(here, same)} <= {path.name for path in left}


def _name(here: Readings, article: Article) -> str:
    return here._path(article, "").name


def test_they_lie_with_the_state_where_there_is_one(tmp_path, monkeypatch):
    """Else where the platform keeps such things: building makes no state."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    state = tmp_path / "state"
    named = Settings(name="morning", state=str(state))
    places = [readings(Settings()), readings(named)]
    state.mkdir()
    places.append(readings(named))
    shared = str(tmp_path / "caches" / "briefing" / "readings")
    assert [place and place.folder for place in places] == [shared, shared, str(state / "cache" / "readings")]
    assert list(state.iterdir()) == []
