"""Why one request came to nothing, on its way from where it was noticed to whoever asked."""

from __future__ import annotations

from copy import copy
from dataclasses import replace

from briefing.fetchers.answers import Failure


class Failed(Exception):
    """Carries a Failure up; never leaves the package.

    `is_worth_repeating`: asking once more at once may help, after `wait` seconds if the server named them. `status` is
    the server's, 0 where it gave none. `is_silent`: the host could not be reached, or did not answer in time.
    `is_elsewhere`: it happened behind a redirect.
    """

    def __init__(self, what: str, remedy: str = "", *, is_temporary: bool = False) -> None:
        super().__init__(what)
        self.failure = Failure(what, remedy, is_temporary)
        self.is_worth_repeating = False
        self.is_silent = False
        self.status = 0
        self.is_elsewhere = False
        self.wait: float | None = None

    def anew(self) -> Failed:
        """Return the same to be raised again for another ask, which is not the time to repeat it."""
        made = copy(self)
        made.is_worth_repeating = False
        return made

    def saying(self, what: str) -> Failed:
        """Return the same in other words, such as those that say where it happened as well."""
        made = copy(self)
        made.failure = replace(self.failure, what=what)
        return made


def passing(what: str, remedy: str = "", *, is_silent: bool = False) -> Failed:
    """Return what may be different a moment later, and is therefore tried again."""
    failed = Failed(what, remedy, is_temporary=True)
    failed.is_worth_repeating = True
    failed.is_silent = is_silent
    return failed
