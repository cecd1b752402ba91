"""The house keeps its own rules."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import briefing
from briefing import errors

PACKAGE = Path(briefing.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))
FORBIDDEN = {
    "nltk.download",
    "nltk.data.load",
    "nltk.data.find",
    "yaml.load",
    "yaml.unsafe_load",
    "os.system",
    "os.popen",
    "pty.spawn",
    "subprocess.getoutput",
    "subprocess.getstatusoutput",
    "asyncio.create_subprocess_shell",
    "shutil.unpack_archive",
    "tempfile.mktemp",
}
FORBIDDEN_MODULES = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "commands", "code", "runpy"}
"""What runs or builds whatever a file says. Processes and clusters hand each other objects; no file holds one."""

PROGRAMS = {"subprocess.run", "subprocess.Popen", "subprocess.call", "subprocess.check_call", "subprocess.check_output"}


def test_the_floors_hold(root):
    """No module imports from a floor above its own; the contracts stand in pyproject.toml."""
    tool = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert tool, "import-linter is not installed"
    done = subprocess.run([tool, "--no-cache"], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert re.search(r"Contracts: [2-9]\d* kept, 0 broken", done.stdout)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_module_runs_or_loads_what_is_not_ours(path):
    """No eval, exec, shell, pickle, unsafe YAML, and nothing of NLTK's that opens or downloads data."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in FORBIDDEN, f"{path}:{node.lineno}"
            assert called not in {"eval", "exec", "compile", "__import__"}, f"{path}:{node.lineno}"
            assert not any(k.arg == "shell" for k in node.keywords), f"{path}:{node.lineno}"
            if called == "yaml.load":
                assert any("Safe" in ast.unparse(k.value) for k in node.keywords)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_shell_reads_what_a_program_is_given(path):
    """Programs are started by a list of words, never a line of text; no module that runs what it reads is imported."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
        module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
        assert not FORBIDDEN_MODULES & {name.split(".")[0] for name in (module, *names)}, f"{path}:{names}"
        assert module not in ("os", "subprocess") or names == ["environ"], f"{path}: {names}, under its full name"
        if isinstance(node, ast.Call) and (called := ast.unparse(node.func)).startswith(
            ("subprocess.", "os.exec", "os.spawn")
        ):
            assert called in PROGRAMS, f"{path}:{node.lineno}: {called}"
            assert not isinstance(node.args[0], ast.Constant | ast.JoinedStr | ast.BinOp), f"{path}:{node.lineno}"
            assert not any(k.arg is None for k in node.keywords), (
                f"{path}:{node.lineno}: options that cannot be read here"
            )


def test_a_program_that_is_given_a_line_of_text_is_not_started():
    """A list of words in a variable is no shell; a text in one is refused by the system: there is no such program."""
    from briefing.schedule.programs import run

    with pytest.raises(errors.BriefingError):
        run("echo hello; true", {}, patience=5)


def test_only_what_commands_say_reaches_a_terminal():
    """`say` marks what a terminal would obey; pages, which are safe by their format, are the one thing beside it."""
    echoes = {
        path.relative_to(PACKAGE).as_posix(): text.count("click.echo(")
        for path in SOURCES
        if "click.echo(" in (text := path.read_text("utf-8"))
    }
    assert echoes == {"cli/saying.py": 1, "cli/build.py": 1}


def test_no_tokenizer_of_sumys_is_used():
    """It would download data."""
    imports = re.compile(r"^\s*(?:from|import) sumy\.nlp\.tokenizers", re.MULTILINE)
    assert not [path for path in SOURCES if imports.search(path.read_text("utf-8"))]


def test_the_tree_of_errors_is_the_one_that_is_drawn():
    """Class, parent and exit code, as the docstring of `errors` draws them."""
    drawn: dict[str, tuple[str | None, int]] = {}
    path: list[str] = []
    for line in (errors.__doc__ or "").splitlines():
        if match := re.match(r"([│ ├└─]*)(\w+) +exit (\d+)", line):
            depth = len(match[1]) // 4
            path[depth:] = [match[2]]
            drawn[match[2]] = (path[depth - 1] if depth else None, int(match[3]))
    classes = {
        name: (None if c is errors.BriefingError else c.__base__.__name__, c.exit_code)
        for name, c in vars(errors).items()
        if isinstance(c, type) and issubclass(c, errors.BriefingError)
    }
    assert drawn == classes


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_files_and_functions_stay_small(path):
    """No file near 400 lines, no function over 45, no more than five arguments by position."""
    text = path.read_text("utf-8")
    assert text.count("\n") < 400 or path.name == "model.py"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < 45, f"{path.name}: {node.name}"
            assert len(node.args.args) <= 6, f"{path.name}: {node.name}"


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "misc", "manager", "base"])
def test_no_module_is_named_for_nothing(name):
    """A name says what lives there."""
    assert not [path for path in SOURCES if path.stem == name]


def test_nothing_names_the_place_where_it_was_made(root):
    """No absolute path of a machine in what is shipped."""
    shipped = [
        *SOURCES,
        *root.glob("templates/*"),
        *root.glob("*.md"),
        *root.glob("seeds/*.toml"),
        root / "pyproject.toml",
    ]
    for path in shipped:
        assert not re.search(r"/(?:work|root|tmp/eval)/", path.read_text("utf-8")), path
