"""Deliver through an SMTP server, over one connection for as many letters as it likes to take."""

from __future__ import annotations

import os
import smtplib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial

from briefing.credentials import Credentials, Password, scrubbed
from briefing.deliverers.clock import Clock
from briefing.deliverers.smtp.dialogue import Parcel, begin, hand_over, name
from briefing.deliverers.smtp.opening import opened
from briefing.deliverers.smtp.refusal import GOODBYE, Refused, expect, explained
from briefing.errors import DeliveryError, SettingsError
from briefing.model import Letter
from briefing.settings import Mail

PASSWORD = "BRIEFING_MAIL_PASSWORD"  # noqa: S105 (the variable's name)
PORTS = {"starttls": 587, "tls": 465, "none": 25}

_OWN_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})
_FAREWELL = 2.0
"""Seconds for the server's goodbye, which changes nothing any more."""


@dataclass(slots=True)
class Smtp:
    """Sends through `mail.host`, with STARTTLS or TLS unless the settings say "none".

    The server's certificate must be one that the system trusts, or with `mail.ca_file` (PEM) one by that file alone.
    With `mail.user`, the password is taken from BRIEFING_MAIL_PASSWORD, else from where `credentials` look besides.
    `mail.timeout` is how many seconds the server may stay silent; a whole letter may take four times as long.
    """

    mail: Mail
    credentials: Credentials = field(default_factory=lambda: Credentials(os.environ))
    _clock: Clock = field(init=False, repr=False)
    _password: Password = field(default=Password(), init=False, repr=False)
    _kept: smtplib.SMTP | None = field(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        """Raise SettingsError where there is no server, or a password that anyone on the way could read."""
        self._clock = Clock(self.mail.timeout)
        if self.mail.recipients and not self.mail.host:
            others = 'mail.folder to write files, or mail.transport = "sendmail"'
            raise SettingsError(f"mail.host: is needed to send through a server (or {others})")
        if self.mail.user and self.mail.security == "none" and self.mail.host not in _OWN_MACHINE:
            raise SettingsError(
                'mail.security: must be "starttls" or "tls" with mail.user: no password goes in the open'
            )

    def __call__(self, letter: Letter, handing_over: Callable[[], None]) -> None:
        """Hand the letter to the server; raises DeliveryError with the server's words."""
        if not self.mail.host:
            raise DeliveryError("mail.host: is needed to send the letters that wait", general=True)
        self._clock.start()
        try:
            with self._explained():
                parcel = Parcel.of(letter)
                smtp = self._announced(parcel)
            handing_over()
            with self._explained():
                hand_over(smtp, parcel, self._clock, self._hide)
        except DeliveryError as error:
            if error.general or error.uncertain:
                self._drop()
            raise
        except BaseException:
            # The server may be waiting for a message: whatever came next would be taken for it.
            self._drop()
            raise

    def greet(self) -> str:
        """Connect and log in, ask the server to do nothing, and leave; raises DeliveryError with its words."""
        self._clock.start()
        with self._explained():
            self._kept = self._opened()
            expect(self._kept.noop(), 2, general=True)
        self.close()
        privacy = {"starttls": "STARTTLS", "tls": "TLS"}.get(self.mail.security, "no TLS")
        who = f"logged in as {self.mail.user}" if self.mail.user else "without a login"
        return f"{self.mail.host}:{self._port} answers, {privacy}, {who}"

    def close(self) -> None:
        """Say goodbye, if there is anyone to say it to; a letter that follows connects anew."""
        if self._kept:
            self._clock.start(min(_FAREWELL, self.mail.timeout))
            with suppress(OSError):
                self._kept.quit()
        self._drop()

    def _announced(self, parcel: Parcel) -> smtplib.SMTP:
        """Return a connection on which the server waits for the message.

        One that was kept may have been closed meanwhile, or its server may want no further letters on it (421): then
        another is made, for nothing was handed over yet.
        """
        if self._kept and self._is_announced_again(self._kept, parcel):
            return self._kept
        self._drop()
        self._kept = self._opened()
        begin(self._kept, parcel)
        name(self._kept, parcel)
        return self._kept

    def _is_announced_again(self, kept: smtplib.SMTP, parcel: Parcel) -> bool:
        """Announce a letter on a connection that had others; returns False where it is used up.

        It is, whatever the server has against another letter on it: only what it says of the recipient is about that.
        """
        try:
            expect(kept.docmd("RSET"), 2)  # a letter that was refused may have left its sender behind
            begin(kept, parcel)
        except OSError:  # Refused is one
            return False
        try:
            name(kept, parcel)
        except Refused as refused:
            if refused.is_clear and refused.smtp_code != GOODBYE:
                raise
            return False
        except OSError:
            return False
        return True

    def _opened(self) -> smtplib.SMTP:
        if self.mail.user:
            try:
                self._password = self.credentials.of(self.mail.host, self.mail.user, variable=PASSWORD)
            except SettingsError as error:
                raise DeliveryError(f"mail.user: {error}", general=True) from None
        return opened(self.mail, self._port, self._password, self._clock)

    @property
    def _port(self) -> int:
        return self.mail.port or PORTS[self.mail.security]

    def _drop(self) -> None:
        if self._kept:
            self._kept.close()
            self._kept = None

    @property
    def _hide(self) -> Callable[[str], str]:
        return partial(scrubbed, password=self._password, user=self.mail.user)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what smtplib, TLS and sockets raise into a DeliveryError that names the server and what to do."""
        server = f"{self.mail.host}:{self._port}"
        try:
            yield
        except DeliveryError as error:
            flags = {"temporary": error.temporary, "uncertain": error.uncertain, "general": error.general}
            raise DeliveryError(f"{server}: {error}", **flags) from error
        except (OSError, ValueError) as error:
            # Not chained: such an error has the server's words as they came, or what could not be encoded.
            raise explained(error, server, self._hide) from None
