"""Where a user's own things lie, also where nobody knows a home: in containers, under some schedulers."""

from __future__ import annotations

import platformdirs
import pytest

from briefing.errors import SettingsError
from briefing.settings import home


def raises(_name: str) -> str:
    """As platformdirs does for a user of whom neither HOME nor the list of users knows a home."""
    raise RuntimeError("could not determine the home directory")


@pytest.mark.parametrize("place", [raises, lambda name: f"~/.local/share/{name}"], ids=["newer", "older"])
def test_who_has_no_home_is_told_what_to_set(place, monkeypatch):
    """And no folder called ~ is made; what may be deleted is kept nowhere."""
    monkeypatch.setattr(platformdirs, "user_data_dir", place)
    monkeypatch.setattr(platformdirs, "user_cache_dir", place)
    with pytest.raises(SettingsError, match="set `state` to a folder of yours, or HOME"):
        home.data()
    assert home.caches() is None
