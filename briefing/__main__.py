"""`python -m briefing` and the `briefing` command."""

from __future__ import annotations

import sys
from typing import NoReturn

from briefing.version import VERSION


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:  # without click it takes a third of the time
        print(f"briefing {VERSION}")
        sys.exit(0)
    from briefing.cli import start

    sys.exit(start(sys.argv[1:]))


if __name__ == "__main__":
    main()
