"""An article's day: where it comes from, how far to trust it, and that none is ever invented."""

from __future__ import annotations

import json
from datetime import date as Day  # noqa: N812
from datetime import datetime, time
from functools import reduce
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article, Dated, Location
from briefing.sources.metadata import described
from briefing.stages.clean import clean
from briefing.stages.date import date
from briefing.stages.date.shared import Wanted, agree, settled, want, wanted, witnesses
from briefing.stages.date.window import is_within
from briefing.stages.read import read

CASES = [json.loads(line) for line in Path(__file__).with_name("date_cases.jsonl").read_text("utf-8").splitlines()]
INFERRED = [json.loads(x) for x in Path(__file__).with_name("infer_cases.jsonl").read_text("utf-8").splitlines()]
SEEDS = Path(__file__).parents[2] / "seeds"
STAMPS = st.sampled_from(
    ["date ", "Published: ", "2021-", "03/04/2021", "March 2, 2021", "\n\n", "OSLO (AP) – ", "30 February 2021"]
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["reason"])
def test_each_case_of_a_day(case: dict[str, Any]) -> None:
    """Each case has the day, origin, confidence and evidence that its reason says."""
    stated = Day.fromisoformat(case["stated"]) if "stated" in case else None
    location = Location(case.get("path", ""), case.get("row", 0))
    article = Article(text=case["text"], date=stated, url=case.get("url"), location=location)
    found = date(article, clean(article))
    assert (found.day and found.day.isoformat(), found.origin, found.confidence) == (
        case["day"],
        case["origin"],
        case["confidence"],
    )
    assert (found.evidence and article.text[slice(*found.evidence)]) == case.get("evidence")


@pytest.mark.parametrize(
    ("number", "day"),
    [("000", "2021-08-20"), ("001", "2021-02-12"), ("002", None), ("003", None), ("004", "2021-04-14")],
)
def test_the_days_of_the_sample_articles(number: str, day: str | None) -> None:
    """Three sample articles state their day in a header line; two are undated, and their files' names are hashes."""
    path = next(SEEDS.glob(f"{number}_*.txt"))
    article = Article(text=path.read_text("utf-8"), location=Location(str(path)))
    found = date(article, clean(article))
    assert (found.day and found.day.isoformat()) == day
    assert found.origin == ("header line" if day else None)


@settings(max_examples=60, deadline=None)
@given(st.lists(STAMPS | st.text(max_size=12), max_size=12).map("".join), st.text(max_size=30))
def test_a_day_has_an_origin_and_its_evidence_is_in_the_text(text: str, name: str) -> None:
    """Whatever the text and the file's name, nothing is raised, and a day comes with where it was found."""
    article = Article(text=text, location=Location(name), url=name)
    found = date(article, clean(article))
    assert (found.day is None) == (found.origin is None) == (found.confidence == "none")
    if found.evidence is not None:
        assert 0 <= found.evidence.start < found.evidence.end <= len(text)
    assert found == date(article, clean(article))


# ------------------------------------------------------------------------------------------------- zones and the window


def _dated(text: str, *, zone: str = "", **stated: Any) -> Dated:
    article = Article(text=text, **stated)
    return date(article, clean(article), zone)


@pytest.mark.parametrize(
    ("zone", "day", "at"),
    [
        ("", "2021-02-16", "23:30"),
        ("Europe/Brussels", "2021-02-17", "05:30"),
        ("America/New_York", "2021-02-16", "23:30"),
    ],
)
def test_a_time_with_its_zone_belongs_to_a_day_of_the_settings_zone(zone: str, day: str, at: str) -> None:
    """Half past eleven at night in New York is the next morning in Brussels; without a zone its own day counts."""
    article, problems = described(
        "Ministers met.", {"date": "2021-02-16T23:30:00-05:00"}, Location(), "here", language="en"
    )
    found = date(article, clean(article), zone)
    assert (found.day, found.time, problems) == (Day.fromisoformat(day), time.fromisoformat(at), ())


@pytest.mark.parametrize(
    ("stamp", "zone", "day"),
    [
        ("Tue, 16 Feb 2021 23:30:00 -0500", "Europe/Brussels", "2021-02-17"),
        ("2021-02-16 23:30", "Europe/Brussels", "2021-02-16"),
        ("2021-02-16", "Europe/Brussels", "2021-02-16"),
        ("2021-02-16T23:30:00Z", "Asia/Tokyo", "2021-02-17"),
    ],
)
def test_what_metadata_states_as_mail_time_local_time_or_day(stamp: str, zone: str, day: str) -> None:
    """A time without a zone is local already, a day without a time is a day."""
    article, _ = described("Ministers met.", {"date": stamp}, Location(), "here", language="en")
    assert date(article, clean(article), zone).day == Day.fromisoformat(day)


@pytest.mark.parametrize(
    ("line", "day", "at"),
    [
        ("PUBLISHED:. 20:11 EST, 2 March 2021", "2021-03-03", "02:11"),
        ("Published: 2 March 2021 11:40 PM GMT", "2021-03-03", "00:40"),
        ("Published: 2 March 2021 11:40 PM ET", "2021-03-03", "05:40"),
        ("Published: 2021-03-02T23:30:00-05:00", "2021-03-03", "05:30"),
        ("Published: 2 March 2021 23:40", "2021-03-02", "23:40"),
        ("Published: 2 March 2021 23:40 IST", "2021-03-02", "23:40"),
        ("Published: 2 March 2021", "2021-03-02", None),
        ("Published: 2 March 2021 25:40 GMT", "2021-03-02", None),
        ("Published: 2 March 2021 13:40 PM", "2021-03-02", None),
    ],
)
def test_the_time_of_a_header_line_in_brussels(line: str, day: str, at: str | None) -> None:
    """Zones by their names, unless two countries use the name for different ones; no clock has these hours."""
    found = _dated(f"{line}\n\nMinisters met in Oslo. They agreed.", zone="Europe/Brussels")
    assert (found.day, found.time) == (Day.fromisoformat(day), at and time.fromisoformat(at))


def test_a_header_line_says_when_the_text_was_changed() -> None:
    """The day is that of publication; the change is kept, for what is counted from it."""
    found = _dated("By. Jane Roe. PUBLISHED:. 14:11 EST, 2 March 2021. |. UPDATED:. 15:36 EST, 3 March 2021. They met.")
    assert (found.day, found.time, found.updated) == (
        Day(2021, 3, 2),
        time(14, 11),
        datetime.fromisoformat("2021-03-03T15:36"),
    )


@pytest.mark.parametrize(
    ("day", "at", "is_in"),
    [
        ("2021-02-16", "06:00", True),
        ("2021-02-16", "05:59", False),
        ("2021-02-17", "05:59", True),
        ("2021-02-17", "06:00", False),
        ("2021-02-17", None, True),
        ("2021-02-16", None, False),
    ],
)
def test_a_day_of_news_that_ends_at_six(day: str, at: str | None, is_in: bool) -> None:
    """The 17th is then six o'clock on the 16th to six o'clock on the 17th; a day without a time is the calendar's."""
    dated = Dated(Day.fromisoformat(day), "metadata", "stated", time=at and time.fromisoformat(at))
    asked = Day(2021, 2, 17)
    assert is_within(dated, asked, asked, day_ends=time(6)) is is_in


def test_the_window_without_bounds_days_or_certainty() -> None:
    """An undated article is in every window, one of some days in each that holds one of them."""
    day = Day(2021, 2, 17)
    some = Dated(Day(2021, 2, 16), confidence="inferred", last=Day(2021, 2, 18))
    assert is_within(Dated(), day, day)
    assert is_within(Dated(day), None, None)
    assert is_within(some, Day(2021, 2, 18), None)
    assert is_within(some, None, Day(2021, 2, 16))
    assert not is_within(some, Day(2021, 2, 19), None)
    assert not is_within(some, None, Day(2021, 2, 15))


# ------------------------------------------------------------------------------------------------------- inferred days


@pytest.mark.parametrize("case", INFERRED, ids=lambda case: case["reason"])
def test_each_case_of_a_day_inferred_from_days_in_the_text(case: dict[str, Any]) -> None:
    """Only where the days named leave a window of three; else there is none."""
    article = Article(text=case["text"])
    found = read(article).dated
    assert [day.isoformat() for day in (found.day, found.last) if day] == (case["days"] or [])
    assert found.words == case.get("words", "")
    assert found.confidence == ("inferred" if case["days"] else "none")
    assert (found.evidence and article.text[slice(*found.evidence)]) == case.get("words")


STORY = [
    "The harbour of Vik was closed after a storm tore away its outer pier.",
    "Two fishing boats were driven onto the rocks below the old lighthouse.",
    "Nobody was hurt, but the coast guard took eleven men off by helicopter.",
    "Repairs to the pier will take until the end of the summer, the mayor said.",
    "The harbour had been rebuilt only four years before at great cost.",
]


def _asked(*texts: str) -> Wanted:
    return reduce(want, (wanted(read(Article(text=text))) for text in texts), {})


def _found(undated: str, *others: tuple[str, str]) -> dict[str, Dated]:
    asked = _asked(undated)
    dated = [read(Article(text=text, date=Day.fromisoformat(day))) for day, text in others]
    return settled(reduce(agree, (witnesses(reading, asked) for reading in dated), {}))


def test_an_agencys_story_gives_its_day_to_its_reprint() -> None:
    """The same sentences in a dated article: its day, the sentence where they begin, and how many they are."""
    undated, other = " ".join(STORY), " ".join(["An agency reports.", *STORY[:4]])
    (found,) = _found(undated, ("2021-02-16", other)).values()
    assert (found.day, found.origin, found.confidence) == (Day(2021, 2, 16), "sentences shared", "inferred")
    assert found.evidence is not None
    assert undated[slice(*found.evidence)] == STORY[0]
    assert (found.shared, found.witness) == (4, Article(text=other).sha256)


@pytest.mark.parametrize(
    ("reason", "others"),
    [
        ("two sentences are too few", [("2021-02-16", " ".join(STORY[:2]))]),
        ("the background alone is reprinted for months", [("2021-02-16", " ".join(STORY[2:]))]),
        ("two days", [("2021-02-16", " ".join(STORY)), ("2021-02-17", " ".join(["Again.", *STORY]))]),
        ("another story", [("2021-02-16", "The mayor of Vik has resigned after nine years in the office.")]),
        ("nobody", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_gives_no_day(reason: str, others: list[tuple[str, str]]) -> None:
    """Too few sentences, none of the first two, or witnesses that disagree."""
    assert _found(" ".join(STORY), *others) == {}


def test_an_inferred_day_is_no_witness_and_a_dated_article_asks_for_none() -> None:
    """Days do not travel from guess to guess."""
    text = " ".join(["Ministers met in Oslo on Thursday, 18 February 2021.", *STORY])
    assert read(Article(text=text)).dated.confidence == "inferred"
    assert witnesses(read(Article(text=text)), _asked(" ".join(STORY))) == {}
    assert wanted(read(Article(text=text, date=Day(2021, 2, 16)))) == {}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 3), st.integers(0, 5)), min_size=1, max_size=5), st.randoms())
def test_witnesses_add_up_the_same_in_any_order_and_grouping(given_: list[tuple[int, int]], random: Random) -> None:
    """What shards find is merged in whatever order they come."""
    asked = _asked(" ".join(STORY))
    texts = [(Day(2021, 2, day), " ".join([*STORY, *STORY[:more]])) for day, more in given_]
    found = [witnesses(read(Article(text=text, date=day)), asked) for day, text in texts]
    shuffled = random.sample(found, len(found))
    whole = reduce(agree, found, {})
    assert whole == reduce(agree, shuffled, {}) == agree(found[0], reduce(agree, found[1:], {}))
    assert want(asked, {}) == asked == want({}, asked) == want(asked, asked)
