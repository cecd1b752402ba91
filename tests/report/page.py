"""The page that tells what was measured, made from the plan and from what the experiments left in `results.json`."""

from __future__ import annotations

import json
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.report.row import Row

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
PLAN = HERE / "plan.toml"
HEAD = """\
# What was measured

`make report` writes this page; `python -m tests.report NAME` does one of its experiments again. First the plan, line by
line: what is tried, and where; then each experiment with its date, its commit and its figures.
"""
_KEPT = {True: "kept", False: "**broken**", None: "not tried"}


@dataclass(frozen=True)
class Section:
    """One experiment as it was done: when, of which commit, on what machine, and what it found."""

    about: str
    rows: list[Row]


def kept() -> dict[str, Section]:
    """Return what is kept of each experiment, by its name."""
    found = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    return {name: Section(one["about"], [Row(**row) for row in one["rows"]]) for name, one in found.items()}


def keep(name: str, section: Section) -> None:
    """Keep what an experiment found, in place of what it found before."""
    every = {**{known: asdict(one) for known, one in kept().items()}, name: asdict(section)}
    RESULTS.write_text(json.dumps(every, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")


def page(sections: dict[str, Section], order: list[str]) -> str:
    """Return the page: the plan with what is known of each line, then the experiments in this order."""
    known = [name for name in order if name in sections]
    found = [row for name in known for row in sections[name].rows]
    told = (text_of(name, sections[name]) for name in known)
    return "\n".join([HEAD, _plan(found), *told])


def text_of(name: str, section: Section) -> str:
    """Return what the page says of an experiment: a line for each case."""
    head = "| | case | load | figures | promise | |\n|---|---|---|---|---|---|"
    rows = [
        f"| {row.line} | {row.case} | {row.load} | {row.figure} | {row.promise} | {_KEPT[row.is_kept]} |"
        for row in section.rows
    ]
    return "\n".join([f"## {name}", "", section.about, "", head, *rows, ""])


def _plan(found: list[Row]) -> str:
    lines = tomllib.loads(PLAN.read_text("utf-8"))
    rows = [
        f"| {number} | {line['case']} | {_where(line)} | {_verdict(number, found)} |" for number, line in lines.items()
    ]
    return "\n".join(["## The plan", "", "| | what is tried | where | |", "|---|---|---|---|", *rows, ""])


def _where(line: dict[str, str | list[str]]) -> str:
    """The experiments and the files of tests for a line, or why there are none."""
    named = [*(f"`{one}`" for one in line.get("experiments", [])), *(f"`{one}`" for one in line.get("tests", []))]
    return "; ".join([*named, *([str(line["reason"])] if "reason" in line else [])])


def _verdict(number: str, found: list[Row]) -> str:
    """The worst that was found for a line: broken, not tried, kept; nothing where no experiment is named."""
    verdicts = {row.is_kept for row in found if row.line == number}
    return next((_KEPT[one] for one in (False, None, True) if one in verdicts), "")
