"""What a briefing remembers: editions with revisions, mails, problems and articles, in one private folder."""

from __future__ import annotations

import errno
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing.errors import RecordsError
from briefing.model import Article, Edition, Letter, Location, Problem
from briefing.records.articles import drop, kept
from briefing.records.state import State, opened

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
EDITION = Edition("daily", DAY, "Morning briefing", {"md": "# Überblick\r\n", "json": "{}", "text": "x", "html": "<p>"})


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    """An open, new state."""
    with opened(tmp_path / "state") as records:
        yield records


def test_the_state_is_for_its_owner_alone(tmp_path: Path) -> None:
    """Folder, database and articles can be read by nobody else: they name recipients."""
    folder = tmp_path / "deep" / "state"
    with opened(folder) as records:
        records.record(EDITION, at=NOW)
        records.keep(Article("Text."))
        found = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path.is_file()}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert "state.sqlite" in found
    assert set(found.values()) == {0o600}
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_an_edition_comes_back_as_it_was(tmp_path: Path) -> None:
    """What was recorded is there after closing, to the character."""
    with opened(tmp_path) as records:
        assert records.record(EDITION, at=NOW) == 1
    with opened(tmp_path) as records:
        assert records.edition("daily") == replace(EDITION, revision=1)
        assert records.edition("daily", DAY) == replace(EDITION, revision=1)


def test_the_same_pages_make_no_new_revision(state: State) -> None:
    """Only a difference in title or pages counts, against the last revision of that day."""
    later = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    other = replace(EDITION, pages={"md": "# Other\n"})
    retitled = replace(EDITION, title="Evening briefing")
    revisions = [state.record(e, at=later) for e in (EDITION, EDITION, other, other, retitled, EDITION, EDITION)]
    assert revisions == [1, 1, 2, 2, 3, 4, 4]
    assert state.edition("daily") == replace(EDITION, revision=4)


def test_the_last_edition_is_that_of_the_latest_day(state: State) -> None:
    """Names do not mix, an older day recorded later is not the last one, and what is not there is None."""
    state.record(EDITION, at=NOW)
    state.record(replace(EDITION, day=date(2026, 11, 20)), at=NOW)
    state.record(replace(EDITION, name="weekly", day=date(2026, 12, 1)), at=NOW)
    last = state.edition("daily")
    assert last is not None
    assert last.day == DAY
    assert state.edition("daily", date(2026, 11, 21)) is None
    assert state.edition("monthly") is None


LETTER = Letter("daily", DAY, 1, "a@example.org", NOW, NOW, "desk@example.org", "<1@example.org>", "Grüße\r\n".encode())


def test_a_letter_is_kept_with_its_bytes_and_what_became_of_it(state: State) -> None:
    """Lists have no bytes; the last mark counts; other names and days have none."""
    state.record(EDITION, at=NOW, letters=lambda edition: [LETTER])
    (listed,) = state.letters("daily")
    assert listed == replace(LETTER, number=1, data=b"")
    assert state.letter(1) == replace(LETTER, number=1)
    done = replace(listed, state="deferred", due=NOW, tries=2, words="451 kein Postfach für Sie")
    state.mark(done)
    assert state.letters("daily", day=DAY, states=("deferred",)) == (done,)
    assert state.letter(1) == replace(done, data=LETTER.data)
    assert state.letters("weekly") == state.letters("daily", day=date(2026, 11, 23)) == ()
    assert state.letter(2) is None


def test_no_letter_is_queued_for_an_edition_that_was_not_recorded(state: State) -> None:
    """A letter without an edition behind it is a mistake that must not pass."""
    with pytest.raises(RecordsError, match=r"state\.sqlite: FOREIGN KEY"), opened(state.folder) as records:
        records.queue([LETTER])


def test_a_problem_is_new_once(state: State) -> None:
    """A problem that repeats is known; one that went away and comes back is new again."""
    empty, binary = Problem("a.txt", "is empty"), Problem("b\udcff.txt", "is binary", "remove it")
    assert state.new_problems("daily", [empty], day=DAY) == (empty,)
    assert state.new_problems("daily", [empty, binary], day=DAY) == (binary,)
    assert state.new_problems("weekly", [empty], day=DAY) == (empty,)
    assert state.new_problems("daily", [binary], day=DAY) == ()
    assert state.new_problems("daily", [empty, empty], day=DAY) == (empty,)


def test_what_fails_halfway_leaves_nothing(state: State) -> None:
    """An edition whose pages cannot be stored leaves no row behind."""
    with pytest.raises(UnicodeEncodeError):
        state.record(replace(EDITION, pages={"md": "\udcff"}), at=NOW)
    assert state.edition("daily") is None
    assert state.record(EDITION, at=NOW) == 1


@pytest.mark.parametrize("text", ["", "Text “quoted”.\r\n\u2028\x00\ufeff", "x" * 100_000])
def test_an_article_comes_back_to_the_character(state: State, text: str) -> None:
    """Line ends, marks and control characters are the text's own."""
    article = Article(text)
    state.keep(article)
    state.keep(article)
    assert state.stored(article.sha256) == text


def test_a_damaged_article_is_none_and_is_mended(state: State) -> None:
    """A copy that is not what its name says proves nothing; keeping it again makes it whole."""
    article = Article("The minister arrived.")
    state.keep(article)
    (state.folder / "articles" / article.sha256).write_text("The minister left.")
    assert state.stored(article.sha256) is None
    state.keep(article)
    assert state.stored(article.sha256) == article.text


def test_what_an_article_states_is_kept_with_it(state: State) -> None:
    """Of each place where its text was read, as it was stated there last: a page prints titles and days, too."""
    at = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    one = Article(
        "Rain.", "7", "Wet\u2028“day”", at.date(), "Orr Courier", "https://x.example/7", "de", Location("/a", 7), 2, at
    )
    elsewhere = Article("Rain.", location=Location("wire:harbour", 3))
    for article in (replace(one, title="Draft"), elsewhere, one):
        state.keep(article)
    assert kept(state.folder, one.sha256, one.location) == one
    assert kept(state.folder, one.sha256, elsewhere.location) == elsewhere
    assert kept(state.folder, one.sha256, Location("/a", 8)) is None
    drop(state.folder, one.sha256)
    assert kept(state.folder, one.sha256, one.location) is None
    assert list((state.folder / "articles").iterdir()) == []


@pytest.mark.parametrize("row", ["", "{", "[]", "null", '{"path": "/a", "row": 1}', "\udcff", '{"path": [], "row": 1}'])
def test_damage_to_what_is_stated_leaves_the_text(state: State, row: str) -> None:
    """It is known that something was stated and not what; keeping the article again mends it."""
    article = Article("Rain.", title="Wet", location=Location("/a", 1))
    state.keep(article)
    path = state.folder / "articles" / f"{article.sha256}.jsonl"
    path.write_bytes(row.encode(errors="surrogateescape"))
    assert kept(state.folder, article.sha256, article.location) is None
    assert state.stored(article.sha256) == "Rain."
    state.keep(article)
    assert kept(state.folder, article.sha256, article.location) == article


def test_what_cannot_be_read_now_is_not_written_over(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fails once must not cost what was stated of the text elsewhere."""

    def failing(path: Path, *_: str) -> str:
        raise OSError(errno.EIO, "Input/output error", str(path))

    here, there = Article("Rain.", location=Location("/a", 1)), Article("Rain.", location=Location("/b", 1))
    state.keep(here)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_text", failing)
        assert kept(state.folder, here.sha256, here.location) is None
        with pytest.raises(RecordsError, match="Input/output error; make room or let `state` move"):
            state.keep(there)
    state.keep(there)
    assert (kept(state.folder, here.sha256, here.location), kept(state.folder, there.sha256, there.location)) == (
        here,
        there,
    )


@pytest.mark.parametrize("name", ["", "../state.sqlite", "/etc/passwd", "0" * 63, "0" * 64, "é" * 64])
def test_a_hash_from_a_page_never_becomes_a_path(state: State, name: str) -> None:
    """A page may come from a stranger."""
    assert state.stored(name) is None


def test_an_article_that_cannot_be_kept_says_where(tmp_path: Path) -> None:
    """The error names the path and what to do."""
    (tmp_path / "articles").write_text("in the way")
    with (
        opened(tmp_path) as records,
        pytest.raises(RecordsError, match=r"articles/[0-9a-f]{64}: cannot be written: .*; make room"),
    ):
        records.keep(Article("Text."))
