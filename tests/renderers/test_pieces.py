"""An article's text in paragraphs and pieces: every character once, in its place, marked for what it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

import briefing
from briefing.model import Article, Aside, Briefing, Citation, Original, Passage, Point, Reference, Section
from briefing.renderers.html.pieces import AROUND, TOGETHER, WHOLE, Piece, context, texts

DAY = date(2026, 11, 22)
REFERENCE = Reference(1, "0" * 64, "A title", briefing.build([Article("A dam broke.")], date=DAY).references[0].dated)


def page(text: str, spans: list[tuple[int, int]], asides: list[tuple[int, int]] = [], **more) -> Briefing:  # noqa: B006
    """A briefing that cites these spans of one article."""
    points = tuple(Point(text[s:e], Citation(f"1.{k}", REFERENCE, s, e)) for k, (s, e) in enumerate(spans, 1))
    original = Original(REFERENCE, text, tuple(Aside(s, e, "caption", "a reason") for s, e in asides), **more)
    return Briefing("T", DAY, sections=(Section("A theme", points),), references=(REFERENCE,), originals=(original,))


def said(pieces: tuple[Piece, ...]) -> str:
    """The words of pieces and of what they hold."""
    return "".join(piece.text + said(piece.pieces) for piece in pieces)


def written(pieces: tuple[Piece, ...]) -> str:
    """Pieces as a reader of this test can take them in: "[1: …]" is cited, "{…}" set aside, "+" goes on."""
    signs = {"words": "%s", "aside": "{%s}", "gap": "[…]%s"}
    return "".join(
        (signs.get(p.kind) or f"[{p.label}{'+' if p.continues else ''}: %s]") % (p.text + written(p.pieces))
        for p in pieces
    )


def lines(found: Briefing) -> list[str]:
    """The paragraphs of the only text."""
    (text,) = texts(found)
    return [written(paragraph.pieces) for paragraph in text.paragraphs]


def test_a_paragraph_is_cut_at_what_is_cited_and_what_was_set_aside():
    """One inside the other where it is so; what runs on over a line's end goes on behind it."""
    text = "Photo: a dam.\n\nThe dam broke. Nobody was hurt.\nThe mayor spoke."
    found = page(text, [(15, 29), (19, 22), (30, 56)], [(0, 13)])
    assert lines(found) == [
        "{Photo: a dam.}",
        "[1.1: The [1.2: dam] broke.] [1.3: Nobody was hurt.]",
        "[1.3+: The mayor] spoke.",
    ]


def test_what_overlaps_goes_on_behind_what_it_began_in():
    """Two spans that share a part: the second one begins inside the first and ends behind it."""
    assert lines(page("abcdefgh", [(1, 5), (3, 7)])) == ["a[1.1: bc[1.2: de]][1.2+: fg]h"]


@settings(max_examples=200, deadline=None)
@given(data=st.data(), text=st.text("ab .\n\r\u2028", min_size=1, max_size=40))
def test_every_character_stands_there_once_and_in_order(data, text):
    """Whatever is cited or set aside; each citation begins exactly once."""
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted).map(tuple)
    spans = [s for s in data.draw(st.lists(ends, max_size=5, unique=True)) if text[slice(*s)].strip()]
    found = page(text, spans, data.draw(st.lists(ends, max_size=3)))
    (whole,) = texts(found)
    assert "".join("".join(said(p.pieces) for p in whole.paragraphs).split()) == "".join(text.split())
    marks = "".join(written(p.pieces) for p in whole.paragraphs)
    for number, (start, end) in enumerate(spans, 1):
        assert marks.count(f"[1.{number}: ") + marks.count(f"[1.{number}+: ") >= 1
        assert marks.count(f"[1.{number}: ") <= 1
        shown = context(Citation(f"1.{number}", REFERENCE, start, end), found)
        cited = "".join(said(piece.pieces) for p in shown for piece in p.pieces if piece.kind == "cited")
        assert "".join(cited.split()) == "".join(text[start:end].split())


def test_themes_stand_where_they_begin():
    """Beside the first paragraph of a passage, not again beside its next."""
    text = "One.\nTwo.\nThree.\nFour."
    passages = (Passage(0, 9, "The dam"), Passage(10, 16, None), Passage(17, 22, "Elections"))
    (whole,) = texts(page(text, [(0, 4)], passages=passages))
    assert [paragraph.themes for paragraph in whole.paragraphs] == [("The dam",), (), (), ("Elections",)]


def test_a_very_long_article_stands_there_where_it_is_cited():
    """A page must open on a phone; the text says so itself."""
    text = "The dam broke.\n" + "It rained. " * (WHOLE // 10) + "\nNobody was hurt.\n"
    (long,) = texts(page(text, [(0, 14)]))
    assert (long.is_whole, [said(p.pieces) for p in long.paragraphs]) == (False, ["The dam broke."])
    one = page("The dam broke.\nNobody was hurt.", [(0, 14)])
    many = replace(one, originals=(replace(one.originals[0], text="x" * TOGETHER), *one.originals))
    assert [text.is_whole for text in texts(many)] == [False, False]


def test_a_card_shows_what_is_near_in_a_long_paragraph():
    """Whole words before and behind, and a sign where some are left out."""
    text = "rain " * 400 + "The dam broke. " + "snow " * 400
    at = text.index("The dam")
    (paragraph,) = context(Citation("1.1", REFERENCE, at, at + 14), page(text, [(at, at + 14)]))
    shown = written(paragraph.pieces)
    assert shown.startswith("[…]rain rain ")
    assert " [1.1: The dam broke.] snow " in shown
    assert shown.endswith("snow[…]")
    assert 2 * AROUND < len(shown) < 2 * AROUND + 60


def test_without_the_text_there_is_no_card():
    """As on a page whose source is missing when it is proved."""
    assert context(Citation("2.1", replace(REFERENCE, number=2), 0, 3), page("The dam.", [(0, 8)])) == ()
