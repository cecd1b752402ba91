"""A module of experiments that is started anew, with what must be there when a process begins: a library before others.

Such a module calls `tell` when it is run as a program, with how often, and prints its rows.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict

from tests.report.row import Row


def rows_of(module: str, load: int, environ: Mapping[str, str]) -> list[Row]:
    """Return the rows that the module prints in that environment."""
    call = [sys.executable, "-m", module, str(load)]
    done = subprocess.run(call, env={**os.environ, **environ}, stdout=subprocess.PIPE, check=True)
    return [Row(**row) for row in json.loads(done.stdout)]


def tell(rows: Callable[[int], Iterable[Row]]) -> None:
    """Print the rows."""
    print(json.dumps([asdict(row) for row in rows(int(sys.argv[1]))]))
