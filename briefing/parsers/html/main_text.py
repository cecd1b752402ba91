"""The main text of a page and what goes with it, by trafilatura: the only door to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from briefing.parsers.blocks import Element, Layout, laid_out

_EMBEDDED = re.compile(r"data:[a-z0-9.+/-]{3,60};base64,[A-Za-z0-9+/=\s]+", re.IGNORECASE)
_NO_NAME = re.compile(r"//|^[._@]|.{80}")  # addresses, handles and slogans that stand where a name should
_LITTLE = 2_000  # characters
_NO_DATE = ""  # no format, so that no time is lost on a day that `publication` finds in its own way
_BLOCKS = frozenset({"p", "head", "item", "list", "quote", "table", "row", "cell", "div", "code", "ab"})
_LAYOUT = Layout(_BLOCKS, frozenset({"lb"}), frozenset({"cell"}))


@dataclass(frozen=True, slots=True)
class Told:
    """What trafilatura tells of a page besides its text."""

    title: str = ""
    author: str = ""
    site: str = ""


def tree_of(page: str) -> Element | None:
    """Return the tree of a page, without the pictures that saved pages hold; None if this is no page at all."""
    from trafilatura import load_html

    return load_html(_EMBEDDED.sub("", page))


def main_text(tree: Element, address: str) -> str:
    """Return the main text in paragraphs, "" if there is none.

    Preferring precision misses some text, but takes in less that is no text: shingle F1 0.964 against 0.960 on 181
    pages. Where it leaves little, and less than a third of what the default has, it has missed the article: so on two
    of 170 pages.
    """
    precise = _extracted(tree, address, is_precise=True)
    if len(precise) >= _LITTLE:
        return precise
    more = _extracted(tree, address, is_precise=False)
    return more if 3 * len(precise) < len(more) else precise


def _extracted(tree: Element, address: str, *, is_precise: bool) -> str:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(tree, url=address or None, include_comments=False, favor_precision=is_precise)
    return laid_out(found.body, _LAYOUT) if isinstance(found, Document) else ""


def told(tree: Element, address: str) -> Told:
    """Return title, author and site, "" for what is not there."""
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(tree, address or None, {"outputformat": _NO_DATE})
    site = found.sitename or ""
    if not site or _NO_NAME.search(site):
        site = (urlsplit(address).hostname or "").removeprefix("www.")
    return Told(found.title or "", found.author or "", site)
