"""An article's day where a name holds it: that of its file, or its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from briefing.language.dates.days import calendar_day, days, month_number
from briefing.model import Article, Dated, Origin

# A day in a name stands apart from other letters and figures: no part of a hash or a number.
_IN_NAME = re.compile(
    r"(?<![0-9A-Za-z])(?:(?P<y>(?:19|20)\d\d)(?P<s>[-_.]?)(?P<m>\d\d)(?P=s)(?P<d>\d\d)"
    r"|(?P<a>\d\d)[-_.](?P<b>\d\d)[-_.](?P<z>(?:19|20)\d\d))(?:T\d{2,6}Z?)?(?![0-9A-Za-z])"
)
_IN_ADDRESS = re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>\d{1,2}|[A-Za-z]{3,9})/(?P<d>\d{1,2})(?=[/?#.]|$)")


def from_file_name(article: Article) -> Dated | None:
    """A file of many articles (one with rows) is named for itself, not for them."""
    name = re.split(r"[/\\]", article.location.path)[-1]
    return None if article.location.row else _only(list(_days_in_name(name)), "file name")


def from_address(url: str) -> Dated | None:
    """Return the one day that an address names in its folders, else in its path; its query is about something else."""
    path = re.split(r"[?#]", url, maxsplit=1)[0]
    in_folders = [calendar_day(int(m["y"]), month_number(m["m"]), int(m["d"])) for m in _IN_ADDRESS.finditer(path)]
    return _only([day for day in in_folders if day] or list(_days_in_name(path)), "address")


def _days_in_name(name: str) -> Iterator[date]:
    for match in _IN_NAME.finditer(name):
        if match["y"]:
            day = calendar_day(int(match["y"]), int(match["m"]), int(match["d"]))
        else:
            day = next((found for found, _ in days(re.sub("[_.]", "-", match[0]))), None)
        if day:
            yield day


def _only(found: list[date], origin: Origin) -> Dated | None:
    return Dated(found[0], origin, "derived") if len(set(found)) == 1 else None
