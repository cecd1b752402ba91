"""What a mail's head says that is not the standard library's to write."""

from __future__ import annotations

from email.header import Header
from email.headerregistry import BaseHeader, HeaderRegistry
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import quote
from typing import Any

from briefing.language.display import shown

_WIDTH = 76
_AS_WRITTEN = ("list-id", "list-unsubscribe", "list-unsubscribe-post", "in-reply-to", "references")


class _AsWritten(BaseHeader):
    """A header of tokens that stay whole, and are broken at blanks alone.

    The standard library writes an address or identity that is longer than a line as encoded words, which no program
    takes for one.
    """

    max_count = 1

    @classmethod
    def parse(cls, value: str, kwds: dict[str, Any]) -> None:
        """Take the value as it is."""
        kwds.update(decoded=value, parse_tree=None)

    def fold(self, *, policy: Any) -> str:
        """Return the header's lines."""
        first, *others = self.split(" ")
        lines = [f"{self.name}: {first}"]
        for token in others:
            if len(lines[-1]) + 1 + len(token) <= _WIDTH:
                lines[-1] += f" {token}"
            else:
                lines.append(f" {token}")
        return "".join(line + policy.linesep for line in lines)


def with_own(policy: EmailPolicy[EmailMessage]) -> EmailPolicy[EmailMessage]:
    """Return the policy under which identities and lists' addresses are written as they are."""
    registry = HeaderRegistry()
    for name in _AS_WRITTEN:
        registry.map_to_type(name, _AsWritten)
    return policy.clone(header_factory=registry)


def plain(text: str) -> str:
    """Return text from outside as one header line that stays what it is.

    `EmailMessage` decodes what looks like an encoded word, `=?utf-8?q?=0ABcc:…?=`, and up to Python 3.11.9 writes the
    line break in it as a new header (gh-121650).
    """
    return shown(text).encode(errors="replace").decode().replace("=?", "= ?")


def phrase(text: str) -> str:
    """Return words for before what stands in angle brackets, in ASCII: short ones as they are, else encoded."""
    words = plain(text)
    if words.isascii() and len(words) < _WIDTH // 2:
        return f'"{quote(words)}"'
    return Header(words, "utf-8", maxlinelen=60).encode(linesep="")
