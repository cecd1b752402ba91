"""A library before the C library that lets one system call of a process fail, or end it: `failing.c`, seen from here.

It must be there when a process begins, so an experiment with it is a module that is started anew (`anew.py`).
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.report import anew
from tests.report.row import Row

SOURCE = Path(__file__).with_suffix(".c")
HALF, KILL = 0, -1
"""What may happen to a call besides an error: half of its work is done; it is the last."""


def rows_of(module: str, load: int, otherwise: Row) -> list[Row]:
    """Return the rows that a module prints which was started anew with the library; `otherwise` if that cannot be."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if not compiler or sys.platform != "linux":
        return [otherwise]
    with TemporaryDirectory() as folder:
        library = Path(folder) / "failing.so"
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, SOURCE, "-ldl"], check=True)
        return anew.rows_of(module, load, {"LD_PRELOAD": str(library)})


class Failing:
    """The library in this process; what it was told holds in processes that are forked from here."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(os.environ["LD_PRELOAD"])
        self._library.which.restype = ctypes.c_char_p

    def at(self, number: int, how: int = HALF) -> Callable[[], object]:
        """Return what counts the calls from then on and lets one of them fail; 0 is none."""
        return partial(self._library.fail_at, number, how)

    @property
    def calls(self) -> int:
        """How many there were."""
        return int(self._library.calls())

    @property
    def which(self) -> str:
        """The name of the call that failed, or ""."""
        return str(self._library.which().decode())
