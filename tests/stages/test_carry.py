"""Finding the articles that carry a candidate of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.model import Article
from briefing.stages.carry import carries, may_carry, runs_of
from briefing.stages.read import read

FIRST = Article(text="The ferry to Orr sank on Friday with nine people on board. Nobody was hurt in the harbour.")
SURVIVORS = {" ".join(s.words): FIRST.sha256 for s in read(FIRST).sentences}


@pytest.mark.parametrize(
    ("text", "carried", "why"),
    [
        (f"LONDON — {FIRST.text} More will follow.", True, "the same sentences behind a dateline"),
        ("“The ferry to Orr sank on Friday with nine people on board.” So they said.", True, "inside quotation marks"),
        ("Rain fell.\n\nNobody was hurt in the harbour.", True, "one of them, as a paragraph"),
        ("The ferry to Orr sank on Sunday with nine people on board.", False, "another day"),
        ("Nobody in the harbour was hurt.", False, "another order"),
        ("Nobody.", False, "shorter than any"),
    ],
)
def test_who_carries_a_candidate_is_known_by_its_words(text: str, carried: bool, why: str) -> None:
    """An article is read again only where its words hold a candidate's, and always where it carries one."""
    article = Article(text=text)

    assert may_carry(article, runs_of(SURVIVORS)) is carried, why
    assert not carries(read(article), SURVIVORS) or carried, why


def test_an_article_does_not_carry_its_own() -> None:
    """What an article says first is no news of another one's."""
    assert not may_carry(FIRST, runs_of(SURVIVORS))


def test_every_carrier_of_the_example_is_found(seeds: Path) -> None:
    """No article that carries another one's sentence is passed over."""
    articles = [Article(text=path.read_text("utf-8")) for path in sorted(seeds.glob("*.txt"))]
    readings = [read(article) for article in articles]
    survivors = {" ".join(s.words): r.article.sha256 for r in readings for s in r.sentences}
    runs = runs_of(survivors)

    assert all(may_carry(r.article, runs) for r in readings if carries(r, survivors))
    reprinted = Article(text=f"{articles[0].text}\n\nThis is a reprint.")
    assert carries(read(reprinted), survivors)
    assert may_carry(reprinted, runs)
