"""Recognise tables and lists of scores: rows of short cells, or of names and figures, several of them in a row."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from briefing.model import Aside
from briefing.stages.clean.blocks import Block
from briefing.stages.clean.header import is_date_line

_CELLS = re.compile(r"\t+|\s?\|\s?|\s{3,}")
_LONGEST, _CELL = 300, 60  # characters of a row, and of its longest cell; not swept
_ROW = 16  # words of the longest row of figures; not swept
_FIGURE = re.compile(r"[-+−±$£€]?\d[\d.,:%/-]*[%)]?$")
_SCORE = re.compile(r"(?<![\d.,:-])\d{1,3}\s?[-–]\s?\d{1,3}(?![\d.,-])")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)]?$")
_BULLET = re.compile(r"[•⁃‣◦*–—-]\s")
_CELLED_ROWS, _ROWS = 2, 3  # fewer rows are no table
_FIGURES = 0.4  # share of a row's words; not swept
_SPORT = re.compile(
    r"(?:Subs(?:titutes)?(?: not used)?|Unused subs(?:titutes)?|Referee|Attendance|Booked|Bookings|Sent off"
    r"|Man of the [Mm]atch|Half[- ]time|Full[- ]time|HT|FT|Scorers)\s?:\s?\S[^.!?]{0,200}$"
)
# "Hart 6; Zabaleta 7, Kompany 8 …", "Roe (3), Hansen (12)": who played, and how well.
_RATED = re.compile(r"(?:[^\W\d_][\w'’.-]{1,30}\s\(?\d{1,2}(?:\.\d)?\)?[,;]\s){4}")

# "Castleton: Moser; Foss, Lind, Braun …": a team by its lines, or with whom it changed and when.
_TEAM = re.compile(r"[A-Z][\w.'’-]*(?: [\w.'’-]+){0,3}(?: \([\d-]{3,9}\))?: (?=[A-Z])")
_PLAYER = re.compile(
    r"\s?[A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,2}"
    r"(?: \((?:[A-Z][\w.'’-]{0,30},? ){0,2}(?:\d{1,3}['’]?|c|capt|g?k)\))?\.?$"
)
_LABEL_WORDS = 6  # of a ranking ("Women's 800 metres, final:"); not swept
_PLAYERS, _LINES = 9, 2  # fewer names, or fewer semicolons, may be any list; not swept
# "Men's 100m: 1. T. Blake 10.07; 2. J. Onen 10.11": places, names and marks.
_NAME = r"[A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,3}(?: \([A-Z][\w. ]{1,20}\))?"
_MARK = r"[\d+-][\d:.,'\"]{0,11}(?:m|s|pts|points)?"
_PLACED = re.compile(rf"(?<!\S)(\d{{1,2}})[.)] {_NAME},? {_MARK}(?=[;,.\s]|$)[;,.]?")

_RATING = re.compile(r"\d\)?[,;]\s")

_REASON = "a row of a table or of a list of figures"


def table_rows(blocks: Sequence[Block], known: Container[int]) -> Iterator[tuple[int, Aside]]:
    """Yield the blocks that are rows of tables, each with its number."""
    run: list[int] = []
    for k, block in enumerate(blocks):
        if k not in known and _kind(block):
            run.append(k)
            continue
        if not any(map(str.isalnum, block.text)):
            continue  # the line under a table's head
        yield from _table(blocks, run)
        run = []
        if k not in known and _is_of_sport(block):
            yield k, Aside(block.start, block.end, "table", "a line of figures below a match report")
    yield from _table(blocks, run)


def _table(blocks: Sequence[Block], run: Sequence[int]) -> Iterator[tuple[int, Aside]]:
    is_table = len(run) >= _ROWS or (len(run) >= _CELLED_ROWS and all(_kind(blocks[k]) == "cells" for k in run))
    rows = run if is_table else [k for k in run if _is_of_sport(blocks[k])]
    yield from ((k, Aside(blocks[k].start, blocks[k].end, "table", _REASON)) for k in rows)


def _kind(block: Block) -> str:
    """Say what makes a block a row: its `cells`, its `figures`, or nothing."""
    text = block.text
    if len(text) > _LONGEST or block.words > 4 * _ROW or _BULLET.match(text):
        return ""
    cells = [cell for cell in _CELLS.split(text) if cell]
    if len(cells) >= 3 and all(len(cell) <= _CELL and not _SENTENCE_END.search(cell) for cell in cells):
        return "" if is_date_line(text) else "cells"
    return "figures" if _has_figures(text) and not is_date_line(text) else ""


def _has_figures(text: str) -> bool:
    words = text.split()
    if not 2 <= len(words) <= _ROW or _SENTENCE_END.search(text):
        return False
    figures = sum(1 for word in words if _FIGURE.match(word))
    return bool(_SCORE.search(text)) or (figures >= 2 and figures >= _FIGURES * len(words))


def _is_of_sport(block: Block) -> bool:
    if block.words > 4 * _ROW:
        return False
    if _is_team(block.text) or _is_ranking(block.text):
        return True
    return bool(_SPORT.match(block.text) or (len(_RATING.findall(block.text)) >= 4 and _RATED.search(block.text)))


def _is_team(text: str) -> bool:
    label = _TEAM.match(text)
    if label is None or len(text) > 2 * _LONGEST or text.count(";") < _LINES:
        return False
    players = re.split("[,;]", text[label.end() :])
    return len(players) >= _PLAYERS and all(_PLAYER.match(player) for player in players)


def _is_ranking(text: str) -> bool:
    """Whether a line counts names with their marks from the first place on, and says nothing else but a label."""
    places = list(_PLACED.finditer(text)) if len(text) <= 2 * _LONGEST else []
    if len(places) < _CELLED_ROWS or [int(place[1]) for place in places] != list(range(1, len(places) + 1)):
        return False
    label = text[: places[0].start()].strip()
    between = _PLACED.sub("", text[places[0].start() :])
    return not between.strip() and (not label or (label.endswith(":") and len(label.split()) <= _LABEL_WORDS))
