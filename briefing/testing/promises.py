"""Hold something to a promise, here and in other processes: what the contracts are made of."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn, TypeVar

T = TypeVar("T")


def promise(is_kept: bool, message: str) -> None:
    """Raise AssertionError with the message, which begins with the promise, unless it is kept."""
    if not is_kept:
        broken(message)


def broken(message: str) -> NoReturn:
    """Raise AssertionError: in words, for no test runner rewrites the assertions of this package."""
    raise AssertionError(message)


def elsewhere(what: str, work: Callable[[Any], T], subject: object, *, seed: int) -> T:
    """Return what the work gives in a new process; whatever goes wrong there breaks the promise."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with _hash_seed(seed), ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        try:
            return pool.submit(work, subject).result()
        except Exception as error:
            broken(f"{what}; that failed with {error!r:.200}")


@contextmanager
def _hash_seed(seed: int) -> Iterator[None]:
    """Set PYTHONHASHSEED for the processes that are started meanwhile."""
    before = os.environ.get("PYTHONHASHSEED")
    os.environ["PYTHONHASHSEED"] = str(seed)
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYTHONHASHSEED"]
        else:
            os.environ["PYTHONHASHSEED"] = before


def same(what: str, one: Sequence[object], other: Sequence[object]) -> None:
    """Promise that two readings are the same, and say where they are not."""
    promise(len(one) == len(other), f"{what}; it gave {len(one)} items, then {len(other)}")
    for number, (first, second) in enumerate(zip(one, other, strict=True), start=1):
        promise(first == second, f"{what}; item {number} was {first!r:.200}, then {second!r:.200}")
