"""What came, what went and what changed between two editions."""

from __future__ import annotations

from datetime import date

from briefing.language.words import stems
from briefing.model import Edition, Published, Span
from briefing.stages.contrast import contrast


def edition(day: int, *texts: str) -> Edition:
    """An edition that prints these, each from an article of its own."""
    said = tuple(
        Published(
            date(2026, 11, day), f"{n}.1", f"{day}-{n}", 0, len(text), text, Span(0, len(text)), tuple(stems(text))
        )
        for n, text in enumerate(texts, 1)
    )
    return Edition("daily", date(2026, 11, day), "Daily", {}, statements=said)


FERRY = "A ferry with 300 passengers ran aground near the lighthouse of Lund in thick fog."
DAM = "The dam above Orr broke on Friday after a week of heavy rain."
VOTE = "Voters in Marn chose Ada Vale as their mayor for another four years."


def test_every_statement_came_went_changed_or_stayed():
    """A figure that grew is shown as it was and as it is."""
    found = contrast(edition(21, FERRY, DAM), edition(22, FERRY.replace("300", "320"), VOTE))
    assert [one.text for one in found.came] == [VOTE]
    assert [one.text for one in found.went] == [DAM]
    assert [(one.text, changes) for one, changes in found.changed] == [(FERRY.replace("300", "320"), (("300", "320"),))]
    assert found.stayed == 0


def test_the_same_edition_differs_in_nothing():
    """Whatever its labels are."""
    found = contrast(edition(21, FERRY, DAM, VOTE), edition(22, VOTE, FERRY, DAM))
    assert (found.came, found.went, found.changed, found.stayed) == ((), (), (), 3)


def test_an_edition_that_says_nothing_has_lost_everything():
    """And what comes after it is new."""
    assert len(contrast(edition(21, FERRY, DAM), edition(22)).went) == 2
    assert len(contrast(edition(21), edition(22, FERRY, DAM)).came) == 2
