"""Files in a bucket, by addresses such as s3://bucket/news/*.parquet, read where they are."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, BinaryIO, TypeVar, cast

from briefing.errors import SettingsError
from briefing.model import Problem
from briefing.plugins import Shard
from briefing.sources.contents import Unreadable, missing, shown, unreadable
from briefing.sources.manner import Manner
from briefing.sources.names import NOT_NEWS, is_known

T = TypeVar("T")

_BLOCK = 1 << 20  # bytes asked for at a time
_NEEDS = {"s3": "s3fs", "gs": "gcsfs"}


@dataclass(frozen=True, slots=True)
class Bucket:
    """The files at an address: one, all below a folder, or those that fit a pattern, if their types are known."""

    address: str
    language: str = "en"
    separator: str = ""

    def shards(self) -> Iterator[Shard]:
        """Yield their shards in the order of their names; raises SettingsError where a package is missing."""
        from briefing.sources.rows import in_shards

        manner = Manner(self.language, self.separator, skips_pages=True)
        try:
            names = _asked(self._names)
        except OSError as error:
            yield Unreadable(unreadable(shown(self.address), error))
            return
        for name in names:
            yield from in_shards(name, manner)
        if not names:
            problem = Problem(shown(self.address), "no file matches this pattern", "check how it is written")
            yield Unreadable(problem)

    def _names(self) -> list[str]:
        files, path = _files(self.address)
        if any(mark in path for mark in "*?["):
            found = files.glob(path)
        else:
            found = [path] if files.isfile(path) else files.find(path)
        scheme = self.address.partition("://")[0]
        named = (f"{scheme}://{name}" for name in sorted(found) if not NOT_NEWS.fullmatch(PurePosixPath(name).name))
        return [name for name in named if is_known(name) or name == self.address]


def opened(address: str) -> BinaryIO | Problem:
    """Return the file at an address, open for reading bytes, or why it cannot be read."""
    try:
        files, path = _files(address)
        raw = _Raw(_asked(lambda: files.open(path, "rb", block_size=_BLOCK, cache_type="readahead")))
        return cast(BinaryIO, io.BufferedReader(raw, _BLOCK))
    except SettingsError as error:
        return Problem(shown(address), *str(error).split("; "))
    except OSError as error:
        return unreadable(shown(address), error)


def size_of(address: str) -> int:
    """Return how many bytes the file at an address has, or 0 where there is none."""
    try:
        files, path = _files(address)
        return int(_asked(lambda: files.size(path)) or 0)
    except (OSError, SettingsError):
        return 0


def _files(address: str) -> tuple[Any, str]:
    """Return what reads files there, and the path by which it knows this one."""
    try:
        import fsspec

        return cast(tuple[Any, str], fsspec.url_to_fs(address))
    except ImportError as error:
        scheme = address.partition("://")[0].lower()
        raise SettingsError("; ".join(missing(_NEEDS[scheme], scheme))) from error


def _asked(ask: Callable[[], T]) -> T:
    """Return the answer; whatever a library raises for what went wrong on the way is an OSError here."""
    try:
        return ask()
    except (OSError, SettingsError):
        raise
    except Exception as error:
        raise OSError(0, " ".join(str(error).split()) or type(error).__name__) from error


class _Raw(io.RawIOBase):
    """The bytes of a file elsewhere."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Read as many bytes as there is room for, or fewer."""
        data = _asked(lambda: self._file.read(len(buffer)))
        buffer[: len(data)] = data
        return len(data)

    def seek(self, place: int, whence: int = 0, /) -> int:
        """Go to a place."""
        return int(self._file.seek(place, whence))

    def close(self) -> None:
        """Let go of it."""
        if not self.closed:
            self._file.close()
        super().close()
