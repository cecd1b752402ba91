"""The addresses of an envelope: as a mail server is told them, and never more than one."""

from __future__ import annotations

import re

from briefing.errors import DeliveryError
from briefing.language.display import shown
from briefing.model.naming import ascii_domain

# Neither blanks nor brackets, commas nor control characters: a second address, or a command of its own, needs one.
_ADDRESS = re.compile(
    r"(?P<local>[^\s<>()\[\],;:\"\\@\x00-\x20\x7f-\x9f]+)@(?P<domain>[^\s<>()\[\],;:\"\\@\x00-\x20\x7f-\x9f]+)"
)


def bare(address: str) -> str:
    """Return an address as an envelope has it, with its domain in ASCII; raises DeliveryError if it is none."""
    match = _ADDRESS.fullmatch(address)
    if not match:
        raise DeliveryError(f"{shown(address)!r} is not an address that a server can be told; write name@example.org")
    try:
        return f"{match['local']}@{ascii_domain(match['domain'])}"
    except ValueError as error:
        raise DeliveryError(f"{shown(match['domain'])!r} is not a domain: {error}") from None
