"""What would go wrong in silence once a scheduler runs a briefing."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from briefing.cli.schedule.appointment import Appointment
from briefing.errors import SettingsError
from briefing.schedule import installed
from briefing.schedule.crontab import Crontab, unquoted
from briefing.settings import Loaded
from briefing.settings.layers import VARIABLES


def cautions(one: Appointment, before: Crontab, mailto: str | None, *, systemd: bool) -> Iterator[str]:
    """Yield a line for each: variables and passwords that only this terminal has, a second line, a failure unheard."""
    known = {name: unquoted(value) for name, value in before.variables(one.name).items()}
    yield from _variables(one, known)
    yield from _password(one, known)
    yield from _second(one, before)
    if not systemd and not installed.is_daemon_seen():
        yield "no cron is seen to run on this machine: start it (service cron start, or your system's way)"
    if not one.settings.run.ping:
        yield from unheard(one, mailto or known.get("MAILTO"), systemd=systemd)


def _variables(one: Appointment, known: Mapping[str, str]) -> Iterator[str]:
    for variable, key in VARIABLES.items():
        if os.environ.get(variable) and variable not in known:
            yield f"{variable} is set in this terminal alone: write {key} into {one.file} if it is to count"


def _password(one: Appointment, known: Mapping[str, str]) -> Iterator[str]:
    from briefing.credentials import Credentials
    from briefing.deliverers.smtp import PASSWORD

    mail, fetch = one.settings.mail, one.settings.fetch
    if not mail.user or mail.folder or not one.settings.readers:
        return
    try:
        Credentials(known, fetch.credentials).of(mail.host, mail.user, variable=PASSWORD)
    except SettingsError as error:
        here = f"{PASSWORD} is set in this terminal alone; " if PASSWORD in os.environ else ""
        yield f"no mail would leave, for cron has none of your environment: {here}{error}"


def _second(one: Appointment, before: Crontab) -> Iterator[str]:
    file = os.fsencode(one.file)
    lines = before.without(one.name).data.splitlines()
    if any(file in line and not line.lstrip().startswith(b"#") for line in lines):
        yield "another line of your crontab runs this briefing, too; take it out with crontab -e"


def unheard(one: Appointment | Loaded, mailto: str | None, *, systemd: bool) -> Iterator[str]:
    """Cron mails what a job prints, but hands it to a program of this machine, and to nobody where MAILTO is empty."""
    if systemd:
        what = "it would stand in the journal only"
    elif not installed.has_mail_program():
        what = "this machine has no sendmail, to which cron hands its mail; install one"
    elif mailto == "":
        what = "your crontab has an empty MAILTO; give --mailto"
    else:
        return
    yield f"nobody would be told of a failure: {what}, or set run.ping in {one.file}"
