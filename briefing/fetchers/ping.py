"""A sign of life for a service that raises the alarm when it does not come: the only door to urllib's requests."""

from __future__ import annotations

import threading
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    Request,
    UnknownHandler,
)

DEADLINE = 10.0
"""Seconds in all, names and redirects included."""


class _Onward(HTTPRedirectHandler):
    """Follows to http and https, and from https to nothing less."""

    def redirect_request(self, req: Request, *answer: Any) -> Request | None:
        """Return what to ask for next, or None."""
        target = str(answer[-1])
        is_less = req.type == "https" and urlsplit(target).scheme != "https"
        return None if is_less else super().redirect_request(req, *answer)


def ping(address: str, *, is_well: bool, agent: str, deadline: float = DEADLINE) -> str:
    """Ask the address, with "/fail" behind its path if all is not well; return why that failed, or "".

    In a thread that is left behind: a timeout of urllib's holds for each byte anew, and for no look-up of a name.
    Proxies of the environment are not asked. What is told never holds the address, whose path is mostly a secret.
    """
    said: list[str] = []
    call = Request(_told(address, is_well=is_well), headers={"User-Agent": agent})  # noqa: S310  (http or https)
    thread = threading.Thread(target=lambda: said.append(_asked(call, deadline)), name="ping", daemon=True)
    thread.start()
    thread.join(deadline)
    return said[0] if said else f"no answer within {deadline:g} seconds"


def _told(address: str, *, is_well: bool) -> str:
    parts = urlsplit(address)
    path = parts.path if is_well else f"{parts.path.rstrip('/')}/fail"
    return urlunsplit(parts._replace(path=path, fragment=""))


def _asked(call: Request, deadline: float) -> str:
    opener = OpenerDirector()
    for handler in (
        HTTPHandler, HTTPSHandler, _Onward, HTTPErrorProcessor, HTTPDefaultErrorHandler, UnknownHandler,
    ):  # fmt: skip
        opener.add_handler(handler())
    try:
        opener.open(call, timeout=deadline).close()
    except (HTTPException, ValueError) as error:
        return type(error).__name__  # its words hold what it stumbles over, a piece of the address
    except OSError as error:
        return f"{type(error).__name__}: {error}"
    return ""
