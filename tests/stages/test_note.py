"""What a reader of an extract is told beside it: whom a pronoun means, which thing is taken up, who speaks."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.quotations import quotations
from briefing.model import Article, Attribution, Cut, Reading, Span
from briefing.stages.clean import clean
from briefing.stages.note import note
from briefing.stages.read import read
from briefing.stages.refer import names
from briefing.stages.split import split

CASES = tomllib.loads(Path(__file__).with_name("notes.toml").read_text(encoding="utf-8"))["case"]


def _noted(reading: Reading, cut: Cut) -> list[str]:
    text = reading.article.text
    return [f"{text[slice(*noted.at)]} = {noted.text}" for noted in cut.notes]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_an_extract_brings_what_its_reader_needs(case) -> None:
    """The neighbour that explains it, else a note; else it is not printed. Nothing is guessed."""
    reading = read(Article(text=case["text"]))
    at = next(k for k, sentence in enumerate(reading.sentences) if sentence.text.startswith(case["of"]))
    cut = reading.cuts[at]
    if case["extract"]:
        printed = " ".join(reading.article.text[cut.start : cut.end].split())
        assert cut.unfit is None
        assert printed.endswith(case["extract"])
    else:
        assert cut.unfit is not None
    assert _noted(reading, cut) == case["notes"]


def test_a_note_says_who_speaks_where_the_name_is_far() -> None:
    """A quotation on its own is printed with the name that the article gives it elsewhere, marked as its speaker."""
    text = "Vera Holm runs the harbour. The bay was grey. Two ships lay in it.\n\n“We will sail before the ice goes.”"
    article = Article(text=text)
    blocks = clean(article)
    quoted = quotations(text, blocks.blocks)
    sentences = split(article, blocks, quoted)
    said = Attribution(quoted[0].pieces[0], speaker="Vera Holm", name=Span(0, 9))
    (anaphor,) = note(names(article, sentences, quoted), [said], "en")[-1]
    assert anaphor.note is not None
    assert (anaphor.note.kind, anaphor.note.text, anaphor.note.sentence) == ("speaker", "Vera Holm", 1)
    assert text[slice(*anaphor.note.at)].startswith("“We will")


def test_a_speaker_who_is_named_behind_the_quotation_needs_no_note() -> None:
    """In a later sentence of the same extract, as quotations of several sentences have it."""
    text = "The bay was grey on Monday. “The ice is thin. We will sail in May,” said Vera Holm, who runs the harbour."
    assert not any(cut.notes for cut in read(Article(text=text)).cuts)


WORDS = ["Holm", "Mrs", "Vera", "she", "He", "the", "a", "contract", "committee", "Harbour", "Committee", "of", "this"]
MARKS = ["“We sail”", "said", "“", "”", ".", ".", "’s", "\n\n", "The", "They", "two ships"]
TEXTS = st.lists(st.sampled_from(WORDS + MARKS), max_size=60).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_note_keeps_its_promises(text: str) -> None:
    """Its words lie in the extract, its meaning outside of what precedes them there, and both are the article's own."""
    reading = read(Article(text=text))
    for cut in reading.cuts:
        assert len(cut.notes) <= 3
        for noted in cut.notes:
            assert cut.start <= noted.at.start < noted.at.end <= cut.end
            assert noted.text == text[slice(*noted.means)] != ""
            assert not cut.start <= noted.means.start < noted.at.start
            held = reading.sentences[noted.sentence - 1]
            assert held.start <= noted.means.start < held.end
    assert read(Article(text=text)).cuts == reading.cuts


def test_a_language_without_words_has_no_notes() -> None:
    """What a language's words are is not guessed."""
    article = Article(text="Harbour Committee. A contract for ferries. The contract is dear.", language="fi")
    sentences = split(article, clean(article))
    assert not any(note(names(article, sentences), (), "fi"))
