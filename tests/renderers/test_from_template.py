"""Pages from templates: whole for any briefing, and safe whatever a user's template does."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import briefing
from briefing.cli.specimen import specimen
from briefing.errors import TemplateError
from briefing.model import Article, Briefing, Theme
from briefing.renderers.from_template import FromTemplate, _functions
from briefing.renderers.words import Words
from briefing.settings.schema import PAGE_LANGUAGES

ROOT = Path(__file__).resolve().parent.parent.parent
DAY = date(2026, 11, 22)
OURS = {"md": "briefing.md.j2", "txt": "mail.txt.j2", "html": "briefing.html.j2", "mail": "mail.html.j2"}


def rendered(template: str, tmp_path: Path, page: Briefing | None = None, suffix: str = "md") -> str:
    """Render a template of a user's own."""
    (tmp_path / f"own.{suffix}.j2").write_text(template, "utf-8")
    return FromTemplate(f"own.{suffix}.j2", suffix, (str(tmp_path),))(page or Briefing("T", DAY), "/pages")


@pytest.mark.parametrize("suffix", OURS)
def test_every_part_of_a_briefing_is_on_each_page(suffix):
    """Titles, themes, statements, reasons, problems: nothing is dropped by a format."""
    page = FromTemplate(OURS[suffix], suffix, (str(ROOT / "templates"),))(specimen(DAY), "/pages")
    for said in (
        "A title",
        "22 November 2026",
        "A theme",
        "A silent theme",
        "a reason",
        "A statement.",
        "Another.",
        "1.1",
        "Agency",
        "undated",
        "c.txt",
        "empty",
        "broken",
    ):
        assert said.casefold() in page.casefold(), said
    assert page.endswith("\n")
    assert not page.endswith("\n\n")


@pytest.mark.parametrize("suffix", OURS)
def test_an_empty_day_says_so_on_each_page(suffix):
    """In every format."""
    page = FromTemplate(OURS[suffix], suffix, (str(ROOT / "templates"),))(Briefing("T", DAY), "/pages")
    assert "There is nothing to report." in page


@pytest.mark.parametrize(
    ("language", "some"),
    [
        ("en", {"glance", "november", "undated", "captions", "passages", "sources", "report"}),
        ("de", {"blick", "november", "undatiert", "bildunterschriften", "quellen", "berichten"}),
        ("uk", {"стисло", "листопада", "дати", "підписів", "джерела", "повідомляти"}),
    ],
)
def test_a_pages_own_words_are_the_templates(language, some):
    """Literals, messages, months and the kinds of what is set aside, in the page's language."""
    words = FromTemplate("briefing.md.j2", "md", (str(ROOT / "templates"),)).own_words(language)
    assert some <= words
    assert "taliban" not in words


@pytest.mark.parametrize(
    ("suffix", "want"),
    [("md", "\\<b>\\* \\_x\\_"), ("html", "&lt;b&gt;* _x_"), ("txt", "<b>* _x_")],
)
def test_every_value_is_made_safe_by_the_suffix(tmp_path, suffix, want):
    """Whether the template says so or not, also out of a macro."""
    template = "{% macro m(t) %}{{ t }}{% endmacro %}{{ m(briefing.title) }}|{{ briefing.title }}"
    page = rendered(template, tmp_path, Briefing("<b>* _x_", DAY), suffix)
    assert page.replace("\\>", ">") == f"{want}|{want}\n"


@pytest.mark.parametrize(("suffix", "want"), [("md", "\\[a\\](b)\\*"), ("html", "[a](b)*"), ("txt", "[a](b)*")])
def test_what_is_joined_to_what_a_macro_says_is_made_safe_for_the_page(tmp_path, suffix, want):
    """Not for HTML, which leaves alone what Markdown makes a link of; the macro's own words are not escaped twice."""
    template = "{% macro m() %}<b>{{ briefing.title }}{% endmacro %}{{ briefing.title ~ m() ~ 1 ~ _('See') }}"
    page = rendered(template, tmp_path, Briefing("[a](b)*", DAY), suffix)
    assert page == f"{want}<b>{want}1See\n"


def test_a_folder_of_ones_own_comes_first_and_the_rest_is_ours(tmp_path):
    """A template that is not there is taken from the next folder."""
    (tmp_path / "briefing.md.j2").write_text("mine\n")
    folders = (str(tmp_path), str(ROOT / "templates"))
    assert FromTemplate("briefing.md.j2", "md", folders)(Briefing("T", DAY), "/") == "mine\n"
    assert "nothing to report" in FromTemplate("mail.txt.j2", "txt", folders)(Briefing("T", DAY), "/")


def test_an_error_in_a_macro_names_its_own_line(tmp_path):
    """The innermost line that is a template's."""
    with pytest.raises(TemplateError, match=r"own\.md\.j2:2: "):
        rendered("{% macro m() %}\n{{ briefing.nonsense }}\n{% endmacro %}\n\n{{ m() }}", tmp_path)


def test_a_template_that_is_no_utf_8_is_an_error_with_its_file(tmp_path):
    """As an editor of old might save it."""
    (tmp_path / "own.md.j2").write_bytes(b"caf\xe9 {{ briefing.title }}")
    with pytest.raises(TemplateError):
        FromTemplate("own.md.j2", "md", (str(tmp_path),))(Briefing("T", DAY), "/")


def test_no_template_is_an_error_that_names_the_folders(tmp_path):
    """Where it was looked for."""
    with pytest.raises(TemplateError, match=re.escape(f"none.md.j2: no such template in {tmp_path}")):
        FromTemplate("none.md.j2", "md", (str(tmp_path),))(Briefing("T", DAY), "/")


@pytest.mark.parametrize("language", PAGE_LANGUAGES)
@pytest.mark.parametrize("suffix", OURS)
def test_every_page_can_be_in_every_language(suffix, language):
    """What comes from articles and settings stands on each; the words around it are the language's."""
    page = FromTemplate(OURS[suffix], suffix, (str(ROOT / "templates"),))(
        replace(specimen(DAY), language=language), "/pages"
    )
    for said in ("A title", "A theme", "a reason", "A statement.", "1.1", "Agency", "c.txt", "2026"):
        assert said.casefold() in page.casefold(), said
    page = re.sub(r"<(?:style|script)>.*|<[^>]*>", " ", page) if suffix == "html" else page
    english = ("at a glance", "sources", "22 november", "key points", "undated", "captions")
    assert [said for said in english if said in page.casefold()] == [] or language in ("en", "fr")


@pytest.mark.parametrize("name", sorted(_functions(Words())))
def test_every_function_of_a_template_is_documented(name):
    """By its name."""
    assert re.search(rf"\b{name}(?:`|\()", (ROOT / "templates" / "README.md").read_text("utf-8"))


def test_a_template_of_old_goes_on_working(tmp_path):
    """Words in English, days and nouns by the filters: on a German page they are German."""
    template = '{{ briefing.day|long_date }}, {{ 5|plural("article") }}, {{ 3|plural("minute") }} to read'
    assert rendered(template, tmp_path) == "22 November 2026, 5 articles, 3 minutes to read\n"
    german = rendered(template, tmp_path, Briefing("T", DAY, language="de"))
    assert german == "22. November 2026, 5 Artikel, 3 Minuten to read\n"


@pytest.mark.parametrize(
    ("template", "want"),
    [
        ('{{ _("Key points") }}', "Kernpunkte"),
        ('{{ gettext("Key points")|upper }}', "KERNPUNKTE"),
        ('{{ _("My own *words*") }}', "My own \\*words\\*"),
        ('{{ _("{theme}:", theme=briefing.title) }}', "\\[x\\](y):"),
        ('{{ briefing.title ~ _("undated") }}', "\\[x\\](y)undatiert"),
        ('{{ _(briefing.title) }}', "\\[x\\](y)"),
        ('{{ ngettext("{count} day of {title}", "{count} days of {title}", 2, title=briefing.title) }}',
         "2 days of \\[x\\](y)"),
        ('{% set link %}[a](b){% endset %}{{ _("the same text in {place}", place=link) }}', "derselbe Text in [a](b)"),
    ],
)  # fmt: skip
def test_a_template_says_what_the_catalogue_has_and_its_own(tmp_path, template, want):
    """Values are made safe for the page's format wherever they stand; what a template marks up itself stays so."""
    assert rendered(template, tmp_path, Briefing("[x](y)", DAY, language="de")) == f"{want}\n"


def test_formats_agree():
    """Text and HTML say the extracts that Markdown says."""
    text = "The dam above Orr broke on Friday. Nobody was hurt, the mayor said."
    found = briefing.build([Article(text, title="Dam")], [Theme("The dam", ("dam",))], date=DAY)
    for form in ("md", "text", "html", "mail"):
        for point in found.points:
            assert point.text in briefing.render(found, form)
