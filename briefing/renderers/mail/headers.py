"""What a mail's head says that is not the standard library's to write."""

from __future__ import annotations

import re
from email.header import Header
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UniqueAddressHeader
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import quote
from typing import Any

from briefing.language.display import shown, shown_again

_WIDTH = 76
_AS_WRITTEN = ("list-id", "list-unsubscribe", "list-unsubscribe-post", "in-reply-to", "references")
_ADDRESSES = ("from", "to", "reply-to")
_ATOMS = re.compile(r"[^\W_]+(?: [^\W_]+)*")


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
        return _broken(self.name, self, policy.linesep)


class _Addressed(UniqueAddressHeader, BaseHeader):  # type: ignore[misc]
    """Addresses behind their names, which stay names however long.

    The standard library writes a name that is longer than a line without its quotation marks: then a comma in it begins
    another address.
    """

    def fold(self, *, policy: Any) -> str:
        """Return the header's lines."""
        return _broken(
            self.name, ", ".join(_named(one, is_ascii=not policy.utf8) for one in self.addresses), policy.linesep
        )


def _broken(name: str, value: str, line_end: str) -> str:
    """Return a header in lines, broken at blanks."""
    first, *others = value.split(" ")
    lines = [f"{name}: {first}"]
    for token in others:
        if len(lines[-1]) + 1 + len(token) <= _WIDTH:
            lines[-1] += f" {token}"
        else:
            lines.append(f" {token}")
    return "".join(line + line_end for line in lines)


def with_own(policy: EmailPolicy[EmailMessage]) -> EmailPolicy[EmailMessage]:
    """Return the policy under which identities and lists' addresses are written as they are."""
    registry = HeaderRegistry()
    for name in _AS_WRITTEN:
        registry.map_to_type(name, _AsWritten)
    for name in _ADDRESSES:
        registry.map_to_type(name, _Addressed)
    return policy.clone(header_factory=registry)


def plain(text: str) -> str:
    """Return text from outside as one header line that stays what it is.

    `EmailMessage` decodes what looks like an encoded word, `=?utf-8?q?=0ABcc:…?=`, and up to Python 3.11.9 writes the
    line break in it as a new header (gh-121650).
    """
    return printed(shown(text))


def printed(page: str) -> str:
    """Return what a page says, whose marks stand there already, as such a line."""
    return shown_again(page).encode(errors="replace").decode().replace("=?", "= ?")


def phrase(text: str) -> str:
    """Return words for before what stands in angle brackets, in ASCII: short ones as they are, else encoded."""
    return _encoded(plain(text))


def _named(address: Address, *, is_ascii: bool) -> str:
    """Return an address behind its name, which is `plain` already, as a header has them."""
    name = address.display_name
    if not name:
        return address.addr_spec
    is_bare = _ATOMS.fullmatch(name) and len(name) < _WIDTH // 2 and (name.isascii() or not is_ascii)
    return f"{name if is_bare else _encoded(name)} <{address.addr_spec}>"


def _encoded(words: str) -> str:
    if words.isascii() and len(words) < _WIDTH // 2:
        return f'"{quote(words)}"'
    return Header(words, "utf-8", maxlinelen=60).encode(linesep="")
