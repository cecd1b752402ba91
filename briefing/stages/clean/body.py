"""Read the news below the head: headings, links in capitals, repeated paragraphs, and what stands inside paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.language.sentences import sentences
from briefing.model import Aside, Span
from briefing.stages.clean.blocks import Block
from briefing.stages.clean.caption import CAPTION_SIGN, labelled_caption, sentence_caption
from briefing.stages.clean.clutter import furniture, near
from briefing.stages.clean.header import is_byline, is_stamp
from briefing.stages.clean.rules import Rule
from briefing.stages.clean.title import is_heading, is_in_capitals, markdown_heading

# Shorter paragraphs ("Yes," he said.) may well stand twice in an article.
_REPEATED_WORDS = 6
_BULLETED_BIO = re.compile(r"•\s[A-Z][^.!?]{0,80}\s(?:is|are)\s[^.!?]{0,160}$")
_ABOUT = re.compile(r"About (?:the author|[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,4})\s?:?$")
_FROM_END = 5  # blocks in which firms describe themselves, heading and contacts with them; not swept
_LIST_TITLE, _LINK_WORDS = 6, 16  # words of "More on this story" and of the headlines below it; not swept
_SENTENCE_ENDS = (".", "”", '"', "’", "'", ")")
_HEADING_IN_CAPITALS = 4  # words; longer lines in capitals are other articles' headlines
_BIO = re.compile(
    r"[-–—•·*\s]{0,4}(?:The (?:author|writer)|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}) (?:is|are) (?:an? |the )?"
    r"[^.!?]{0,60}"
    r"\b(?:reporters?|correspondents?|columnists?|staff writers?|contributors?|contributing|editor (?:at|of|for))\b"
)


def whole_blocks(
    text: str, blocks: Sequence[Block], first: int, known: Mapping[int, Aside]
) -> Iterator[tuple[int, Aside]]:
    """Yield those blocks from `first` on that are no news as a whole, each with its number."""
    last = max((k for k, b in enumerate(blocks) if b.is_ended and b.has_mark and k not in known), default=-1)
    mixed = any(b.is_ended and not b.text.isupper() for b in blocks)
    seen: set[str] = set()
    listed = False  # whether the lines above are a title of links, and links
    about = False  # whether a heading "About …" stands above, as firms close their press releases
    for k in range(first, len(blocks)):
        block = blocks[k]
        if k in known:
            listed = known[k].kind == "link" and block.words <= _LIST_TITLE
            continue
        listed = listed and block.words <= _LINK_WORDS and not block.text.endswith(_SENTENCE_ENDS)
        found = _listed(block) if listed else _about(block) if about and block.is_ended else None
        about = about or (len(blocks) - k <= _FROM_END and _ABOUT.match(block.text) is not None)
        found = found or _repeated(block, seen) or _line(text, block, k < last, mixed) or _bio(block, len(blocks) - k)
        if found:
            yield k, found


def _listed(block: Block) -> Aside:
    return Aside(block.start, block.end, "link", "a headline in a list of links to other articles")


def _about(block: Block) -> Aside:
    return Aside(block.start, block.end, "notice", "what a firm or an author says about itself, at the end")


def _repeated(block: Block, seen: set[str]) -> Aside | None:
    plain = " ".join(block.text.casefold().split())
    if plain in seen and block.words >= _REPEATED_WORDS:
        return Aside(block.start, block.end, "repeated", "the same paragraph stands above")
    seen.add(plain)
    return None


def _line(text: str, block: Block, news_below: bool, mixed: bool) -> Aside | None:
    start, end = block.start, block.end
    if is_stamp(text, start, end):
        return Aside(start, end, "header", "a line that says when it was published or updated")
    if is_byline(block.text):
        return Aside(start, end, "byline", "a byline: “By” and names")
    if mixed and is_in_capitals(block) and block.words > _HEADING_IN_CAPITALS:
        return Aside(start, end, "link", "a headline in capitals that leads to another article")
    if markdown_heading(block) or (mixed and is_in_capitals(block)) or (news_below and is_heading(block)):
        return Aside(start, end, "heading", "a heading or an item of a list: a short line without an end mark")
    return None


def _bio(block: Block, from_end: int) -> Aside | None:
    if from_end <= 3 and block.words <= 60 and (_BIO.match(block.text) or _BULLETED_BIO.match(block.text)):
        return Aside(block.start, block.end, "credit", "who the author is")
    return None


def sentence_asides(text: str, span: Span, rules: Sequence[Rule], *, press: bool) -> Iterator[Aside]:
    """Yield the sentences inside a paragraph that are furniture or captions; `press` says that it is a press page's."""
    piece = text[span.start : span.end]
    here = near(piece.lower(), rules)
    if not here and not CAPTION_SIGN.search(piece) and not press:
        return
    for a, b in sentences(piece):
        start, end = span.start + a, span.start + b
        aside = furniture(text, start, end, here)
        found = sentence_caption(text[start:end]) or (labelled_caption(text[start:end]) if press else None)
        if aside is None and found:
            aside = Aside(start, end, found.kind, found.reason)
        if aside is not None:
            yield aside
