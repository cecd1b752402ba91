"""From an older briefing to this one: its state, its pages, its settings, as the history of the sources has them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.errors import SettingsError
from briefing.records.schema import VERSION
from briefing.settings.loading import load as loaded
from tests.report.row import Row

ROOT = Path(__file__).parents[2]
STATE = "nobody gets a mail twice, nothing recorded is lost, every sentence of old pages is proved, a step back says so"
SETTINGS = "loads, or says which setting takes its place"
DESK = """\
name = "orr"
title = "Orr"
sources = ["news"]
zone = "UTC"
output = "pages"
state = "state"

[mail]
sender = "desk@example.org"
recipients = ["ada@example.com", "ben@example.com"]
folder = "outgoing"

[[theme]]
name = "The dam"
terms = ["dam"]
"""
NEWS = "The dam above Orr broke on Friday. Nobody was hurt, the mayor said. The dam was old.\n"
_VERSION = "from briefing.records.schema import VERSION; print(VERSION)"


def rows(load: int) -> list[Row]:
    """Go on from the last `load` schemas of the state, and take up every settings file that there was."""
    try:
        changes = _git("log", "--reverse", "--format=%h", "--", "briefing/records/schema.py").split()
    except subprocess.CalledProcessError:
        return [Row("I4", "older states and settings", "", "no history here", STATE, is_kept=None)]
    with TemporaryDirectory() as folder:
        codes = dict(_schemas([f"{changes[0]}^", *changes], Path(folder)))
        return [*(_upgraded(number, code) for number, code in [*codes.items()][-load:]), _settings(Path(folder))]


def uncommented(starter: str) -> str:
    """Return a commented settings file with every setting in it set."""
    return re.sub(r"^# (?=\w+ = |\[)", "", starter, flags=re.M)


def _schemas(commits: list[str], folder: Path) -> Iterator[tuple[int, Path]]:
    """Yield the number of each schema that commits had with the sources of the last one that had it."""
    for commit in commits:
        code = folder / commit
        code.mkdir()
        archive = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True, check=True)
        subprocess.run(["tar", "x", "-C", str(code)], input=archive.stdout, check=True)
        found = subprocess.run([sys.executable, "-c", _VERSION], cwd=code, capture_output=True, text=True)
        yield int(found.stdout) if found.returncode == 0 else 1, code


def _upgraded(number: int, code: Path) -> Row:
    """Send an edition with that code, go on with ours, and try the old one again."""
    desk = code / "desk"
    (desk / "news").mkdir(parents=True)
    (desk / "news" / "a.txt").write_text(NEWS)
    (desk / "briefing.toml").write_text(DESK)
    faults = [_fault(code, desk, "send", says="ada@example.com")]
    (page,) = (desk / "pages").glob("*.md")
    faults += [
        _proved(desk, page),
        _fault(ROOT, desk, "send", code=1, says="has the edition"),
        _fault(ROOT, desk, "run"),
        _fault(ROOT, desk, "editions", says=f"{page.stem}  1 "),
        _fault(ROOT, desk, "archive", "site"),
    ]
    if number < VERSION:
        faults.append(_fault(code, desk, "send", code=1, says="later version of briefing"))
    mails = len([*(desk / "outgoing").glob("*.eml")])
    found = [*filter(None, faults), *([f"{mails} mails"] if mails != 2 else [])]
    figure = "; ".join(found) or f"{len(faults)} steps as they should be"
    return Row("I4", f"a state of schema {number}", "an edition, 2 mails", figure, STATE, is_kept=not found)


def _fault(sources: Path, desk: Path, *arguments: str, code: int = 0, says: str = "") -> str:
    """Run a command of these sources at the desk; return what was wrong, if anything was."""
    environ = {"PYTHONPATH": str(sources), "HOME": str(desk), "PATH": "/usr/bin:/bin"}
    call = [sys.executable, "-m", "briefing", *arguments]
    done = subprocess.run(call, cwd=desk, env=environ, capture_output=True, text=True)
    is_right = done.returncode == code and says in done.stdout + done.stderr
    last = (done.stderr.splitlines() or done.stdout.splitlines() or ["nothing said"])[-1]
    return "" if is_right else f"{arguments[0]}: {done.returncode}: {last}"


def _proved(desk: Path, page: Path) -> str:
    """Prove a page of the past; before seals outlived new fields of `Made`, its last line has one that is not ours."""
    wanted = ("nothing unclaimed", "verbatim, 1 unclaimed\n")
    faults = [_fault(ROOT, desk, "verify", str(page), code=code, says=says) for code, says in enumerate(wanted)]
    return "" if "" in faults else faults[0]


def _settings(folder: Path) -> Row:
    """Load every `templates/starter.toml` of the history, with all of its settings set."""
    commits = _git("log", "--format=%h", "--", "templates/starter.toml").split()
    faults = []
    for commit in commits:
        file = folder / f"{commit}.toml"
        file.write_text(uncommented(_git("show", f"{commit}:templates/starter.toml")), "utf-8")
        try:
            loaded(config=file, folder=folder, sources=[], environ={}, overrides={})
        except SettingsError as error:
            faults.append(f"{commit}: {error}")
    figure = "; ".join(faults) or "all load"
    return Row("I4", "settings files of the past", f"{len(commits)} of them", figure, SETTINGS, is_kept=not faults)


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout
