"""Which articles and themes of a pile have an extract on its page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.evaluation.items import Themed, piles
from briefing.evaluation.resampling import Numbers, Sums, per
from briefing.evaluation.systems import System
from briefing.evaluation.tasks.task import Column, Measured, Task, by_method, measured
from briefing.model import Briefing, Citation, Point, Section


def _measure(items: Iterable[Themed], system: System) -> Measured:
    return measured((_row(pile, _page(pile, system)) for pile in piles(items, system.limits.pile)), _figures)


def _page(pile: Sequence[Themed], system: System) -> Briefing:
    return system.page([item.article for item in pile], pile[0].themes)


def _row(pile: Sequence[Themed], page: Briefing) -> Mapping[str, float]:
    items = {item.article.sha256: item for item in pile}
    wanted = {one.theme for item in pile for one in item.paragraphs if one.theme is not None}
    under = {section.theme: _points(section) for section in page.sections}
    placed = [(theme, point.citation) for theme, points in under.items() for point in points]
    return {
        "articles": len(items),
        "cited": len({one.reference.sha256 for point in page.points for one in (point.citation, *point.also)}),
        "themes": len(wanted),
        "covered": sum(bool(under.get(theme)) for theme in wanted),
        "placed": len(placed),
        "right": sum(_is_right(items[at.reference.sha256], theme, at) for theme, at in placed),
    }


def _points(section: Section) -> tuple[Point, ...]:
    return (*section.key_points, *(point for by in section.articles for point in by.points))


def _is_right(item: Themed, theme: str, at: Citation) -> bool:
    """Whether an extract begins in a paragraph of the theme that it is printed under."""
    return any(one.start <= at.start < one.end and one.theme == theme for one in item.paragraphs)


def _figures(sums: Sums) -> Mapping[str, Numbers]:
    return {
        "articles": per(100 * sums["cited"], sums["articles"]),
        "themes": per(100 * sums["covered"], sums["themes"]),
        "under_right_theme": per(100 * sums["right"], sums["placed"]),
    }


TASK = Task(
    name="coverage",
    about="articles, and themes with paragraphs, that have an extract on the page; extracts under the right theme (%)",
    columns=(
        Column("articles", "articles"),
        Column("themes", "themes"),
        Column("under_right_theme", "right theme"),
    ),
    takes=lambda item: isinstance(item, Themed),
    contenders=by_method(_measure),
    settings=lambda system: (
        f"pages of {system.limits.page_words} words, of {system.limits.pile} articles each; intervals over pages"
    ),
)
