"""Every module can be imported alone, and each outside library has one door."""

from __future__ import annotations

import ast
import importlib
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import briefing
from briefing.records.lock import held
from briefing.records.state import opened
from briefing.records.status import note

PACKAGE = Path(briefing.__file__).parent
MODULES = sorted(m.name for m in pkgutil.walk_packages([str(PACKAGE)], "briefing.") if not m.name.endswith("__main__"))
DOORS = {
    "jinja2": ("briefing.renderers.from_template", "briefing.renderers.template_"),
    "babel": ("briefing.renderers.words.",),
    "markupsafe": ("briefing.renderers.from_template", "briefing.renderers.template_sandbox"),
    "rouge_score": ("briefing.evaluation.rouge",),
    "nltk": ("briefing.language.", "briefing.evaluation.plain_sentences"),
    "py3langid": ("briefing.language.detect",),
    "sumy": ("briefing.summarisers.from_sumy",),
    "numpy": ("briefing.evaluation.resampling",),
    "sqlite3": ("briefing.records.",),
    "click": ("briefing.cli",),
    "pypdfium2": ("briefing.parsers.pdf.document",),
    "weasyprint": ("briefing.renderers.as_pdf",),
    "docx": ("briefing.parsers.docx",),
    "csv": ("briefing.sources.comma_separated",),
    "gzip": ("briefing.sources.packed",),
    "zipfile": ("briefing.sources.archive", "briefing.parsers.docx"),
    "yaml": ("briefing.sources.front_matter",),
    "trafilatura": ("briefing.parsers.html.main_text",),
    "htmldate": ("briefing.parsers.html.publication",),
    "feedparser": ("briefing.parsers.feed",),
    "charset_normalizer": ("briefing.parsers.charset",),
    "lxml": ("briefing.parsers.blocks", "briefing.parsers.fragment", "briefing.parsers.opml"),
    "platformdirs": ("briefing.settings.home",),
    "dask": ("briefing.executors.from_dask",),
    "distributed": ("briefing.executors.from_dask",),
    "multiprocessing": ("briefing.executors.", "briefing.testing.promises"),
    "fsspec": ("briefing.sources.from_fsspec",),
    "pyarrow": ("briefing.sources.parquet",),
    "zstandard": ("briefing.sources.zstd",),
    "imaplib": ("briefing.fetchers.mailbox.",),
    "keyring": ("briefing.credentials.",),
    "netrc": (),
    "urllib3": ("briefing.fetchers.web.from_urllib3",),
    "protego": ("briefing.fetchers.web.robots",),
    "ssl": ("briefing.fetchers.", "briefing.deliverers.smtp"),
    "smtplib": ("briefing.deliverers.smtp",),
    "idna": ("briefing.model.naming",),
    "css_inline": ("briefing.renderers.inlined",),
    "subprocess": (
        "briefing.parsers.process",
        "briefing.deliverers.sendmail",
        "briefing.schedule.programs",
    ),
    "random": (),
    "pickle": (),
    "requests": (),
}


def imports() -> Iterator[tuple[str, str]]:
    """Yield each module with each thing that it imports, wherever in it."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((name, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield name, node.module


@pytest.mark.parametrize("library", DOORS)
def test_each_library_has_one_door(library):
    """Only the module that is named for it imports it, and that one does."""
    found = {module for module, imported in imports() if imported.split(".")[0] == library}
    assert [module for module in sorted(found) if not module.startswith(DOORS[library])] == []
    assert [door for door in DOORS[library] if not any(module.startswith(door) for module in found)] == []


@pytest.mark.parametrize("name", MODULES)
def test_each_module_says_why_it_exists(name):
    """In the first line of its docstring."""
    doc = importlib.import_module(name).__doc__
    assert doc
    assert len(doc.splitlines()[0]) > 15 or name.endswith("__init__")


def test_only_the_command_line_reads_the_clock():
    """The day and the moment are arguments everywhere else."""
    readers = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if re.fullmatch(r"(?:datetime|date|time)\.(?:now|today|utcnow|time)", called):
                readers.append(path.relative_to(PACKAGE).as_posix())
    assert set(readers) == {"cli/request.py"}


_IDLE = """\
import sys
from briefing.cli import start
code = start(["run", "--due", "00:00"])
print(code, *sorted({module for name in sys.modules for module in (name, name.partition(".")[0])}))
"""


@pytest.mark.parametrize("is_held", [False, True])
def test_a_call_of_cron_that_has_nothing_to_do_imports_hardly_anything(tmp_path, is_held):
    """It comes every quarter of an hour; and where another run is at work, it has nothing to do either."""
    now = datetime.now(UTC)
    (tmp_path / "briefing.toml").write_text('name = "orr"\nsources = ["news"]\nstate = "state"\nzone = "UTC"\n')
    with opened(tmp_path / "state"):
        note(tmp_path / "state", "last_edition", {"at": (now - timedelta(days=2 * is_held)).isoformat()})
    with held(tmp_path / "state", now=now) if is_held else nullcontext():
        done = subprocess.run([sys.executable, "-c", _IDLE], cwd=tmp_path, capture_output=True, text=True)
    code, *modules = done.stdout.split()
    assert (code, is_held) in {("0", False), ("75", True)}, done.stderr
    heavy = {"nltk", "numpy", "babel", "email", "jinja2", "logging", "ssl", "briefing.assembly", "briefing.post"}
    assert heavy.intersection(modules) == set()
    assert "sqlite3" in modules


LOADED = """
import sys
before = {*sys.modules}
from briefing.__main__ import main
sys.argv = ["briefing", *sys.argv[1:]]
try:
    main()
except SystemExit:
    pass
print("loaded", *(sys.modules.keys() - before))
"""


def loaded(*arguments: str | Path, caches: Path) -> set[str]:
    """Return the modules that a command line imports, in a process of its own."""
    environment = os.environ | {"XDG_CACHE_HOME": str(caches), "PYTHONPATH": str(PACKAGE.parent)}
    command = [sys.executable, "-c", LOADED, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=PACKAGE.parent, env=environment)
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("loaded")]
    return {*line.split()[1:]}


def libraries(modules: set[str]) -> set[str]:
    """Return the libraries among some modules, without Python's own and ours."""
    own = {*sys.stdlib_module_names, "briefing"}
    return {top for name in modules if (top := name.split(".")[0]) not in own and not top.startswith("_sysconfig")}


def test_the_version_is_told_at_once(tmp_path):
    """Without a library, and next to nothing of ours."""
    found = loaded("--version", caches=tmp_path)
    assert libraries(found) == set()
    assert {name for name in found if name.startswith("briefing")} == {
        "briefing", "briefing.__main__", "briefing.version",
    }  # fmt: skip


def test_a_build_imports_what_it_uses(seeds, tmp_path):
    """And nothing else: of nltk (which stems) some modules that it takes away again; what makes readings only once."""
    page = tmp_path / "page.md"
    first, again = (loaded("build", seeds, "-q", "-o", page, caches=tmp_path) for _ in range(2))
    assert page.is_file()
    used = {"babel", "click", "jinja2", "markupsafe", "platformdirs", "regex"}
    assert libraries(first) - {"pytz"} == libraries(again) - {"pytz"} == used  # babel imports pytz where there is one
    unused = {"sqlite3", "ssl", "email", "importlib.metadata", "multiprocessing", "subprocess", "unittest", "http"}
    assert (first | again) & unused == set()
    makers = {f"briefing.stages.{name}" for name in ("read", "clean", "split", "attribute", "cut")}
    assert makers <= first
    assert makers & again == set()
