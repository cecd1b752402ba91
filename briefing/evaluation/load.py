"""Read data with human answers: a folder of JSON Lines, or one file; a bad row is a problem, not an end."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import groupby, islice
from pathlib import Path

from briefing.errors import SourceError
from briefing.evaluation.items import Data, Item
from briefing.evaluation.shapes import THEMES, Place, Unfit, item, named_terms
from briefing.model import Problem, Theme


def load(path: Path, limit: int | None = None) -> tuple[list[Data], list[Problem]]:
    """Return the data of each file, in order of their names, and what could not be used of them.

    `limit` is the number of rows of a file that are read. A file of a folder without any row of a known shape is left
    out as a whole. Raises SourceError for a path that cannot be read or holds nothing that can be measured.
    """
    loaded = [_file(file, _name(file, path), limit) for file in _files(path)]
    data = [found for found, _ in loaded if found.items]
    problems = [problem for _, found in loaded for problem in found]
    if not data:
        raise SourceError("\n".join([f"{path}: holds nothing that can be measured", *map(str, problems)]))
    return data, problems


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        files = sorted(file for file in path.rglob("*.jsonl") if file.is_file())
        if not files:
            raise SourceError(f"{path}: holds no .jsonl file; give a folder of them, or one file")
        return files
    if not path.is_file():
        raise SourceError(f"{path}: no such file or folder")
    return [path]


def _name(file: Path, path: Path) -> str:
    return (file.relative_to(path) if path.is_dir() else Path(file.name)).with_suffix("").as_posix()


def _file(file: Path, name: str, limit: int | None) -> tuple[Data, list[Problem]]:
    items: list[Item] = []
    problems: list[Problem] = []
    themes = cache(partial(_themes, file.with_name("themes.json")))
    try:
        with file.open("rb") as stream:
            for number, row in enumerate(islice(stream, limit), start=1):
                if row.strip():
                    _take(row, Place(f"{file}:{number}", themes, problems), items)
    except OSError as error:
        problems.append(Problem(str(file), f"cannot be read: {error.strerror}", "check that you may read it"))
    return Data(name, tuple(items)), list(_gathered(problems))


def _themes(file: Path) -> tuple[Theme, ...]:
    """The themes that stand beside the data; raises Unfit for a row that needs them."""
    try:
        return named_terms(json.loads(file.read_bytes()))
    except (OSError, ValueError, RecursionError, Unfit) as error:
        raise Unfit("has no themes that can be read beside its file", THEMES) from error


def _take(row: bytes, place: Place, items: list[Item]) -> None:
    try:
        items.append(item(_parsed(row), place))
    except Unfit as error:
        place.problems.append(Problem(place.where, error.what, error.remedy))


def _parsed(row: bytes) -> dict[str, object]:
    try:
        value = json.loads(row)
    except (ValueError, RecursionError) as error:
        raise Unfit("is not JSON", "write one object a row") from error
    if not isinstance(value, dict):
        raise Unfit("is not a JSON object", "write one object a row")
    return value


def _gathered(problems: Sequence[Problem]) -> Iterator[Problem]:
    """The same problem of many rows in a line: the first place, and how many more."""
    for (what, remedy), same in groupby(problems, key=lambda problem: (problem.what, problem.remedy)):
        first, *more = same
        rows = "" if not more else f", and so {len(more)} more row{'s' if len(more) > 1 else ''} behind it"
        yield Problem(first.where, what + rows, remedy)
