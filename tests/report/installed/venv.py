"""A fresh virtual environment, and what pip puts into it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.report.installed.built import ROOT

_BOUND = re.compile(r"([\w-]+)(?:\[[\w,]+\])?>=([\w.]+)")


@dataclass(frozen=True)
class Venv:
    """The folder of an environment."""

    folder: Path

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / "bin" / "python"

    @property
    def briefing(self) -> Path:
        """The command, where it is installed."""
        return self.folder / "bin" / "briefing"

    @property
    def site(self) -> Path:
        """Where its packages lie."""
        (found,) = self.folder.glob("lib/python3.*/site-packages")
        return found

    def pip(self, *arguments: str | Path) -> str:
        """Run the pip of these tests on it; return what went wrong, in pip's last words."""
        pip = [sys.executable, "-m", "pip", "--python", str(self.python), "--disable-pip-version-check", "-q"]
        done = subprocess.run([*pip, *arguments], capture_output=True, text=True, env=_clean(os.environ))
        said = [line for line in done.stderr.splitlines() if "ERROR" in line]
        return "" if done.returncode == 0 else (said[0] if said else f"pip: exit code {done.returncode}")

    def borrow(self) -> None:
        """Let it use the libraries that these tests run with, so that no index is needed."""
        (self.site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")

    def files(self) -> set[Path]:
        """Return every file in it, but for what Python compiled."""
        found = {path for path in self.folder.rglob("*") if not path.is_dir()}
        return {path for path in found if path.suffix != ".pyc"}


def fresh(folder: Path, interpreter: Path) -> Venv:
    """Make an environment that has nothing, not even pip."""
    command = [str(interpreter), "-m", "venv", "--without-pip", str(folder)]
    subprocess.run(command, check=True, capture_output=True, env=_clean(os.environ))
    return Venv(folder)


def lowest() -> list[str]:
    """Return the lower bounds of pyproject.toml, exactly, as constraints for pip."""
    asked = " ".join(one for extra in ("", *extras()) for one in requirements(extra))
    return [f"{name}=={version}" for name, version in _BOUND.findall(asked)]


def extras() -> list[str]:
    """Return the names of the extras that users install."""
    return [name for name in _project()["optional-dependencies"] if name != "test"]


def requirements(extra: str = "") -> Sequence[str]:
    """Return what the core, or an extra, asks for."""
    return _project()["optional-dependencies"][extra] if extra else _project()["dependencies"]


def _project() -> Mapping[str, Mapping[str, Sequence[str]]]:
    found: Mapping[str, Mapping[str, Sequence[str]]] = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return found


def _clean(environ: Mapping[str, str]) -> dict[str, str]:
    """Without what would lead Python back to the clone."""
    return {name: value for name, value in environ.items() if not name.startswith("PYTHON")}
