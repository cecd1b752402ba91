"""Build the wheel and the sdist, as a release does."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).parents[3]
_BUILD = "import sys; from hatchling import build; print(getattr(build, 'build_' + sys.argv[1])(sys.argv[2]))"


def built(what: Literal["wheel", "sdist"], into: Path, source: Path = ROOT) -> Path:
    """Build one of the two from a folder of sources; return its file, in `into`."""
    into.mkdir(exist_ok=True)
    command = [sys.executable, "-c", _BUILD, what, str(into)]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return into / done.stdout.split()[-1]


def unpacked(sdist: Path, into: Path) -> Path:
    """Unpack an sdist; return the folder at its top."""
    with tarfile.open(sdist) as archive:
        archive.extractall(into, filter="data")
    return into / sdist.name.removesuffix(".tar.gz")
