"""Whatever a user can name is documented where a user looks."""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_type_hints

import jsonschema
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import briefing
from briefing import cli, model
from briefing.cli.specimen import specimen
from briefing.model import Article, Location, Theme, archive
from briefing.renderers import from_template
from briefing.renderers.template_names import attributes
from briefing.settings.schema import KINDS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
TEMPLATES = (ROOT / "templates" / "README.md").read_text("utf-8")
SCHEMA = json.loads((ROOT / "briefing" / "renderers" / "page.schema.json").read_text("utf-8"))
DAY = date(2026, 11, 22)


@pytest.mark.parametrize("key", KINDS)
def test_every_setting_is_in_the_readme(key):
    """By its key, as it is written in the file."""
    assert f"`{key.rpartition('.')[2]}`" in README


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_is_in_the_readme(name):
    """By its name."""
    assert f"`{name}`" in README


@pytest.mark.parametrize("code", ["0", "1", "2", "3", "75", "78", "130", "141", "143"])
def test_every_exit_code_is_in_the_readme(code):
    """In the table of exit codes."""
    assert re.search(rf"^\| (?:\d+, )*{code}(?:, \d+)* \|", README, re.MULTILINE)


def test_every_option_is_told():
    """With a help text of its own."""
    for name in cli.COMMANDS:
        command = cli.cli.get_command(None, name)
        assert command.short_help
        for parameter in command.params:
            assert parameter.param_type_name == "argument" or parameter.help, f"{name} {parameter.name}"


def _attributes(kind: Any, seen: set[type]) -> None:
    for part in (kind, *get_args(kind)):
        if get_args(part) and part is not kind:
            _attributes(part, seen)
        elif isinstance(part, type) and is_dataclass(part) and part not in seen:
            seen.add(part)
            for hint in get_type_hints(part).values():
                _attributes(hint, seen)


def _template_names() -> list[str]:
    seen: set[type] = set()
    for kind in (model.Briefing, archive.Site):
        _attributes(kind, seen)
    names = {f.name for kind in seen for f in fields(kind)}
    names |= {n for n, v in vars(model.Briefing).items() if isinstance(v, property)}
    return sorted(names)


@pytest.mark.parametrize("name", _template_names())
def test_every_variable_of_a_template_is_documented(name):
    """Everything that is reachable from `briefing`, and from the archive's `site`."""
    assert re.search(rf"[.`]{name}\b", TEMPLATES), name


# What the README writes with a dot before it that is no name of a page's types.
_NO_NAMES = frozenset(("css", "html", "j2", "js", "md", "po", "toml", "txt"))


def test_every_variable_that_is_documented_exists():
    """What stands behind a dot, in code."""
    code = re.sub(r"```.*?```", "", TEMPLATES, flags=re.DOTALL)
    named = {name for piece in re.findall(r"`([^`]+)`", code) for name in re.findall(r"\.([a-z]\w*)\b", piece)}
    assert len(named) > 100
    assert named - attributes() - _NO_NAMES == set()


@pytest.mark.parametrize("name", sorted(from_template._filters("/")))
def test_every_filter_of_a_template_is_documented(name):
    """By its name."""
    assert f"`{name}`" in TEMPLATES


@pytest.mark.parametrize("name", sorted(p.name for p in (ROOT / "templates").iterdir() if p.name != "README.md"))
def test_every_template_is_documented(name):
    """In the table of files."""
    assert f"`{name}`" in TEMPLATES


def _described(schema: dict[str, Any], path: str = "") -> list[str]:
    bare = []
    for name, inner in schema.get("properties", {}).items():
        if not ({"description", "const"} & set(inner)):
            bare.append(f"{path}.{name}")
        bare += _described(inner, f"{path}.{name}")
    if "items" in schema:
        bare += _described(schema["items"], path)
    for name, inner in schema.get("$defs", {}).items():
        bare += _described(inner, name)
    return bare


def test_every_field_of_the_json_page_is_described():
    """And no other is allowed."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert _described(SCHEMA) == []
    assert SCHEMA["additionalProperties"] is False
    assert all(
        part.get("additionalProperties") is False for part in SCHEMA["$defs"].values() if part.get("type") == "object"
    )


def valid(page: str) -> None:
    """Hold a JSON page against its schema."""
    jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(json.loads(page))


def test_the_json_page_of_the_example_is_valid(command, seeds):
    """Whole, short, and with a window."""
    for more in ([], ["--words", "30"], ["--since", "2021-04-01"]):
        valid(command("build", seeds, "-o", "-", "--format", "json", *more).out)


def test_the_json_page_of_problems_rows_and_copies_is_valid(command, tmp_path):
    """Standard places that a good pile does not show."""
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "a.txt").write_text("The dam above Orr broke on Friday. Nobody was hurt.")
    (folder / "b.txt").write_text("The dam above Orr broke on Friday. Nobody was hurt.")
    (folder / "empty.txt").write_text("")
    (folder / "r.jsonl").write_text(
        '{"text": "Voters go to the polls in Marn.", "url": "https://x.example/?a=<b>"}\nnonsense\n'
    )
    ran = command("build", folder, "-o", "-", "--format", "json")
    assert ran.code == 3
    valid(ran.out)
    page = json.loads(ran.out)
    assert len(page["problems"]) == 2
    assert [s["row"] for s in page["sources"]] == [None, 1]
    assert [len(s["copies"]) for s in page["sources"]] == [1, 0]


def test_the_json_page_of_moments_and_addresses_is_valid(command, seeds):
    """A window that begins and ends at a moment, and an article that stands at an address."""
    window = ("--since", "2021-02-12T07:00", "--until", "2021-04-15T07:00Z")
    ran = command("build", seeds, "-o", "-", "--format", "json", *window)
    valid(ran.out)
    made = json.loads(ran.out)["made"]
    assert made["since"].startswith("2021-02-12T07:00")
    assert made["until"].startswith("2021-04-15T")
    place = "https://news.example/2021/a?b=c#d"
    article = Article("The dam above Orr broke on Friday.", url=place, location=Location(place))
    page = briefing.render(briefing.build([article], date=DAY), "json", folder="/pages")
    valid(page)
    assert [source["path"] for source in json.loads(page)["sources"]] == [place]


def test_the_json_page_with_everything_is_valid():
    """Every part that a page can have."""
    valid(briefing.render(specimen(DAY), "json"))


@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(data=st.data())
def test_every_json_page_is_valid(data, piles, themes):
    """Whatever the texts, titles, names and themes are."""
    odd = Theme(data.draw(st.text(min_size=1, max_size=20)), ("dam", data.draw(st.text(max_size=10))))
    found = briefing.build(data.draw(piles), [*themes, odd], date=DAY, title=data.draw(st.text(max_size=20)))
    page = briefing.render(found, "json", folder="/pages")
    page.encode()
    valid(page)


def test_the_json_page_says_what_the_briefing_says():
    """Text, place, score, hash and path of every extract."""
    article = Article("The dam broke on Friday. Nobody was hurt.", title="Dam", location=Location("/news/a.jsonl", 3))
    found = briefing.build([article], [Theme("The dam", ("dam",))], date=DAY)
    page = json.loads(briefing.render(found, "json", folder="/pages"))
    (source,) = page["sources"]
    assert (source["path"], source["row"], source["sha256"]) == ("../news/a.jsonl", 3, article.sha256)
    points = [p for s in page["sections"] for by in s["articles"] for p in by["points"]]
    assert [(p["text"], p["label"]) for p in points] == [
        (p.text, p.citation.label) for p in found.sections[0].articles[0].points
    ]
    for point in points:
        assert article.text[point["start"] : point["end"]] == point["text"]
    assert page["counts"]["words"] == found.words
    assert page["made"]["version"] == briefing.__version__
