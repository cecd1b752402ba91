"""An article about something else, added to the example: what of the page's themes changes by it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from briefing import Article, Theme, build
from briefing.model import Briefing
from briefing.settings import load as loaded
from tests.report.row import Row

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)
WORDS = {600: "in 600 words", 5000: "with room for all"}


def rows(load: int) -> list[Row]:
    """Add one of `load` articles each time, none of which has a word of the themes."""
    seeds, themes = _example()
    texts = (path.read_text("utf-8") for path in sorted((ROOT / "tests" / "gate" / "articles").glob("*.txt")))
    others = [Article(text=text) for text in texts if not _touches(text, themes)][:load]
    return [_row(seeds, themes, others, words) for words in WORDS]


def _row(seeds: list[Article], themes: tuple[Theme, ...], others: list[Article], words: int) -> Row:
    """With little room the article has some words of its own; At a glance is the same in any case."""
    before = build(seeds, themes, date=DAY, words=words)
    items, glances = 0, 0
    for other in others:
        after = build([*seeds, other], themes, date=DAY, words=words)
        items += _items(after) != _items(before)
        glances += [point.text for point in after.glance] != [point.text for point in before.glance]
    case = f"an article about something else is added to the example, {WORDS[words]}"
    figure = f"of {len(others)} pages At a glance differs on {glances}, what stands under the themes on {items}"
    promise = "At a glance stays" if words == min(WORDS) else "At a glance and all statements under the themes stay"
    return Row(
        "P4", case, f"{len(others)} articles", figure, promise, not glances and (words == min(WORDS) or not items)
    )


def _example() -> tuple[list[Article], tuple[Theme, ...]]:
    folder = ROOT / "seeds"
    found = loaded(config=folder / "briefing.toml", folder=folder, sources=(), environ={}, overrides={})
    return [Article(text=path.read_text("utf-8")) for path in sorted(folder.glob("*.txt"))], found.settings.themes


def _touches(text: str, themes: tuple[Theme, ...]) -> bool:
    words = text.casefold()
    return any(term.casefold() in words for theme in themes for term in (*theme.terms, theme.name))


def _items(briefing: Briefing) -> set[tuple[str, str]]:
    return {(point.theme, point.text) for point in briefing.points if point.theme}
