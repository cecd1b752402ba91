"""Find the Pythons of this machine: on the path, and where pyenv keeps its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

VERSIONS = ("3.11", "3.12", "3.13", "3.14")
"""From the oldest that `requires-python` allows to the newest that there is."""

_WHERE = "import sys; print(sys._base_executable, '%d.%d' % sys.version_info[:2])"


def interpreters(version: str, user: int | None = None) -> Iterator[Path]:
    """Yield the Pythons of that version that run here, for that user."""
    for candidate in _candidates(version):
        try:
            done = subprocess.run(
                [candidate, "-c", _WHERE], capture_output=True, text=True, cwd="/", user=user, group=user
            )
        except OSError:
            continue
        if done.returncode == 0 and done.stdout.split()[1] == version:
            yield Path(done.stdout.split()[0])


def _candidates(version: str) -> Iterator[Path]:
    for folder in os.get_exec_path():
        if found := shutil.which(f"python{version}", path=folder):
            yield Path(found)
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    yield from sorted(pyenv.glob(f"versions/{version}.*/bin/python"))
