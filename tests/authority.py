"""A private certificate authority, for servers that tests start."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import trustme


@dataclass(frozen=True)
class Authority:
    """An authority: its certificate's file, and contexts for servers of any names."""

    authority: trustme.CA
    file: str

    @classmethod
    def made(cls, file: Path) -> Authority:
        """Make one, and write its certificate."""
        made = trustme.CA()
        made.cert_pem.write_to_path(file)
        return cls(made, str(file))

    def context(self, *names: str, **options: Any) -> ssl.SSLContext:
        """A server's context with a certificate for these names."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.authority.issue_cert(*names, **options).configure_cert(context)
        return context
