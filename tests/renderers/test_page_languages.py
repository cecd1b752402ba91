"""Pages in each language, from settings to proof: built, read back, proved, and found out where they were forged."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

import briefing
from briefing import assembly
from briefing.model import Article
from briefing.settings import Settings
from briefing.settings.schema import PAGE_LANGUAGES

DAY = "2021-02-18"
OTHERS = PAGE_LANGUAGES[1:]


@pytest.fixture
def pile(seeds, tmp_path) -> Path:
    """The example with what it lacks: a copy, a text outside the days asked for, rows, what cannot be read."""
    folder = tmp_path / "pile"
    shutil.copytree(seeds, folder)
    shutil.copy(next(folder.glob("002*")), folder / "again.txt")
    (folder / "old.md").write_text("---\ndate: 2020-01-01\n---\nThe ferry to Marn sailed again on Sunday.\n", "utf-8")
    (folder / "rows.jsonl").write_text('{"text": "Voters in Marn go to the polls."}\nnonsense\n{"a": 1}\n', "utf-8")
    (folder / "empty.txt").write_text("", "utf-8")
    (folder / "half.txt").write_text("Thedam above", "utf-8")
    return folder


def built(command, pile: Path, language: str, *, form: str = "md", name: str = "page") -> Path:
    """Build the page of a pile in a language."""
    settings = pile / "briefing.toml"
    stated = [x for x in settings.read_text("utf-8").splitlines() if not x.startswith("page_language")]
    settings.write_text("\n".join([f'page_language = "{language}"', *stated]), "utf-8")
    page = pile.parent / f"{name}.{form}"
    asked = ("--format", "mail") if form == "mail.html" else ()
    ran = command("build", pile, "--date", DAY, "--since", "2020-06-01", *asked, "-o", page)
    assert ran.code == 3, ran.err
    return page


HEADINGS = {
    "en": ("## At a glance", "### Key points", "### By article", "## Other developments", "## Sources"),
    "de": ("## Auf einen Blick", "### Kernpunkte", "### Nach Artikeln", "## Weitere Entwicklungen", "## Quellen"),
    "fr": ("## En bref", "### Points clés", "### Par article", "## Autres développements", "## Sources"),
    "es": ("## De un vistazo", "### Puntos clave", "### Por artículo", "## Otras novedades", "## Fuentes"),
    "ru": ("## Коротко", "### Главное", "### По статьям", "## Другие события", "## Источники"),
    "uk": ("## Стисло", "### Головне", "### За статтями", "## Інші події", "## Джерела"),
}


@pytest.mark.parametrize("language", PAGE_LANGUAGES)
def test_a_page_in_each_language_is_proved(command, pile, language):
    """Headings, days, counts, pointers, copies, what lies outside the days, problems: derived again, line by line."""
    page = built(command, pile, language)
    lines = page.read_text("utf-8").splitlines()
    assert [heading for heading in HEADINGS[language] if heading not in lines] == []
    ran = command("verify", page)
    assert (ran.code, ran.err) == (0, "")
    assert "nothing unclaimed" in ran.out
    assert "1 other wording" in ran.out


@pytest.mark.parametrize("language", PAGE_LANGUAGES)
def test_an_html_page_in_each_language_is_proved(command, pile, language):
    """Cards, drawings, tables and the sources' texts as well; and of a source that is gone nothing is called forged."""
    page = built(command, pile, language, form="html")
    ran = command("verify", page)
    assert (ran.code, ran.err) == (0, ""), ran.out
    next(pile.glob("001*")).unlink()
    ran = command("verify", page)
    assert ran.code == 3, ran.out
    assert "nothing unclaimed" in ran.out


ENGLISH = (
    "glance", "key points", "see also", "undated", "february 2021", "to read", "article of", "extracts", "captions",
    "it has no title", "the same text", "not used", "not json", "stated", "header line", "proves it", "in all", "row 1",
    "row 2", "how this", "inferred", "sentence ", "in its text",
)  # fmt: skip


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_english_is_left_on_a_page(command, pile, language):
    """Of the words of the page's own, in any format; an HTML page holds the sources' texts as well, and its style."""
    for form in ("md", "txt", "html", "mail.html"):
        page = built(command, pile, language, form=form).read_text("utf-8")
        if form == "html":
            page = re.sub(r'^<(?:blockquote |p class="line"|style|script).*$', "", page, flags=re.MULTILINE)
            page = re.sub(r"<[^>]*>", " ", page)
        assert [said for said in ENGLISH if said in page.casefold()] == []


def test_the_json_page_stays_as_it_is(command, pile):
    """In words that programs go by, whatever the language; only `language` and the digest of the settings differ."""
    english, german = (
        json.loads(built(command, pile, language, form="json", name=language).read_text("utf-8"))
        for language in ("en", "de")
    )
    assert (english.pop("language"), german.pop("language")) == ("en", "de")
    for page in (english, german):
        del page["made"]["digest"], page["made"]["seal"]
    assert english == german
    assert command("verify", pile.parent / "de.json").code == 0


FORGED = {
    "de": [
        ("Minuten Lesezeit", "Stunden Lesezeit", "the page's words"),
        ("2021 (angegeben: Kopfzeile)", "2021 (abgeleitet: Ortsmarke)", "where a date is from"),
        (", auch [", ", und auch [", "another witness's word"),
        ("- Siehe auch [", "- Siehe [", "a pointer"),
        ("Auszüge aus", "Zitate aus", "the account"),
        ("18. Februar 2021", "19. Februar 2021", "the day"),
        ("(undatiert)", "(14. April 2021)", "a date where there is none"),
        ("\n## Quellen", "\nAlles ist wahr.\n\n## Quellen", "a sentence of its own"),
        ("\n## Quellen", "\n- Siehe auch [2.1]\n\n## Quellen", "a pointer of its own"),
        ("\n## Quellen", "\n## Sources", "a heading in another language"),
        ("language=de", "language=fr", "the language in the note"),
        (" language=de", "", "no language in the note"),
    ],
    "uk": [
        ("хвилини читання", "години читання", "the page's words"),
        (", також [", ", а також [", "another witness's word"),
        ("- Див. також [", "- Див. [", "a pointer"),
        ("фрагмент", "уривк", "the account"),
        ("18 лютого 2021", "19 лютого 2021", "the day"),
        ("\n## Джерела", "\nУсе це правда.\n\n## Джерела", "a sentence of its own"),
        ("\n## Джерела", "\n- Мир настав. [2.1]\n\n## Джерела", "an extract under another's number"),
        ("language=uk", "language=ru", "the language in the note"),
    ],
}


@pytest.mark.parametrize("language", FORGED)
def test_what_another_hand_changed_or_added_is_found(command, pile, language):
    """In any language: whatever does not follow from sources, settings and catalogue is unclaimed."""
    page = built(command, pile, language)
    whole = page.read_text("utf-8")
    for old, new, why in FORGED[language]:
        assert old in whole, why
        page.write_text(whole.replace(old, new, 1), "utf-8")
        assert command("verify", page, "-q").code == 1, why


@pytest.mark.parametrize(("language", "also"), [("de", "auch"), ("uk", "також"), ("de", "also")])
def test_another_witness_is_found(command, pile, language, also):
    """One that another hand has added to an extract, in the page's words or in English ones."""
    page = built(command, pile, language)
    whole = page.read_text("utf-8")
    forged = re.sub(r"(\[\d\.\d\])\n", rf"\1, {also} [2.9]\n", whole, count=1)
    assert forged != whole
    page.write_text(forged, "utf-8")
    assert command("verify", page, "-q").code == 1


@pytest.mark.parametrize("language", ["de", "uk"])
def test_a_missing_source_is_no_forgery_in_any_language(command, pile, language):
    """Counts and reasons can no longer be derived: they hold no word but the page's own."""
    page = built(command, pile, language)
    next(pile.glob("001*")).unlink()
    ran = command("verify", page)
    assert ran.code == 3, ran.out
    assert "nothing unclaimed" in ran.out


def test_a_page_keeps_its_language_though_the_settings_change_theirs(command, pile):
    """It is read back in the language that it states; the digest tells that the settings are others."""
    page = built(command, pile, "de")
    built(command, pile, "fr", name="other")
    ran = command("verify", page)
    assert ran.code == 0, ran.out
    settings = pile / "briefing.toml"
    settings.write_text(settings.read_text("utf-8").replace("NATO briefing", "Alliance"), "utf-8")
    assert command("verify", page).code == 3


@pytest.mark.parametrize(
    ("language", "page_language", "want"),
    [
        ("en", "", "en"),
        ("de", "", "de"),
        ("it", "", "en"),
        ("auto", "", "en"),
        ("de", "uk", "uk"),
        ("auto", "fr", "fr"),
    ],
)
def test_the_pages_language_is_the_one_asked_for_else_that_of_the_articles(language, page_language, want):
    """As far as there are words in it."""
    assert assembly.page_language(Settings(language=language, page_language=page_language)) == want


def test_a_page_built_in_python_can_be_in_any_of_them():
    """And in no other."""
    found = briefing.build([Article("In Marn wird am Sonntag gewählt.")], date=date(2021, 3, 1), page_language="fr")
    assert briefing.render(found).startswith(
        "# Briefing, 1er mars 2021\n\n1 article, 1 sans date\xa0; 1 minute de lecture."
    )
    with pytest.raises(ValueError, match="no page can be in 'it', only in en, de"):
        briefing.build([], date=date(2021, 3, 1), page_language="it")


def test_a_language_without_words_is_told(command, pile, tmp_path):
    """With the file and the line, and what can be written there."""
    settings = tmp_path / "s.toml"
    settings.write_text('page_language = "it"\n', "utf-8")
    ran = command("build", pile, "--config", settings, "-o", "-")
    assert ran.code == 78
    assert "s.toml:1: page_language: must be one of en, de, fr, es, ru, uk" in ran.err


def test_a_mail_is_in_the_pages_language(command, pile, tmp_path):
    """Its subject and its parts; the HTML says in which language it is, and which words are in another."""
    settings = tmp_path / "briefing.toml"
    settings.write_text(
        'name = "orr"\ntitle = "Lage"\nlanguage = "de"\nsources = ["pile/rows.jsonl"]\nstate = "state"\n'
        '[mail]\nsender = "a@example.org"\nrecipients = ["b@example.org"]\nfolder = "out"\n',
        "utf-8",
    )
    (pile / "rows.jsonl").write_text(
        '{"text": "In Marn wird am Sonntag gewählt. Die Bürgermeisterin tritt nicht mehr an."}\n'
        '{"text": "Voters in Marn go to the polls on Sunday.", "language": "en"}\n',
        "utf-8",
    )
    assert command("send", DAY, "--config", settings).code == 0
    from email import policy
    from email.parser import BytesParser

    (path,) = (tmp_path / "out").glob("*.eml")
    message = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
    assert message["Subject"] == "Lage, 18. Februar 2021"
    text, html = (message.get_body((part,)).get_content() for part in ("plain", "html"))
    assert "QUELLEN" in text
    assert '<html lang="de" dir="ltr">' in html
    assert re.search(r"<li[^>]*>In Marn wird am Sonntag gewählt\.", html)
    assert '<span lang="en">Voters in Marn go to the polls on Sunday.</span>' in html
