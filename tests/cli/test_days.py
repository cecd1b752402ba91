"""Days on a page: moments beside the words, days inferred from other articles, and the time at which a day ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

STORY = (
    "The harbour of Vik was closed on Tuesday after a storm tore away its outer pier. "
    "Two fishing boats were driven onto the rocks below the old lighthouse. "
    "Nobody was hurt, but the coast guard took eleven men off by helicopter. "
    "Repairs to the pier will take until the end of the summer, the mayor said."
)
ROWS = [
    {"text": f"An agency reports from the coast. {STORY}", "title": "Harbour closed", "date": "2021-02-17T05:30:00Z"},
    {"text": STORY, "title": "Storm at Vik"},
    {"text": "The ferry company suspended two of its lines on Monday. Talks go on.", "title": "Ferries"},
]
TUESDAY = "(“Tuesday” = 16 February 2021"


@pytest.fixture
def pile(tmp_path) -> Path:
    """A dated story, its undated reprint, and an undated article that nothing dates."""
    path = tmp_path / "pile.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), "utf-8")
    return path


def build(command, pile: Path, form: str = "md", **stated: str) -> Path:
    """Build a page of the pile with these settings, and return its path."""
    page = pile.with_name(f"page.{form}")
    lines = [f'{key} = "{value}"' for key, value in stated.items() if key not in ("since", "until")]
    lines += [f"{key} = {value}" for key, value in stated.items() if key in ("since", "until")]
    (pile.parent / "days.toml").write_text("\n".join(lines), "utf-8")
    config = pile.with_name("days.toml")
    ran = command("build", pile, "--config", config, "--date", "2021-02-18", "-o", page)
    assert ran.code == 0, ran.err
    return page


def test_a_reprint_takes_the_day_of_the_article_that_it_shares_its_sentences_with(command, pile):
    """It says so under Sources and in the first line, its Tuesday is dated, the third article's Monday is not."""
    text = build(command, pile).read_text("utf-8")
    assert "1 undated, 1 with an inferred date" in text
    assert "17 February 2021 (inferred: it shares 4 sentences with [1])" in text
    assert TUESDAY in text
    assert "Monday” =" not in text


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_moments_and_inferred_days_are_proved(command, pile, form):
    """`verify` derives them again, and finds one that another hand has moved."""
    page = build(command, pile, form)
    assert command("verify", page).code == 0
    exact = ('"first": "2021-02-16"', '"first": "2021-02-09"')
    old, new = exact if form == "json" else ("16 February 2021", "9 February 2021")
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), "utf-8")
    assert command("verify", page).code == 1


def test_the_json_page_says_what_a_word_means(command, pile):
    """Words, place, days, how exact and whether inferred."""
    page = json.loads(build(command, pile, "json").read_text("utf-8"))
    parts = [page["other"], *page["other"]["groups"]]
    points = [p for part in parts for p in (*part["key_points"], *(p for by in part["articles"] for p in by["points"]))]
    (moment,) = next(point["moments"] for point in points if point["moments"])
    assert (moment["words"], moment["first"], moment["last"], moment["unit"]) == (
        "Tuesday",
        "2021-02-16",
        "2021-02-16",
        "day",
    )
    dates = {source["title"]: (source["date"], source["date_confidence"]) for source in page["sources"]}
    assert dates["Storm at Vik"] == ("2021-02-17", "inferred")
    assert dates["Ferries"] == (None, "none")


@pytest.mark.parametrize(
    ("stated", "used"),
    [
        ({"since": "2021-02-17", "until": "2021-02-17"}, True),
        ({"since": "2021-02-17", "until": "2021-02-17", "zone": "America/New_York"}, True),
        ({"since": "2021-02-18"}, False),
        ({"since": "2021-02-18", "zone": "Europe/Oslo", "day_ends": "06:00"}, True),
        ({"since": "2021-02-18", "zone": "Europe/London", "day_ends": "06:00"}, False),
        ({"since": "2021-02-18", "zone": "Asia/Tokyo", "day_ends": "06:00"}, True),
    ],
    ids=str,
)
def test_the_zone_and_the_days_end_decide_what_the_window_holds(command, pile, stated, used):
    """Half past five in London is half past six in Oslo, when the day that ends at six has ended."""
    page = build(command, pile, **stated)
    line = next(line for line in page.read_text("utf-8").splitlines() if "Harbour closed" in line and line[0].isdigit())
    assert ("outside the days asked for" not in line) is used
    assert command("verify", page).code == 0


def test_a_time_of_day_that_is_none_is_told(command, pile):
    """A mistake in the setting is named with what it must be."""
    pile.with_name("days.toml").write_text('day_ends = "25:00"', "utf-8")
    ran = command("build", pile, "--config", pile.with_name("days.toml"))
    assert ran.code == 78
    assert "day_ends" in ran.err
    assert "must be a time of day" in ran.err
