"""What the commands that read the network have in common: asking first, then building from what is kept."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import datetime

from briefing.model.collecting import Polled
from briefing.settings import Settings


def collected(settings: Settings, moment: datetime, *, locked: bool, offline: bool = False) -> tuple[Polled, ...]:
    """Ask every address among the sources, and return what came of each; with `locked` under the state's lock.

    With `offline` nothing is asked, and nothing comes of it.

    Raises LockHeld, RecordsError.
    """
    from briefing import assembly

    asked = assembly.collecting(settings, moment)
    if offline or not (asked.names or asked.listed):
        return ()
    from briefing.collect import collect
    from briefing.records.lock import held
    from briefing.records.state import opened

    folder = assembly.home(settings)
    with held(folder, now=moment) if locked else nullcontext(), opened(folder) as records:
        return collect(asked, assembly.doors(settings, moment), records)
