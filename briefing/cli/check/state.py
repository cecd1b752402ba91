"""The state's folder: whether it opens and is whole, who may read it, whether there is room, who holds its lock."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from briefing.cli.check.looking import Case, nearest
from briefing.errors import BriefingError
from briefing.records.state import State, asked, schema

ROOM = 50_000_000
"""Bytes that should be free: by judgement, some editions with their articles and mails take a tenth of it."""

_DATABASE = "state.sqlite"


def state(case: Case) -> str:
    """Look whether the database opens, is whole, ours to write, and nobody else's to read."""
    folder = case.folder
    if folder is None:
        return "none; `send` and `run` need a `name`"
    _ours(nearest(folder))
    if not (folder / _DATABASE).exists():
        return f"{folder} (made by the first run)"
    _ours(folder / _DATABASE)
    _private(folder)
    damage = asked(folder, State.damage) or ()
    if damage:
        more = f" and {len(damage) - 1} more" if len(damage) > 1 else ""
        raise BriefingError(f"{folder / _DATABASE}: {damage[0]}{more}; put back a copy (it is damaged)")
    if moved := asked(folder, State.moved):
        raise BriefingError("\n".join(map(str, moved)))
    return f"well; {folder}, schema {schema(folder)}"


def _ours(path: Path) -> None:
    if not os.access(path, os.W_OK):
        remedy = "it must be yours to write (chown), or let `state` name another folder"
        raise BriefingError(f"{path}: cannot be written to; {remedy}")


def _private(folder: Path) -> None:
    """What is in it is for its owner: recipients, letters, and what editions were made from."""
    path = folder / _DATABASE
    is_open = path.stat().st_mode & 0o077 and folder.stat().st_mode & 0o011
    if is_open or folder.stat().st_mode & 0o002:
        raise BriefingError(f"{folder}: others can get at it; chmod 700 {folder} && chmod 600 {path}")


def disk(case: Case) -> str:
    """Look at the room where the state, the pages and the mails go."""
    settings = case.settings
    folders = {
        "state": case.folder,
        "output": Path(settings.output).absolute() if settings.output != "-" else None,
        "mail.folder": Path(settings.mail.folder) if settings.mail.folder else None,
    }
    rooms = {name: _room(folder) for name, folder in folders.items() if folder}
    few = [f"{name} ({folders[name]}) has {_size(room)} free" for name, room in rooms.items() if room < ROOM]
    if few:
        raise BriefingError("\n".join(f"{what}, of which a run wants {_size(ROOM)}; make room" for what in few))
    return f"well; {_size(min(rooms.values()))} free" if rooms else "nothing is kept"


def _room(folder: Path) -> int:
    """Bytes that are free, of which there are none where no file can be made any more."""
    there = nearest(folder)
    found = os.statvfs(there)
    is_full = found.f_files > 0 and found.f_favail == 0
    return 0 if is_full else shutil.disk_usage(there).free


def _size(count: int) -> str:
    return f"{count / 1e9:,.1f} GB" if count >= 1e9 else f"{count / 1e6:,.1f} MB"


def lock(folder: Path) -> str:
    """Look who holds the lock."""
    from briefing.records.lock import holder

    held = holder(folder)
    return f"well; a run is at work: {held}" if held else "well; nobody holds it"
