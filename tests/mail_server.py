"""A real SMTP server on the loopback, with TLS and AUTH where they are asked for, and a mailbox behind it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.machine import free_ports

USER, PASSWORD = "desk", "correct horse"


@dataclass
class Mailbox:
    """What a server took, and the replies that it is told to give to recipients and to data."""

    to: Mapping[str, str] = field(default_factory=dict)
    taken: list[Envelope] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Refuse where told to."""
        if address in self.to:
            return self.to[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take the message."""
        self.taken.append(envelope)
        self.encrypted.append(server.transport.get_extra_info("sslcontext") is not None)
        return "250 OK"


class MailServers(ExitStack):
    """Servers that end together."""

    def start(self, mailbox: Mailbox, *, login: bool = False, **options: Any) -> int:
        """Start one that delivers into a mailbox; return its port. `login` makes it insist on USER and PASSWORD."""
        (port,) = free_ports(1)
        if login:
            options |= {
                "authenticator": _authenticate,
                "auth_required": True,
                "auth_require_tls": "tls_context" in options,
            }
        controller = Controller(mailbox, hostname="127.0.0.1", port=port, **options)
        controller.start()
        self.callback(controller.stop, no_assert=True)
        return port


def _authenticate(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
    well = isinstance(data, LoginPassword) and data.login == USER.encode() and data.password == PASSWORD.encode()
    return AuthResult(success=well, handled=False)
