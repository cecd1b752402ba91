"""`python -m briefing` and the `briefing` command."""

from __future__ import annotations

import gc
import sys
from typing import NoReturn

from briefing.version import VERSION


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:  # without click it takes a third of the time
        print(f"briefing {VERSION}")
        sys.exit(0)
    # What is made here holds hardly a cycle, and to look for one every 700 objects takes 3 % of a build.
    gc.set_threshold(20_000, 20, 20)
    from briefing.cli import start

    sys.exit(start(sys.argv[1:]))


if __name__ == "__main__":
    main()
