"""The text of a fragment of HTML, as feeds and newsletters carry it: what a reader would see, in paragraphs."""

from __future__ import annotations

import re

from briefing.parsers.blocks import SPACE, UNSEEN, Element, Layout, laid_out

_NAMES = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td
    tfoot th thead tr ul"""
_NO_TEXT = "script style head title template svg iframe object select textarea noscript audio video"
_BLOCKS, _SKIPPED = frozenset(_NAMES.split()), frozenset(_NO_TEXT.split())
_HIDDEN = re.compile(
    r"(?:^|;)(?:display:none|visibility:hidden|mso-hide:all|opacity:0(?:\.0+)?(?=[;!]|$)"
    r"|max-height:0(?:px)?(?=[;!]|$))"
)
_SIZE = re.compile(r"(?:^|;)font-size:(\d{0,4}(?:\.\d{1,4})?(?<=\d))([a-z%]{0,4})")
_LEAST = 2.0
"""Pixels or points of letters that can be read; newsletters hide what a mailbox shows as a preview in letters of 1."""

_SMALL = 0.1  # em, rem or per cent: only nothing is hidden

NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no markup may hold."""


def text_of(html: str) -> str:
    """Return the text of a fragment: a paragraph for each block, with "\\n" for a line break, "" if there is none.

    Scripts, styles and what is hidden are left out; entities are decoded; nothing is executed or fetched.
    """
    from lxml import html as lxml_html

    clean = NO_XML.sub("", html)
    if "<" not in clean and "&" not in clean:
        return SPACE.sub(" ", clean).strip(" ") if clean.strip(UNSEEN) else ""
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8", huge_tree=True)
    root = lxml_html.document_fromstring(f"<html><body>{clean}</body></html>".encode(), parser=parser)
    return laid_out(root, _LAYOUT)


def _is_skipped(element: Element) -> bool:
    if element.tag in _SKIPPED or "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    return bool(_HIDDEN.search(_style(element)))


def _is_shown(element: Element) -> bool | None:
    """Say whether letters are large enough: a layout sets a table's to 0 and each of its cells' back to 14."""
    found = _SIZE.search(_style(element))
    if found is None:
        return None
    return float(found[1]) >= (_LEAST if found[2] in ("", "px", "pt") else _SMALL)


def _style(element: Element) -> str:
    return re.sub(r"\s+", "", element.get("style", "")[:2000]).lower()


_LAYOUT = Layout(_BLOCKS, frozenset({"br"}), skipped=_is_skipped, is_shown=_is_shown)
