"""Unpack what zstd packed, as a stream that can go back to its beginning."""

from __future__ import annotations

from typing import IO, Any

from briefing.sources.contents import DAMAGED, missing


class Broken(Exception):
    """What is packed is damaged, or zstd is not installed; its two arguments say so, and what to do."""


class Zstd:
    """Reads a packed file from its beginning to its end, frame after frame."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._begin()

    def _begin(self) -> None:
        try:
            import zstandard
        except ImportError:
            raise Broken(*missing("zstandard", "zstd")) from None
        self._error: Any = zstandard.ZstdError
        self._file.seek(0)
        unpacker = zstandard.ZstdDecompressor(max_window_size=1 << 27)
        self._stream = unpacker.stream_reader(self._file, read_across_frames=True, closefd=False)
        self._rest, self._place = b"", 0

    def read(self, size: int = -1, /) -> bytes:
        """Return up to so many bytes."""
        while size < 0 or len(self._rest) < size:
            data = self._more()
            if not data:
                break
            self._rest += data
        return self._taken(len(self._rest) if size < 0 else size)

    def readline(self, size: int = -1, /) -> bytes:
        """Return up to so many bytes of a line."""
        searched = 0
        while (end := self._rest.find(b"\n", searched)) < 0 and not 0 <= size <= len(self._rest):
            searched = len(self._rest)
            data = self._more()
            if not data:
                break
            self._rest += data
        length = end + 1 if end >= 0 else len(self._rest)
        return self._taken(length if size < 0 else min(size, length))

    def seek(self, place: int, whence: int = 0, /) -> int:
        """Go back to the beginning, and from there to a place."""
        self._begin()
        while self._place < place and self.read(min(1 << 16, place - self._place)):
            pass
        return self._place

    def close(self) -> None:
        """Forget what was unpacked; the file is its owner's."""
        self._rest, self._place = b"", 0

    def tell(self) -> int:
        """Return how much has been read."""
        return self._place

    def _more(self) -> bytes:
        try:
            return bytes(self._stream.read(1 << 16))
        except self._error:
            raise Broken(*DAMAGED) from None

    def _taken(self, count: int) -> bytes:
        data, self._rest = self._rest[:count], self._rest[count:]
        self._place += len(data)
        return data
