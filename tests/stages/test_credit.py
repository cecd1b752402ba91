"""Who said what on a page: who is one, what each is called, and where it says so."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article, Citation, Dated, Extract, Note, Reference, Span, Speaker, Voice
from briefing.stages.choose.extract import extract
from briefing.stages.credit import credit
from briefing.stages.read import read

HOLM = "Foreign Minister Vera Holm opened the talks. “The ice is thin,” Holm said."
MINISTER = "“We sail on Friday,” said the minister of Marn, Vera Holm. Two ships lay in the bay."
BARE = "“It was cold,” Holm said on Monday. Two ships lay in the bay."


def extracts_of(*texts: str) -> list[Extract]:
    """Return the extracts of some articles."""
    return [
        extract(reading, cut, 1.0) for text in texts for reading in [read(Article(text=text))] for cut in reading.cuts
    ]


def citing(extracts: list[Extract]):
    """Return what cites them, the articles numbered as they come."""
    articles = list(dict.fromkeys(one.article for one in extracts))
    references = {sha: Reference(k, sha, "A title", Dated()) for k, sha in enumerate(articles, 1)}

    def cite(one: Extract) -> Citation:
        number = references[one.article].number
        return Citation(f"{number}.{one.start + 1}", references[one.article], one.start, one.end)

    return cite


def voices(*texts: str) -> tuple[Voice, ...]:
    """Return who says something in some articles."""
    found = extracts_of(*texts)
    return credit(found, citing(found))


def test_two_articles_that_each_name_somebody_in_full_name_one() -> None:
    """What each of them calls her stands beside her name, with the place."""
    (holm,) = voices(HOLM, MINISTER)
    assert holm.name == "Vera Holm"
    assert [role.text for role in holm.roles] == ["Foreign Minister", "minister of Marn"]
    assert [(c.reference.number, HOLM[c.start : c.end]) for c in [holm.roles[0].citation]] == [(1, "Foreign Minister")]
    assert {citation.reference.number for citation in holm.statements} == {1, 2}


def test_a_surname_alone_stays_apart() -> None:
    """No article says that this Holm is that one."""
    assert [(voice.name, len(voice.statements)) for voice in voices(HOLM, BARE)] == [("Vera Holm", 1), ("Holm", 1)]


def test_two_surnames_alone_stay_apart_as_well() -> None:
    """Two articles with a bare "Holm" may mean two of them."""
    other = "“Nobody came,” Holm said. The bay was empty."
    assert [voice.name for voice in voices(BARE, other)] == ["Holm", "Holm"]


def test_a_body_is_one_however_its_letters_are_written() -> None:
    """Some papers write "Nato"."""
    found = voices("“We sail,” NATO said.", "The NATO fleet lay in the bay. “We wait,” NATO said on Monday.")
    assert [(voice.name, len(voice.statements)) for voice in found] == [("NATO", 2)]


def test_a_role_that_another_holds_is_not_told_twice() -> None:
    """The fuller one says it."""
    (holm,) = voices(HOLM, "“We sail,” said Nordal Foreign Minister Vera Holm.")
    assert [role.text for role in holm.roles] == ["Nordal Foreign Minister"]


def test_a_role_is_labelled_behind_the_notes_of_its_statement() -> None:
    """Two labels are never the same."""
    speakers = (Speaker("Ada Vale", Span(0, 8), Span(10, 15), "mayor", ("ada", "vale")),) * 1
    one = Extract("0" * 64, 20, 40, "A text of the mayor.", Span(20, 40), ("a",), ("a",), 1.0, speakers=speakers)
    noted = Extract(
        **{name: getattr(one, name) for name in one.__slots__ if name not in ("notes",)},
        notes=(Note(Span(20, 21), Span(0, 8)), Note(Span(22, 24), Span(0, 8))),
    )
    (voice,) = credit([noted], citing([noted]))
    assert [role.citation.label for role in voice.roles] == ["1.21c"]


PIECES = st.lists(st.sampled_from([HOLM, MINISTER, BARE, "Ada Vale said that it was cold. It was."]), max_size=5)


@settings(max_examples=40, deadline=None)
@given(PIECES, st.randoms())
def test_who_said_what_does_not_depend_on_the_order(texts: list[str], chance: random.Random) -> None:
    """All but the order of those with as many statements; every label of a role is given once."""
    found = extracts_of(*dict.fromkeys(texts))
    cite = citing(found)
    one, other = credit(found, cite), credit(chance.sample(found, len(found)), cite)
    assert set(one) == set(other)
    labels = [role.citation.label for voice in one for role in voice.roles]
    assert len(set(labels)) == len(labels)
    assert [len(v.statements) for v in one] == sorted((len(v.statements) for v in one), reverse=True)
