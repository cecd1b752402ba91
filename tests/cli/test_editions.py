"""`briefing editions`: what was published is listed, shown, compared, exported and pruned."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from briefing.cli import cli
from briefing.cli.editions import command as group
from briefing.records.lock import held
from briefing.records.state import asked
from tests.cli.desk import desk, settings_for

SETTINGS = settings_for("ada@example.com", "ben@example.com")
DAM = "The dam above Orr has held since Friday. About {} people left their homes below it, the mayor of Orr said."
FERRY = "\n\nA ferry ran aground off Marl on Sunday. The dam authority sent a tug from the basin of Orr to help it."
NAMES = ("list", "show", "compare", "export", "prune")


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """Settings, and nothing published yet."""
    return desk(tmp_path, SETTINGS, None)


@pytest.fixture
def published(command, settings: Path) -> Path:
    """Two days: on the second a figure has grown and a ferry has run aground."""
    article = settings.parent / "news" / "a.txt"
    for day, text in (("2026-11-21", DAM.format(300)), ("2026-11-22", DAM.format(320) + FERRY)):
        article.write_text(text)
        assert command("build", "--config", settings, "--publish", "--date", day, "-q").code == 0
    return settings


def edition(settings: Path, day: int, revision: int | None = None):
    """What is recorded."""
    from datetime import date

    return asked(settings.parent / "state", lambda state: state.edition("orr", date(2026, 11, day), revision))


def test_they_are_listed_by_day_and_revision(command, published):
    """With what they hold and to how many they went; `editions` alone is `editions list`."""
    assert command("send", "2026-11-21", "--config", published).code == 0
    ran = command("editions", "--config", published)
    assert (ran.code, ran.err) == (0, "")
    head, first, second = (line.split() for line in ran.out.splitlines())
    assert head == ["day", "revision", "statements", "articles", "made", "sent", "title"]
    said = [str(len(edition(published, day).statements)) for day in (21, 22)]
    assert (first[:4], first[5:]) == (["2026-11-21", "1", said[0], "1"], ["2", "The", "Orr", "briefing"])
    assert (second[:4], second[5]) == (["2026-11-22", "1", said[1], "1"], "0")
    assert command("editions", "list", "--config", published).out == ran.out
    listed = json.loads(command("editions", "--config", published, "--json").out)
    assert (listed["schema"], listed["name"]) == ("briefing/editions/1", "orr")
    assert [(one["day"], one["sent"], one["articles"]) for one in listed["editions"]] == [
        ("2026-11-21", 2, 1), ("2026-11-22", 0, 1),
    ]  # fmt: skip


def test_one_is_shown_to_the_byte(command, published):
    """The last revision or the one asked for, in any format that is recorded."""
    (published.parent / "news" / "a.txt").write_text("The dam above Orr is to be rebuilt, the mayor said.")
    command("build", "--config", published, "--publish", "--date", "2026-11-22", "-q")
    first, second = edition(published, 22, 1), edition(published, 22, 2)
    assert first.pages != second.pages
    for more, page in (
        ((), second.pages["md"]),
        (("--revision", "1"), first.pages["md"]),
        (("--revision", "1", "--format", "text"), first.pages["text"]),
    ):
        ran = command("editions", "show", "2026-11-22", "--config", published, *more)
        assert (ran.code, ran.out, ran.err) == (0, page, "")


def test_what_came_went_and_changed_is_told(command, published):
    """By statements, with the words that differ; with one day against the edition before it."""
    ran = command("editions", "compare", "2026-11-22", "--config", published)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("2026-11-21 to 2026-11-22: ")
    assert re.search(
        r"^changed:\n  \[1\.\d\] .*320 people.*\(The dam\)\n    was “300”, now “320”$", ran.out, re.MULTILINE
    )
    assert re.search(r"^came:\n  \[1\.\d\] .*ferry", ran.out, re.MULTILINE)
    assert command("editions", "compare", "2026-11-22", "2026-11-21", "--config", published).out == ran.out
    told = json.loads(command("editions", "compare", "2026-11-22", "--json", "--config", published).out)
    assert told["before"] == {"day": "2026-11-21", "revision": 1}
    assert [one["changes"] for one in told["changed"]] == [[{"was": "300", "now": "320"}]]
    text = (published.parent / "news" / "a.txt").read_text()
    assert told["came"]
    for one in told["came"]:
        assert text[one["start"] : one["end"]] == one["text"]


def test_all_of_it_can_be_taken_away_as_files(command, published, tmp_path):
    """Each page to the byte, and a row for each statement."""
    ran = command("editions", "export", tmp_path / "archive", "--config", published)
    assert (ran.code, ran.out) == (0, "")
    assert "2 revisions" in ran.err
    for day in (21, 22):
        one = edition(published, day)
        for form, ending in (("md", "md"), ("text", "txt"), ("mail", "mail.html"), ("subject", "subject")):
            path = tmp_path / "archive" / f"2026-11-{day}-r1.{ending}"
            assert path.read_bytes() == one.pages[form].encode()
    rows = [json.loads(row) for row in (tmp_path / "archive" / "statements.jsonl").read_text("utf-8").splitlines()]
    assert [(row["day"], row["label"], row["text"]) for row in rows] == [
        (f"2026-11-{day}", one.label, one.text) for day in (21, 22) for one in edition(published, day).statements
    ]


def test_old_ones_are_pruned_and_their_mail_does_not_go_again(command, published):
    """First said, then done; who has the mail of a pruned day gets no other one for it."""
    assert command("send", "2026-11-21", "--config", published).code == 0
    mails = {path: path.read_bytes() for path in (published.parent / "outgoing").iterdir()}
    ran = command("editions", "prune", "--before", "2026-11-22", "--dry-run", "--config", published)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "2026-11-21, revision 1: would be removed",
        "1 revision from before 2026-11-22 would be removed; 1 text would be removed",
    ]
    assert edition(published, 21) is not None
    assert len(list((published.parent / "state" / "articles").glob("*[0-9a-f]"))) == 2
    ran = command("editions", "prune", "--before", "2026-11-22", "--config", published)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines()[-1] == "1 revision from before 2026-11-22 removed; 1 text removed"
    assert edition(published, 21) is None
    assert len(list((published.parent / "state" / "articles").glob("*[0-9a-f]"))) == 1
    ran = command("send", "2026-11-21", "--config", published)
    assert ran.code == 1
    assert "nobody to send the edition of 2026-11-21 to" in ran.err
    assert {path: path.read_bytes() for path in (published.parent / "outgoing").iterdir()} == mails


def test_keeping_days_counts_from_today(command, settings):
    """An edition of today stays, and so does the latest, however old."""
    (settings.parent / "news" / "a.txt").write_text(DAM.format(300))
    for day in ("2020-01-01", "2020-01-02"):
        command("build", "--config", settings, "--publish", "--date", day, "-q")
    assert command("editions", "prune", "--keep-days", "30", "-q", "--config", settings).code == 0
    assert [line[:10] for line in command("editions", "--config", settings).out.splitlines()[1:]] == ["2020-01-02"]
    command("build", "--config", settings, "--publish", "-q")
    assert command("editions", "prune", "--keep-days", "1", "-q", "--config", settings).code == 0
    assert len(command("editions", "--config", settings).out.splitlines()) == 2


WRONG = [
    (("show", "2026-11-23"), 1, "no edition of 2026-11-23 is recorded; briefing editions lists"),
    (("show", "2026-11-22", "--revision", "9"), 1, "no revision 9 of the edition of 2026-11-22 is recorded"),
    (("show", "2026-11-22", "--format", "pdf"), 1, "not recorded as 'pdf'; it is as mail, md, subject, text"),
    (("compare", "2026-11-21"), 1, "no edition before 2026-11-21 is recorded"),
    (("compare", "2026-11-21", "2026-11-30"), 1, "no edition of 2026-11-30"),
    (("prune",), 2, "--keep-days N or --before"),
    (("prune", "--keep-days", "3", "--before", "2026-11-22"), 2, "one of them"),
    (("prune", "--keep-days", "0"), 2, "--keep-days"),
    (("shwo",), 2, "did you mean 'show'?"),
    (("qqq",), 2, "see briefing editions --help"),
]


@pytest.mark.parametrize(("arguments", "code", "said"), WRONG, ids=[" ".join(case[0]) for case in WRONG])
def test_what_cannot_be_done_is_told(command, published, arguments, code, said):
    """With what, where and what to do; nothing on standard output."""
    ran = command("editions", *arguments, *(("--config", published) if code == 1 else ()))
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err


def test_without_a_state_or_a_name_it_is_said(command, settings):
    """And no state is made by asking."""
    ran = command("editions", "--config", settings)
    assert (ran.code, ran.out) == (1, "")
    assert f"{settings.parent / 'state'}: no edition is recorded here; briefing run records one" in ran.err
    assert not (settings.parent / "state").exists()
    settings.write_text(SETTINGS.replace('name = "orr"\n', ""))
    assert command("editions", "--config", settings).code == 78


def test_reading_needs_no_lock_and_pruning_does(command, published):
    """Exit 75 while a run is at work; the others read what is committed."""
    with held(published.parent / "state", now=datetime(2026, 11, 22, 7, tzinfo=UTC)):
        assert command("editions", "--config", published).code == 0
        assert command("editions", "show", "2026-11-22", "--config", published).code == 0
        assert command("editions", "prune", "--keep-days", "1", "--dry-run", "--config", published).code == 0
        assert command("editions", "prune", "--keep-days", "1", "--config", published).code == 75


def test_editions_from_before_memory_are_listed_and_shown_and_not_compared(command, settings, root):
    """A dash for what nobody counted; reading does not migrate."""
    state = settings.parent / "state"
    state.mkdir()
    with closing(sqlite3.connect(state / "state.sqlite")) as connection:
        connection.executescript((root / "tests" / "records" / "schema_1.sql").read_text("utf-8"))
    settings.write_text(SETTINGS.replace('"orr"', '"harbour"'))
    before = (state / "state.sqlite").read_bytes()
    lines = command("editions", "--config", settings).out.splitlines()
    assert [line.split()[:4] for line in lines[1:]][-1] == ["2026-11-22", "2", "–", "–"]
    assert command("editions", "show", "2026-11-22", "--config", settings).out.endswith("It’s over. [1.1]\r\n")
    ran = command("editions", "compare", "2026-11-22", "--config", settings)
    assert ran.code == 1
    assert "was recorded before statements were; it cannot be compared" in ran.err
    assert (state / "state.sqlite").read_bytes() == before


@pytest.mark.parametrize("name", NAMES)
def test_every_command_on_editions_has_help_with_examples(command, name):
    """And every option says what it does."""
    ran = command("editions", name, "--help")
    assert (ran.code, ran.err) == (0, "")
    examples = ran.out.partition("Examples:\n")[2].partition("\n\n")[0].splitlines()
    assert examples
    assert all("briefing editions" in line for line in examples)
    for parameter in import_module(f"briefing.cli.editions.{name}").command.params:
        assert parameter.param_type_name == "argument" or parameter.help
    assert name in group.list_commands(None)


@pytest.mark.parametrize(("typed", "offered"), [("", {*NAMES}), ("sh", {"show"}), ("show --f", {"--format"})])
def test_a_shell_is_told_what_may_come_next(typed, offered):
    """The commands on editions first, then each one's options."""
    *before, last = ["editions", *typed.split(" ")]
    complete = ShellComplete(cli, {}, "briefing", "_BRIEFING_COMPLETE").get_completions(before, last)
    assert {one.value for one in complete} == offered
