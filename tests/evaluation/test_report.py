"""What is measured is shown to people as tables and to programs as one object."""

from __future__ import annotations

import json

from briefing.evaluation import report
from briefing.evaluation.load import load
from briefing.evaluation.run import evaluate, named
from briefing.evaluation.systems import Limits, System
from briefing.evaluation.tasks import TASKS
from briefing.model import Problem


def measured(folder, *names: str):
    """Return the results of two methods."""
    systems = [System(method, Limits(), lambda: 0.0) for method in ("ours", "lead")]
    return list(evaluate(load(folder)[0], systems, named(names), lambda items, _: items))


def test_a_table_has_a_row_for_each_method_and_every_column_in_line(data):
    """Under its task, with what is measured and how; the file's name stands once."""
    lines = list(report.tables(measured(data, "single")))
    about, settings, head, ours, lead, end = lines
    assert about.startswith("single: ")
    assert "3 sentences" in settings
    assert "rouge-score" in settings
    assert head.split() == ["data", "items", "method", "R-1", "R-2", "R-Lsum", "ms/item"]
    assert ours.split()[:3] == ["single/dam", "1", "ours"]
    assert lead.split()[0] == "lead"
    assert len(head) == len(ours) == len(lead)
    assert end == ""


def test_a_table_shows_intervals_and_differences(written):
    """Under each figure from where to where it lies; last how far the first method is above each other, and p."""
    folder = written(
        news=[
            {"text": "The dam broke on Friday. Nobody was hurt.", "references": ["The dam broke on Friday."]},
            {"text": "Rain fell for nine days. Then the dam broke.", "references": ["The dam broke."]},
        ]
    )
    limits = Limits(sentences=1)
    systems = [System(method, limits, lambda: 0.0) for method in ("lead", "sumy:luhn")]
    lines = list(report.tables(list(evaluate(load(folder)[0], systems, named(["single"]), lambda items, _: items))))
    assert lines[2].split()[3:] == ["R-1", "R-2", "R-Lsum", "ms/item"]
    assert lines[3].split() == ["news", "2", "lead", "50.00", "50.00", "50.00", "0.0"]
    assert lines[4].split() == ["[0.00,", "100.00]"] * 3 + ["[0.0,", "0.0]"]
    assert lines[7].split()[:3] == ["lead", "-", "sumy:luhn"]
    assert lines[9].split()[0] == "p"
    assert len({len(line) for line in lines[2:10]}) == 1
    assert lines[10] == ""
    assert "10,000 bootstrap resamples" in lines[11]
    assert "10,000 shuffles" in lines[12]


def test_tables_follow_each_other_by_task(data):
    """One for each, however many files it takes, none wider than a page."""
    lines = list(report.tables(measured(data)))
    assert [name for line in lines if (name := line.partition(":")[0]) in TASKS] == list(TASKS)
    assert all(len(line) <= report.WIDTH for line in lines if line.startswith("  "))


def test_columns_without_room_stand_below(written):
    """As another table, with the data and methods again: every theme is shown."""
    themes = {f"A theme with a name of its own {k}": [f"word{k}"] for k in range(9)}
    folder = written(news=[{"paragraphs": [{"text": "Here is word3.", "theme": None}]}])
    (folder / "themes.json").write_text(json.dumps(themes))
    lines = list(report.tables(measured(folder, "themes")))
    heads = [line for line in lines if line.split()[:1] == ["data"]]
    assert len(heads) > 1
    assert all(any(name in head for head in heads) for name in themes)
    assert all(len(line) <= report.WIDTH for line in lines)


def test_the_object_has_every_figure(data):
    """With its schema; figures as they are, details only where they are asked for."""
    problem = Problem("x.jsonl:1", "is not JSON", "write one object a row")
    found = report.as_object(measured(data), [problem])
    assert json.loads(json.dumps(found)) == found
    assert found["schema"] == "briefing/evaluation/1"
    assert found["problems"] == [{"where": "x.jsonl:1", "what": "is not JSON", "remedy": "write one object a row"}]
    assert found["resampling"] == {"level": 95, "resamples": 10_000, "seed": 1}
    for result in found["results"]:
        assert list(result) == ["task", "data", "method", "items", "settings", "figures", "intervals"]
        assert all(low <= result["figures"][key] <= high for key, (low, high) in result["intervals"].items())
    assert all("details" in one for one in report.as_object(measured(data), [], detailed=True)["results"])


def test_the_object_compares_the_first_with_each_other(data):
    """Figure by figure: how far it is above, the interval of that, and p."""
    found = report.as_object(measured(data, "themes", "stories"), [])["comparisons"]
    assert [(one["task"], one["method"], one["against"]) for one in found] == [
        ("themes", "ours", "ours, small piles"),
        ("themes", "ours", "ours, each alone"),
        ("themes", "ours", "counted terms"),
        ("stories", "ours", "word overlap"),
    ]
    for one in found:
        assert one["figures"]
        for figure in one["figures"].values():
            low, high = figure["interval"]
            assert low <= figure["difference"] <= high
            assert 0 < figure["p"] <= 1


def test_details_are_a_line_each(written):
    """With file, item, method, extract, type and words."""
    text = "Tom Vale, who was the mayor of Orr for nine years, opened the new harbour bridge. He thanked the workers."
    folder = written(news=[{"id": "a", "documents": [{"text": text}, {"text": "Rain fell."}], "references": ["x"]}])
    systems = [System("lead", Limits(words=6), lambda: 0.0)]
    found = list(evaluate(load(folder)[0], systems, named(["context"]), lambda items, _: items))
    assert list(report.details(found)) == ["news a [lead] extract 1: incomplete coreference: He"]
