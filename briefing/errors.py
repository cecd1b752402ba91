"""Everything that can go wrong, as one tree.

BriefingError                   exit 1    anything below
├── UsageError                  exit 2    the command line asks for something that does not exist
├── LockHeld                    exit 75   another run holds the lock
├── SettingsError               exit 78   settings that cannot be used: every mistake at once
│   └── TemplateError           exit 78   a template that cannot be used: file and line
├── SourceError                 exit 1    a source as a whole cannot be read
├── RecordsError                exit 1    the state cannot be read or written
└── DeliveryError               exit 1    an edition could not be handed over
"""

from __future__ import annotations


class BriefingError(Exception):
    """Anything that this package raises on purpose; its text says what was wrong, where, and what to do."""

    exit_code = 1


class UsageError(BriefingError):
    """The command line asks for something that does not exist."""

    exit_code = 2


class LockHeld(BriefingError):
    """Another run holds the lock."""

    exit_code = 75


class SettingsError(BriefingError):
    """Settings that cannot be used; `mistakes` holds a line for each."""

    exit_code = 78

    def __init__(self, *mistakes: str) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


class TemplateError(SettingsError):
    """A template that cannot be used, with its file and line."""


class SourceError(BriefingError):
    """A source as a whole cannot be read; a single article that cannot is a `Problem`, not an error."""


class RecordsError(BriefingError):
    """The state cannot be read or written."""


class DeliveryError(BriefingError):
    """An edition could not be handed over; `temporary` says whether trying again later can help.

    `uncertain`: it was handed over, and no answer came; it may have arrived. `general`: what is wrong is not about this
    recipient, and holds for every letter that would be tried next (no server, no login).
    """

    def __init__(
        self, message: str, *, temporary: bool = False, uncertain: bool = False, general: bool = False
    ) -> None:
        super().__init__(message)
        self.temporary = temporary
        self.uncertain = uncertain
        self.general = general
