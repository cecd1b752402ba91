"""Read what is packed: a .gz or .zst file is the file in it, a .zip archive is all files in it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from gzip import BadGzipFile, GzipFile
from typing import IO

from briefing.model import Article, Problem
from briefing.parsers.kinds import Kind
from briefing.sources.bounded import Bounded, Burst, Stream
from briefing.sources.contents import DAMAGED, PACK_AGAIN, shown
from briefing.sources.zstd import Broken, Zstd

Read = Callable[[Stream, str, str], Iterator[Article | Problem]]
"""Reads an unpacked stream by its name, for articles located at a path."""

_SUFFIX = re.compile(r"\.(?:gz|zst)\Z", re.IGNORECASE)
_TAR = slice(257, 262), b"ustar"


def unpacked(file: IO[bytes], kind: Kind, name: str, path: str, *, read: Read) -> Iterator[Article | Problem]:
    """Yield what a .gz or .zst file holds, as far as it can be unpacked, and why not all of it."""
    where = shown(path)
    size = file.seek(0, 2)
    file.seek(0)
    try:
        with closing(Zstd(file) if kind == "zstd" else GzipFile(fileobj=file)) as opened:
            stream = Bounded(opened, size)
            if stream.read(512)[_TAR[0]] == _TAR[1]:
                yield Problem(where, "a tar archive", "unpack it, or pack its files as .zip")
                return
            stream.seek(0)
            yield from read(stream, _SUFFIX.sub("", name), path)
    except Broken as error:
        yield Problem(where, *error.args)
    except Burst as error:
        yield Problem(where, str(error.strerror), "leave it out, or unpack it")
    except (BadGzipFile, zlib.error):
        yield Problem(where, *DAMAGED)
    except EOFError:
        yield Problem(where, "its end is missing", PACK_AGAIN)
