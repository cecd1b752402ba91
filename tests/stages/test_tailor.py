"""An edition as a recipient's mail has it: their sections, the edition's numbers, nothing that leads nowhere."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import briefing
from briefing.model import Article, Past, Recipient, Theme
from briefing.settings.schema import PAGE_LANGUAGES
from briefing.stages.tailor import tailor

DAY = date(2026, 11, 22)
LABEL = re.compile(r"\d+\.\d+[a-z]*")
POINTERS = re.compile(r"\[((?:\d+(?:\.\d+[a-z]*)?)(?:, \d+(?:\.\d+[a-z]*)?)*)\]")
DAM = Article(
    "The dam above Orr broke on Friday. “We will mend it,” said Mayor Ada Vale.\n\nVoters in Orr go to the polls on "
    "Sunday. “The ballot is safe,” said Mayor Ada Vale.",
    title="Dam breaks",
    date=date(2026, 11, 20),
    url="https://news.example/dam",
)
THEMES = (Theme("The dam", ("dam", "mend")), Theme("Elections", ("polls", "ballot")), Theme("Space", ("rocket",)))


def labels(page: str) -> set[str]:
    """Every number that a page gives or points to, but those of its example."""
    body = page.replace("[3.4]", "")
    return {label for found in POINTERS.findall(body) for label in found.split(", ")}


@settings(max_examples=15, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(data=st.data())
def test_every_number_of_a_tailored_mail_is_the_editions_and_leads_somewhere(data, news, themes):
    """To a source that is listed and, where it is a statement's, to one that is printed."""
    whole = briefing.build(data.draw(news), themes, date=DAY, words=data.draw(st.sampled_from((60, 600))))
    wished = data.draw(st.sets(st.sampled_from([theme.name for theme in themes]), min_size=1))
    own = tailor(whole, Recipient("a@example.org", tuple(sorted(wished))))
    for form in ("text", "mail"):
        found = labels(briefing.render(own, form))
        assert found <= labels(briefing.render(whole, form)) | {str(r.number) for r in whole.references}
        assert {label.split(".")[0] for label in found} <= {str(r.number) for r in own.references}
    printed = {point.citation.label for point in own.points}
    assert {said.label for voice in own.voices for said in voice.statements} <= printed
    assert {label for s in own.sections for by in s.articles for label in by.see} <= printed
    assert {
        h.citation.label for s in own.sections if s.timeline for o in s.timeline.occasions for h in o.happenings
    } <= printed
    assert {item.reference for item in own.left_out} <= set(own.references)
    assert all(point in whole.points for point in own.points)


def test_only_the_themes_wished_are_there():
    """With their line At a glance, in the order of the edition; voices only with what is printed of them."""
    whole = briefing.build([DAM], THEMES, date=DAY)
    own = tailor(whole, Recipient("a@example.org", ("Space", "Elections"), language="de"))
    assert [section.theme for section in own.sections] == ["Elections", "Space"]
    assert [point.theme for point in own.glance] == ["Elections"]
    assert (own.excerpt, own.other, own.language) == (("Space", "Elections"), None, "de")
    assert own.words == sum(len(point.text.split()) for point in (*own.glance, *own.points)) < whole.words
    (before,), (after,) = whole.voices, own.voices
    assert len(before.statements) == 2
    assert [said.label for said in after.statements] == [p.citation.label for p in own.points if "ballot" in p.text]
    page = briefing.render(own, "text")
    assert "Von dieser Ausgabe: Space, Elections." in page
    assert "Hier steht nichts: kein Artikel berichtet darüber." in page
    assert "mend it" not in page


def test_without_wishes_it_is_the_edition():
    """To the letter; a language of their own changes nothing else."""
    whole = briefing.build([DAM], THEMES, date=DAY)
    assert tailor(whole, Recipient("a@example.org")) == whole
    assert tailor(whole, Recipient("a@example.org", language="uk")) == replace(whole, language="uk")


@pytest.fixture(scope="module")
def past() -> Past:
    """What the edition of the day before printed."""
    return briefing.remember(Past(), briefing.build([DAM], THEMES, date=date(2026, 11, 21)))


SINCE = {
    "en": ("Nothing new since 21 November 2026.", "nothing new"),
    "de": ("Nichts Neues seit dem 21. November 2026.", "nichts Neues"),
    "fr": ("Rien de nouveau depuis le 21 novembre 2026.", "rien de nouveau"),
    "es": ("Nada nuevo desde el 21 de noviembre de 2026.", "nada nuevo"),
    "ru": ("Ничего нового с 21 ноября 2026 г.", "ничего нового"),
    "uk": ("Нічого нового з 21 листопада 2026 р.", "нічого нового"),
}


@pytest.mark.parametrize("language", PAGE_LANGUAGES)
def test_a_day_with_nothing_new_is_told_in_a_few_lines(past, language):
    """Since when, how many articles were read, what could not be read; carried over statements are not told again."""
    whole = briefing.build([DAM, Article("", title="Empty")], THEMES, date=DAY, past=past)
    assert (len(whole.points) > 2, whole.has_news) == (True, False)
    own = tailor(whole, Recipient("a@example.org", language=language))
    since, new = SINCE[language]
    assert briefing.render(own, "subject").strip().replace("\xa0", " ").endswith(f": {new}")
    for form in ("text", "mail"):
        page = " ".join(briefing.render(own, form).replace("&nbsp;", " ").split())
        assert since in page
        assert ".." not in page
        assert re.search(r"\b1 (article|Artikel|artículo|статья|стаття)", page)
        assert not LABEL.search(re.sub(r"<style>.*?</style>|style=\"[^\"]*\"", "", page))
        assert "mend it" not in page
    assert len(briefing.render(own, "text").splitlines()) <= 9
    assert briefing.render(own, "text").count("* ") == 1


def test_a_theme_without_news_is_a_quiet_day_for_who_follows_only_it(past):
    """While another recipient's theme has some; the edition as a whole is read either way."""
    news = Article("The old dam of Marn was closed after cracks were found.", date=DAY)
    whole = briefing.build([DAM, news], THEMES, date=DAY, past=past)
    assert whole.has_news
    assert tailor(whole, Recipient("a@example.org", ("The dam",))).has_news
    own = tailor(whole, Recipient("a@example.org", ("Elections",)))
    assert (own.has_news, own.points, len(own.used)) == (False, (), 2)
    assert "Of this edition: Elections." in briefing.render(own, "text")


def test_the_first_edition_is_news_unless_nothing_is_printed():
    """Without a past nothing is carried over, and there is no day since when there would be nothing."""
    assert briefing.build([DAM], date=DAY).has_news
    own = tailor(briefing.build([], date=DAY), Recipient("a@example.org"))
    assert not own.has_news
    assert "There is nothing to report." in briefing.render(own, "text")
