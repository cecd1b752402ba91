"""`python -m briefing` and the `briefing` command."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    from briefing.cli import start

    sys.exit(start(sys.argv[1:]))


if __name__ == "__main__":
    main()
