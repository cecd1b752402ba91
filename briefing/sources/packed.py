"""Read what is packed: a .gz file is the file in it, a .zip archive is all files in it."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from gzip import BadGzipFile, GzipFile
from typing import IO

from briefing.model import Article, Problem
from briefing.sources.bounded import Bounded, Burst, Stream
from briefing.sources.contents import shown

Read = Callable[[Stream, str, str], Iterator[Article | Problem]]
"""Reads an unpacked stream by its name, for articles located at a path."""

_TAR = slice(257, 262), b"ustar"


def unpacked(file: IO[bytes], name: str, path: str, read: Read) -> Iterator[Article | Problem]:
    """Yield what a .gz file holds, as far as it can be unpacked, and why not all of it."""
    where = shown(path)
    size = file.seek(0, 2)
    file.seek(0)
    try:
        with GzipFile(fileobj=file) as opened:
            stream = Bounded(opened, size)
            if stream.read(512)[_TAR[0]] == _TAR[1]:
                yield Problem(where, "a tar archive", "unpack it, or pack its files as .zip")
                return
            stream.seek(0)
            yield from read(stream, name[: -len(".gz")] if name.lower().endswith(".gz") else name, path)
    except Burst as error:
        yield Problem(where, str(error.strerror), "leave it out, or unpack it")
    except (BadGzipFile, zlib.error):
        yield Problem(where, "damaged: it cannot be unpacked", "pack it again, or get it anew")
    except EOFError:
        yield Problem(where, "its end is missing", "pack it again, or get it anew")
