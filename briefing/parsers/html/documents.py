"""A web page as documents: one, or one for each update of a live blog."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from html import unescape

from briefing.model import Problem
from briefing.parsers.fragment import text_of
from briefing.parsers.html.linked_data import Node, nodes, text, updates
from briefing.parsers.html.main_text import main_text, told, tree_of
from briefing.parsers.html.publication import publication
from briefing.parsers.html.saved import page_of
from briefing.parsers.html.statements import absolute, address, feeds, headline, language
from briefing.parsers.parsed import Document, Hints, Parsed

MOST_ELEMENTS = 60_000
"""Of 399 pages of news the largest has 4,634; with 50,000, telling text from the rest takes 4 seconds, with 200,000
paragraphs 13."""

_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*[\s/>]")

_SENTENCE_END = re.compile(r"[.!?…。؟։][\"'”’»)\]]*(?:\s|\Z)")
"""Without one a page is a list of headlines, as a site's front page is, and no article."""

_FEW = 2
"""Updates from which a page is a live blog and no article that calls itself one."""


def documents(data: bytes, hints: Hints) -> Parsed:
    """Return the article of a page, or the updates of a live blog, with the feeds that the page offers."""
    page = page_of(data, hints.charset)
    return _of_page(page.markup, hints.address or absolute("", page.address), hints.where)


def _of_page(markup: str, given: str, where: str) -> Parsed:
    tree = tree_of(markup)
    if tree is None:
        return Parsed(problems=(Problem(where, "is no web page", "leave it out"),))
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        return Parsed(
            problems=(
                Problem(
                    where, f"a page of over {MOST_ELEMENTS:,} elements", "leave it out: it may be damaged or hostile"
                ),
            )
        )
    found = nodes(tree)
    stated = _stated(tree, given)
    offered = feeds(tree, given)
    if len(live := updates(found)) >= _FEW:
        return Parsed(_updates(live, stated), title=stated.get("title", ""), links=offered)
    content = main_text(tree, given)
    if not _SENTENCE_END.search(content):
        return Parsed(problems=(_no_text(where, offered),), title=stated.get("title", ""), links=offered)
    stated["date"] = publication(tree, found, stated.get("url", ""))
    return Parsed((Document(content, _kept(stated)),), title=stated.get("title", ""), links=offered)


def _stated(tree: object, given: str) -> dict[str, str]:
    what = told(tree, given)
    return {
        "title": headline(tree, what.title, what.site),
        "author": what.author,
        "source": what.site,
        "language": language(tree),
        "url": address(tree, given),
    }


def _updates(live: Sequence[Node], page: Mapping[str, str]) -> tuple[Document, ...]:
    """Return a document an update; it is known by an address of its own, else by its time and headline."""
    own = [absolute(page["url"], text(update, "url") or text(update, "@id")) for update in live]
    often = Counter([page["url"], *own])
    found = []
    for update, link in zip(live, own, strict=True):
        headline, date = _plain(text(update, "headline")), text(update, "datePublished")
        named = f"{page['url']}\n{date}\n{headline}".encode("utf-8", "replace")
        known = link if link and often[link] == 1 else hashlib.sha256(named).hexdigest()
        stated = {**page, "id": known, "title": headline, "date": date, "url": link or page["url"]}
        found.append(Document(_plain(text(update, "articleBody")) or headline, _kept(stated)))
    return tuple(document for document in found if document.text)


def _plain(said: str) -> str:
    """Return a string of JSON-LD without markup; where it has none, its line breaks are the author's."""
    return text_of(said) if _TAG.search(said) else unescape(said)


def _kept(stated: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in stated.items() if value}


def _no_text(where: str, offered: Sequence[str]) -> Problem:
    if offered:
        return Problem(
            where, "no main text on this page", f"name one of the feeds that it offers: {', '.join(offered[:3])}"
        )
    return Problem(
        where, "no main text on this page", "name an article; it may be shown by JavaScript alone, or be a list"
    )
