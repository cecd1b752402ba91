"""`briefing outbox list`: the mails that somebody still waits for, or all of them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from briefing.cli.editions.list import table
from briefing.cli.recorded import CONFIG, Recorded
from briefing.cli.request import DAY
from briefing.cli.saying import say
from briefing.language.display import in_json, shown
from briefing.model import UNSETTLED, Letter

SCHEMA = "briefing/outbox/1"
HEADS = ("number", "day", "revision", "to", "state", "since", "tries", "next", "words")


@click.command("list", short_help="List the mails that have not left.")
@CONFIG
@click.option("--all", "everything", is_flag=True, help="Those that were sent or dropped, too.")
@click.option("--day", type=DAY, help="Those of the edition of this day.")
@click.option("--json", "as_json", is_flag=True, help=f"As JSON, under the schema {SCHEMA}.")
def command(config: Path | None, day: date | None, *, everything: bool, as_json: bool) -> int:
    """List the mails that somebody still waits for: held, queued, sending, deferred, failed and uncertain ones.

    With the time since when each is in its state, how often it was tried, when it will be next, and what the server
    said last.

    \b
    Examples:
      briefing outbox list
      briefing outbox --all --day 2026-11-28
      briefing outbox --json
    """
    recorded = Recorded.of(config)
    states = () if everything else UNSETTLED
    letters = recorded.ask(lambda state: state.letters(recorded.settings.name, day=day, states=states))
    if as_json:
        whole = {"schema": SCHEMA, "name": recorded.settings.name, "letters": [*map(_row, letters)]}
        say(in_json(whole))
    elif letters:
        for line in table([HEADS, *map(_cells, letters)]):
            say(line)
    else:
        say("no mail is waiting" if not everything else "no mail was ever queued", err=True)
    return 0


def _row(one: Letter) -> dict[str, str | int | None]:
    return {
        "number": one.number,
        "day": one.day.isoformat(),
        "revision": one.revision,
        "recipient": one.recipient,
        "message_id": one.message_id,
        "state": one.state,
        "queued": one.queued.isoformat(),
        "since": one.at.isoformat(),
        "tries": one.tries,
        "next": one.due.isoformat() if one.due else None,
        "words": one.words,
    }


def _cells(one: Letter) -> tuple[str, ...]:
    due = _minute(one.due) if one.due else "now" if one.state == "queued" else "–"
    cells = (one.number, one.day, one.revision, one.recipient, one.state, _minute(one.at), one.tries, due, one.words)
    return tuple(shown(str(cell)) for cell in cells)


def _minute(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
