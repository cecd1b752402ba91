"""What is measured is shown to people as tables and to programs as one object."""

from __future__ import annotations

import json

from briefing.evaluation import report
from briefing.evaluation.load import load
from briefing.evaluation.run import evaluate, named
from briefing.evaluation.systems import Limits, System
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


def test_tables_follow_each_other_by_task(data):
    """One for each, however many files it takes."""
    lines = list(report.tables(measured(data)))
    assert [line.partition(":")[0] for line in lines if ": " in line and line[0].isalpha()] == [
        "single",
        "multi",
        "context",
        "sentences",
        "quotes",
    ]


def test_the_object_has_every_figure(data):
    """With its schema; figures as they are, details only where they are asked for."""
    problem = Problem("x.jsonl:1", "is not JSON", "write one object a row")
    found = report.as_object(measured(data), [problem])
    assert json.loads(json.dumps(found)) == found
    assert found["schema"] == "briefing/evaluation/1"
    assert found["problems"] == [{"where": "x.jsonl:1", "what": "is not JSON", "remedy": "write one object a row"}]
    for result in found["results"]:
        assert list(result) == ["task", "data", "method", "items", "settings", "figures"]
    assert all("details" in one for one in report.as_object(measured(data), [], detailed=True)["results"])


def test_details_are_a_line_each(written):
    """With file, item, method, extract, type and words."""
    text = "Tom Vale, who was the mayor of Orr for nine years, opened the new harbour bridge. He thanked the workers."
    folder = written(news=[{"id": "a", "documents": [{"text": text}, {"text": "Rain fell."}], "references": ["x"]}])
    systems = [System("lead", Limits(words=6), lambda: 0.0)]
    found = list(evaluate(load(folder)[0], systems, named(["context"]), lambda items, _: items))
    assert list(report.details(found)) == ["news a [lead] extract 1: incomplete coreference: He"]
