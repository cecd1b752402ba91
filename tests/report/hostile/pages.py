"""What a Markdown reader makes of a page: the words as they are, and no link, picture or element that is not ours."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import unquote

from markdown_it import MarkdownIt

from briefing.language.display import shown
from tests.report.hostile.desk import Desk

# A file, a text by its hash, or what lies on the server of the feed that the settings name.
OURS = re.compile(r"(?:http://127\.0\.0\.1:\d+/[^\s<>]*|urn:sha256:[0-9a-f]{64}|(?!//)[\w./%~-]+)(?:#[\w=,;]+)?|#")
WEB = re.compile(r"https?://", re.IGNORECASE)
"""An address like any other: the feed says that its entry lies there, and the page leads to it."""

ELEMENTS = {
    "h1",
    "h2",
    "h3",
    "p",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "a",
    "code",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "br",
}
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def markdown(desk: Desk) -> Iterator[str]:
    """Yield what is none of ours, and each title that cannot be read."""
    for path in (desk.folder / "pages").glob("*.md"):
        page = path.read_text("utf-8")
        named = {plain(one.text) for one in desk.attempts if WEB.match(one.text.strip())}
        tokens = [inner for token in PARSER.parse(page) for inner in (token, *(token.children or ()))]
        for token in tokens:
            to = str(token.attrs.get("href", token.attrs.get("src", "#")))
            if (
                token.type.startswith("html")
                or (token.tag and token.tag not in ELEMENTS)
                or not (OURS.fullmatch(to) or plain(to) in named)
            ):
                yield f"{token.type} {token.tag} {to} {token.content}"
        seen = tight(
            "".join(token.content for token in tokens if token.type in ("text", "text_special", "code_inline"))
        )
        yield from (f"cannot be read: {title}" for title in titles(desk) if tight(shown(title)) not in seen)


def titles(desk: Desk) -> list[str]:
    """Return the titles of all articles, as the JSON edition has them."""
    (path,) = (desk.folder / "pages").glob("*.json")
    return [source["title"] for source in json.loads(path.read_bytes())["sources"] if source["title"]]


def plain(address: str) -> str:
    """Return an address as it reads, however its signs are written."""
    return "".join(filter(str.isalnum, unquote(address.partition("#")[0]))).casefold()


def tight(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())
