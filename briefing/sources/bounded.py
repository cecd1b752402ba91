"""A stream that is being unpacked, with an end to how much may come of it."""

from __future__ import annotations

from typing import Protocol

RATIO, ALWAYS = 200, 10_000_000
"""Bytes that may come of one packed byte, and bytes that always may. Texts come to 3 to 20, logs to 100; a bomb to a
thousand."""

MOST = 10_000_000_000
"""Bytes that may come of one file."""


class Stream(Protocol):
    """What is read of an open file, be it packed or not."""

    def read(self, size: int = -1, /) -> bytes:
        """Return up to so many bytes."""
        ...

    def readline(self, size: int = -1, /) -> bytes:
        """Return up to so many bytes of a line."""
        ...

    def seek(self, place: int, whence: int = 0, /) -> int:
        """Go to a place, and return it."""
        ...


class Told(Stream, Protocol):
    """The same with its place."""

    def tell(self) -> int:
        """Return how much has been read."""
        ...


class Burst(OSError):
    """More came of a file than may."""

    def __init__(self) -> None:
        super().__init__(0, f"more than {RATIO} bytes come of one of its bytes, or more than {MOST:,} in all")


class Bounded:
    """Reads from a packed stream like a file, until more has come of `packed` bytes than may: then it raises Burst."""

    def __init__(self, stream: Told, packed: int) -> None:
        self._stream = stream
        self._most = min(MOST, max(ALWAYS, RATIO * packed))

    def read(self, size: int = -1, /) -> bytes:
        """Return up to so many bytes."""
        return self._checked(self._stream.read(size))

    def readline(self, size: int = -1, /) -> bytes:
        """Return up to so many bytes of a line."""
        return self._checked(self._stream.readline(size))

    def seek(self, place: int, whence: int = 0, /) -> int:
        """Go back."""
        return self._stream.seek(place, whence)

    def _checked(self, data: bytes) -> bytes:
        if data and self._stream.tell() > self._most:
            raise Burst
        return data
