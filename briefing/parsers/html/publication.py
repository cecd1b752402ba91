"""When a page says that it was published. The only door to htmldate, and what it finds must stand on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from briefing.parsers.blocks import Element
from briefing.parsers.html.linked_data import Node
from briefing.parsers.html.statements import published

LAST = "2099-12-31"
"""htmldate's own bound is today: the same page would have a date tomorrow that it has not today."""

_ATTRIBUTES = ("content", "datetime", "title", "value", "data-date", "data-time", "data-utime", "data-datetime")
_TOKENS = re.compile(r"[\s\"'<>()]+")
_FILE = re.compile(r":\\?/|\.(?:avif|css|gif|jpe?g|js|pdf|png|svg|webp|woff2?)\b", re.IGNORECASE)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:?\d\d")


def publication(tree: Element, found: Sequence[Node], address: str) -> str:
    """Return the day of publication in ISO 8601, with its time where the page states one of that day, "" for none.

    htmldate looks in the address, in metadata, in elements that are named for dates, and then for anything that looks
    like a date. Of the latter only that is taken which is the page's one day, and no day that is not written in full
    on the page: a year of a copyright or the folder of a picture is not.
    """
    day = _day(tree, address)
    if not day or not is_written(date.fromisoformat(day), tree, address):
        return ""
    stated = (moment.strip() for moment in published(tree, found))
    return next((moment for moment in stated if moment.startswith(day) and _has_time(moment)), day)


def _day(tree: Element, address: str) -> str:
    from htmldate import find_date

    def search(*, original: bool, extensive: bool) -> str:
        url = address or None
        found = find_date(tree, extensive, original, url=url, max_date=LAST)
        return found or ""

    earliest = search(original=True, extensive=True)
    if not earliest or earliest == search(original=True, extensive=False):
        return earliest
    return earliest if earliest == search(original=False, extensive=True) else ""


def is_written(day: date, tree: Element, address: str) -> bool:
    """Whether the page or its address writes this day in full: its year, month and day near each other."""
    y, m, d = day.year, rf"0?{day.month}", rf"0?{day.day}"
    short = rf"(?:{y}|{y % 100:02})"
    numbers = rf"{y}\D{{0,2}}{m}\D{{0,2}}{d}|{d}\D{{1,2}}{m}\D{{1,2}}{short}|{m}\D{{1,2}}{d}\D{{1,2}}{short}"
    words = rf"{d}[^\d\n]{{1,25}}{y}|{y}[^\d\n]{{1,25}}{d}"
    pattern = re.compile(rf"(?<!\d)(?:{numbers}|{words})(?!\d)")
    return any(pattern.search(text) for text in (address, *map(_without_files, _texts(tree))))


def _without_files(text: str) -> str:
    """Return a text without addresses and names of files: the folder of a picture is no statement on the article."""
    if not any(mark in text for mark in ("/", ".")):
        return text
    return " ".join(token for token in _TOKENS.split(text) if not _FILE.search(token))


def _texts(tree: Element) -> Iterator[str]:
    for element in tree.iter():
        if element.tag != "style":
            yield element.text or ""
        yield element.tail or ""
        yield from (element.attrib[name] for name in _ATTRIBUTES if name in element.attrib)


def _has_time(moment: str) -> bool:
    """Whether a time of day is stated; midnight to the second is what a system writes that knows only the day."""
    if not _MOMENT.match(moment):
        return False
    try:
        return datetime.fromisoformat(moment).time() != datetime.min.time()
    except ValueError:
        return False
