"""Keep the articles that editions were made from, each under its text's hash, so that pages can be proved later."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from briefing.errors import RecordsError
from briefing.files import write_whole
from briefing.model import Article

_SHA256 = re.compile(r"[0-9a-f]{64}")


def keep(folder: Path, article: Article) -> None:
    """Store the article's text under the state in `folder`, unless it is there and whole; raises RecordsError."""
    if stored(folder, article.sha256) is not None:
        return
    path = folder / "articles" / article.sha256
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        write_whole(path, article.text.encode(), mode=0o600)
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


def hashes(folder: Path) -> frozenset[str]:
    """Return the hashes of all texts that are kept."""
    try:
        return frozenset(path.name for path in (folder / "articles").iterdir() if _SHA256.fullmatch(path.name))
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        raise RecordsError(f"{folder / 'articles'}: {error.strerror}; it must be yours to read") from error


def drop(folder: Path, sha256: str) -> None:
    """Remove the text with this hash; raises RecordsError where it stays."""
    path = folder / "articles" / sha256
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise RecordsError(f"{path}: cannot be removed: {error.strerror}; its folder must be yours to write") from error
