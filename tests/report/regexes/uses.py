"""How the package uses a pattern that was not asked: as its source says."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[3]
_NAME = re.compile(r"(\w+)(?:: [^=]+)? = re\.compile\(")


def uses(place: str) -> frozenset[str]:
    """Return the methods called on the name that is compiled at "file:line", or "search" where that cannot be told."""
    file, _, line = place.rpartition(":")
    text = (ROOT / file).read_text("utf-8")
    named = _NAME.match(text.splitlines()[int(line) - 1])
    if not named:
        return frozenset({"search"})
    where = text if named[1].startswith("_") else _package()
    return frozenset(re.findall(rf"\b{named[1]}\.(\w+)\b", where)) or frozenset({"search"})


@cache
def _package() -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "briefing").rglob("*.py")))
