"""What a recogniser says of a whole line: a kind, and the reason for it in words that a reader understands."""

from __future__ import annotations

from typing import NamedTuple

from briefing.model import Kind


class Found(NamedTuple):
    """A kind and its reason."""

    kind: Kind
    reason: str
