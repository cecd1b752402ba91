"""One run at a time: a lock that the kernel frees when its holder ends, however it ends."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from briefing.errors import LockHeld, RecordsError
from briefing.records.folder import prepare


@contextmanager
def held(folder: Path, *, now: datetime) -> Iterator[None]:
    """Hold the lock of the state in `folder`; raises LockHeld, naming who has it and since when, without waiting."""
    prepare(folder)
    path = folder / "lock"
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise RecordsError(f"{path}: cannot be opened: {error.strerror}; it must be yours to write") from error
    try:
        _take(descriptor, path)
        _sign(descriptor, f"process {os.getpid()} since {now.isoformat(timespec='seconds')}")
        yield
    finally:
        os.close(descriptor)


def holder(folder: Path) -> str:
    """Return who holds the lock of the state in `folder`, and since when; "" if nobody does. Nothing is made there."""
    path = folder / "lock"
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return ""
    try:
        signed = os.pread(descriptor, 200, 0).decode(errors="replace")
        # The name stays when its owner has gone. Only where it lives is the lock touched: for that instant it would
        # turn a run away that is just starting.
        return signed if _is_alive(signed) and not _is_free(descriptor) else ""
    finally:
        os.close(descriptor)


def _is_alive(signed: str) -> bool:
    try:
        os.kill(int(signed.split()[1]), 0)
    except PermissionError:
        return True
    except (IndexError, ValueError, OverflowError, OSError):
        return False
    return True


def _is_free(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _take(descriptor: int, path: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        # Empty for the instant between the holder's taking and its signing.
        holder = os.pread(descriptor, 200, 0).decode(errors="replace") or "a process that just started"
        raise LockHeld(f"{path}: another run holds the lock: {holder}; wait until it ends, or end it") from None
    except OSError as error:
        remedy = "let `state` name a folder on a local disk"
        raise RecordsError(f"{path}: cannot be locked: {error.strerror}; {remedy}") from error


def _sign(descriptor: int, holder: str) -> None:
    """Write down who holds it, if there is room: a full disk is told of by what it stops."""
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, holder.encode(), 0)
