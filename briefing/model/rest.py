"""Articles that are counted instead of listed: an archive has millions, a page has room to name some dozens."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

_SIZE = 32


@dataclass(frozen=True, slots=True)
class Hashes:
    """A set of articles by their sha256, packed: 32 bytes each, where a set of strings takes 200."""

    packed: bytes = b""

    @classmethod
    def of(cls, articles: Iterable[str]) -> Hashes:
        """Return the set of these, written in hexadecimal digits."""
        return cls.packing({bytes.fromhex(sha256) for sha256 in articles})

    @classmethod
    def packing(cls, parts: Collection[bytes]) -> Hashes:
        """Return the set of these, of 32 bytes each, all different."""
        return cls(b"".join(sorted(parts)))

    def __len__(self) -> int:
        return len(self.packed) // _SIZE

    def __iter__(self) -> Iterator[str]:
        """Yield each, least first."""
        return (self._at(place).hex() for place in range(len(self)))

    def __contains__(self, sha256: object) -> bool:
        wanted = bytes.fromhex(str(sha256))
        place = bisect_left(range(len(self)), wanted, key=self._at)
        return place < len(self) and self._at(place) == wanted

    def __or__(self, other: Hashes) -> Hashes:
        if not (self.packed and other.packed):
            return self if self.packed else other
        return Hashes.packing({*self.parts(), *other.parts()})

    def __and__(self, other: Hashes) -> Hashes:
        there = {*other.parts()}
        return Hashes(b"".join(part for part in self.parts() if part in there)) if there else other

    def __sub__(self, other: Hashes) -> Hashes:
        gone = {*other.parts()}
        return Hashes(b"".join(part for part in self.parts() if part not in gone)) if gone else self

    @property
    def digest(self) -> str:
        """One sha256 over all of them: two sets with the same one hold the same articles."""
        return hashlib.sha256(self.packed).hexdigest()

    def _at(self, place: int) -> bytes:
        return self.packed[_SIZE * place : _SIZE * (place + 1)]

    def parts(self) -> Iterator[bytes]:
        """Yield the bytes of each, least first."""
        return map(self._at, range(len(self)))


NO_HASHES = Hashes()


@dataclass(frozen=True, slots=True)
class Rest:
    """What is kept of articles that are counted: nothing that grows with them but 32 bytes each.

    `used` are those that the briefing was made from, `unused` those outside the window or excluded. `reasons` counts
    all by why they have no extract. Of those used `days` counts the days (None: undated), `inferred` the days that are
    only inferred, and `about` the days by theme. `set_aside` counts by kind what cleaning kept out of all of them;
    `themes` and `dropped` count by theme those with a passage of it, and those with an extract that the editor dropped.
    """

    used: Hashes = NO_HASHES
    unused: Hashes = NO_HASHES
    reasons: Mapping[str, int] = field(default_factory=dict)
    days: Mapping[date | None, int] = field(default_factory=dict)
    inferred: int = 0
    about: Mapping[tuple[str, date | None], int] = field(default_factory=dict)
    set_aside: Mapping[str, int] = field(default_factory=dict)
    themes: Mapping[str, int] = field(default_factory=dict)
    dropped: Mapping[str, int] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.used) + len(self.unused)


NO_REST = Rest()
