"""Find what is not news text: headers, datelines, captions, notices. Point at it, never change it.

Precision comes before recall: a news sentence wrongly set aside is worse than a caption kept. Each recogniser is a
module of its own; the phrases it knows are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model import Article, Aside, Cleaned, Span
from briefing.stages.clean.blocks import Block, layout, stripped
from briefing.stages.clean.body import whole_blocks
from briefing.stages.clean.caption import caption
from briefing.stages.clean.clutter import furniture, phrases, rules_for
from briefing.stages.clean.corrections import corrections
from briefing.stages.clean.dateline import Dateline, dateline, is_transcript
from briefing.stages.clean.head import read_head
from briefing.stages.clean.header import byline_agency
from briefing.stages.clean.inside import Style, sentence_asides
from briefing.stages.clean.live import is_live_page, live_stamp
from briefing.stages.clean.partition import partition
from briefing.stages.clean.posts import posts
from briefing.stages.clean.rules import Rule
from briefing.stages.clean.run_on import runs_on
from briefing.stages.clean.tables import table_rows

__all__ = ["clean"]


def clean(article: Article) -> Cleaned:
    """Return the article's blocks of news text and everything that was set aside, each with its kind and reason.

    Every character but white space is in exactly one block or aside.
    """
    text = article.text
    blocks = layout(text, article.body)
    opening, inside = rules_for(text)
    known = dict(_furniture(text, blocks, [*opening, *inside]))
    known |= posts(blocks, known)
    known |= table_rows(blocks, known)
    head = read_head(article, blocks, known)
    known |= whole_blocks(text, blocks, head.first, known)
    news = [Span(max(b.start, head.start), b.end) for k, b in enumerate(blocks) if k >= head.first and k not in known]
    lines = _datelines(text, blocks, news)
    asides = [*head.asides, *known.values(), *(Aside(s, d.end, "dateline", _DATELINE) for s, d in lines)]
    live = is_live_page(block.text for block in blocks)
    style = Style(head.is_press_page, runs_on(text), live)
    for span in news:
        asides += phrases(text, span, inside)
        asides += filter(None, [live_stamp(text, span, live=live)])
        asides += sentence_asides(text, span, opening, style)
    spans, kept = partition(text, [Span(b.start, b.end) for b in blocks], asides)
    return Cleaned(
        blocks=tuple(spans),
        asides=(*_front_matter(article), *kept),
        title=head.title,
        deck=head.deck,
        place=next((d.place for _, d in lines if d.place), None),
        agency=_agency(text, lines, kept),
        corrections=tuple(corrections(text, spans)),
    )


_DATELINE = "a dateline: where the report comes from, and whose it is"


def _front_matter(article: Article) -> Iterator[Aside]:
    start, end = stripped(article.text, 0, article.body)
    if start < end:
        yield Aside(start, end, "front matter", "front matter: what is said about the article, above its text")


def _furniture(text: str, blocks: Sequence[Block], rules: Sequence[Rule]) -> Iterator[tuple[int, Aside]]:
    """Yield the blocks that are page furniture wherever they stand."""
    for k, block in enumerate(blocks):
        if aside := furniture(text, block.start, block.end, rules):
            yield k, aside
        elif found := caption(block.text):
            yield k, Aside(block.start, block.end, found.kind, found.reason)
        elif not any(map(str.isalnum, block.text)):
            yield k, Aside(block.start, block.end, "notice", "a line of marks without a word")


def _datelines(text: str, blocks: Sequence[Block], news: Sequence[Span]) -> list[tuple[int, Dateline]]:
    """Return the datelines that open paragraphs; a place alone is believed only near the top."""
    top = 1 if is_transcript(block.text for block in blocks) else 2
    found = []
    for k, span in enumerate(news):
        line = dateline(text, span.start, span.end, bare=top if k == 0 else k < 4)
        if line:
            found.append((span.start, line))
    return found


def _agency(text: str, lines: Sequence[tuple[int, Dateline]], asides: Sequence[Aside]) -> str | None:
    """Return the agency that a dateline names, or else a byline."""
    bylines = (byline_agency(text[a.start : a.end]) for a in asides if a.kind in ("byline", "header"))
    return next((d.agency for _, d in lines if d.agency), None) or next((name for name in bylines if name), None)
