"""What a run of days repeats, and whether it says so."""

from __future__ import annotations

from datetime import date

from briefing.evaluation.items import Summarised
from briefing.evaluation.systems import Limits, System
from briefing.evaluation.tasks.days import TASK
from briefing.model import Article

FLOOD = "The flood below the dam has driven 500 people from their homes in the valley of the Orr."
AGAIN = (
    "In the valley of the Orr 500 people had to leave their homes when the flood below the dam rose, driven by rain."
)
POLLS = "Voters in the town of Marl go to the polls in December to choose a mayor."


def figures(*days: list[str]) -> dict[str, float]:
    """The figures of a run of days, each with some articles as one story."""
    items = [
        Summarised(str(k), tuple(Article(text=text) for text in texts), ("A reference.",), date(2026, 11, k))
        for k, texts in enumerate(days, 1)
    ]
    ((_, measure),) = TASK.contenders([System("ours", Limits(), lambda: 0.0)])
    return dict(measure(items).figures)


def test_what_comes_again_is_marked():
    """Of three statements one is an earlier day's, and said to be."""
    found = figures([FLOOD], [FLOOD, POLLS])
    assert (found["repeated"], found["unsaid"]) == (100 / 3, 0)
    assert found["marked"] == 100 / 3


def test_what_comes_again_unmarked_is_found():
    """In words so different that the product takes them for news, and the measure does not."""
    found = figures([FLOOD], [AGAIN])
    assert (found["repeated"], found["unsaid"]) == (50, 50)


def test_news_is_no_repeat():
    """Two days on two subjects; every story is shown."""
    found = figures([FLOOD], [POLLS])
    assert (found["repeated"], found["unsaid"], found["stories"], found["statements"]) == (0, 0, 100, 1)


def test_only_dated_stories_are_days():
    """A story without a day stands in no edition."""
    assert TASK.takes(Summarised("a", (Article(text=FLOOD),), ("x",), date(2026, 11, 1)))
    assert not TASK.takes(Summarised("a", (Article(text=FLOOD),), ("x",)))
