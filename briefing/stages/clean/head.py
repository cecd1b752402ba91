"""Read what stands above the first paragraph of news: title, deck, header lines, bylines, in whatever order."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from briefing.language.agencies import is_publication
from briefing.model import Article, Aside, Span
from briefing.stages.clean.blocks import Block, stripped
from briefing.stages.clean.header import header_run, is_names
from briefing.stages.clean.headline import headline_run
from briefing.stages.clean.press import is_press_page
from briefing.stages.clean.title import is_title, markdown_heading, same_words, similar_words

_DECK_LINES = 4  # of a press page, between its title and its byline; not swept


@dataclass(frozen=True, slots=True)
class Head:
    """The asides above the news. `first` is the block in which news begins, `start` where in the text.

    A press page runs its byline and dates straight into the news, on one line, or points to a film in the middle of it.
    """

    asides: tuple[Aside, ...]
    title: Span | None
    deck: Span | None
    first: int
    start: int
    is_press_page: bool = False


def read_head(article: Article, blocks: Sequence[Block], furniture: Container[int]) -> Head:
    """Return the article's head; `furniture` are the blocks that are already known to be something else."""
    asides: list[Aside] = []
    titles: dict[str, Span] = {}
    start = first = 0
    press = is_press_page(article.text, len(blocks))
    for first, block in enumerate(blocks):
        if first in furniture:
            continue
        found = list(header_run(article.text, block.start, block.end)) or _titling(article, blocks, first, titles)
        asides += found
        start = stripped(article.text, found[-1].end, block.end).start if found else block.start
        if start < block.end:
            press |= bool(found)
            if "title" not in titles and (
                run := headline_run(article.text, start, block.end, language=article.language)
            ):
                asides += run
                start = stripped(article.text, run[-1].end, block.end).start
                titles["title"] = Span(run[0].start, run[0].end)
            break
    else:
        first = len(blocks)
    return Head(tuple(asides), titles.get("title"), titles.get("deck"), first, start, press)


def _heads(article: Article, blocks: Sequence[Block], k: int, heading: tuple[int, Span] | None) -> bool:
    return heading[0] == 1 if heading else is_title(blocks, k, signed=_is_signed(article.text, blocks, k))


def _is_signed(text: str, blocks: Sequence[Block], k: int) -> bool:
    """Whether a byline or a header line, and nothing else, stands below block k; lines of a deck may part the two."""
    for below in range(k + 1, min(k + 2 + _DECK_LINES, len(blocks))):
        block = blocks[below]
        if any(item.end >= block.end for item in header_run(text, block.start, block.end)):
            return True
        if block.has_mark or not is_title(blocks, below, deck=True, signed=True):
            return False
    return False


def _titling(article: Article, blocks: Sequence[Block], k: int, titles: dict[str, Span]) -> list[Aside]:
    """Return block k as title, deck, heading or reporters' names, noting title and deck in `titles`."""
    block = blocks[k]
    named = article.title is not None or (k + 1 < len(blocks) and is_publication(blocks[k + 1].text))
    if named and is_names(block.text) and not same_words(block.text, article.title or ""):
        return [Aside(block.start, block.end, "byline", "the reporters' names: capitals and nothing else")]
    heading = markdown_heading(block)
    span = heading[1] if heading else Span(block.start, block.end)
    is_given = article.title is not None and same_words(article.text[slice(*span)], article.title)
    is_free = article.title is None or similar_words(article.text[slice(*span)], article.title)
    if "title" not in titles and (is_given or (_heads(article, blocks, k, heading) and is_free)):
        titles["title"] = span
        return [Aside(block.start, block.end, "title", "the title")]
    if heading or is_given:
        return [Aside(block.start, block.end, "heading", "a heading")]
    is_titled = "title" in titles or article.title is not None
    is_signed = "title" in titles and _is_signed(article.text, blocks, k)
    if is_titled and (is_signed or "deck" not in titles) and is_title(blocks, k, deck=True, signed=is_signed):
        titles.setdefault("deck", span)
        return [Aside(block.start, block.end, "deck", "the deck: a line without an end mark between title and news")]
    return []
