"""The mail: addresses, the way out and its password; with --online also the server itself."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.cli.build import plural
from briefing.cli.check.looking import Case, nearest
from briefing.errors import BriefingError, SettingsError


def mail(case: Case) -> str:
    """Look at the addresses, at the certificates and the password, or at the folder."""
    settings = case.settings
    known = settings.mail
    if not settings.readers:
        return "none; `run` records without sending"
    from briefing import assembly, post
    from briefing.deliverers.smtp import PASSWORD
    from briefing.renderers.mail import mailbox

    assembly.deliverer(settings)
    for address in (known.sender, *(reader.address for reader in settings.readers)):
        mailbox(address)
    if known.ca_file and not Path(known.ca_file).is_file():
        raise SettingsError(f"mail.ca_file: {known.ca_file}: no such file")
    way = assembly.transport(settings)
    if way == "smtp" and known.user:
        assembly.credentials(settings).of(known.host, known.user, variable=PASSWORD)
    if known.folder:
        _writable(Path(known.folder))
    ways = {"smtp": f"through {known.host}, which only --online asks", "sendmail": "through this machine's sendmail"}
    where = f"written to {known.folder}" if known.folder else ways.get(way, f"by {way}")
    readers = len({post.address(reader) for reader in settings.readers})
    return f"well; {plural(readers, 'recipient')}, {where}"


def _writable(folder: Path) -> None:
    there = nearest(folder)
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        raise BriefingError(f"{folder}: cannot be written to; let mail.folder name a folder of yours")


def server(case: Case) -> str:
    """Connect, log in, and leave without sending anything."""
    from briefing import assembly
    from briefing.plugins import Greeter

    out = assembly.deliverer(case.settings)
    if not isinstance(out, Greeter):
        return "none to ask"
    return f"well; {out.greet()}"
