"""Which files a folder or an archive is searched for, by their names."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import PurePath

KNOWN = (
    ".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".eml", ".mbox", ".jsonl", ".ndjson",
    ".csv", ".parquet", ".zip", ".gz", ".zst",
)  # fmt: skip
"""Suffixes of files that a folder is searched for, in small letters; `.gz` and `.zst` with another one before it."""

NOT_NEWS = re.compile(r"\..*|readme(?:\..*)?|briefing\.toml", re.IGNORECASE | re.DOTALL)
"""Names of files that no folder of news means: hidden ones, READMEs, settings."""

_PAGE = re.compile(r"(?P<stem>.+?)(?:\.x?html?)", re.IGNORECASE | re.DOTALL)
_OF_PAGE = re.compile(
    r"(?P<stem>.+?)(?:[_.-](?:files|file|fichiers|archivos|arquivos|dateien|bestanden|filer|pliki|soubory|fails))",
    re.IGNORECASE | re.DOTALL,
)
"""What browsers call the folder beside a saved page that holds its images and scripts, in their languages."""


def is_known(name: str) -> bool:
    """Whether a file's suffix is one that is read."""
    suffixes = [suffix.lower() for suffix in PurePath(name).suffixes[-2:]]
    if suffixes[-1:] in ([".gz"], [".zst"]):
        return len(suffixes) > 1 and suffixes[0] in (*KNOWN, ".tar")
    return bool(suffixes) and suffixes[-1] in KNOWN


def is_news(path: str) -> bool:
    """Whether a file in an archive would be read in a folder: its suffix is known, and nothing above it is hidden."""
    *folders, name = path.replace("\\", "/").split("/")
    hidden = any(part == "__MACOSX" or (part.startswith(".") and part.strip(".")) for part in folders)
    return is_known(name) and not NOT_NEWS.fullmatch(name) and not hidden


def saved_pages(names: Collection[str]) -> frozenset[str]:
    """Return the stems of the web pages among some names."""
    return frozenset(match["stem"] for name in names if (match := _PAGE.fullmatch(name)))


def is_of_page(folder: str, stems: Collection[str]) -> bool:
    """Whether a folder of that name belongs to a saved page beside it, of which `stems` are given."""
    match = _OF_PAGE.fullmatch(folder)
    return match is not None and match["stem"] in stems


def without_page_parts(paths: Collection[str]) -> frozenset[str]:
    """Return the paths of an archive's files that lie in no folder of a saved page."""
    stems = saved_pages(paths)
    return frozenset(path for path in paths if not _is_in_page(path, stems))


def _is_in_page(path: str, stems: frozenset[str]) -> bool:
    folders = path.split("/")[:-1]
    return any(is_of_page("/".join(folders[:k]), stems) for k in range(1, len(folders) + 1))
