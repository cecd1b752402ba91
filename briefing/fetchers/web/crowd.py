"""Many asks: hosts side by side, those of one host one after the other, and an end that nothing can put off."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from queue import Empty, Full, Queue, SimpleQueue

from briefing.fetchers.answers import Answer, Ask, Failure

Told = tuple[Ask, Answer | Failure]

WAITING = 2
"""Answers that wait to be taken: each may be as large as is allowed, so a slow taker slows the fetching instead."""


_REPORT = "please report it to the makers of briefing, with the address"

Visit = Callable[[list[Ask]], Iterator[Told]]
"""Asks of one host → each with what came of it, in their order; it comes to an end by itself."""


def side_by_side(asks: Iterable[Ask], host: Callable[[Ask], str], visit: Visit, *, threads: int) -> Iterator[Told]:
    """Yield each ask with what came of it, as they come."""
    by_host: dict[str, list[Ask]] = {}
    for ask in asks:
        by_host.setdefault(host(ask), []).append(ask)
    work: SimpleQueue[list[Ask]] = SimpleQueue()
    for group in by_host.values():
        work.put(group)
    results: Queue[Told] = Queue(WAITING)
    is_over = threading.Event()
    for number in range(min(threads, len(by_host))):
        # Daemons: one that is stuck in the system must not keep the process from ending.
        threading.Thread(
            target=_labour, args=(work, visit, results, is_over), name=f"fetch {number + 1}", daemon=True
        ).start()
    try:
        for _ in range(sum(map(len, by_host.values()))):
            yield results.get()
    finally:
        is_over.set()


def _labour(work: SimpleQueue[list[Ask]], visit: Visit, results: Queue[Told], is_over: threading.Event) -> None:
    while not is_over.is_set():
        try:
            asks = work.get_nowait()
        except Empty:
            return
        left = list(asks)
        try:
            for told in visit(asks):
                _hand_over(told, results, is_over)
                del left[0]
                if is_over.is_set():
                    return
        except Exception as error:  # whoever waits for the others must not wait for ever
            lost = Failure(f"briefing could not handle what it sent ({type(error).__name__})", _REPORT)
            for ask in left:
                _hand_over((ask, lost), results, is_over)


def _hand_over(told: Told, results: Queue[Told], is_over: threading.Event) -> None:
    while not is_over.is_set():
        try:
            results.put(told, timeout=1.0)
        except Full:
            continue
        return
