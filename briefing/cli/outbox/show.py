"""`briefing outbox show`: a mail as it goes out."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import click

from briefing.cli.build import write
from briefing.cli.outbox.choosing import found
from briefing.cli.outbox.leaving import with_bytes
from briefing.cli.recorded import CONFIG, Recorded
from briefing.cli.saying import say
from briefing.language.display import shown


@click.command("show", short_help="Print a mail as it goes out.")
@click.argument("number", type=int)
@CONFIG
@click.option("--raw", is_flag=True, help="Every byte of it, as an .eml file has them.")
def command(number: int, config: Path | None, *, raw: bool) -> int:
    """Print mail NUMBER: its headers, its text, and what is attached to it.

    \b
    Examples:
      briefing outbox show 12
      briefing outbox show 12 --raw > 12.eml
    """
    recorded = Recorded.of(config)
    letter = with_bytes(recorded.ask(lambda state: found(state, recorded.settings.name, number)))
    if raw:
        write(None, letter.data)
        return 0
    for line in _lines(message_from_bytes(letter.data, policy=default)):
        say(line)
    return 0


def _lines(message: EmailMessage) -> Iterator[str]:
    """Yield what a person reads: no line of it can do anything to a terminal."""
    yield from (f"{shown(name)}: {shown(str(value))}" for name, value in message.items())
    yield ""
    text = message.get_body(("plain",))
    if text is not None:
        yield from map(_line, str(text.get_content()).splitlines())
    for part in message.iter_attachments():
        size = len(part.get_payload(decode=True) or b"")
        yield f"Attached: {shown(part.get_filename() or 'without a name')} ({part.get_content_type()}, {size:,} bytes)"


def _line(line: str) -> str:
    """The line with its indentation, which `shown` would fold."""
    bare = line.lstrip(" ")
    return " " * (len(line) - len(bare)) + shown(bare)
