"""Read the news below the head: headings, links in capitals, repeated paragraphs, headlines of live pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.model import Aside, Span
from briefing.stages.clean.blocks import Block
from briefing.stages.clean.header import is_byline, is_stamp
from briefing.stages.clean.live import live_stamp
from briefing.stages.clean.title import is_asked, is_heading, is_in_capitals, is_question, markdown_heading

# Shorter paragraphs ("Yes," he said.) may well stand twice in an article.
_REPEATED_WORDS = 6
_BULLETED_BIO = re.compile(r"•\s[A-Z][^.!?]{0,80}\s(?:is|are)\s[^.!?]{0,160}$")
_ABOUT = re.compile(r"About (?:the author|[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,4})\s?:?$")
_FROM_END = 5  # blocks in which firms describe themselves, heading and contacts with them; not swept
_LIST_TITLE, _LINK_WORDS = 6, 16  # words of "More on this story" and of the headlines below it; not swept
_ENTRY_WORDS = 30  # of a headline in a live page; not swept
_QUESTIONS = 2  # paragraphs of one question that make them headings; a single one may be the writer's own
_TAIL_LINES = 2  # short lines above the page's own that are headlines; a single one may be news cut short
_ENDS = ("notice", "link", "credit", "copyright")  # behind these, a short line is a link to another article
_SENTENCE_ENDS = (".", "”", '"', "’", "'", ")")
_HEADING_IN_CAPITALS = 4  # words; longer lines in capitals are other articles' headlines
_BIO = re.compile(
    r"[-–—•·*\s]{0,4}(?:The (?:author|writer)|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}) (?:is|are) (?:an? |the )?"
    r"[^.!?]{0,60}"
    r"\b(?:reporters?|correspondents?|columnists?|staff writers?|contributors?|contributing|editor (?:at|of|for))\b"
)


@dataclass(frozen=True, slots=True)
class _Page:
    """What the blocks around one say of it.

    `last` is the last with a sentence of news; from `tail` on, short lines are links to other articles. `mixed`: not
    all is in capitals. `questions` are those that stand alone.
    """

    last: int
    tail: int
    mixed: bool
    questions: frozenset[int]

    @classmethod
    def of(cls, blocks: Sequence[Block], known: Mapping[int, Aside]) -> _Page:
        last = max((k for k, b in enumerate(blocks) if b.is_ended and b.has_mark and k not in known), default=-1)
        mixed = any(b.is_ended and not b.text.isupper() for b in blocks)
        return cls(last, _tail(blocks, known, last), mixed, frozenset(_questions(blocks)))


def _questions(blocks: Sequence[Block]) -> list[int]:
    """Return the paragraphs by which an explainer heads its parts, and those that an interviewer asks."""
    pairs = list(enumerate(pairwise(blocks)))[1:]
    heads = [k for k, (block, below) in pairs if is_question(block) and not is_question(below)]
    asked = [k for k, (block, below) in pairs if is_asked(block, below)]
    return [k for found in (heads, asked) if len(found) >= _QUESTIONS for k in found]


def _tail(blocks: Sequence[Block], known: Mapping[int, Aside], last: int) -> int:
    """Return the block from which on the page speaks of itself: behind a last line of news that may lack its stop."""
    own = min((k for k, aside in known.items() if k > last and aside.kind in _ENDS), default=len(blocks))
    lines = range(last + 1, own)
    return last + 1 if own < len(blocks) and len(lines) >= _TAIL_LINES else own


def whole_blocks(
    text: str, blocks: Sequence[Block], first: int, known: Mapping[int, Aside]
) -> Iterator[tuple[int, Aside]]:
    """Yield those blocks from `first` on that are no news as a whole, each with its number."""
    page = _Page.of(blocks, known)
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
        found = found or _repeated(block, seen) or _stamped(text, block)
        found = found or _heading(block, k < page.last or k >= page.tail, page.mixed) or _bio(block, len(blocks) - k)
        if found or k in page.questions:
            yield k, found or Aside(block.start, block.end, "heading", "a heading: one of several questions of its own")


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


def _stamped(text: str, block: Block) -> Aside | None:
    start, end = block.start, block.end
    if is_stamp(text, start, end):
        return Aside(start, end, "header", "a line that says when it was published or updated")
    if is_byline(block.text):
        return Aside(start, end, "byline", "a byline: “By” and names")
    if not block.is_ended and block.words <= _ENTRY_WORDS and live_stamp(text, Span(start, end)):
        return Aside(start, end, "heading", "the headline of an entry of a live page, with its time")
    return None


def _heading(block: Block, news_below: bool, mixed: bool) -> Aside | None:
    if mixed and is_in_capitals(block) and block.words > _HEADING_IN_CAPITALS:
        return Aside(block.start, block.end, "link", "a headline in capitals that leads to another article")
    if markdown_heading(block) or (mixed and is_in_capitals(block)) or (news_below and is_heading(block)):
        reason = "a heading or an item of a list: a short line without an end mark"
        return Aside(block.start, block.end, "heading", reason)
    return None


def _bio(block: Block, from_end: int) -> Aside | None:
    if from_end <= 3 and block.words <= 60 and (_BIO.match(block.text) or _BULLETED_BIO.match(block.text)):
        return Aside(block.start, block.end, "credit", "who the author is")
    return None
