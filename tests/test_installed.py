"""The wheel and the sdist: what is in them, that they are the same each time, and that they do by themselves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.machine import unavailable
from tests.report import licences
from tests.report.installed.built import ROOT, built, unpacked
from tests.report.installed.smoke import Smoke, every_morning, first_page
from tests.report.installed.venv import Venv, fresh, requirements
from tests.report.installed.versions import installed

GUIDES = ("", "cli/", "deliverers/", "evaluation/", "executors/", "post/", "sources/", "stages/theme/")
NOT_CODE = {
    *(f"briefing/renderers/words/{language}.po" for language in ("de", "es", "fr", "ru", "uk")),
    *(f"briefing/{folder}README.md" for folder in GUIDES), "briefing/py.typed", "briefing/renderers/page.schema.json",
}  # fmt: skip


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A wheel and an sdist."""
    folder = tmp_path_factory.mktemp("dist")
    return built("wheel", folder), built("sdist", folder)


@pytest.fixture(scope="module")
def venv(tmp_path_factory: pytest.TempPathFactory, builds: tuple[Path, Path]) -> Venv:
    """An environment of its own, which has the wheel that the sdist makes and borrows the libraries of these tests."""
    folder = tmp_path_factory.mktemp("venv")
    made = fresh(folder / "venv", this_python())
    made.borrow()
    before = made.files()
    assert made.pip("install", "--no-index", "--no-deps", built("wheel", folder, unpacked(builds[1], folder))) == ""
    assert made.files() > before
    return made


def this_python() -> Path:
    """The Python that these tests run on, outside of their environment."""
    return Path(sys._base_executable)  # type: ignore[attr-defined]


def of_package() -> set[str]:
    """What the wheel should have of the package, by the names there."""
    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / "briefing").rglob("*.py")}
    beside = {
        f"briefing/_{name}/{path.relative_to(ROOT / name).as_posix()}"
        for name in ("templates", "seeds")
        for path in (ROOT / name).rglob("*")
        if path.is_file()
    }
    return code | beside | NOT_CODE


def test_the_wheel_has_the_package_and_nothing_else(builds):
    """Templates, example, catalogues, the mark that it is typed, and the licence; no tests, nothing stray."""
    with zipfile.ZipFile(builds[0]) as wheel:
        names = {*wheel.namelist()}
        (about,) = {name.split("/")[0] for name in names if ".dist-info/" in name}
        assert wheel.read(f"{about}/licenses/LICENSE") == (ROOT / "LICENSE").read_bytes()
        metadata = wheel.read(f"{about}/METADATA").decode()
    written = {f"{about}/{name}" for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE")}
    assert names == of_package() | written
    assert "\nLicense-Expression: Apache-2.0\n" in metadata


def test_the_sdist_has_the_sources(builds):
    """What stands at its top, the whole of what the wheel is made of, and the tests."""
    with tarfile.open(builds[1]) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    top = {name.split("/")[0] for name in names}
    folders, files = (
        {"briefing", "templates", "seeds", "tests"},
        {"Makefile", "README.md", "CHANGELOG.md", "LICENSE", "SECURITY.md"},
    )
    assert top == folders | files | {"pyproject.toml", "PKG-INFO", ".gitignore"}
    assert {name.replace("briefing/_t", "t").replace("briefing/_s", "s") for name in of_package()} <= names
    assert {"tests/conftest.py", "tests/report/plan.toml", "tests/gate/figures.json"} <= names
    assert not [name for name in names if "__pycache__" in name or name.endswith((".pyc", ".sqlite", ".log"))]


def test_they_are_the_same_bytes_each_time_and_from_each_other(builds, tmp_path):
    """So that anybody can see that a release was made from its sources."""
    again = built("wheel", tmp_path / "again"), built("sdist", tmp_path / "again")
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in builds]
    of_sdist = built("wheel", tmp_path / "of", unpacked(builds[1], tmp_path / "of"))
    assert of_sdist.read_bytes() == builds[0].read_bytes()


def test_installed_from_the_sdist_it_makes_the_pages_and_the_mail_of_the_readme(venv, tmp_path):
    """As a command of its own in a fresh environment: it is its own files that are used, not the clone's."""
    smoke = Smoke(venv.briefing, tmp_path, {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"})
    first_page(smoke)
    every_morning(smoke)
    assert smoke.faults == []
    assert smoke.pages[0].startswith(b"# NATO briefing, 22 November 2026\n\n5 articles from 12 February 2021")
    smoke.call("plugins", "--json", says='"ours"')
    assert smoke.faults == []


def test_uninstalled_nothing_of_it_is_left_but_the_users_data(venv, root, tmp_path):
    """pip takes all of its files away; what it has written lies where the README says."""
    gone, home = Venv(tmp_path / "gone"), tmp_path / "home"
    shutil.copytree(venv.folder, gone.folder, symlinks=True)
    (home / "news").mkdir(parents=True)
    (home / "news" / "a.txt").write_text("The dam above Orr broke on Friday. Nobody was hurt, the mayor said.")
    (home / "briefing.toml").write_text('name = "orr"\nsources = ["news"]\n')
    given = {*home.rglob("*")}
    for arguments in (["run"], ["build", "news", "--config", "/dev/null", "-o", "page.md"]):
        call = [gone.python, "-m", "briefing", *arguments]
        done = subprocess.run(call, cwd=home, env={"HOME": str(home)}, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    assert gone.pip("uninstall", "--yes", "briefing") == ""
    assert [path for path in gone.files() if "briefing" in str(path.relative_to(gone.folder))] == []
    written = {path.relative_to(home) for path in {*home.rglob("*")} - given if path.is_file()}
    told = root.joinpath("README.md").read_text("utf-8").partition("## Uninstall")[2].partition("\n## ")[0]
    for place in (".local/share/briefing", ".cache/briefing", "briefings"):
        assert place in told
        assert [path for path in written if path.is_relative_to(place)], place
        written = {path for path in written if not path.is_relative_to(place)}
    assert written == {Path("page.md")}


def test_it_does_with_the_oldest_libraries_that_it_allows(tmp_path):
    """`make report` does that on every Python and with every extra; pip has to ask an index for them."""
    if not os.environ.get("CI"):
        unavailable("asks a package index: only in CI, and by `python -m tests.report installed`")
    smoke = installed(this_python(), tmp_path, built("wheel", tmp_path), named=[], oldest=True)
    if not smoke.faults:
        first_page(smoke)
    assert smoke.faults == []


def test_every_library_may_be_used_and_passed_on_with_ours():
    """The core is free of copyleft but that of files (MPL) and of libraries that are imported as they came (LGPL)."""
    found = {row.case: row for row in licences.rows(99)}
    assert {case: row.figure for case, row in found.items() if row.is_kept is False} == {}
    core = licences.closure(requirements())
    assert len(core) > 20
    assert None not in core.values()
    weak = [name for name, it in core.items() if not licences.is_allowed(licences.licence(it), licences.FREE)]
    assert weak == ["certifi", "pycountry", "tqdm"]
    assert licences.licence(core["pycountry"]) in licences.IMPORTED


@pytest.mark.parametrize("expression", ["GPL-3.0-only", "AGPL-3.0-only", "MIT AND GPL-2.0-only", "", "Proprietary"])
def test_a_licence_that_asks_for_more_is_seen(expression):
    """One that is not stated as well."""
    assert not licences.is_allowed(expression, licences.FREE | licences.BY_FILE | licences.IMPORTED)
