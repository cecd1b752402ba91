"""Lay a tree of markup out as paragraphs: the only thing that is kept of markup is where a reader sees a break."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

SPACE = re.compile(r"[ \t\n\r\f]+")
UNSEEN = " \t\r\n\f\u00a0\u00ad\u034f\u061c\u115f\u2007\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_BREAK = "\n"

Element = Any


@dataclass(frozen=True, slots=True)
class Layout:
    """Which elements do what: `blocks` begin and end a paragraph, `breaks` a line, `cells` are parted by a bar.

    What is `skipped` is not there. `is_shown` says of an element whether the text in it is seen, None for "as around
    it".
    """

    blocks: frozenset[str]
    breaks: frozenset[str] = frozenset()
    cells: frozenset[str] = frozenset()
    skipped: Callable[[Element], bool] = lambda _: False
    is_shown: Callable[[Element], bool | None] = lambda _: None


def laid_out(root: Element, layout: Layout) -> str:
    """Return the text below an element: paragraphs parted by blank lines, white space folded, line breaks kept."""
    paragraphs: list[str] = []
    pieces: list[str] = []
    for piece in _pieces(root, layout):
        if piece is None:
            paragraphs.append("".join(pieces))
            pieces.clear()
        else:
            pieces.append(piece)
    paragraphs.append("".join(pieces))
    lines = (_lines(paragraph) for paragraph in paragraphs)
    return "\n\n".join(text for text in lines if text.strip(UNSEEN + "|"))


def _lines(paragraph: str) -> str:
    """Return a paragraph without the white space around its lines; two breaks in a row part paragraphs."""
    text = "\n".join(line.strip(" ") for line in paragraph.split(_BREAK))
    return re.sub(r"\n{2,}", "\n\n", text.strip("\n").removesuffix(" |"))


def _pieces(root: Element, layout: Layout) -> Iterator[str | None]:
    """Yield text as it comes, and None wherever a paragraph begins or ends."""
    from lxml import etree

    walker = etree.iterwalk(root, events=("start", "end"))
    shown = [True]
    for event, element in walker:
        if event == "start":
            yield from _breaks(element, layout)
            is_shown = layout.is_shown(element)
            shown.append(shown[-1] if is_shown is None else is_shown)
            if layout.skipped(element):
                walker.skip_subtree()
            elif element.text and shown[-1]:
                yield SPACE.sub(" ", element.text)
            continue
        shown.pop()
        if element.tag in layout.cells:
            yield " | "
        elif element.tag in layout.blocks:
            yield None
        if element.tail and shown[-1] and element is not root:
            yield SPACE.sub(" ", element.tail)


def _breaks(element: Element, layout: Layout) -> Iterator[str | None]:
    if element.tag in layout.blocks and element.tag not in layout.cells:
        yield None
    elif element.tag in layout.breaks:
        yield _BREAK
