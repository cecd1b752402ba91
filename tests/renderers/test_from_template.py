"""Pages from templates: whole for any briefing, and safe whatever a user's template does."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import briefing
from briefing.cli.specimen import specimen
from briefing.errors import TemplateError
from briefing.model import Article, Briefing, Theme
from briefing.renderers.from_template import FromTemplate, long_date, plural

ROOT = Path(__file__).resolve().parent.parent.parent
DAY = date(2026, 11, 22)
OURS = {"md": "briefing.md.j2", "txt": "mail.txt.j2", "html": "mail.html.j2"}


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


def test_a_pages_own_words_are_the_templates():
    """Literals, months and the kinds of what is set aside."""
    words = FromTemplate("briefing.md.j2", "md", (str(ROOT / "templates"),)).own_words
    assert {"glance", "november", "undated", "captions", "sources", "report"} <= words
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


def test_a_folder_of_ones_own_comes_first_and_the_rest_is_ours(tmp_path):
    """A template that is not there is taken from the next folder."""
    (tmp_path / "briefing.md.j2").write_text("mine\n")
    folders = (str(tmp_path), str(ROOT / "templates"))
    assert FromTemplate("briefing.md.j2", "md", folders)(Briefing("T", DAY), "/") == "mine\n"
    assert "nothing to report" in FromTemplate("mail.txt.j2", "txt", folders)(Briefing("T", DAY), "/")


ESCAPES = [
    "{{ briefing.__class__.__bases__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ briefing.render.__globals__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.system('id') }}",
    "{% include '/etc/passwd' %}",
    "{% include '../../../etc/passwd' %}",
    "{{ range(999999999)|list }}",
    "{% set x = briefing.sections.append(1) %}",
]


@pytest.mark.parametrize("template", ESCAPES)
def test_a_template_cannot_leave_its_sandbox(tmp_path, template):
    """It may be a stranger's: it is an error, with the file."""
    with pytest.raises(TemplateError, match=r"own\.md\.j2|passwd"):
        rendered(template, tmp_path)


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


@pytest.mark.parametrize(
    ("count", "one", "many", "want"),
    [
        (1, "day", "", "1 day"),
        (0, "day", "", "0 days"),
        (1234, "day", "", "1,234 days"),
        (2, "story", "stories", "2 stories"),
    ],
)
def test_counts_have_their_nouns(count, one, many, want):
    """In the singular and the plural."""
    assert plural(count, one, many) == want


def test_a_day_is_written_as_a_reader_writes_it():
    """Without a nought, whatever the locale."""
    assert long_date(date(2026, 3, 1)) == "1 March 2026"


def test_formats_agree():
    """Text and HTML say the extracts that Markdown says."""
    text = "The dam above Orr broke on Friday. Nobody was hurt, the mayor said."
    found = briefing.build([Article(text, title="Dam")], [Theme("The dam", ("dam",))], date=DAY)
    for form in ("md", "text", "html"):
        for point in found.points:
            assert point.text in briefing.render(found, form)
