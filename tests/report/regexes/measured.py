"""Measure all patterns and print what was found: `python -m tests.report.regexes.measured TEXTS [PART OF ALL]`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from tests.report.regexes.collect import TRIES, Watched, collect
from tests.report.regexes.growth import SIZES, Growth, growth
from tests.report.regexes.strings import strings
from tests.report.regexes.texts import everything
from tests.report.regexes.uses import uses

SLOW = 1.0
"""Seconds for what a windowed pattern may be given at most, and for a megabyte of any other."""


def main(load: int, every: int = 1) -> int:
    """Print counts, the slowest, and each pattern that is worse than linear; return 1 where there is one."""
    patterns = collect(everything)
    windowed = [one for one in patterns if one.is_windowed]
    slowest, steep = Growth("", (0.0,)), []
    for one in patterns[::every]:
        sizes = (*SIZES[:1], max(one.longest, SIZES[0] + 1)) if one.is_windowed else SIZES
        for grown in _growths(one, load, sizes):
            slowest = max(slowest, grown, key=lambda each: each.seconds[-1])
            if grown.is_steep and not (one.is_windowed and grown.seconds[-1] < SLOW / 20):
                steep.append(f"{one.place} on {grown.unit!a}: {grown.seconds[-1]:.2f} s for {len(grown.seconds)} sizes")
                break
    longest = max((one.longest for one in windowed), default=0)
    print(f"{len(patterns[::every])} patterns, {len(windowed)} only ever given windows (of {longest:,} characters)")
    print(f"slowest {slowest.seconds[-1]:.2f} s for {SIZES[-1]:,} characters")
    print(*steep or ["none worse than linear"], sep="\n")
    return 1 if steep else 0


def _growths(one: Watched, load: int, sizes: tuple[int, ...]) -> Iterator[Growth]:
    """Yield the growth on each text up to 100 KB, and on the slowest of them up to 1 MB."""
    ways = {way if way in TRIES else "search" for way in one.ways or uses(one.place)}
    found = [growth(one.pattern_, unit, ways, sizes[:3]) for unit in strings(one.pattern_, most=load)]
    yield from found
    worst = max(found, key=lambda each: each.seconds[-1], default=None)
    if worst and len(sizes) > 3 and not worst.is_steep:
        yield growth(one.pattern_, worst.unit, ways, sizes)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
