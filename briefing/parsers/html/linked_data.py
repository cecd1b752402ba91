"""What a page says in JSON-LD (https://schema.org), as plain nodes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from briefing.parsers.blocks import Element

Node = dict[str, Any]

_MOST = 20_000
"""Nodes of one page: a live blog of a day has a thousand updates with an author and an image each."""

_WRAPPED = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|/\*<!\[CDATA\[\*/|<!\[CDATA\[)|(?:-->|(?:(?://|/\*)\s*)?\]\]>(?:\*/)?)\s*\Z"
)
_ARTICLE = re.compile(r"(?:.*(?:Article|BlogPosting)|Report|Review)\Z")


def nodes(tree: Element) -> tuple[Node, ...]:
    """Return the nodes of all scripts of JSON-LD, outer ones before those in them."""
    found: list[Node] = []
    for script in tree.iter("script"):
        if str(script.get("type", "")).strip().lower().startswith("application/ld+json"):
            found += _flat(_read(script.text or ""), _MOST - len(found))
    return tuple(found)


def articles(found: Sequence[Node]) -> Iterator[Node]:
    """Yield the nodes that are articles."""
    return (node for node in found if any(_ARTICLE.match(kind) for kind in _strings(node.get("@type"))))


def updates(found: Sequence[Node]) -> tuple[Node, ...]:
    """Return the updates of live blogs, as they stand; one that stands there twice, as whole scripts may, once."""
    return tuple(
        {
            json.dumps(update, sort_keys=True): update
            for node in found
            for update in _list(node.get("liveBlogUpdate"))
            if isinstance(update, dict) and (text(update, "articleBody") or text(update, "headline"))
        }.values()
    )


def text(node: Node, key: str) -> str:
    """Return a property as a string, "" if it is none; of several the first, of a node its name or address."""
    for value in _list(node.get(key)):
        plain = value.get("@id") or value.get("url") or value.get("name") if isinstance(value, dict) else value
        if isinstance(plain, str) and plain.strip():
            return plain.strip()
    return ""


def _flat(value: Any, most: int) -> list[Node]:
    found: list[Node] = []
    pending = [value]
    while pending and len(found) < most:
        value = pending.pop()
        if isinstance(value, dict):
            found.append(value)
            pending += reversed(value.values())
        elif isinstance(value, list):
            pending += reversed(value)
    return found


def _read(script: str) -> Any:
    """Return the value of a script, None if that is no JSON; line breaks inside strings are passed over."""
    try:
        return json.loads(_WRAPPED.sub("", script).strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _strings(value: Any) -> list[str]:
    return [item for item in _list(value) if isinstance(item, str)]
