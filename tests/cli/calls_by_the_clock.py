"""Calls of the command line at moments of choice, one after the other, in a process whose clock libfaketime sets.

Reads a JSON list a line: the moment as libfaketime takes it (UTC), then the arguments; writes the exit code of each.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from briefing.assembly.proving import forget
from briefing.cli import start


def main() -> None:
    """Read, set the clock, call."""
    clock = Path(os.environ["FAKETIME_TIMESTAMP_FILE"])
    for line in sys.stdin:
        moment, *arguments = json.loads(line)
        clock.write_text(moment)
        forget()  # each call is another process, as far as sources are concerned
        print(start(arguments), flush=True)


if __name__ == "__main__":
    main()
