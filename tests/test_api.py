"""What `import briefing` offers: documented, typed, lazy, and true to its word."""

from __future__ import annotations

import doctest
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import briefing
import briefing.api
from briefing.errors import SettingsError
from briefing.model import Article, Theme

DAY = date(2026, 11, 22)
FEW = settings(max_examples=20, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
TEXT = "The dam broke on Friday. Nobody was hurt. Repairs will take a year, the mayor said."


def test_the_examples_in_the_docstrings_run():
    """As they are printed in the documentation."""
    failed, tried = doctest.testmod(briefing.api)
    assert (failed, tried > 2) == (0, True)


def test_what_is_public_is_documented_and_there():
    """Every name of `__all__`, in `dir`, with a docstring; nothing else by attribute."""
    assert set(briefing.__all__) <= set(dir(briefing))
    for name in briefing.__all__:
        assert getattr(briefing, name).__doc__
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        briefing.nonsense  # noqa: B018


@FEW
@given(data=st.data())
def test_a_summary_keeps_to_its_budget(data, piles):
    """`sentences=N` and `words=N` are never exceeded; the items are spans of the articles, in reading order."""
    articles = data.draw(piles)
    number = data.draw(st.integers(0, 60))
    texts = {a.sha256: a.text for a in articles if not any("\ud800" <= c <= "\udfff" for c in a.text)}
    order = list(texts)
    for budget in ({"sentences": number}, {"words": number}):
        found = briefing.summarise(articles, **budget)
        for extract in found:
            assert extract.text == texts[extract.article][extract.start : extract.end]
        if "words" in budget:
            assert sum(len(e.text.split()) for e in found) <= number
        else:
            assert sum(e.sentences for e in found) <= number
        assert [(order.index(e.article), e.start) for e in found] == sorted(
            (order.index(e.article), e.start) for e in found
        )


@FEW
@given(data=st.data())
def test_the_passages_tile_what_was_read(data, piles, themes):
    """For each article its own, in order, without overlap, each of a theme that was asked for or of none."""
    articles = data.draw(piles)
    found = briefing.passages(articles, themes)
    assert len(found) == len(articles)
    names = {theme.name for theme in themes} | {None}
    for article, passages in zip(articles, found, strict=True):
        ends = [0, *(p.end for p in passages)]
        for passage, before in zip(passages, ends, strict=False):
            assert before <= passage.start < passage.end <= len(article.text)
            assert passage.theme in names
            assert passage.evidence or passage.theme is None


@FEW
@given(st.text(max_size=200))
def test_sentences_are_spans_of_any_text(text):
    """In order, within the text, never empty."""
    end = 0
    for found in briefing.sentences(text):
        assert end <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        assert found.text.strip()
        end = found.end


@pytest.mark.parametrize("budget", [{}, {"sentences": 1, "words": 10}])
def test_a_summary_has_one_budget(budget):
    """None or both is a mistake of the caller's."""
    with pytest.raises(ValueError, match="give one budget"):
        briefing.summarise([Article(TEXT)], **budget)


def test_if_nothing_fits_the_summary_is_empty():
    """Never a sentence cut short."""
    assert briefing.summarise([Article(TEXT)], words=2) == []
    assert briefing.summarise([], sentences=3) == []


def test_a_text_that_cannot_be_quoted_is_left_out():
    """Of a summary and of the passages: it never ends a call."""
    articles = [Article("\ud800 " + TEXT), Article("\0" + TEXT), Article(TEXT)]
    assert {e.article for e in briefing.summarise(articles, sentences=3)} == {articles[2].sha256}
    assert [bool(p) for p in briefing.passages(articles, [Theme("Dam", ("dam",))])] == [False, False, True]


@pytest.mark.parametrize(
    "call",
    [
        lambda m: briefing.summarise([Article(TEXT)], words=9, method=m),
        lambda m: briefing.build([Article(TEXT)], date=DAY, method=m),
    ],
)
def test_an_unknown_method_is_told_with_a_suggestion(call):
    """As on the command line."""
    with pytest.raises(SettingsError, match="did you mean 'lead'"):
        call("laed")


def test_an_unknown_format_is_told_with_a_suggestion():
    """As on the command line."""
    with pytest.raises(SettingsError, match="did you mean 'html'"):
        briefing.render(briefing.build([Article(TEXT)], date=DAY), "htlm")


def test_the_day_is_required():
    """Nothing but the command line reads the clock."""
    with pytest.raises(TypeError, match="date"):
        briefing.build([Article(TEXT)])  # type: ignore[call-arg]


def test_links_are_relative_to_the_folder_of_the_page(tmp_path):
    """So that page and sources can move together."""
    article = Article(TEXT, location=briefing.model.Location(str(tmp_path / "a b" / "ü.txt")))
    found = briefing.build([article], date=DAY)
    assert "[1.1]: a%20b/%C3%BC.txt#char=0,24 " in briefing.render(found, folder=tmp_path)
    assert "[1.1]: ../a%20b/%C3%BC.txt#char=0,24 " in briefing.render(found, folder=tmp_path / "pages")


def _imported(code: str, tmp_path: Path) -> set[str]:
    show = "import sys; print(' '.join(sys.modules))"
    call = [sys.executable, "-c", f"{code}; {show}"]
    done = subprocess.run(call, check=True, capture_output=True, text=True, cwd=tmp_path)
    return set(done.stdout.splitlines()[-1].split())


RUN = "from briefing.cli import start; start([{}])"
LIGHT = [
    (
        "import briefing",
        {"click", "nltk", "numpy", "sumy", "jinja2", "briefing.api", "briefing.model", "yaml", "sqlite3"},
    ),
    ("import briefing; briefing.Article", {"click", "nltk", "numpy", "sumy", "jinja2", "briefing.api"}),
    (
        RUN.format("'--version'"),
        {"nltk", "numpy", "sumy", "jinja2", "briefing.api", "briefing.settings", "sqlite3", "difflib"},
    ),
    (RUN.format("'--help'"), {"nltk", "numpy", "sumy", "jinja2"}),
    (
        RUN.format("'build', {seeds!r}, '-q', '-o', 'p.md'"),
        {"sumy", "sqlite3", "smtplib", "briefing.day"},
    ),  # numpy comes with nltk
    ("import briefing.cli.send, briefing.cli.edition", {"logging", "smtplib"}),  # only a run keeps a log
]


@pytest.mark.parametrize(("code", "absent"), LIGHT, ids=[code for code, _ in LIGHT])
def test_what_is_not_used_is_not_imported(code, absent, seeds, tmp_path):
    """Each of these costs a user time that buys nothing."""
    assert not absent & _imported(code.format(seeds=str(seeds)), tmp_path)
