"""The installed command as an ordinary user has it: odd homes, locales, folders and masks. Every way works or says how.

Needs root, who may become anybody, and a Python that ordinary users may run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.report.installed.built import ROOT, built
from tests.report.installed.interpreters import interpreters
from tests.report.installed.venv import Venv, fresh
from tests.report.row import Row

NOBODY, STRANGER = 65534, 54321
"""A user of the list of users, with a home that is not there, and one whom no list knows, as in a container."""

DAY = "2026-11-22"
PROMISE = "every way works, or says in a line what to do"
SETTINGS = """\
name = "orr"
title = "Orr"
sources = ["try-it"]
zone = "UTC"
output = "pages"
{more}
[mail]
sender = "desk@example.org"
recipients = ["ada@example.com"]
folder = "outgoing"
"""
WAYS: dict[str, tuple[str, ...]] = {
    "init": ("init", "--example", "another"),
    "build": ("build", "try-it", "--date", DAY, "-o", "page.md"),
    "print": ("build", "try-it", "--date", DAY, "-o", "-"),
    "verify": ("verify", "page.md"),
    "explain": ("explain", "try-it", "Blinken"),
    "run": ("run",),
    "check": ("check",),
    "editions": ("editions",),
}
NAMED = ("build", "print", "explain", "run", "check", "editions")
NOT_UTF8 = {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
NO_HOME = "set `state` to a folder of yours, or HOME"
NO_STATE = "cannot be made: Permission denied; give a folder that you may write to as the setting `state`"
STATELESS = {"run": NO_STATE, "check": "let `state` name another folder", "editions": "no edition"}
NO_PLACE = "cannot be written: Permission denied; name another place with -o, or as `output`"
READ_ONLY = {
    "init": "do it in a folder that you may write to",
    "build": NO_PLACE,
    "verify": "page.md",
    "run": NO_PLACE,
    "check": NO_PLACE,
}
NO_LOCALE = "set PYTHONUTF8=1, or LC_ALL=C.UTF-8"


@dataclass(frozen=True)
class Case:
    """How somebody works: `home` is HOME ("": none); `says` are the words of the ways that cannot work so."""

    name: str
    environ: Mapping[str, str] = field(default_factory=dict)
    home: str = "own"
    user: int = NOBODY
    umask: int = 0o022
    is_writable: bool = True
    more: str = ""
    says: Mapping[str, str] = field(default_factory=dict)


CASES = (
    Case("a home of one's own"),
    Case("no HOME", home="", says=STATELESS),
    Case("no HOME, with `state`", home="", more='state = "state"'),
    Case(
        "a user whom no list knows", home="", user=STRANGER, says={**dict.fromkeys(NAMED, NO_HOME), "verify": "page.md"}
    ),
    Case("a user whom no list knows, with `state`", home="", user=STRANGER, more='state = "state"'),
    Case("a read-only HOME", home="/", says=STATELESS),
    Case("a read-only HOME, with `state`", home="/", more='state = "state"'),
    Case("LANG=C", environ={"LANG": "C"}),
    Case("LC_ALL=POSIX", environ={"LC_ALL": "POSIX"}),
    Case("a locale that is not UTF-8", environ=NOT_UTF8, says=dict.fromkeys(WAYS, NO_LOCALE)),
    Case("a terminal of Latin-1", environ={"PYTHONIOENCODING": "latin-1"}),
    Case("an empty PATH", environ={"PATH": ""}),
    Case("umask 077", umask=0o077),
    Case("umask 002", umask=0o002),
    Case("a folder that may not be written to", is_writable=False, says=READ_ONLY),
)


@dataclass(frozen=True)
class Place:
    """An installed command in a folder with blanks and letters beyond ASCII in its name, for all to use."""

    folder: Path
    briefing: Path
    page: bytes

    def tried(self, case: Case, number: int) -> Row:
        """Go all ways, in a folder of their own."""
        work, home = self._work(case, number), self.folder / f"home {number}"
        home.mkdir()
        os.chown(home, case.user, case.user)
        homes = {"own": {"HOME": str(home)}, "": {}}.get(case.home, {"HOME": case.home})
        environ = {"PATH": "/usr/bin:/bin", **homes, **case.environ}
        faults = [fault for way in WAYS if (fault := self._fault(case, way, work, environ))]
        faults += [f"{path.name} is open to others" for path in _private(work, home) if path.stat().st_mode & 0o077]
        told = f"; {len(case.says)} say what to do" if case.says else ""
        figure = "; ".join([f"{len(WAYS) - len(case.says) - len(faults)} work{told}", *faults])
        return Row("I3", case.name, f"{len(WAYS)} ways", figure, PROMISE, is_kept=not faults)

    def _work(self, case: Case, number: int) -> Path:
        """A folder with the example, settings, and the page where it cannot be written."""
        work = self.folder / f"Zeitung {number}"
        shutil.copytree(ROOT / "seeds", work / "try-it")
        (work / "briefing.toml").write_text(SETTINGS.format(more=case.more))
        for path in (work, *work.rglob("*")):
            os.chown(path, *((case.user, case.user) if case.is_writable else (0, 0)))
        return work

    def _fault(self, case: Case, way: str, work: Path, environ: Mapping[str, str]) -> str:
        """Go one way; return what was wrong, if anything was."""
        who = {"user": case.user, "group": case.user, "extra_groups": [], "umask": case.umask}
        done = subprocess.run([self.briefing, *WAYS[way]], cwd=work, env=environ, capture_output=True, **who)
        said = done.stderr.decode(errors="replace")
        last = (said.splitlines() or ["nothing said"])[-1]
        if "Traceback" in said or (way in case.says) != (done.returncode != 0) or case.says.get(way, "") not in said:
            return f"{way}: {done.returncode}: {last}"
        is_page = way == "print" and way not in case.says
        return f"{way}: another page" if is_page and done.stdout != self.page else ""


def rows(load: int) -> list[Row]:
    """Try the first `load` cases."""
    if os.geteuid():
        return [Row("I3", "an ordinary user", "", "only root may become another user", PROMISE, is_kept=None)]
    with _place() as place:
        if place is None:
            return [Row("I3", "an ordinary user", "", "no Python here that others may run", PROMISE, is_kept=None)]
        return [place.tried(case, number) for number, case in enumerate(CASES[:load])]


@contextmanager
def _place() -> Iterator[Place | None]:
    """Install it where all may read it, for a Python that all may run, with the libraries of this one."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    with TemporaryDirectory() as name:
        folder = Path(name) / "Über uns (Kopie)"
        folder.mkdir()
        for path in (folder, folder.parent):
            path.chmod(0o755)
        python = next(interpreters(version, NOBODY), None)
        if python is None:
            yield None
            return
        venv = fresh(folder / "venv", python)
        venv.borrow()
        fault = venv.pip("install", "--no-index", "--no-deps", built("wheel", folder))
        assert not fault, fault
        yield Place(folder, venv.briefing, _page(venv, folder))


def _page(venv: Venv, folder: Path) -> bytes:
    """The page as root makes it."""
    shutil.copytree(ROOT / "seeds", folder / "Zeitung" / "try-it")
    (folder / "Zeitung" / "briefing.toml").write_text(SETTINGS.format(more=""))
    environ = {"HOME": str(folder), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [venv.briefing, *WAYS["print"]], cwd=folder / "Zeitung", env=environ, capture_output=True, check=True
    )
    return done.stdout


def _private(work: Path, home: Path) -> Iterator[Path]:
    """Whatever was recorded or kept."""
    for folder in (work / "state", home / ".local" / "share" / "briefing" / "orr", home / ".cache" / "briefing"):
        if folder.exists():
            yield from (folder, *(path for path in folder.rglob("*") if path.is_file()))
