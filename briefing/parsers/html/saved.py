"""Pages as browsers save them: their address in a comment, or in a web archive (MHTML), which is made like mail."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes, policy

from briefing.parsers.charset import decoded

_ARCHIVE = re.compile(
    rb"\A(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}?content-type:\s*multipart/related", re.IGNORECASE
)
_SAVED = re.compile(
    r"<!--\s{0,9}saved from url=\(\d{1,4}\)\s{0,9}(https?://\S{1,2000})|\burl:\s{0,9}(https?://\S{1,2000})"
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's markup, and where it was saved from, if it says so."""

    markup: str
    address: str = ""


def page_of(data: bytes, charset: str) -> Page:
    """Return the page that some bytes are, or that a web archive holds first."""
    if _ARCHIVE.match(data[:20_000]):
        for part in message_from_bytes(data, policy=policy.compat32).walk():
            content = part.get_payload(decode=True)
            if part.get_content_type() == "text/html" and isinstance(content, bytes):
                return Page(decoded(content, part.get_content_charset("")), str(part.get("content-location", "")))
    markup = decoded(data, charset)
    found = _SAVED.search(markup[:4000])
    return Page(markup, (found[1] or found[2]).rstrip("->") if found else "")
