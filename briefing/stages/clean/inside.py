"""Read inside a paragraph: sentences that are furniture, captions or posts, and captions that ran into the news."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.language.sentences import sentences
from briefing.model import Aside, Span
from briefing.stages.clean.caption import CAPTION_SIGN, sentence_caption
from briefing.stages.clean.clutter import furniture, near
from briefing.stages.clean.found import Found
from briefing.stages.clean.moment import MOMENT_SIGN, moment
from briefing.stages.clean.posts import post
from briefing.stages.clean.press import labelled_caption
from briefing.stages.clean.rules import Rule
from briefing.stages.clean.run_on import run_on_captions

_RUN_ON = "a photo caption or heading that lost its full stop: another sentence's first word follows without a mark"


@dataclass(frozen=True, slots=True)
class Style:
    """How a page writes its captions among the news: behind labels (`press`), or without their full stop (`run_on`).

    A `live` page tells its news in the present, as other pages only their captions.
    """

    press: bool
    run_on: bool
    live: bool


def sentence_asides(text: str, span: Span, rules: Sequence[Rule], style: Style) -> Iterator[Aside]:
    """Yield the sentences inside a paragraph, and the parts of sentences, that are furniture, captions or posts."""
    piece = text[span.start : span.end]
    here = near(piece.lower(), rules)
    seen = not style.live and MOMENT_SIGN.search(piece)
    if not (here or seen or style.press or style.run_on or "(@" in piece or CAPTION_SIGN.search(piece)):
        return
    for a, b in sentences(piece):
        yield from _inside(text, Span(span.start + a, span.start + b), here, style)


def _inside(text: str, span: Span, rules: Sequence[Rule], style: Style) -> Iterator[Aside]:
    start, end = span
    sentence = text[start:end]
    if aside := furniture(text, start, end, rules):
        yield aside
    elif signed := post(sentence):
        yield Aside(start, start + signed, "post", "a post of a social network, by its signature")
    elif captions := list(run_on_captions(sentence, throughout=style.run_on)):
        yield from (Aside(start + a, start + b, "caption", _RUN_ON) for a, b in captions)
    elif found := _caption(sentence, style):
        yield Aside(start, end, found.kind, found.reason)


def _caption(sentence: str, style: Style) -> Found | None:
    found = sentence_caption(sentence) or (labelled_caption(sentence) if style.press else None)
    return found or (None if style.live else moment(sentence))
