"""Say where a briefing's state lies, and keep it private."""

from __future__ import annotations

import stat
from contextlib import suppress
from pathlib import Path

from briefing.errors import RecordsError, SettingsError
from briefing.files import PRIVATE, make_folder
from briefing.settings import home
from briefing.settings.rules import broken_rule

_OURS = ("state.sqlite", "state.sqlite-wal", "state.sqlite-shm", "articles", "cache", "log", "status.json", "lock")


def locate(name: str, state: str = "") -> Path:
    """Return the folder of the state: the setting's, or the platform's data folder and the name; makes nothing.

    Raises SettingsError without a usable name.
    """
    if not name or broken_rule("name", name):
        raise SettingsError(f"name: {broken_rule('name', name) or 'is needed to send, run and remember'}")
    return Path(state) if state else home.data() / name


def shared() -> Path:
    """Return the folder of what briefings without a name collect: no name can be so."""
    return home.data() / "(unnamed)"


def caches(name: str, state: str = "") -> Path | None:
    """Return the folder of what may be deleted: in the state if that is there, else the platform's for such things.

    None without either.
    """
    if name and (there := locate(name, state)).is_dir():
        return there / "cache"
    return home.caches()


def prepare(folder: Path) -> None:
    """Make the folder, for its owner alone; raises RecordsError, also where everybody may write to it.

    One that exists keeps the mode that its owner gave it; what of ours lies in it is taken from everybody else.
    """
    try:
        make_folder(folder, mode=PRIVATE)
        mode = stat.S_IMODE(folder.stat().st_mode)
    except OSError as error:
        remedy = "give a folder that you may write to as the setting `state`"
        raise RecordsError(f"{folder}: cannot be made: {error.strerror}; {remedy}") from error
    if mode & stat.S_IWOTH:
        raise RecordsError(f"{folder}: everybody may write to it (mode {mode:04o}); chmod 700 {folder}")
    for name in _OURS:
        _tighten(folder / name)


def _tighten(path: Path) -> None:
    """A copy that was put back, or made by hand, has the modes of any file: it holds who gets what."""
    with suppress(OSError):  # it is not there, or not ours
        mode = path.lstat().st_mode
        if mode & 0o077 and not stat.S_ISLNK(mode):
            path.chmod(stat.S_IMODE(mode) & PRIVATE)
