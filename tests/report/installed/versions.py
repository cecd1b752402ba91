"""Does it do on every Python and with the oldest and the newest libraries that it allows? Asks a package index.

With every Python of a usual machine it takes some ten minutes, most of them pip's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.report.installed.built import built, unpacked
from tests.report.installed.interpreters import VERSIONS, interpreters
from tests.report.installed.smoke import Smoke, every_morning, everything, first_page, without_extra
from tests.report.installed.venv import extras, fresh, lowest
from tests.report.row import Row

PROMISE = "installs; every check well; the same pages everywhere, byte for byte"


def rows(load: int) -> list[Row]:
    """Install it under so many versions of Python, the oldest first, from a wheel that is made of the sdist."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        wheel = built("wheel", folder, unpacked(built("sdist", folder), folder))
        found = [made for version in VERSIONS[:load] for made in _of(version, wheel, folder)]
    tried = [smoke for _, smoke in found if smoke is not None and smoke.pages]
    return [_row(case, smoke, tried) for case, smoke in found]


def installed(python: Path, folder: Path, wheel: Path, *, named: Sequence[str], oldest: bool) -> Smoke:
    """Install it with these extras into a fresh environment; return a smoke that has not begun, or failed already."""
    home = folder / "home"
    home.mkdir(parents=True)
    venv = fresh(folder / "venv", python)
    (folder / "bounds.txt").write_text("\n".join(lowest()) + "\n")
    bounds = ["-c", folder / "bounds.txt"] if oldest else []
    fault = venv.pip("install", *bounds, f"{wheel}[{','.join(named)}]" if named else wheel)
    return Smoke(venv.briefing, home, {"HOME": str(home), "PATH": "/usr/bin:/bin"}, [fault] if fault else [])


def _of(version: str, wheel: Path, folder: Path) -> Iterator[tuple[str, Smoke | None]]:
    python = next(interpreters(version), None)
    if python is None:
        yield f"Python {version}", None
        return
    for oldest in (True, False):
        case = f"Python {version}, {'lowest' if oldest else 'newest'} versions"
        with TemporaryDirectory(dir=folder) as place:
            whole = installed(python, Path(place) / "whole", wheel, named=extras(), oldest=oldest)
            if not whole.faults:
                everything(whole, extras())
            yield f"{case}, all extras", whole
            bare = installed(python, Path(place) / "bare", wheel, named=[], oldest=oldest)
            if not bare.faults:
                _use_bare(bare, whole.folder / "more")
            yield f"{case}, no extras", bare


def _use_bare(smoke: Smoke, more: Path) -> None:
    """Use all that needs no extra, and ask for what needs one, of files that lie in `more`."""
    first_page(smoke)
    every_morning(smoke)
    for extra in extras():
        without_extra(smoke, extra, more)


def _row(case: str, smoke: Smoke | None, tried: list[Smoke]) -> Row:
    if smoke is None:
        return Row("I2", case, "", "there is none on this machine", PROMISE, is_kept=None)
    same = [one.pages[: len(smoke.pages)] == smoke.pages[: len(one.pages)] for one in tried]
    figure = "; ".join([f"{smoke.done} checks, {len(smoke.faults)} faults", *smoke.faults])
    return Row("I2", case, f"{len(smoke.pages)} pages", figure, PROMISE, is_kept=not smoke.faults and all(same))
