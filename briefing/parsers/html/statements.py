"""What a page states of itself in its markup: its address, language, feeds, and when it says that it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote, urljoin, urlsplit

from briefing.parsers.blocks import Element
from briefing.parsers.html.linked_data import Node, articles, text

_FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"})
_PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "pubdate", "publishdate", "publish-date",
    "publish_date", "publication_date", "date", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime",
    "article.published", "published-date", "citation_publication_date", "bt:pubdate", "rnews:datepublished",
)  # fmt: skip
_SHORT = 12  # characters: a heading "News" begins many a title
_BEHIND = re.compile(r"\s*(?:[|»·–—-]|--)\s")
_OF_SITE = re.compile(r"(.{12,400}?)\s{1,8}(?:[|»·–—-]|--)\s{1,8}([^|»·–—]{1,60})")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,3}\Z")
# What the links of a page of ours say behind a # of a place in a text (RFC 5147).
_CITING = re.compile(r"(?:char=\d{1,12},\d{1,12})?;?(?:row=\d{1,12})?")


def address(tree: Element, given: str) -> str:
    """Return the page's own address: the canonical one if it is on the host of the given one, else the given one."""
    for link in tree.iter("link"):
        if "canonical" in str(link.get("rel", "")).lower().split():
            canonical = absolute(given, link.get("href", ""))
            if canonical and (not given or urlsplit(canonical).netloc.lower() == urlsplit(given).netloc.lower()):
                return canonical
    return given


def feeds(tree: Element, given: str) -> tuple[str, ...]:
    """Return the addresses of the feeds that the page offers."""
    offered = (
        absolute(_base(tree, given), link.get("href", ""))
        for link in tree.iter("link")
        if "alternate" in str(link.get("rel", "")).lower().split()
        and str(link.get("type", "")).partition(";")[0].strip().lower() in _FEEDS
    )
    return tuple(dict.fromkeys(filter(None, offered)))


def absolute(base: str, link: str) -> str:
    """Return a link as an http or https address, "" if it leads anywhere else.

    Without a user and password, which lists that feed readers export have: an address is kept, printed and told. What
    cannot be seen, and what ends an address in Markdown, is percent-encoded; and there is no fragment that a citation
    of ours would be taken for.
    """
    try:
        parts = urlsplit(urljoin(base, link.strip()))
        if not link.strip() or parts.scheme not in ("http", "https") or not parts.hostname:
            return ""
    except ValueError:
        return ""
    place = parts.netloc.rpartition("@")[2]
    fragment = "" if _CITING.fullmatch(parts.fragment) else parts.fragment
    return "".join(map(_seen, parts._replace(netloc=place, fragment=fragment).geturl()))


def _seen(sign: str) -> str:
    is_plain = sign.isprintable() and not sign.isspace() and sign not in '<>"'
    return sign if is_plain else quote(sign, errors="replace")


def headline(tree: Element, title: str, site: str) -> str:
    """Return a title without the name of the site that stands behind it: not part of what the article is called."""
    for heading in tree.iter("h1"):
        said = " ".join("".join(heading.itertext()).split())
        if len(said) >= _SHORT and title.startswith(said) and _BEHIND.match(title, len(said)):
            return said
    match = _OF_SITE.fullmatch(title)
    return match[1] if match and site and match[2].casefold().startswith(site.casefold()) else title


def language(tree: Element) -> str:
    """Return the language that the page says it is in, "" if it says none that could be one."""
    root = tree.getroottree().getroot()
    said = [root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"), root.get("xml:lang")]
    said += [content for name, content in _metas(tree) if name in ("content-language", "og:locale", "dc.language")]
    return next((found.strip() for found in said if found and _LANGUAGE.match(found.strip())), "")


def published(tree: Element, found: Sequence[Node]) -> Iterator[str]:
    """Yield what the page states as the time of its publication, the most binding first."""
    for key in ("datePublished", "dateCreated", "uploadDate"):
        yield from (text(node, key) for node in articles(found))
    metas = list(_metas(tree))
    for wanted in _PUBLISHED:
        yield from (content for name, content in metas if name == wanted)
    for element in tree.iter("time", "span", "div", "p", "abbr"):
        if element.tag == "time" or element.get("itemprop") == "datePublished":
            yield element.get("datetime") or element.get("content") or element.get("title") or ""


def _metas(tree: Element) -> Iterator[tuple[str, str]]:
    for meta in tree.iter("meta"):
        for kind in ("property", "name", "itemprop", "http-equiv"):
            if name := meta.get(kind):
                yield name.strip().lower(), str(meta.get("content", "")).strip()


def _base(tree: Element, given: str) -> str:
    for base in tree.iter("base"):
        return absolute(given, base.get("href", "")) or given
    return given
