"""`briefing evaluate`: how well methods do on data with human answers."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from briefing.cli.saying import say
from briefing.language.display import in_json

PARTLY = 3
TASKS = ("single", "multi", "context", "redundancy", "days", "coverage", "themes", "stories", "sentences", "quotes")


def _number(name: str, default: int, help: str) -> Callable[[Any], Any]:  # noqa: A002
    return click.option(name, type=click.IntRange(min=1), metavar="N", default=default, show_default=True, help=help)


@click.command("evaluate", short_help="Measure methods on data with human answers.")
@click.argument("data", type=click.Path(path_type=Path))
@click.option("--method", "methods", multiple=True, metavar="NAME", help="ours (default), lead, sumy:…; repeatable.")
@click.option("--only", multiple=True, type=click.Choice(TASKS), help="Only this task; repeatable.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N rows of each file.")
@_number("--sentences", 3, "Of a summary of one article, at most.")
@_number("--words", 60, "Of a summary of several, at most.")
@_number("--pile", 5, "Articles of a small pile, and of a page.")
@_number("--page-words", 600, "Of such a page, at most.")
@click.option("--details", is_flag=True, help="List every problem of context that was found.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, under the schema briefing/evaluation/1.")
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def command(data: Path, limit: int | None, **options: Any) -> int:
    """Measure methods side by side on DATA: a folder of .jsonl files, or one, whose rows tell by their fields what
    they ask.

    \b
    text, references        single: ROUGE of a summary; context: words that it leaves unexplained
    documents, references   multi: the same of several articles; context; redundancy: what is said twice; with a
                            date, days: what the editions of a run of days repeat, and which stories they have
    paragraphs              themes: the theme of each, [{"text": "…", "theme": "…" or null}]; coverage: which
                            articles and themes a page has; themes.json beside the file: {"theme": ["term", …]}
    text, cluster           stories: which report the same event (perhaps with a topic)
    text, sentences         sentences: boundaries and speed
    text, attributions      quotes: who says what, [{"source": [[start, end]], "content": [[start, end]]}]

    Under each figure stands where it lies in 95 of 100 samples, and the first method is compared with each other one.
    ROUGE needs an extra: pip install 'briefing[evaluate]'. A row that cannot be used is named and left out (exit 3).

    \b
    Examples:
      briefing evaluate data/ --method ours --method lead --method sumy:lexrank
      briefing evaluate data/single/news.jsonl --only context --details
      briefing evaluate data/ --limit 50 --json
    """
    from briefing.cli.progress import passing
    from briefing.evaluation import report
    from briefing.evaluation.load import load
    from briefing.evaluation.run import evaluate, named
    from briefing.evaluation.systems import Limits, System

    found, problems = load(data, limit)
    limits = Limits(*(options[name] for name in ("sentences", "words", "pile", "page_words")))
    systems = [System(method, limits, time.perf_counter) for method in dict.fromkeys(options["methods"] or ("ours",))]
    results = list(evaluate(found, systems, named(options["only"]), passing(quiet=options["quiet"])))
    if options["as_json"]:
        whole = report.as_object(results, problems, detailed=options["details"])
        say(in_json(whole))
    else:
        lines = [*report.tables(results), *(report.details(results) if options["details"] else ())]
        say("\n".join(lines).rstrip())
    for problem in problems:
        say(f"briefing: {problem}", err=True)
    return PARTLY if problems else 0
