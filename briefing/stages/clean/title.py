"""Tell titles, decks and headings from news text: short lines without an end mark, with room below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model import Span
from briefing.stages.clean.blocks import Block

# A first line longer than this is a paragraph that lost its end; none of them was swept.
_TITLE_WORDS, _DECK_WORDS, _HEADING_WORDS = 30, 45, 14
# Longer items of a list are news in telegram style ("• The mission grows from 500 to around 4,000"), and kept.
_ITEM_WORDS = 8
_BULLET = re.compile(r"[•·*▪‣–—-]\s")
_MARKDOWN = re.compile(r"(#{1,6})\s+(\S.*?)[\s#]*$")
# A sentence that was cut here, not a heading ("The state we're in" is one).
_BROKEN_OFF = re.compile(
    r"\s(?:an?|the|of|and|or|but|that|with|from|by|their|his|its|has|had|have|was|were|is|are|be)$"
)
_QUESTION = re.compile(
    r"(?:And |But |So |\d{1,2}[.)] )?(?:What|Who|Whose|Whom|Why|How|When|Where|Which|Is|Are|Was|Were|Do|Does|Did|Can"
    r"|Could|Will|Would|Should|Has|Have|If)\b[^.!?\"“”]{4,120}\?"
)
_QUESTION_WORDS = 16
_ASKED_WORDS = 40  # of what an interviewer says at once; not swept
_QUOTES = re.compile(r"[\"“”„«»]|^['‘]")
_ADDRESSES = re.compile(r"\b(?:[Yy]ou|[Yy]our)\b")
_NEXT_SENTENCE = re.compile(r"[.!?…]\s")
_ANSWERS = ('"', "“", "„", "«", "'", "‘")
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_][\w'’.-]*")
# What a headline in title case writes small.
_SMALL_WORDS = """
a an and are as at be but by for from if in into is it its nor of off on or out over per than that the this to up vs via
was when who will with
"""
_SMALL = frozenset(_SMALL_WORDS.split())


def markdown_heading(block: Block) -> tuple[int, Span] | None:
    """Return level and span of the words of a Markdown heading ("# Title"), or None."""
    match = _MARKDOWN.match(block.text) if block.text.startswith("#") and len(block.text) < 400 else None
    return (len(match[1]), Span(block.start + match.start(2), block.start + match.end(2))) if match else None


def same_words(a: str, b: str) -> bool:
    """Whether two lines have the same words in the same order, whatever their case and punctuation."""
    return _WORD.findall(a.casefold()) == _WORD.findall(b.casefold())


def similar_words(a: str, b: str) -> bool:
    """Whether two lines share at least six in ten of the shorter one's words: one title in two wordings."""
    first, second = set(_WORD.findall(a.casefold())), set(_WORD.findall(b.casefold()))
    return len(first & second) >= 0.6 * max(1, min(len(first), len(second)))


def is_title(blocks: Sequence[Block], k: int, *, deck: bool = False, signed: bool = False) -> bool:
    """Whether block k could be the title (or the deck): no end mark, an empty line below, and then news text.

    A title in title case may have an end mark.

    Where it is `signed`, by a byline or a header line right below it, or where a text has no empty line at all, each
    line being a paragraph, none is asked for. News text is a later block
    with an end mark or, for scripts that write none, one that is longer.
    """
    block = blocks[k]
    below = blocks[k + 1 : k + 12]
    is_ended = block.is_ended and (deck or not is_in_title_case(block))
    if is_ended or block.words > (_DECK_WORDS if deck else _TITLE_WORDS) or not below:
        return False
    underlined = not any(c.isalnum() for c in below[0].text)
    spaced = block.gap or underlined or signed or not any(b.gap for b in blocks[:200] if b is not blocks[-1])
    return spaced and any(b.has_mark or len(b.text) > 2 * len(block.text) for b in below)


def is_heading(block: Block) -> bool:
    """Whether a block between paragraphs reads as a heading, or as a short item of a list, not as a sentence."""
    if (_BULLET.match(block.text) and block.words > _ITEM_WORDS) or "://" in block.text:
        return False
    return not block.is_ended and block.words <= _HEADING_WORDS and not _BROKEN_OFF.search(block.text[-12:])


def is_in_title_case(block: Block) -> bool:
    """Whether every word of a line has a capital, as in headlines and no sentence: four or more, small words aside.

    A line in capitals throughout does not count.
    """
    if block.words > _TITLE_WORDS or block.text.isupper():
        return False
    words = [word for word in _LETTERS.findall(block.text) if word.casefold() not in _SMALL]
    return len(words) >= 4 and all(word[0].isupper() for word in words)


def is_in_capitals(block: Block) -> bool:
    """Whether a line is written in capitals throughout: three words or more, nine letters in ten."""
    if len(block.text) > 300 or block.words < 3 or block.is_ended:
        return False
    letters = [c for c in block.text if c.isalpha()]
    return len(letters) > 10 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def is_question(block: Block) -> bool:
    """Whether a paragraph is one short question, as explainers put above each of their parts ("What happens now?")."""
    return block.words <= _QUESTION_WORDS and bool(_QUESTION.fullmatch(block.text))


def is_asked(block: Block, below: Block) -> bool:
    """Whether a paragraph is what an interviewer asks: it ends in a question, and a quotation answers right below.

    Of several sentences it must address somebody: others may tell news before they ask.
    """
    text = block.text
    if block.words > _ASKED_WORDS or not text.endswith("?") or _QUOTES.search(text):
        return False
    addresses = _ADDRESSES.search(text) or not _NEXT_SENTENCE.search(text)
    return bool(addresses) and below.text.startswith(_ANSWERS)
