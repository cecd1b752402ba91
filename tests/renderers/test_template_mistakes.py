"""A mistake in a user's template is an error with file, line and a suggestion, never a hole in a page."""

from __future__ import annotations

import re
import resource
import shutil
import signal
import time
from datetime import date
from pathlib import Path

import pytest

from briefing.cli.specimen import specimen
from briefing.errors import TemplateError
from briefing.model import Briefing
from briefing.renderers import template_limits
from briefing.renderers.from_template import FromTemplate
from briefing.renderers.template_names import attributes

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
DAY = date(2026, 11, 22)
ALL = sorted(path.name for path in TEMPLATES.glob("*.*.j2") if path.name.split(".")[0] in ("briefing", "mail", "paper"))


def of(folder: Path, name: str = "briefing.md.j2") -> FromTemplate:
    """A template of that folder, else ours."""
    return FromTemplate(name, "md", (str(folder), str(TEMPLATES)))


MISSPELT = [
    ("{{ brifing.title }}", 1, "there is no 'brifing'; did you mean 'briefing'?"),
    ("\n{{ briefing.titel }}", 2, "nothing has '.titel'; did you mean '.title'?"),
    ("{{ briefing['titel'] }}", 1, "did you mean '.title'?"),
    ("\n\n{{ briefing.title|uper }}", 3, "there is no filter 'uper'; did you mean 'upper'?"),
    ("{% if briefing.title is defind %}x{% endif %}", 1, "there is no test 'defind'; did you mean 'defined'?"),
    ("{% for x in briefing.references|selectattr('outsid') %}{% endfor %}", 1, "did you mean '.outside'?"),
    ("{{ briefing.references|map(attribute='dated.dya')|list }}", 1, "did you mean '.day'?"),
    ("{% macro m(point) %}\n{{ point.citatoin }}{% endmacro %}", 2, "did you mean '.citation'?"),
    ("{% import 'said.j2' as said with context %}{{ said.fact() }}", 1, "did you mean '.facts'?"),
    ("{% for p in briefing.points %}{{ q.text }}{% endfor %}", 1, "there is no 'q'"),
]


@pytest.mark.parametrize(("template", "line", "said"), MISSPELT, ids=[said for *_, said in MISSPELT])
@pytest.mark.parametrize("around", ["{template}", "{{% if briefing.title == 'never' %}}{template}{{% endif %}}"])
def test_a_misspelt_name_is_an_error_also_where_no_page_comes(tmp_path, template, line, said, around):
    """In a branch that this page does not take as well."""
    (tmp_path / "briefing.md.j2").write_text(around.format(template=template), "utf-8")
    with pytest.raises(TemplateError, match=re.escape(f"briefing.md.j2:{line}: ")) as raised:
        of(tmp_path)(Briefing("T", DAY), "/")
    assert said in str(raised.value)


def test_a_name_of_another_thing_is_told_where_a_page_comes_to_it(tmp_path):
    """Types are not followed before: a section has no `themes`, though a paragraph has."""
    template = "{% for section in briefing.sections %}\n{{ section.themes }}{% endfor %}"
    (tmp_path / "briefing.md.j2").write_text(template, "utf-8")
    with pytest.raises(TemplateError, match=r"briefing\.md\.j2:2: a Section has no 'themes'; did you mean 'theme'\?"):
        of(tmp_path)(specimen(DAY), "/")


OWN = '{% extends "ours/briefing.md.j2" %}\n'


@pytest.mark.parametrize(
    ("more", "line", "said"),
    [
        ("{% block surces %}x{% endblock %}", 2, "what it extends has no block 'surces'; did you mean 'sources'?"),
        ("{% block voices %}{% endblock %}\nwords", 3, "this is never printed"),
        ("{{ briefing.title }}", 2, "this is never printed"),
    ],
)
def test_what_would_never_be_printed_is_an_error(tmp_path, more, line, said):
    """A block that ours has not, and words beside the blocks."""
    (tmp_path / "briefing.md.j2").write_text(OWN + more, "utf-8")
    with pytest.raises(TemplateError, match=re.escape(f"briefing.md.j2:{line}: {said}")):
        of(tmp_path)(Briefing("T", DAY), "/")


def test_all_mistakes_are_told_at_once(tmp_path):
    """A line each, also those in a template that is only imported."""
    (tmp_path / "briefing.md.j2").write_text('{% import "own.j2" as own %}{{ briefing.titel }}\n{{ briefing.dya }}')
    (tmp_path / "own.j2").write_text("{% macro m(p) %}{{ p.txet }}{% endmacro %}")
    with pytest.raises(TemplateError) as raised:
        of(tmp_path).check()
    assert [re.sub(r"^.*/", "", line).split(": ")[0] for line in raised.value.mistakes] == [
        "briefing.md.j2:1",
        "briefing.md.j2:2",
        "own.j2:1",
    ]


RIGHT = [
    "{% set ns = namespace(total=0) %}{% for p in briefing.points %}{% set ns.total = 1 %}{% endfor %}{{ ns.total }}",
    "{% set d = {'key': 1} %}{{ d.key }}{{ d['key'] }}{{ d.items()|list }}",
    "{% if briefing.title %}{% set x = 1 %}{% endif %}{% if x is defined %}{{ x }}{% endif %}",
    "{% for a in briefing.references recursive %}{{ loop.index }}{{ a.dated.day.month if a.dated.day }}{% endfor %}",
    "{{ briefing.title.upper().replace('A', 'B') }}{{ briefing.day.year }}",
    "{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.current }}",
    "{% macro m() %}{{ caller() }}{{ varargs }}{{ kwargs }}{% endmacro %}{% call m() %}x{% endcall %}",
    "{% for p in briefing.points %}{% include 'line.j2' %}{% endfor %}",
    OWN + "{% block voices %}{{ super() }}{% for r in briefing.references %}{{ when(r) }}{% endfor %}{% endblock %}",
    OWN + "{% block glance %}{% block inner %}{{ self.heading() }}{% endblock %}{% endblock %}",
]  # fmt: skip


@pytest.mark.parametrize("template", RIGHT)
def test_what_is_right_is_no_mistake(tmp_path, template):
    """All that a template of one's own may do, and macros of ours in its blocks."""
    (tmp_path / "briefing.md.j2").write_text(template, "utf-8")
    (tmp_path / "line.j2").write_text("{{ p.text }}", "utf-8")
    of(tmp_path)(specimen(DAY), "/")


@pytest.mark.parametrize("name", ALL)
def test_ours_have_no_mistakes_when_they_are_a_users(tmp_path, name):
    """As `briefing init --templates` leaves them."""
    for path in TEMPLATES.glob("*.*"):
        shutil.copy(path, tmp_path)
    of(tmp_path, name).check()


def test_what_may_stand_behind_a_dot_is_known():
    """Of the page's types and of texts, days and loops; nothing that begins with an underscore."""
    assert {
        "title",
        "citation",
        "label",
        "path",
        "row",
        "asides",
        "x",
        "pieces",
        "isoformat",
        "index0",
        "upper",
    } <= attributes()
    assert not any(name.startswith("_") for name in attributes())


ENDLESS = [
    "{{ '%999999999d'|format(1) }}",
    "{{ '%.999999999f' % 1.5 }}",
    "{{ '%s%9999999d'|format(1, 2) }}",
    "{{ '{:>999999999}'.format(1) }}",
    "{{ 'x' * 999999999 }}",
    "{{ 9 ** 999999999 }}",
    "{{ 9 ** (9 ** 9) }}",
    "{{ 'x'|center(999999999) }}",
    "{{ 'x'.ljust(999999999) }}",
    "{{ 'x'|indent(999999999) }}",
    "{{ [1]|batch(999999999, 1)|list }}",
    "{{ lipsum(999999999) }}",
    "{{ range(999999999)|list }}",
    "{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(9) %}{% endfor %}{% endfor %}{% endfor %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "{% include 'briefing.md.j2' %}",
    "{% set n = namespace(x='x' * 9) %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{% set n = namespace(x='x' * 9) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set y %}{{ n.x }}{{ n.x }}{% endset %}{% set n.x = y %}"
    "{% endfor %}",
    "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x=3) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}",
    "{{ (['x' * 999999] * 99999)|join }}",
    "{{ ([range(1000)|list] * 60000)|sum(start=[]) }}",
    "{% for a in [1] %}" * 25 + "{% endfor %}" * 25,
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
]


@pytest.mark.parametrize("template", ENDLESS)
def test_a_render_that_runs_away_is_ended(tmp_path, template):
    """With an error that names the file, in seconds, not when the machine has no memory left."""
    (tmp_path / "briefing.md.j2").write_text(template, "utf-8")
    start = time.monotonic()
    with pytest.raises(TemplateError, match=r"briefing\.md\.j2"):
        of(tmp_path)(Briefing("T", DAY), "/")
    assert time.monotonic() - start < 120


def test_a_render_that_takes_too_long_is_ended(tmp_path, monkeypatch):
    """By the processor's time, which no count of turns limits: a filter may be slow by itself."""
    monkeypatch.setattr(template_limits, "SECONDS", 0.2)
    template = "{% for i in range(1000) %}{{ range(99999)|map('string')|map('upper')|list|length }}{% endfor %}"
    (tmp_path / "briefing.md.j2").write_text(template, "utf-8")
    with pytest.raises(TemplateError, match=r"briefing\.md\.j2:1: it takes more than 10 seconds of the processor"):
        of(tmp_path)(Briefing("T", DAY), "/")


def test_what_limits_a_render_is_gone_behind_it(tmp_path):
    """Neither memory nor signals of what comes after it are the template's."""
    before = resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGVTALRM)
    (tmp_path / "briefing.md.j2").write_text("{{ (['x' * 999999] * 99999)|join }}", "utf-8")
    with pytest.raises(TemplateError, match="it takes more than 512 MB of memory"):
        of(tmp_path)(Briefing("T", DAY), "/")
    assert (resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGVTALRM)) == before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)


@pytest.mark.parametrize(
    "template",
    ["{{ [1, 2]|sum }}", "{{ '%5.1f'|format(1.25) }}", "{{ '-' * 72 }}", "{{ 2 ** 10 }}", "{{ 'x'|center(80) }}"],
)
def test_what_is_no_danger_is_allowed(tmp_path, template):
    """Widths, rules and sums as templates have them."""
    (tmp_path / "briefing.md.j2").write_text(template, "utf-8")
    assert of(tmp_path)(Briefing("T", DAY), "/").strip()


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    """Neither as a file nor through a folder; one that stays inside is."""
    folder = tmp_path / "templates"
    (folder / "sub").mkdir(parents=True)
    (tmp_path / "secret.md.j2").write_text("secret")
    (folder / "briefing.md.j2").symlink_to(tmp_path / "secret.md.j2")
    with pytest.raises(TemplateError, match=r"briefing\.md\.j2: a link that leads out of its folder"):
        of(folder)(Briefing("T", DAY), "/")
    (folder / "briefing.md.j2").unlink()
    (folder / "sub" / "real.md.j2").write_text("inside")
    (folder / "briefing.md.j2").symlink_to(folder / "sub" / "real.md.j2")
    assert of(folder)(Briefing("T", DAY), "/") == "inside\n"


def test_a_mistake_is_told_before_an_article_is_read(command, tmp_path):
    """By build and by check, with exit code 78, in whichever template it is."""
    Path("pile").mkdir()
    Path("pile/a.txt").write_text("The dam above Orr broke on Friday. Nobody was hurt.")
    Path("own").mkdir()
    Path("own/mail.html.j2").write_text('{% extends "ours/mail.html.j2" %}{% block made %}{{ x.titel }}{% endblock %}')
    Path("briefing.toml").write_text('templates = "own"\nsources = ["pile"]\n')
    for arguments in (["build"], ["check"]):
        ran = command(*arguments)
        assert ran.code == 78
        assert "mail.html.j2:1: nothing has '.titel'; did you mean '.title'?" in ran.err
    assert not Path("briefings").exists()


def examples() -> list[tuple[str, str]]:
    """The templates that the README shows, each with the file that it is said to be."""
    text = (TEMPLATES / "README.md").read_text("utf-8")
    return re.findall(r"```jinja\n\{# (\S+) #\}\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize(("name", "template"), examples(), ids=[name for name, _ in examples()])
def test_what_the_readme_shows_works(tmp_path, name, template):
    """As it stands there."""
    (tmp_path / name).write_text(template, "utf-8")
    ours = FromTemplate(name, "x", ("/nowhere", str(TEMPLATES)))(specimen(DAY), "/")
    assert FromTemplate(name, "x", (str(tmp_path), str(TEMPLATES)))(specimen(DAY), "/") != ours


def test_the_readme_shows_some():
    """One for each kind of page."""
    assert {name for name, _ in examples()} >= {"briefing.md.j2", "briefing.html.j2", "mail.txt.j2"}
