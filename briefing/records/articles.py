"""Keep the articles that editions were made from, each under its text's hash, so that pages can be proved later.

Beside a text stands, as JSON Lines, what was stated of it at each place where it was read: a page prints titles and
days, too.
"""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

from briefing.errors import RecordsError
from briefing.files import write_whole
from briefing.model import Article, Location

_STATED = ("id", "title", "source", "url", "language", "body")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def keep(folder: Path, article: Article) -> None:
    """Store the article under the state in `folder`, unless it is there and whole; raises RecordsError.

    Of what was stated of it at one place, the latest is kept.
    """
    path = folder / "articles" / article.sha256
    try:
        before = _stated(folder, article.sha256)
        after = {**before, article.location: _row(article)}
        path.parent.mkdir(mode=0o700, exist_ok=True)
        if stored(folder, article.sha256) is None:
            write_whole(path, article.text.encode(), mode=0o600)
        if after != before:
            rows = "".join(f"{json.dumps(row)}\n" for row in after.values())
            write_whole(_beside(path), rows.encode("ascii"), mode=0o600)
    except OSError as error:
        raise RecordsError(f"{path}: cannot be written: {error.strerror}; make room or let `state` move") from error


def stored(folder: Path, sha256: str) -> str | None:
    """Return the text with this hash, or None: not kept, or no longer what it was. Makes nothing.

    The hash may come from a stranger's page: what is none never becomes a path.
    """
    if not _SHA256.fullmatch(sha256):
        return None
    try:
        data = (folder / "articles" / sha256).read_bytes()
    except OSError:
        return None
    return data.decode() if hashlib.sha256(data).hexdigest() == sha256 else None


def kept(folder: Path, sha256: str, location: Location) -> Article | None:
    """Return the article with this hash as it was read at a place, or None: not kept, or not from there."""
    try:
        text, row = stored(folder, sha256), _stated(folder, sha256).get(location)
        if text is None or row is None:
            return None
        day = row["date"] and date.fromisoformat(row["date"])
        moment = row["at"] and datetime.fromisoformat(row["at"])
    except (OSError, TypeError, ValueError):
        return None
    return Article(text, date=day, at=moment, location=location, **{name: row[name] for name in _STATED})


def copy(folder: Path, sha256: str) -> Article | None:
    """Return the article with this hash as it was read at the first of its places, or None: not kept."""
    places = sorted(_stated(folder, sha256))
    return kept(folder, sha256, places[0]) if places else None


def _stated(folder: Path, sha256: str) -> dict[Location, dict[str, Any]]:
    """Return what was stated of a text by the place where it was read; damaged rows state nothing.

    Raises OSError for rows that are there and cannot be read now: they must not be taken for none and written over.
    """
    if not _SHA256.fullmatch(sha256):
        return {}
    try:
        rows = _beside(folder / "articles" / sha256).read_text("utf-8").splitlines()
        found = [row for row in map(json.loads, rows) if {"path", "row", "date", "at", *_STATED} <= row.keys()]
        return {Location(row["path"], row["row"]): row for row in found}
    except (FileNotFoundError, ValueError, AttributeError, TypeError):
        return {}


def _row(article: Article) -> dict[str, Any]:
    return {
        "path": article.location.path,
        "row": article.location.row,
        **{name: getattr(article, name) for name in _STATED},
        "date": article.date.isoformat() if article.date else None,
        "at": article.at.isoformat() if article.at else None,
    }


def _beside(path: Path) -> Path:
    """Return the file of what was stated of a text."""
    return path.with_name(f"{path.name}.jsonl")


def hashes(folder: Path) -> frozenset[str]:
    """Return the hashes of all texts that are kept."""
    try:
        return frozenset(path.name for path in (folder / "articles").iterdir() if _SHA256.fullmatch(path.name))
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        raise RecordsError(f"{folder / 'articles'}: {error.strerror}; it must be yours to read") from error


def drop(folder: Path, sha256: str) -> None:
    """Remove the text with this hash and what was stated of it; raises RecordsError where it stays."""
    path = folder / "articles" / sha256
    try:
        _beside(path).unlink(missing_ok=True)
        path.unlink(missing_ok=True)
    except OSError as error:
        raise RecordsError(f"{path}: cannot be removed: {error.strerror}; its folder must be yours to write") from error
