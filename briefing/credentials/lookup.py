"""Where a password comes from: the environment, else a file of the user's, else the keyring."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.credentials.netrc_file import Entry, entries
from briefing.credentials.secret import Password
from briefing.errors import SettingsError

_PORT = re.compile(r":\d+$")

SERVICE = "briefing"
"""Under this name the keyring is asked for "user@host"."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """Looks passwords up: in `environ`, in `file` (in netrc form; "" for none) and in the keyring, in this order."""

    environ: Mapping[str, str] = field(repr=False)
    file: str = ""

    def of(self, host: str, user: str, *, variable: str) -> Password:
        """Return the user's password at a host.

        Raises SettingsError where there is none, with every place where one could be given, and for a file that others
        can get at. netrc's `default` never counts: it would hand one password to every server.
        """
        if given := self.environ.get(variable, ""):
            return Password(given)
        if found := self._in_file(host, user):
            return found.password
        password, why = _in_keyring(f"{user}@{host}")
        if password:
            return password
        raise SettingsError(f"no password for {user} at {host}: {self._places(host, user, variable)}; {why}")

    def pair(self, host: str) -> tuple[str, Password] | None:
        """Return the first user whom the file has for a host, with the password; None if it has none.

        For those who know the host alone; a keyring can only be asked for a user. Of "host:port" an entry that is
        named so comes before one for the host; netrc itself knows no ports.
        """
        found = self._in_file(host, "") or self._in_file(_PORT.sub("", host), "")
        return (found.login, found.password) if found else None

    def _in_file(self, host: str, user: str) -> Entry | None:
        """The entry for this very user, else one that names no login; without a user, the first that names one."""
        known = entries(self.file) if self.file else ()
        here = [entry for entry in known if entry.machine == host.casefold() and entry.password]
        wanted = [e for e in here if (e.login == user if user else e.login)] or [
            e for e in here if not e.login and user
        ]
        return wanted[0] if wanted else None

    def _places(self, host: str, user: str, variable: str) -> str:
        line = f'"machine {host} login {user} password …"'
        where = f"to {self.file}" if self.file else "to a file that fetch.credentials names and only you can read"
        return f"set {variable} in the environment, or add {line} {where}, or `keyring set {SERVICE} {user}@{host}`"


def _in_keyring(name: str) -> tuple[Password, str]:
    """Return the password, or what is the matter with the keyring; under cron there is mostly none to be asked."""
    try:
        import keyring
    except ImportError:
        return Password(), "the keyring needs pip install 'briefing[keyring]'"
    try:
        found = keyring.get_password(SERVICE, name)
    except Exception as error:  # its back end may be anybody's, and raise anything
        return Password(), f"the keyring could not be asked ({type(error).__name__})"
    return Password(found or ""), "the keyring has none"
