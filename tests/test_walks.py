"""The documents and what they are about, walked both ways: nothing left out, and nothing told that is not there."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from briefing import cli, errors
from briefing.assembly.naming import OURS, plugins
from briefing.language.served import SERVED
from briefing.renderers import from_template
from briefing.settings import load
from briefing.settings.layers import SECRETS, VARIABLES
from briefing.settings.schema import KINDS

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for path in (ROOT / "README.md", *sorted(ROOT.glob("briefing/**/README.md")), ROOT / "templates" / "README.md")
    if path != ROOT / "briefing" / "README.md"  # how it is built: for those who change it, and it names what is past
}
README = DOCUMENTS["README.md"]
WHOLE = "\n".join(DOCUMENTS.values())
# Options of other programs that the documents name.
THEIRS = frozenset(("--editable", "--user", "--now", "--version", "--help"))
DASKS = frozenset(("--host", "--port", "--no-dashboard", "--nworkers", "--nthreads"))


def _walked(command: click.Command, path: str = "") -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, cli.Commands):
        for name in command.names:
            yield from _walked(command.get_command(None, name), f"{path} {name}".strip())
    else:
        yield path, command


COMMANDS = dict(_walked(cli.cli))


def _options(command: click.Command) -> set[str]:
    options = (one for one in command.params if isinstance(one, click.Option))
    return {name for one in options for name in (*one.opts, *one.secondary_opts)}


def _rows(heading: str) -> list[list[str]]:
    """The cells of the table that begins with this one."""
    table = README[README.index(f"| {heading} |") :].partition("\n\n")[0]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in table.splitlines()[2:]]


def test_the_table_of_commands_is_that_of_the_program():
    """Every command and subcommand with its options, and no other."""
    told = {row[0].split("`")[1]: set(re.findall(r"--[a-z-]+", row[2])) for row in _rows("command")}
    assert told == {path: {o for o in _options(one) if o.startswith("--")} for path, one in COMMANDS.items()}
    shorts = {name for one in COMMANDS.values() for name in _options(one) if not name.startswith("--")}
    assert shorts == {"-o", "-q", "-v"}
    assert all(f"`{short}` " in README for short in shorts)


def test_no_option_is_told_that_no_command_has():
    """Whatever begins with two dashes is an option of ours, or of a program that is named."""
    told = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", re.sub(r"(?m)^\|[-| ]+\|$", "", WHOLE)))
    assert told - THEIRS - DASKS == set().union(*map(_options, COMMANDS.values())) - {"-o", "-q", "-v"}


def _calls() -> set[str]:
    """What stands behind each `briefing` of a document, in a block of what is typed or between backticks."""
    blocks = re.findall(r"```console\n(.*?)```", WHOLE, re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    typed = [found for line in lines for found in re.findall(r"(?:^|[$|&] )briefing (.*)", line)]
    named = re.findall(r"(?<!`)`briefing ([^`]+)`", re.sub(r"```.*?```", "", WHOLE, flags=re.DOTALL))
    return {re.split(r" \| | && ", call)[0].replace("\n", " ") for call in (*typed, *named)}


def test_every_call_is_one():
    """Its command is there, and has these options."""
    assert len(_calls()) > 80
    for call in _calls():
        words = [word for word in shlex.split(call, comments=True) if word not in ("--help", "--version")]
        if not words:
            continue
        assert words[0] in cli.COMMANDS, call
        below = {path.partition(" ")[2] for path in COMMANDS if path.startswith(f"{words[0]} ")}
        alone = below and (len(words) == 1 or words[1].startswith("-"))  # `outbox` alone is its list
        assert not below or alone or words[1] in below, call
        path = words[0] if not below else f"{words[0]} {'list' if alone else words[1]}"
        told = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
        assert told <= (_options(COMMANDS[path]) if path in COMMANDS else set()), call


def test_the_exit_codes_are_those_of_the_program():
    """Those of the errors, and of the command line."""
    told = {int(code) for row in _rows("code") for code in re.findall(r"\d+", row[0])}
    classes = {one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, errors.BriefingError)}
    own = {0, 3, cli.INTERRUPTED, cli.TERMINATED, cli.NO_READER}
    assert told == {one.exit_code for one in classes} | own
    for name, command in COMMANDS.items():  # and whatever the help of a command says
        said = re.findall(r"(?:Exit codes:|;) (\d+)\b", command.help or "")
        assert {int(code) for code in said} <= told, name


def test_the_table_of_settings_is_the_schema():
    """Each key stands in the row of its table, and no other does."""
    told = set()
    for row in (*_rows("setting"), *_rows("`[run]`"), *_rows("`[editor]`")):
        names = re.findall(r"`([^`]+)`", row[0])
        table = names[0].strip("[]") if names[0].startswith("[") else ""
        if table:
            told |= {f"{table}.{name}" for name in re.findall(r"`([a-z_]+)`", row[1])}
        else:
            told |= set(names)
    top = {key for key in KINDS if "." not in key}
    assert (
        top - told - {"theme", "recipient", "editor", "fetch", "mail", "run"} - {"theme_words", "article_words"}
        == set()
    )
    assert {key for key in KINDS if "." in key} - told == set()


def _settings_of(document: str) -> list[str]:
    """The blocks of settings, not those of packages."""
    blocks = re.findall(r"```toml\n(.*?)```", document, re.DOTALL)
    blocks += re.findall(r"cat >>? briefing\.toml <<'END'\n(.*?)END\n", document, re.DOTALL)
    return [block for block in blocks if "[project" not in block]


@pytest.mark.parametrize("name", [name for name, text in DOCUMENTS.items() if _settings_of(text)])
def test_every_block_of_settings_is_one(name, tmp_path):
    """As a file it is read without a mistake, what other blocks have beside it being there as well."""
    for block in _settings_of(DOCUMENTS[name]):
        tomllib.loads(block)
        more = (
            ""
            if "[mail]" in block or "[[recipient]]" not in block
            else '[mail]\nsender = "a@example.org"\nfolder = "o"\n'
        )
        themes = '[[theme]]\nname = "Ukraine tensions"\nterms = ["Kyiv"]\n' if "[[theme]]" not in block else ""
        file = tmp_path / "briefing.toml"
        file.write_text("\n".join((block, more, themes)), "utf-8")
        assert load(config=file, folder=tmp_path, sources=(), environ={}, overrides={}).settings


def test_every_variable_of_the_environment_is_one():
    """What begins with BRIEFING_ is a setting, or a password."""
    told = set(re.findall(r"\bBRIEFING_[A-Z_]+", WHOLE))
    assert told - set(VARIABLES) - set(SECRETS) == set()
    assert set(SECRETS) <= told


def test_every_plugin_is_told_and_no_other():
    """By kind: what is read, methods, formats, ways out, executors; and how another package brings one."""
    for kind in ("method", "format", "delivery", "executor"):
        for name in OURS[kind]:
            assert re.search(rf"`{re.escape(name)}`", WHOLE), (kind, name)
    executors = {name for row in _rows("`executor`") for name in re.findall(r"`(\w+)", row[0])}
    assert executors == set(OURS["executor"])
    assert {row[0].strip("`") for row in _rows("`transport`")} - {"another name"} == set(OURS["delivery"])
    methods = re.findall(r"(?m)^\| `([\w:]+)`(?: \(the default\))? \| ", DOCUMENTS["briefing/evaluation/README.md"])
    assert set(OURS["method"]) <= set(methods)
    assert set(re.findall(r"`?(sumy:\w+)", WHOLE)) <= set(OURS["method"])
    for kind in ("source", "method", "format", "delivery"):
        assert f"`{kind}:NAME`" in WHOLE
    assert {kind for kind, _, _ in plugins()} == {"source", "method", "format", "delivery", "executor", "language"}
    claimed = {one.code for one in SERVED.values() if one.level == "claimed"}
    assert all(f"`{code}`" in README for code in claimed)


def _keys(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            for key, inner in one.items():
                yield key
                yield from _keys(inner)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> dict[str, Any]:
    """What each command gives as JSON: of the example, and of two editions between which a figure changed."""
    here = tmp_path_factory.mktemp("desk")
    (here / "news").mkdir()
    mail = 'sender = "a@example.org"\nrecipients = ["b@example.org"]\nfolder = "out"\n'
    sources = 'sources = ["news", "http://127.0.0.1:9/"]'
    (here / "briefing.toml").write_text(f'name = "n"\n{sources}\nstate = "state"\noutput = "pages"\n[mail]\n{mail}')

    def said(*call: str, known: bool = True) -> str:
        config = ("--config", str(here / "briefing.toml")) if known else ()
        return CliRunner().invoke(cli.cli, [*call, *config]).stdout

    (here / "news" / "a.txt").write_text("About 1,200 dock workers walked out at the northern harbour on Friday.")
    said("build", "--publish", "-q", "--offline", "--date", "2026-11-20")
    said("send", "-q", "2026-11-20")
    (here / "news" / "a.txt").write_text("About 1,400 dock workers walked out at the northern harbour on Friday.")
    (here / "news" / "b.txt").write_text("Two ferries stayed in port on Saturday. The wind is to drop on Monday.")
    said("build", "--publish", "-q", "--offline", "--date", "2026-11-22")
    said("editions", "export", str(here / "out"))
    said("archive", str(here / "public"), "-q")
    said("run", "--due", "00:00")
    listed = [json.loads(row) for row in (here / "out" / "statements.jsonl").read_text("utf-8").splitlines()]
    explained = json.loads(said("explain", str(seeds), "--json", known=False))
    in_two_articles = json.loads(said("explain", str(seeds), "3.2", "--json", known=False))
    explained["sentences"] += in_two_articles["sentences"]
    return {
        "`explain --json`": explained,
        "`explain --themes --json`": json.loads(said("explain", str(seeds), "--themes", "--json", known=False)),
        "`outbox --json`": json.loads(said("outbox", "list", "--all", "--json")),
        "`editions --json`": json.loads(said("editions", "list", "--json")),
        "`editions compare --json`": json.loads(said("editions", "compare", "2026-11-20", "2026-11-22", "--json")),
        "`editions export`: `statements.jsonl`": listed,
        "`check --json`": json.loads(said("check", "--json")),
        "`fetch --json`": json.loads(said("fetch", "--json")),
        "`archive`: `archive.json`": json.loads((here / "public" / "archive.json").read_bytes()),
        "`run`: `status.json`": json.loads((here / "state" / "status.json").read_bytes()),
        "`plugins --json`": [{"kind": "", "name": "", "what": ""}],
    }


def test_every_field_of_every_json_is_told_and_no_other(answers):
    """Under the schema that stands beside it."""
    for first, schema, fields in _rows("from"):
        if first == "`run`: `status.json`":
            assert all(f"`{key}`" in README for key in _keys(answers[first]))
        elif first not in answers:
            assert "](" in fields, first  # told elsewhere
        else:
            assert set(_keys(answers[first])) - {"schema"} == set(re.findall(r"`(\w+)`", fields)), first
            assert not schema or answers[first]["schema"] == schema.strip("`")
    assert set(answers) <= {row[0] for row in _rows("from")}


def test_every_template_and_filter_that_is_told_is_there():
    """The other way round stands in `test_docs`."""
    text = DOCUMENTS["templates/README.md"]
    files = set(re.findall(r"`([\w.-]+\.(?:j2|css|js|toml))`", text))
    assert files <= {path.name for path in (ROOT / "templates").iterdir()}
    filters = set(re.findall(r"`(\w+)`", text[text.index("Filters beside Jinja's own") :]))
    assert len(filters) > 20
    assert filters <= set(from_template._filters("/"))


def _anchors(text: str) -> set[str]:
    outside = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in re.findall(r"(?m)^#+ (.+)$", outside)}


@pytest.mark.parametrize(
    "name", [*DOCUMENTS, "briefing/README.md", "briefing/renderers/pictures/README.md", "tests/gate/README.md"]
)
def test_every_link_leads_somewhere(name):
    """To a file that is there, and to a heading of it."""
    text = (ROOT / name).read_text("utf-8")
    for target in re.findall(
        r"\]\((?!https?:)([^)\s]+)\)|src=\"([^\"]+)\"", re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
    ):
        path, _, anchor = "".join(target).partition("#")
        file = (ROOT / name).parent / path if path else ROOT / name
        assert file.exists(), target
        assert not anchor or anchor in _anchors(file.read_text("utf-8")), target


def test_the_contents_are_the_headings():
    """Each of the reference, in its order."""
    contents = README[README.index("## Contents") :].partition("\n## ")[0]
    outside = re.sub(r"```.*?```", "", README[README.index("## Contents") :], flags=re.DOTALL)
    assert re.findall(r"\[([^\]]+)\]\(#", contents) == re.findall(r"(?m)^##+ (.+)$", outside)[1:]


def test_every_guide_is_linked_from_the_top():
    """Nobody has to search for one."""
    linked = set(re.findall(r"\]\(([^)#\s]+README\.md)", README))
    assert set(DOCUMENTS) - {"README.md"} <= linked
