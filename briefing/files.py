"""Files are written whole or not at all, and nobody else may write to them: what pages and the state all need."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

PRIVATE = 0o700
"""The mode of a folder that is for its owner alone."""


def make_folder(folder: Path, *, mode: int = 0o775) -> None:
    """Make the folder and those above it that are missing, none for everybody to write to; raises OSError.

    `Path.mkdir` gives `mode` to the last one only, and with a umask of 0 the others could be exchanged by anybody.
    """
    missing = takewhile(lambda one: not one.exists(), folder.parents)
    for one in (*reversed([*missing]), folder):
        one.mkdir(mode=mode, exist_ok=True)


def write_whole(
    path: Path, data: bytes, *, mode: int = 0o664, drafts: Path | None = None, lasting: bool = True
) -> None:
    """Write the file so that whoever looks finds the old content or the new, even after a power cut; raises OSError.

    What need not be `lasting` is not waited for: a power cut may leave anything.

    A symbolic link is followed. What exists and is no regular file (/dev/stdout, a FIFO) is written to as it is: a
    rename would put a file in its place. `mode` is cut by the umask. `drafts` is a folder on the same disk for what is
    not whole yet, where that must not lie beside the file.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    draft = (drafts or path.parent) / f".{secrets.token_hex(8)}.tmp"
    try:
        _write(draft, data, mode, lasting=lasting)
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    if lasting:
        _flush_folder(path.parent)


def _write(path: Path, data: bytes, mode: int, *, lasting: bool) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        if lasting:
            stream.flush()
            os.fsync(stream.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the new name last: without this a power cut may bring the old one back."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
