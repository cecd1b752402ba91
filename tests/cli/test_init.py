"""`briefing init`, `check` and `plugins`: before the first page."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from hashlib import sha256
from pathlib import Path

import pytest

from briefing import assembly, resources
from briefing.settings.schema import KINDS

ARTICLE = "The dam above Orr broke on Friday. Nobody was hurt, the mayor said."


def snapshot(folder: Path) -> dict[str, tuple[str, int]]:
    """Everything in a folder with its content and time."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {str(path): (sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns) for path in files}


def test_a_starter_has_every_setting_as_a_comment(command):
    """With the marks taken away it is still TOML, and every key is one of ours."""
    ran = command("init")
    assert (ran.code, ran.out) == (0, "")
    text = Path("briefing.toml").read_text("utf-8")
    assert tomllib.loads(text) == {}
    for key in KINDS:
        assert f"# {key.rpartition('.')[2]} = " in text, key
    keys = [
        line[2:]
        for line in text.splitlines()
        if line.startswith(("# [", "# ")) and (" = " in line or line.startswith("# ["))
    ]
    assert {"mail", "theme"} < set(
        tomllib.loads("\n".join(k for k in keys if k[0] == "[" or k.split(" = ")[0].replace("_", "").isalpha()))
    )


def test_the_starter_works_as_it_is(command, tmp_path):
    """All defaults: a page without themes."""
    command("init", tmp_path / "new")
    (tmp_path / "new" / "a.txt").write_text(ARTICLE)
    assert command("build", tmp_path / "new", "--config", tmp_path / "new" / "briefing.toml", "-o", "-").code == 0


def test_the_example_is_built_by_the_command_that_init_names(command, seeds):
    """Byte for byte the five articles and their settings; `briefing build DIR` is next."""
    ran = command("init", "--example", "try-it")
    assert ran.code == 0
    assert "next: briefing build try-it" in ran.err
    assert {p.name: p.read_bytes() for p in Path("try-it").iterdir()} == {
        p.name: p.read_bytes() for p in seeds.iterdir() if p.is_file()
    }
    built = command("build", "try-it", "-o", "-")
    assert built.code == 0
    assert built.out.startswith("# NATO briefing, ")
    assert "## Ukraine tensions" in built.out


@pytest.mark.parametrize("arguments", [["init"], ["init", "--example"]])
def test_nothing_is_ever_overwritten(command, arguments):
    """If any of its files is there: exit 1 with that one's name, and none is written."""
    Path("briefing.toml").write_text("# mine\n")
    ran = command(*arguments)
    assert ran.code == 1
    assert "briefing.toml: exists already" in ran.err
    assert [(p.name, p.read_text()) for p in Path.cwd().iterdir()] == [("briefing.toml", "# mine\n")]


def test_the_templates_are_written_to_be_changed(command):
    """Every one with the README, each named; once they are the settings', check finds them well."""
    ran = command("init", "--templates", "own")
    assert ran.code == 0
    ours = {p.name: p.read_bytes() for p in resources.templates().iterdir() if p.suffix != ".toml"}
    assert {p.name: p.read_bytes() for p in Path("own").iterdir()} == ours
    assert [line for line in ran.err.splitlines() if line.endswith(" written")] == [
        f"own/{n} written" for n in sorted(ours)
    ]
    assert 'next: templates = "own" in briefing.toml' in ran.err
    Path("briefing.toml").write_text('templates = "own"\n')
    assert "templates: well" in command("check").out


def test_no_template_is_ever_overwritten(command):
    """If one is there: exit 1 with its name, and none is written."""
    Path("own").mkdir()
    Path("own/said.j2").write_text("mine")
    ran = command("init", "--templates", "own")
    assert ran.code == 1
    assert "own/said.j2: exists already" in ran.err
    assert [p.name for p in Path("own").iterdir()] == ["said.j2"]


def test_check_says_what_is_well_and_changes_nothing(command, seeds, tmp_path):
    """A line each for settings, templates, sources, state and mail; not a file more or another."""
    settings = tmp_path / "here" / "briefing.toml"
    settings.write_text(
        f'name = "nato"\nsources = ["{seeds}"]\noutput = "pages"\n[mail]\nsender = "a@example.org"\n'
        'recipients = ["b@example.org"]\nfolder = "outgoing"\n'
    )
    before = snapshot(tmp_path), snapshot(seeds)
    ran = command("check")
    assert (ran.code, ran.err) == (0, "")
    assert [line.partition(":")[0] for line in ran.out.splitlines()] == [
        "settings",
        "templates",
        "sources",
        "state",
        "disk",
        "clock",
        "mail",
        "lock",
        "outbox",
        "runs",
        "schedule",
    ]
    assert "well; 5 articles" in ran.out
    assert "1 recipients" in ran.out or "1 recipient" in ran.out
    assert (snapshot(tmp_path), snapshot(seeds)) == before
    assert not (tmp_path / "data").exists()


CHECKS = [
    ('sources = ["nowhere"]\n', 1, "sources: "),
    ("words = 3\n", 78, "sources: none"),
    ('sources = ["pile"]\nmethod = "ous"\n', 78, "did you mean 'ours'?"),
    (
        'sources = ["pile"]\nname = "x"\n[mail]\nsender = "nobody"\n'
        'recipients = ["a@example.org"]\nhost = "h.example"\n',
        78,
        "nobody",
    ),
    (
        'sources = ["pile"]\nname = "x"\n[mail]\nsender = "a@example.org"\n'
        'recipients = ["b@example.org"]\nhost = "h"\nuser = "u"\n',
        78,
        "BRIEFING_MAIL_PASSWORD",
    ),
    ('sources = ["pile"]\nformats = ["mdd"]\n', 78, "did you mean 'md'?"),
    ("nonsense = 1\n", 78, "nonsense"),
]


@pytest.mark.parametrize(("settings", "code", "said"), CHECKS, ids=[said for *_, said in CHECKS])
def test_check_says_what_is_not(command, settings, code, said):
    """With the exit code that the command itself would have."""
    Path("pile").mkdir()
    Path("pile/a.txt").write_text(ARTICLE)
    Path("briefing.toml").write_text(settings)
    ran = command("check")
    assert said in ran.err
    assert ran.code in (code, 1)


@pytest.mark.parametrize(
    ("mode", "line"),
    [(0o600, "mail: well; 1 recipient, through h, which only --online asks"), (0o644, "chmod 600")],
    ids=["safe", "open to others"],
)
def test_check_looks_the_password_up_where_a_run_would(command, mode, line):
    """In the file that the settings name, beside the settings; and says nothing of what it found."""
    Path("briefing.toml").write_text(
        'name = "x"\n[fetch]\ncredentials = "netrc"\n[mail]\nsender = "a@example.org"\n'
        'recipients = ["b@example.org"]\nhost = "h"\nuser = "u"\n'
    )
    Path("netrc").write_text("machine h login u password canary")
    Path("netrc").chmod(mode)
    ran = command("check")
    assert line in ran.out + ran.err
    assert "canary" not in ran.out + ran.err


def test_check_names_each_article_that_cannot_be_read(command):
    """Exit 1, a line each."""
    Path("pile").mkdir()
    Path("pile/a.txt").write_text("")
    Path("pile/b.txt").write_bytes(bytes(range(256)))
    ran = command("check", "pile")
    assert ran.code == 1
    assert [line.partition(": ")[0] for line in ran.err.splitlines()] == ["sources"] * 2


def test_check_does_not_read_standard_input(command):
    """Nor wait for it."""
    ran = command("check", "-")
    assert ran.code == 0
    assert "standard input, which is not read by check" in ran.out


def test_everything_that_can_be_named_is_listed(command):
    """As a table and as JSON, ours first."""
    listed = json.loads(command("plugins", "--json").out)
    found = {(item["kind"], item["name"]) for item in listed}
    assert found >= {(kind, name) for kind, named in assembly.OURS.items() for name in named}
    table = command("plugins").out.splitlines()
    assert len(table) == len(listed)
    for line, item in zip(table, listed, strict=True):
        assert line.startswith(f"{item['kind']} {item['name']}")
        assert item["what"]


@pytest.mark.parametrize("name", assembly.OURS["method"])
def test_every_method_that_is_listed_can_be_used(name):
    """By that very name."""
    assert callable(assembly.summariser(name))


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """A folder into which a package with plugins was installed, by pip."""
    folder = tmp_path_factory.mktemp("plugin")
    (folder / "src" / "shortest").mkdir(parents=True)
    (folder / "src" / "shortest" / "__init__.py").write_text(
        "class Shortest:\n"
        "    def __call__(self, sentences, pile):\n"
        "        return [-float(len(s.text)) for s in sentences]\n\n\n"
        "class Loud:\n"
        "    suffix, own_words = 'loud', frozenset()\n\n"
        "    def __call__(self, briefing, folder):\n"
        "        return briefing.title.upper() + '\\n'\n"
    )
    (folder / "src" / "pyproject.toml").write_text(
        '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'
        '[project]\nname = "shortest"\nversion = "1.0"\n'
        '[project.entry-points."briefing.plugins"]\n"method:shortest" = "shortest:Shortest"\n'
        '"format:loud" = "shortest:Loud"\n'
    )
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--no-build-isolation",
    ]
    subprocess.run([*pip, "--target", folder / "site", folder / "src"], check=True, capture_output=True)
    return folder / "site"


def test_a_plugin_of_another_package_is_found_and_used(installed, tmp_path):
    """By its entry point alone: listed, named on the command line, and its name in the note."""
    (tmp_path / "a.txt").write_text(
        "The old dam above the town of Orr broke on Friday. It rained. Nobody in the town was hurt."
    )
    env = {**os.environ, "PYTHONPATH": str(installed)}

    def out(*arguments: str) -> str:
        call = [sys.executable, "-m", "briefing", *arguments]
        return subprocess.run(call, env=env, cwd=tmp_path, check=True, capture_output=True, text=True).stdout

    assert "method shortest" in out("plugins")
    page = out("build", "a.txt", "--method", "shortest", "--words", "6", "-o", "-")
    assert "method=shortest" in page
    assert "The old dam above" not in page
    assert out("build", "a.txt", "--format", "loud", "-o", "-") == "BRIEFING\n"


def test_the_kind_of_an_entry_point_is_the_one_that_is_documented(root):
    """What `plugins.py` tells authors to write is what is looked for."""
    written = (root / "briefing" / "plugins.py").read_text("utf-8")
    (kind,) = set(re.findall(r"`(\w+):mine =", written))
    assert kind in assembly.OURS


def test_an_installed_wheel_builds_the_example_from_anywhere(root, tmp_path):
    """From a wheel that is really built, far from the clone: the example is written, built and proved."""
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "install",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
    ]
    subprocess.run([*pip, "--target", tmp_path / "site", root], check=True, capture_output=True)
    home = tmp_path / "home"
    home.mkdir()
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}

    def ran(*arguments: str) -> subprocess.CompletedProcess[str]:
        call = [sys.executable, "-m", "briefing", *arguments]
        return subprocess.run(call, env=env, cwd=home, check=True, capture_output=True, text=True)

    where = subprocess.run(
        [sys.executable, "-c", "import briefing; print(briefing.__file__)"],
        env=env,
        cwd=home,
        capture_output=True,
        text=True,
    ).stdout
    assert where.startswith(str(tmp_path / "site"))
    ran("init", "--example", "try-it")
    ran("build", "try-it", "--date", "2026-11-22")
    assert "verbatim" in ran("verify", "briefings/2026-11-22.md").stdout
