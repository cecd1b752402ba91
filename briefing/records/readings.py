"""Keep what reading an article found, so that the next run reads only what is new.

A file a reading, called by a hash over everything that a reading is made of: the article, the zone, and what makes
readings. So nothing here is ever out of date, and all of it may be deleted at any time. Whatever cannot be read, or is
damaged, is as good as not there; where nothing can be written, nothing is kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from briefing.files import PRIVATE, make_folder, write_whole
from briefing.model import Article, Reading
from briefing.records.packing import packed, unpacked
from briefing.version import VERSION

LIMIT = 1_000_000_000
"""Bytes at most, some 190,000 articles: a reading takes 5 kB, of which an article of 3,700 characters is the cause."""

_MAKERS = ("stages", "language", "model", "records")  # the folders whose modules make readings, and keep them
_LIBRARIES = ("nltk", "regex", "ftfy", "sumy")
_NONE = Article("")
_DAMAGE = (OSError, ValueError, TypeError, LookupError, zlib.error, RecursionError)


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings in a folder, made by what `makers` is a digest of. Workers elsewhere can be given it."""

    folder: str
    makers: str
    limit: int = LIMIT

    @classmethod
    def inside(cls, folder: Path) -> Readings | None:
        """Return the readings that lie inside a folder of caches, or None where none can be kept."""
        with suppress(OSError, ValueError):
            return cls(str(folder / "readings"), _makers())
        return None

    def get(self, article: Article, zone: str) -> Reading | None:
        """Return what was found in the article, or None: it was not kept whole."""
        path = self._path(article, zone)
        try:
            if not _is_ours(self.folder):
                return None
            data = path.read_bytes()
            if data[:32] != _seal(path.name, data[32:]):
                return None
            found = unpacked(Reading, json.loads(zlib.decompress(data[32:])))
        except _DAMAGE:
            return None
        with suppress(OSError):
            os.utime(path)  # what was used last is kept longest
        return replace(found, article=article)

    def put(self, article: Article, zone: str, reading: Reading) -> None:
        """Keep what was found in the article, if that can be done."""
        path = self._path(article, zone)
        row = json.dumps(packed(replace(reading, article=_NONE)), separators=(",", ":"))
        data = zlib.compress(row.encode("ascii"), 1)
        with suppress(OSError):
            make_folder(path.parent, mode=PRIVATE)
            if _is_ours(self.folder):
                write_whole(path, _seal(path.name, data) + data, mode=0o600, lasting=False)
                if path.name[2] == "0":  # every 16th time is enough
                    _prune(path.parent, self.limit // 256)

    def _path(self, article: Article, zone: str) -> Path:
        """Of where an article lies only the name of its file counts: it may hold a day."""
        name, has_row = re.split(r"[/\\]", article.location.path)[-1], article.location.row > 0
        stated = (article.id, article.title, article.date, article.at, article.source, article.url, article.language)
        made_of = (self.makers, article.sha256, article.body, stated, zone, name, has_row)
        key = hashlib.sha256(ascii(made_of).encode()).hexdigest()
        return Path(self.folder, key[:2], key)


def _seal(name: str, data: bytes) -> bytes:
    return hashlib.sha256(name.encode() + data).digest()


def _is_ours(folder: str) -> bool:
    """Whether nobody else may write there: what lies there is believed."""
    found = Path(folder).stat()
    return not hasattr(os, "geteuid") or (found.st_uid == os.geteuid() and not found.st_mode & 0o022)


def _prune(folder: Path, limit: int) -> None:
    """Remove what was not used for longest, until a quarter of the room is free again."""
    found = sorted((entry.stat().st_mtime, entry.stat().st_size, entry.path) for entry in os.scandir(folder))
    size = sum(size for _, size, _ in found)
    if size <= limit:
        return
    for _, each, path in found:
        if size <= limit * 3 // 4:
            return
        with suppress(FileNotFoundError):  # another run prunes, too
            Path(path).unlink()
        size -= each


@cache
def _makers() -> str:
    """Return a digest of what makes readings: this version, its modules and the libraries', and Python's.

    A module is known by its size and the moment of its last change: to read them all would take 8 ms a run. Raises
    OSError where they are no files.
    """
    package = Path(__file__).parents[1]
    modules = [path for folder in _MAKERS for path in _modules(package / folder)]
    modules += [spec.origin for name in _LIBRARIES if (spec := find_spec(name)) and spec.origin]
    stats = [(path, found.st_size, found.st_mtime_ns) for path in sorted(modules) if (found := Path(path).stat())]
    return hashlib.sha256(ascii((VERSION, sys.version, stats)).encode()).hexdigest()


def _modules(folder: Path | str) -> Iterator[str]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _modules(entry.path)
        elif entry.name.endswith((".py", ".txt", ".json")):
            yield entry.path
