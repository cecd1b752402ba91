"""What is on the network: every address asked once, and whose clock is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, timedelta
from email.utils import parsedate_to_datetime
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, NoReturn

from briefing.cli.build import plural
from briefing.cli.check.looking import Case, Look, age
from briefing.cli.request import now
from briefing.errors import BriefingError
from briefing.fetchers.answers import Answer, Ask, Failure
from briefing.model import is_mailbox

if TYPE_CHECKING:
    from briefing.fetchers.mailbox import Post

OFF = timedelta(minutes=5)
"""From here on a clock is wrong: servers refuse what is signed five minutes off, and mails stand in the wrong order."""


def addresses(case: Case) -> Iterator[tuple[str, Look]]:
    """Yield a look for each address among the sources, as they answer; what they give is read and not kept."""
    from briefing import assembly
    from briefing.collect.poll import named

    tour = assembly.collecting(case.settings, case.now)
    doors = assembly.doors(case.settings, case.now)
    for address in filter(is_mailbox, tour.names):
        start = monotonic()
        # Nobody writes in two days' time: the folder is opened, and no letter fetched.
        came = doors.mailbox(address, 0, 0, case.now.date() + timedelta(days=2))
        yield "source", partial(_mailbox, address, came, monotonic() - start)
    asks = [Ask(name, named=named(name)) for name in tour.names if not is_mailbox(name)]
    start = monotonic()
    for ask, answer in doors.web([*asks, *map(Ask, tour.listed)]):
        _hear(case, answer)
        yield "source", partial(_page, ask.address, answer, monotonic() - start)


def _mailbox(address: str, came: Post | Failure, seconds: float) -> str:
    if failure := came if isinstance(came, Failure) else came.broken:
        _fail(address, failure)
    return f"well; {address}: logged in, and the folder opened after {seconds:.1f} s"


def _page(address: str, answer: Answer | Failure, seconds: float) -> str:
    from briefing.collect.pages import failing, read

    if isinstance(answer, Failure):
        _fail(address, answer)
    kind, parsed = read(answer, address)
    if not parsed.documents and not (kind == "feeds" and parsed.links) and (kind != "feed" or parsed.problems):
        _fail(address, Failure(*failing(parsed)))
    count = len(parsed.links) if kind == "feeds" else len(parsed.documents)
    what = plural(count, {"feeds": "feed", "feed": "item"}.get(kind, "article"))
    return f"well; {address}: {what} after {seconds:.1f} s"


def _fail(address: str, failure: Failure) -> NoReturn:
    raise BriefingError(f"{address}: {failure.what}" + (f"; {failure.remedy}" if failure.remedy else ""))


def _hear(case: Case, answer: Answer | Failure) -> None:
    """Take down what the server's clock showed, where it said so."""
    if isinstance(answer, Answer) and answer.date:
        try:
            theirs = parsedate_to_datetime(answer.date)
        except ValueError:
            return
        case.dates.append((theirs if theirs.tzinfo else theirs.replace(tzinfo=UTC), now(case.settings)))


def clock(case: Case) -> str:
    """Look at our clock, against the middle one of those that were heard of."""
    zone = f"zone {case.settings.zone}" if case.settings.zone else "the machine's zone"
    ours = f"{case.now:%Y-%m-%d %H:%M} {case.now.tzname()}, {zone}"
    if not case.dates:
        return f"{ours}; compared with nobody's"
    off = sorted((our - their for their, our in case.dates), key=lambda length: length)[len(case.dates) // 2]
    if abs(off) > OFF:
        which = "ahead of" if off > timedelta() else "behind"
        count = plural(len(case.dates), "server")
        raise BriefingError(f"{ours}: {age(abs(off))} {which} that of {count}; set it, by NTP for instance")
    return f"well; {ours}; as {plural(len(case.dates), 'server')} has it"
