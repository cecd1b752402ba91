"""Following editions marks as each edition's own past would."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.words import stems
from briefing.model import Edition, Location, Past, Published, Seen, Span, Statement
from briefing.stages.follow import follow
from briefing.stages.mark import mark
from briefing.stages.recall import recall

SAID = (
    "About 300 people left their homes below the dam of Orr on Friday.",
    "About 320 people left their homes below the dam of Orr on Friday.",
    "The harbour master of Marl sent a tug to help the ferry.",
    "The harbour master of Marl sent no tug to help the ferry.",
    "Voters in Lund go to the polls before the winter.",
)


@st.composite
def _editions(draw: st.DrawFn) -> list[Edition]:
    editions: list[Edition] = []
    first: dict[str, date] = {}
    for number in range(draw(st.integers(1, 6))):
        day = date(2026, 11, 1) + timedelta(number)
        articles, statements = {}, []
        for k, text in enumerate(draw(st.lists(st.sampled_from(SAID), max_size=4))):
            sha256 = draw(st.sampled_from(("a", "b", "c", "d")))
            first.setdefault(sha256, day)
            place = Location("/news/one" if sha256 < "c" else "/news/two")
            articles[sha256] = Seen(sha256, first[sha256], location=place)
            words = tuple(stems(text, "en"))
            statements.append(Published(day, f"1.{k}", sha256, 0, len(text), text, Span(0, len(text)), words))
        seen = tuple(sorted(articles.values(), key=lambda one: one.sha256))
        editions.append(Edition("n", day, "T", {}, statements=tuple(statements), articles=seen))
    return editions


@settings(max_examples=150, deadline=None)
@given(_editions())
def test_each_edition_is_marked_as_against_the_past_that_it_had(editions):
    """As if everything before it were recalled for each edition anew; the first one has no marks."""
    found = follow(editions)
    for number, edition in enumerate(editions):
        before = editions[:number]
        seen = {a.sha256: a for one in reversed(before) for a in one.articles}
        articles = tuple(sorted(seen.values(), key=lambda a: (a.first_seen, a.sha256)))
        said = tuple(s for one in before for s in one.statements)
        memory = recall(Past(said, articles, before[-1].day if before else None), edition.articles)
        assert found[number] == tuple(mark(Statement(s.extract), memory) for s in edition.statements)


def test_no_edition_has_no_marks():
    """And nothing to follow is nothing."""
    assert follow([]) == []
