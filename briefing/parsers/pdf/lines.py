"""A page's characters with their places, as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median_low
from typing import NamedTuple


class Character(NamedTuple):
    """A character and its place in points, the page's lower left corner being 0, 0.

    `bottom` is the baseline and `top` lies the type's size above it. A space that the file does not hold has no width.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Line:
    """A run of characters on one baseline; `room` is what its first word needs, `broken` a word that goes on below.

    `beside` says that a wide gap parts it from the line before, on the same baseline; `cells` are the places behind the
    wide gaps in it.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    room: float
    broken: bool = False
    beside: bool = False
    cells: tuple[float, ...] = ()

    @property
    def size(self) -> float:
        """The size of the type, in points."""
        return self.top - self.bottom

    def is_level(self, other: Line) -> bool:
        """Whether both stand on one baseline."""
        return abs(self.bottom - other.bottom) < 0.3 * max(self.size, other.size)

    def is_row_with(self, other: Line) -> bool:
        """Whether both are rows of one table: a gap ends at the same place."""
        return any(abs(here - there) < 0.2 * self.size for here in self.cells for there in other.cells)

    def is_beside(self, other: Line) -> bool:
        """Whether one lies wholly to the left of the other."""
        return self.right <= other.left or other.right <= self.left


CELLS = "\t"
"""What stands for the wide gaps in a line: a table's row, or, seldom, a justified line."""

HYPHENS = ("-", "\u00ad", "\u2010")
LINE_END_HYPHEN = "\x02"
"""What PDFium gives for a hyphen at the end of a line behind which the next line goes on with a letter."""

_GAP = 2.0  # of the type's size: more than most justified lines stretch a space to; not swept
_BACK = 1.0
_NEXT, _SPACE = 0.5, 0.15  # of the type's size: how near what goes on stands, and from where there is a space between


def lines(characters: Iterable[Character]) -> list[Line]:
    """Return the lines in the order of the characters; a wide gap parts a line like a line break does."""
    found: list[Line] = []
    run: list[Character] = []
    last: Character | None = None
    beside = False
    for one in characters:
        is_break = one.text in "\r\n"
        is_gap = not is_break and last is not None and one.right > one.left and _is_apart(last, one)
        if run and (is_break or is_gap):
            found += _line(run, beside=beside)
            beside = is_gap and last is not None and _is_level(last, one)
            run, last = [], None
        if not is_break:
            run.append(one)
            last = one if one.right > one.left else last
    return list(_raised([*found, *_line(run, beside=beside)]))


def _raised(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines, put together with what is raised or lowered in them: the mark of a note, an exponent."""
    held: Line | None = None
    for line in lines:
        if held and _is_touching(held, line):
            held = _one(held, line)
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _is_touching(above: Line, line: Line) -> bool:
    """Whether a line goes on right behind another one and beside it, be it in smaller type and somewhat higher."""
    size = max(above.size, line.size)
    overlap = min(above.top, line.top) - max(above.bottom, line.bottom)
    return overlap > 0 and -_NEXT * size < line.left - above.right < _NEXT * size


def _one(above: Line, line: Line) -> Line:
    main = max(above, line, key=lambda one: one.right - one.left)
    apart = " " * (line.left - above.right > _SPACE * main.size)
    return replace(
        main,
        text=f"{above.text}{apart}{line.text}",
        left=above.left,
        right=line.right,
        room=above.room,
        broken=line.broken,
        beside=above.beside,
    )


def _is_apart(last: Character, one: Character) -> bool:
    """Whether a character stands too far from the last one to belong to its line."""
    if last.text == LINE_END_HYPHEN and not _is_level(last, one):
        return True
    size = max(last.top - last.bottom, one.top - one.bottom)
    return one.left - last.right > _GAP * size or one.left < last.left - _BACK * size


def _is_level(last: Character, one: Character) -> bool:
    return one.bottom < last.top and one.top > last.bottom


def _line(run: Sequence[Character], *, beside: bool) -> Iterable[Line]:
    text = "".join(c.text for c in run).replace(LINE_END_HYPHEN, "-")
    boxed = [c for c in run if c.right > c.left and c.text.strip()]
    if not text.strip() or not boxed:
        return
    first = boxed[: len(text.split(maxsplit=1)[0])]
    yield Line(
        text=" ".join(text.split()),
        left=min(c.left for c in boxed),
        bottom=median_low(c.bottom for c in boxed),
        right=max(c.right for c in boxed),
        top=median_low(c.top for c in boxed),
        room=first[-1].right - first[0].left,
        broken=boxed[-1].text in (LINE_END_HYPHEN, *HYPHENS),
        beside=beside,
    )
