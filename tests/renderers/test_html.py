"""The HTML edition: one file with nothing from outside, whole in every language, and legible in both schemes."""

from __future__ import annotations

import re
import tomllib
from base64 import b64encode
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

import briefing
from briefing.cli.specimen import specimen
from briefing.errors import TemplateError
from briefing.language.display import shown
from briefing.model import Article, Briefing, Location, Theme
from briefing.renderers.from_template import FromTemplate
from briefing.settings.schema import PAGE_LANGUAGES
from tests.renderers.seen import Seen

ROOT = Path(__file__).resolve().parents[2]
STYLE = (ROOT / "templates" / "briefing.css").read_text("utf-8")
DAY = date(2026, 11, 22)
ATTACKS = tomllib.loads((Path(__file__).parents[1] / "attacks.toml").read_text("utf-8"))["attack"]
BODY = "The dam above Orr broke on Friday after days of heavy rain. Nobody was hurt, the mayor said."


def edition(text: str, language: str = "en") -> str:
    """The page of a pile in which everything is the text."""
    articles = [
        Article(BODY, title=text, source=text, url=text, location=Location("/news/a.txt")),
        Article(f"{text}\n\nThe union said {text} and went home to wait.", title="B"),
    ]
    found = briefing.build(articles, [Theme(text, ("dam",)), Theme("Union", ("union",))], date=DAY, title=text)
    return briefing.render(replace(found, language=language), "html")


@pytest.mark.parametrize(
    ("text", "language"),
    [(attack["text"], PAGE_LANGUAGES[k % 6]) for k, attack in enumerate(ATTACKS)],
    ids=lambda text: text[:20],
)
def test_no_text_becomes_markup(text, language):
    """Each element is closed where it should be, there is none that a harmless page has not, and no comment."""
    harmless = [Seen(edition(words, language), is_closed=True) for words in ("Two\nlines", "https://news.example/1")]
    seen = Seen(edition(text, language), is_closed=True)
    assert {*seen.tags} <= {tag for one in harmless for tag in one.tags}
    assert seen.attributes <= {attribute for one in harmless for attribute in one.attributes}
    assert (seen.others, seen.open) == ([], [])
    assert seen.tags.count("script") == seen.tags.count("style") == seen.tags.count("h1") == 1
    assert "".join(shown(text).split()) in "".join("".join(seen.text).split())


@pytest.mark.parametrize("language", PAGE_LANGUAGES)
def test_a_page_with_everything_is_well_formed(language):
    """Headings in order, every element closed, every id given once, every link to a place of the page."""
    page = briefing.render(replace(specimen(DAY), language=language), "html")
    seen = Seen(page, is_closed=True)
    assert seen.open == []
    levels = [int(tag[1]) for tag in seen.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert f'<html lang="{language}">' in page


def test_the_policy_names_the_very_style_and_script_of_the_page(command, seeds):
    """By their hashes: nothing inline but these, and nothing from anywhere else."""
    page = command("build", seeds, "--date", str(DAY), "--format", "html", "-o", "-").out
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    for element in ("style", "script"):
        (content,) = re.findall(rf"<{element}>(.*)</{element}>", page)
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert not re.search(r'<[a-z]+ [^>]*(?: style=| on[a-z]+="| src=)', page.partition("<body>")[2])
    assert re.findall(r'(?:href|src)="((?!#|data:)[^"]*)"', page) == []


def test_the_example_is_one_small_file(command, seeds):
    """Texts of the sources, drawings, style and script included."""
    page = command("build", seeds, "--date", str(DAY), "--format", "html", "-o", "-").out
    assert len(page.encode()) < 150_000


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    digits = colour.removeprefix("#")
    digits = "".join(2 * c for c in digits) if len(digits) == 3 else digits
    parts = [int(digits[k : k + 2], 16) / 255 for k in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(scheme: str) -> dict[str, str]:
    """The colours that the style sheet names in a scheme."""
    start = {"light": ":root {", "dark": "@media (prefers-color-scheme: dark)", "print": "@media print"}[scheme]
    block = STYLE.partition(start)[2].partition("}")[0]
    light = {} if scheme == "light" else colours("light")
    return light | dict(re.findall(r"--([a-z]+): (#[0-9a-f]{3,6})", block))


# What is written in which colour, and upon what.
WRITTEN = [(ink, on) for ink in ("ink", "soft", "accent") for on in ("paper", "card", "tag")]
WRITTEN += [
    ("ink", "mark"),
    ("soft", "mark"),
    ("ink", "target"),
    ("paper", "accent"),
    ("paper", "soft"),
    ("accent", "mark"),
]


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize(("ink", "on"), WRITTEN)
def test_every_text_can_be_read(scheme, ink, on):
    """4.5 to 1 at least (WCAG 1.4.3), in both schemes and on paper."""
    found = colours(scheme)
    assert contrast(found[ink], found[on]) >= 4.5


def test_a_users_template_replaces_one_block_and_keeps_the_rest(tmp_path):
    """It begins with ours, under a name of its own, so that it may have the same one."""
    own = '{% extends "ours/briefing.html.j2" %}\n{% block coverage %}\n<p>{{ briefing.title }}</p>\n{% endblock %}\n'
    (tmp_path / "briefing.html.j2").write_text(own, "utf-8")
    folders = (str(tmp_path), str(ROOT / "templates"))
    page = FromTemplate("briefing.html.j2", "html", folders)(specimen(DAY), "/")
    assert "<p>A title</p>" in page
    assert "Articles by day and theme" not in page
    assert '<section class="glance"' in page
    words = FromTemplate("briefing.html.j2", "html", folders).own_words("en")
    assert {"glance", "coverage", "undated"} <= words


def test_a_users_style_is_taken_and_named_in_the_policy(tmp_path):
    """A file of the same name in the folder of templates."""
    (tmp_path / "briefing.css").write_text("h1 {\n  color: red; /* a comment */\n}\n", "utf-8")
    page = FromTemplate("briefing.html.j2", "html", (str(tmp_path), str(ROOT / "templates")))(Briefing("T", DAY), "/")
    assert "<style>h1 { color: red; }</style>" in page
    assert b64encode(sha256(b"h1 { color: red; }").digest()).decode() in page


@pytest.mark.parametrize(("name", "text"), [("briefing.css", "a{} </style>"), ("briefing.js", "'</SCRIPT>'; <!-- ")])
def test_a_style_or_script_that_would_end_its_element_is_an_error(tmp_path, name, text):
    """With its name, and what stands in it."""
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(TemplateError, match=rf"{name}: '</(style|SCRIPT)' cannot stand in it"):
        FromTemplate("briefing.html.j2", "html", (str(tmp_path), str(ROOT / "templates")))(Briefing("T", DAY), "/")
