"""What a run is for, and what it came to."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from briefing import post
from briefing.day.record import Made, Way
from briefing.errors import BriefingError
from briefing.model import Edition, Problem
from briefing.records import log as logs
from briefing.records.state import State


@dataclass(frozen=True, slots=True)
class Errand:
    """What a run is for: the edition that `make` gives, if one is missing, and the letters of `name` that wait.

    `way` gives the way that they go; raises SettingsError. `due` is the moment whose edition is missing, or was made
    last. `keep` brings an archive up to date with what is recorded; raises BriefingError. All of it may take `limit`
    ("30 minutes"); `log` hears of each step.
    """

    name: str
    way: Callable[[], Way]
    make: Callable[[], Made] | None = None
    due: datetime | None = None
    keep: Callable[[State], object] | None = None
    limit: str = "30 minutes"
    log: logging.Logger = field(default_factory=logs.silent)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did: the edition as recorded, if it made one, what became of its mails, the problems new with it.

    `failures` say what ended it early, or what it went on without: its files, its archive. `is_known`: another run for
    the same due moment has failed in the same words.
    """

    edition: Edition | None = None
    report: post.Report = field(default_factory=post.Report)
    new_problems: tuple[Problem, ...] = ()
    failures: tuple[BriefingError, ...] = ()
    is_known: bool = False

    @property
    def is_well(self) -> bool:
        """Whether everything that was to be done is done; a problem with an article is the page's to tell."""
        return self.report.is_well and not self.failures

    @property
    def what(self) -> str:
        """What went wrong, in a line without anything that differs from one try to the next."""
        # By number: which of them are tried, and which still wait, is not the same from one try to the next.
        groups = post.alike(sorted(self.report.troubles(), key=lambda letter: letter.number))
        letters = (f"{post.whom(group)}: {group[0].state}: {group[0].words}" for group in groups)
        return "; ".join((*map(str, self.failures), *letters))
