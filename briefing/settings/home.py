"""Where the platform keeps what is a user's own: the only door to platformdirs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefing.errors import SettingsError


def data() -> Path:
    """Return the folder for states; raises SettingsError for a user without a home."""
    from platformdirs import user_data_dir

    if found := _at_home(user_data_dir):
        return found
    raise SettingsError("state: you have no home folder, where it would lie; set `state` to a folder of yours, or HOME")


def caches() -> Path | None:
    """Return the folder for what may be deleted, or None for a user without a home."""
    from platformdirs import user_cache_dir

    return _at_home(user_cache_dir)


def _at_home(place: Callable[[str], str]) -> Path | None:
    """Return the platform's folder, or None for a user of whom neither HOME nor the list of users knows a home."""
    try:
        found = Path(place("briefing"))
    except RuntimeError:
        return None
    return found if found.is_absolute() else None  # an older platformdirs leaves the ~ as it is
