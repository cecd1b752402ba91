"""Hostile words in every place that takes words: whatever they are, each page shows them, obeys none and is proved."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import briefing
from briefing.cli.specimen import specimen
from briefing.language.display import shown
from briefing.model import Article, Location, Theme

DAY = date(2026, 11, 22)
ATTACKS = [
    one["text"] for one in tomllib.loads((Path(__file__).parents[1] / "attacks.toml").read_text("utf-8"))["attack"]
]
GROUP = 12
BODY = "The dam above Orr broke on Friday after days of heavy rain. Nobody was hurt, the mayor said."
HOSTILE = st.text(
    "<>&\"'`[](){}!*_~#=-+|\\/:.@ \n\t\x00\x1b\x9b\u202e\u2066\u2028\ufeffabzjs0", min_size=1, max_size=40
)
ACTIVE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class Tags(HTMLParser):
    """The elements of a page with the names of their attributes, and all that leads anywhere."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: set[tuple[str, str]] = set()
        self.leads: set[str] = set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen |= {(tag, name) for name, _ in attrs} | {(tag, "")}
        self.leads |= {value or "" for name, value in attrs if name in ("href", "src", "action", "srcset", "data")}

    def handle_comment(self, data: str) -> None:
        self.seen.add(("comment", data))


def rendered(text: str, form: str) -> str:
    """The page of a pile in which everything is the text."""
    articles = [
        Article(BODY, title=text, source=text, url=text, location=Location("/news/a.txt")),
        Article(f"The union said {text} and went home to wait. The ferry sailed again.", title="B"),
    ]
    themes = [Theme(text, ("dam",)), Theme("Ferries", ("ferry",))]
    return briefing.render(briefing.build(articles, themes, date=DAY, title=text), form, folder="/pages")


@pytest.mark.parametrize("form", ["html", "mail"])
def test_no_words_become_elements(form):
    """Nothing opens an element or attribute that a page of harmless words has not, or leads anywhere else."""
    harmless = [Tags(rendered(words, form)) for words in ("words", "two\nlines", "\u20280")]
    harmless.append(Tags(briefing.render(specimen(DAY), form)))
    usual = set().union(*(page.seen for page in harmless))

    @settings(max_examples=40, deadline=None)
    @given(HOSTILE)
    @example("javascript:alert(1)")
    @example('x" onmouseover="alert(1)')
    @example("<!--")
    @example("</style><script>alert(1)</script>")
    def holds(text: str) -> None:
        page = Tags(rendered(text, form))
        assert page.seen <= usual
        assert all(lead.startswith(("#", "data:,", "http://", "https://")) for lead in page.leads)

    holds()


@settings(max_examples=60, deadline=None)
@given(HOSTILE)
@example("\x1b]0;title\x07")
@example("\u202e\u2066")
def test_no_words_reach_a_terminal_as_controls(text):
    """Of the text edition and the subject, which is one line."""
    for form in ("text", "subject"):
        page = rendered(text, form)
        assert not ACTIVE.search(page)
        assert form == "text" or page.count("\n") == 1
        assert "".join(shown(text).split()) in "".join(page.split())


@settings(max_examples=60, deadline=None)
@given(HOSTILE)
def test_json_holds_the_very_words(text):
    """A reader of JSON gets title and theme as they were given."""
    page = json.loads(rendered(text, "json"))
    assert page["title"] == text
    assert page["sections"][0]["theme"] == text


@pytest.mark.parametrize("first", range(0, len(ATTACKS), GROUP))
def test_a_page_of_hostile_words_is_proved(command, first):
    """Read back from Markdown, HTML and JSON: every extract verbatim and nothing unclaimed."""
    attacks = ATTACKS[first : first + GROUP]
    rows = [
        {"text": f"{BODY.replace('Orr', f'Orr{k}')} The union of Orr{k} said {attack} and went home to wait.",
         "title": attack, "source": attack, "url": attack}
        for k, attack in enumerate(attacks)
    ]  # fmt: skip
    Path("news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    # The settings ask for a word on one clean line.
    fit = [shown(attack) == attack and any(c.isalpha() for c in attack) for attack in attacks]
    names = [attack if fit[k] else f"Theme {k}" for k, attack in enumerate(attacks)]
    themes = "".join(f'[[theme]]\nname = {json.dumps(n)}\nterms = ["Orr{k}"]\n' for k, n in enumerate(names))
    Path("briefing.toml").write_text(f"title = {json.dumps(names[0])}\nsources = ['news.jsonl']\n{themes}", "utf-8")
    formats = [f"--format={form}" for form in ("md", "html", "json")]
    ran = command("build", "--words", "2000", "-o", "pages", *formats)
    assert ran.code in (0, 3), ran.err  # a NUL is no text: that row is a problem
    for page in sorted(Path("pages").iterdir()):
        ran = command("verify", page)
        assert (ran.code, ran.err) == (0, ""), ran.out
        assert "nothing unclaimed" in ran.out
