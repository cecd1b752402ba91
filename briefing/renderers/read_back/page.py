"""What a page is once it is read back: what it cites, and every single thing that it says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from briefing.model import Made
from briefing.model.proof import Claim
from briefing.renderers.links import Target


@dataclass(frozen=True, slots=True)
class Cited:
    """Where a label leads: a place in an article's text, and the hash of that text."""

    target: Target
    sha256: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page read back.

    `cited` is keyed by label ("3.4"; "3.4a" for a note to it; "3" for the article as a whole, "3=1" for a copy of it).
    `statements` are labels, the printed wording's first; `glance` those of them that are repeated there; `unread` the
    paths not readable then. A page that does not list all articles names the sources of the `pile` ("": not to be read
    again) and states the `digest` over the hashes of all of them.
    """

    day: date
    made: Made
    cited: dict[str, Cited] = field(default_factory=dict)
    statements: tuple[tuple[str, ...], ...] = ()
    glance: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    pile: tuple[str, ...] = ()
    digest: str = ""
    claims: tuple[Claim, ...] = ()
    format: str = "md"
    language: str = "en"

    @property
    def articles(self) -> dict[str, Cited]:
        """Where the articles and their copies stand, by label."""
        return {label: cited for label, cited in self.cited.items() if "." not in label}

    @property
    def extracts(self) -> dict[str, Cited]:
        """Where the extracts stand, by label; notes go with their extracts."""
        return {label: cited for label, cited in self.cited.items() if "." in label and label[-1].isdecimal()}
