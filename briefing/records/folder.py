"""Say where a briefing's state lies, and make that folder private."""

from __future__ import annotations

from pathlib import Path

from briefing.errors import RecordsError, SettingsError
from briefing.settings.rules import broken_rule


def locate(name: str, state: str = "") -> Path:
    """Return the folder of the state: the setting's, or the platform's data folder and the name; makes nothing.

    Raises SettingsError without a usable name.
    """
    if not name or broken_rule("name", name):
        raise SettingsError(f"name: {broken_rule('name', name) or 'is needed to send, run and remember'}")
    return Path(state) if state else _data() / name


def shared() -> Path:
    """Return the folder of what briefings without a name collect: no name can be so."""
    return _data() / "(unnamed)"


def _data() -> Path:
    from platformdirs import user_data_path

    return user_data_path("briefing")


def caches(name: str, state: str = "") -> Path:
    """Return the folder of what may be deleted: in the state if that is there, else the platform's for such things."""
    if name and (home := locate(name, state)).is_dir():
        return home / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("briefing")


def prepare(folder: Path) -> None:
    """Make the folder, for its owner alone; raises RecordsError. One that exists keeps the mode its owner gave it."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        remedy = "give a folder that you may write to as the setting `state`"
        raise RecordsError(f"{folder}: cannot be made: {error.strerror}; {remedy}") from error
