"""`briefing evaluate`: tables or JSON on standard output, what could not be used on standard error."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from briefing.cli.evaluate import TASKS
from briefing.cli.progress import WORTH_A_BAR, passing
from briefing.evaluation import rouge, tasks

DAM = {"id": "a", "text": "The dam broke on Friday. Nobody was hurt.", "references": ["The dam broke."]}
POLLS = {"text": "Voters go to the polls. It rains.", "sentences": ["Voters go to the polls.", "It rains."]}


class Terminal(io.StringIO):
    """A standard error that somebody sees."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.fixture
def data(tmp_path) -> Path:
    """A folder with two files."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "news.jsonl").write_text(json.dumps(DAM) + "\n")
    (folder / "split.jsonl").write_text(json.dumps(POLLS) + "\n")
    return folder


def test_methods_are_measured_side_by_side(command, data):
    """A table for each task; nothing on standard error."""
    ran = command("evaluate", data, "--method", "ours", "--method", "lead", "--method", "lead")
    assert (ran.code, ran.err) == (0, "")
    assert [line.partition(":")[0] for line in ran.out.splitlines() if line[:1].isalpha()] == [
        "single",
        "context",
        "sentences",
    ]
    assert [line.split()[:1] for line in ran.out.splitlines()].count(["lead"]) == 3  # of context two lines


def test_json_is_the_whole(command, data):
    """And nothing but JSON; only the tasks asked for."""
    ran = command(
        "evaluate", data, "--json", "--only", "single", "--only", "sentences", "--details", "--sentences", "1"
    )
    assert (ran.code, ran.err) == (0, "")
    found = json.loads(ran.out)
    assert found["schema"] == "briefing/evaluation/1"
    assert [(r["task"], r["data"], r["method"], r["items"]) for r in found["results"]] == [
        ("single", "news", "ours", 1),
        ("sentences", "split", None, 1),
    ]
    assert "at most 1 sentences" in found["results"][0]["settings"]


def test_a_folder_of_every_kind(command, data):
    """Themes, events and pages: with what is compared, the intervals of several rows, and how they were drawn."""
    paragraphs = [{"text": "The dam above Orr broke. The flood rose by noon.", "theme": "Floods"}]
    (data / "themes.jsonl").write_text((json.dumps({"paragraphs": paragraphs}) + "\n") * 2)
    (data / "themes.json").write_text('{"Floods": ["dam"]}')
    (data / "wires.jsonl").write_text("".join(json.dumps({"text": DAM["text"], "cluster": k}) + "\n" for k in (1, 2)))
    tasks_of_piles = [part for name in ("coverage", "themes", "stories") for part in ("--only", name)]
    ran = command("evaluate", data, *tasks_of_piles, "--pile", "1", "--page-words", "99")
    assert (ran.code, ran.err) == (0, "")
    assert "pages of 99 words, of 1 articles each" in ran.out
    for said in ("counted terms", "ours - counted terms", "word overlap", "[100.0, 100.0]", "10,000", "seed 1"):
        assert said in ran.out


def test_a_bad_row_is_exit_3_and_a_line(command, data):
    """The rest is measured."""
    with (data / "news.jsonl").open("a") as file:
        file.write("{\n")
    ran = command("evaluate", data, "--only", "single")
    assert ran.code == 3
    assert "single: " in ran.out
    assert ran.err == f"briefing: {data}/news.jsonl:2: is not JSON (write one object a row)\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nowhere"], 1, "nowhere: no such file or folder"),
        (["{data}", "--method", "laed"], 78, "did you mean 'lead'?"),
        (["{data}", "--only", "multi"], 2, "the data hold nothing for multi"),
        (["{data}", "--only", "themse"], 2, "themse"),
        (["{data}", "--limit", "0"], 2, "--limit"),
    ],
)
def test_what_cannot_be_done_is_said(command, data, arguments, code, said):
    """With its exit code, and nothing on standard output."""
    ran = command("evaluate", *(argument.format(data=data) for argument in arguments))
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err


def test_without_rouge_score_the_extra_is_named(command, data, monkeypatch):
    """Before anything is measured; what does not need it works."""
    monkeypatch.setitem(sys.modules, "rouge_score.rouge_scorer", None)
    rouge.scorer.cache_clear()
    ran = command("evaluate", data)
    assert (ran.code, ran.out) == (2, "")
    assert "pip install 'briefing[evaluate]'" in ran.err
    assert command("evaluate", data, "--only", "context").code == 0


def test_every_task_can_be_named():
    """The command names them without importing what they need."""
    assert tuple(tasks.TASKS) == TASKS


@pytest.mark.parametrize("count", [3, WORTH_A_BAR])
def test_progress_changes_nothing(monkeypatch, count):
    """A bar on a terminal, if it is worth one, with a label; none where nobody looks."""
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert list(passing(quiet=False)(range(count), "news")) == list(range(count))
    assert ("news" in sys.stderr.getvalue()) is (count >= WORTH_A_BAR)
    written = len(sys.stderr.getvalue())
    assert list(passing(quiet=True)(range(count), "news")) == list(range(count))
    assert len(sys.stderr.getvalue()) == written
