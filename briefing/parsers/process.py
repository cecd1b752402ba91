"""The parent's side: workers are started when first needed, watched, and ended."""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event, Lock, Semaphore, Timer
from typing import Any, BinaryIO, cast

from briefing.parsers.parsed import Parsed
from briefing.parsers.serve import LARGEST_RESULT
from briefing.parsers.wire import parsed_in, receive, send

MOST = min(4, os.cpu_count() or 1)
"""Workers of one process. Each takes some 100 MB once its libraries are loaded, and parsing is all processor time."""

_HEADER = 1000  # bytes, for what stands beside an answer

_BROKEN = (OSError, EOFError, ValueError, TypeError, LookupError, RecursionError)
"""What comes of an answer that was cut off, or that a hostile file made up once it had taken the worker over."""

_GRACE = 5  # seconds after the deadline at which a worker without a parent ends itself


class Hung(Exception):
    """The deadline has passed; the worker was killed."""


class Died(Exception):
    """The worker ended without an answer; its text says how."""


class Worker:
    """One subprocess that answers one job at a time."""

    def __init__(self) -> None:
        command = [sys.executable, "-P", "-B", "-m", "briefing.parsers.serve"]
        self._process = subprocess.Popen(  # noqa: S603  (our own module)
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            cwd="/",
            env=_environment(),
            start_new_session=True,  # an interrupt from the keyboard is the parent's alone
        )
        self._jobs = cast(BinaryIO, self._process.stdin)
        self._answers = cast(BinaryIO, self._process.stdout)

    @property
    def is_alive(self) -> bool:
        """Whether it can be given a job."""
        return self._process.poll() is None

    def ask(self, job: dict[str, Any], data: bytes, deadline: float) -> Parsed:
        """Return the answer; raises Hung or Died, and then, as after an answer that left it unfit, it is ended."""
        expired = Event()
        watch = Timer(deadline, self._expire, (expired,))
        watch.daemon = True
        watch.start()
        is_fit = False
        try:
            send(self._jobs, {**job, "seconds": int(deadline) + _GRACE}, data)
            header, answer = receive(self._answers, LARGEST_RESULT + _HEADER)
            parsed, is_fit = parsed_in(answer), bool(header["is_fit"])
            return parsed
        except _BROKEN:
            self.end()
            raise Hung if expired.is_set() else Died(self._ended()) from None
        finally:
            watch.cancel()
            if not is_fit:
                self.end()

    def end(self) -> None:
        """Kill it and wait until it is gone."""
        self._process.kill()
        self.forsake()
        self._process.wait()

    def forsake(self) -> None:
        """Close this process's ends of the pipes; without any other holder the worker then ends by itself."""
        for stream in (self._jobs, self._answers):
            with contextlib.suppress(OSError):
                stream.close()

    def _expire(self, expired: Event) -> None:
        expired.set()
        self._process.kill()

    def _ended(self) -> str:
        code = self._process.returncode
        return signal.strsignal(-code) or f"signal {-code}" if code < 0 else f"exit code {code}"


class Pool:
    """The workers of this process: one for each thread that parses at the moment, up to as many as may be."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Have no workers yet."""
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()
        self._free, self._lock = Semaphore(MOST), Lock()

    def ask(self, job: dict[str, Any], data: bytes, deadline: float) -> Parsed:
        """Return a worker's answer; raises Hung, Died, or OSError where none can be started."""
        with self._free:
            worker = self._taken()
            try:
                return worker.ask(job, data, deadline)
            finally:
                with self._lock:
                    self._idle.append(worker)

    def _taken(self) -> Worker:
        """Return a living worker: the one that was idle last, so that one thread starts one only."""
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if worker.is_alive:
                    return worker
                worker.forsake()
                self._all.discard(worker)
            worker = Worker()
            self._all.add(worker)
            return worker

    def forget(self) -> None:
        """Begin anew after a fork: the workers are the parent's, and a lock may be one of its threads'."""
        for worker in self._all:
            worker.forsake()
        self.begin()

    def end(self) -> None:
        """End them all."""
        for worker in self._all:
            worker.end()


POOL = Pool()
os.register_at_fork(after_in_child=POOL.forget)
atexit.register(POOL.end)


def _environment() -> dict[str, str]:
    """Return what Python needs and no secret; with one zone, language and hash seed for whoever calls."""
    path = os.pathsep.join(str(Path(place).absolute()) for place in sys.path)
    return {
        "PATH": os.defpath,
        "PYTHONPATH": path,
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "OMP_NUM_THREADS": "1",  # numpy, where trafilatura finds it, ends a process that may start no thread
    }
