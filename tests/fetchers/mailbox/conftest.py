"""A real Dovecot on the loopback, configured in a folder of its own; no service of the system's is touched."""

from __future__ import annotations

import grp
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
import trustme

from tests.machine import free_ports, unavailable

CONFIGURATION = """\
protocols = imap
listen = 127.0.0.1
base_dir = {base}/run
log_path = {base}/log
ssl = yes
ssl_cert = <{base}/certificate.pem
ssl_key = <{base}/key.pem
default_internal_user = {login}
default_internal_group = {group}
default_login_user = {login}
first_valid_uid = 1
auth_failure_delay = 0
mail_location = maildir:~/Maildir
passdb {{
  driver = passwd-file
  args = scheme=PLAIN {base}/users
}}
userdb {{
  driver = passwd-file
  args = {base}/users
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {plain}
  }}
  inet_listener imaps {{
    port = {tls}
    ssl = yes
  }}
}}
"""

PASSWORD = "Canary hörse"
LAYOUTS = {"dot": "", "slash": ":LAYOUT=fs"}
"""What stands between the levels of folders."""


@dataclass
class User:
    """A user of the server, and where the letters are."""

    name: str
    home: Path
    owner: tuple[int, int]
    numbers: Iterator[int] = field(default_factory=count)

    def deliver(self, data: bytes, *, folder: str = "", arrived: datetime | None = None, seen: bool = False) -> Path:
        """Put a letter into a folder (named as Maildir does, ".News.Sub"), as a mail server does."""
        place = self.home / "Maildir" / folder
        for name in ("tmp", "cur", "new"):
            (place / name).mkdir(parents=True, exist_ok=True)
        number = next(self.numbers)
        file = place / ("cur" if seen else "new") / (f"{1_700_000_000 + number}.M1P1.test" + (":2,S" if seen else ""))
        file.write_bytes(data)
        if arrived:
            os.utime(file, (arrived.timestamp(), arrived.timestamp()))
        if os.geteuid() == 0:
            for path in (self.home, *self.home.rglob("*")):
                os.chown(path, *self.owner)
        return file

    def files(self) -> dict[str, bytes]:
        """Every letter by the name of its file, which holds its flags."""
        letters = [*self.home.glob("Maildir/**/cur/*"), *self.home.glob("Maildir/**/new/*")]
        return {str(path.relative_to(self.home)): path.read_bytes() for path in letters}


@dataclass
class Dovecot:
    """A running server: `tls` is its port for imaps, `plain` that for STARTTLS; `authority` is whom to trust."""

    base: Path
    plain: int
    tls: int
    authority: str
    owner: tuple[int, int]
    names: Iterator[int] = field(default_factory=count)

    def user(self, layout: str = "dot") -> User:
        """A new user with an empty mailbox."""
        name = f"{layout}{next(self.names)}"
        user = User(name, self.base / "home" / name, self.owner)
        user.home.mkdir(parents=True, mode=0o700)
        os.chown(user.home, *self.owner)
        return user

    def know_users(self, number: int = 100) -> None:
        """Write the file of users: all at once, for the server does not look at it again within the second."""
        identity = f"{{PLAIN}}{PASSWORD}:{self.owner[0]}:{self.owner[1]}::{self.base}/home"
        lines = [
            f"{layout}{name}:{identity}/{layout}{name}::userdb_mail=maildir:~/Maildir{extra}\n"
            for layout, extra in LAYOUTS.items()
            for name in range(number)
        ]
        (self.base / "users").write_text("".join(lines), encoding="utf-8")

    def administer(self, *arguments: str) -> None:
        """Run doveadm, the server's own tool."""
        command = ["doveadm", "-c", self.base / "dovecot.conf", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """One server for all tests of a process. Not in pytest's folder: the paths of its sockets must be short."""
    program = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if not program:
        unavailable("dovecot is not installed (Debian: dovecot-imapd)")
    version = subprocess.run([program, "--version"], capture_output=True, text=True).stdout
    if not version.startswith("2.3."):
        unavailable(f"the configuration here is for Dovecot 2.3, not {version.split()[0]}")
    base = Path(tempfile.mkdtemp(prefix="imap-"))
    base.chmod(0o755)
    try:
        server = _configured(base)
        running = subprocess.Popen([program, "-F", "-c", base / "dovecot.conf"], stderr=subprocess.PIPE)
        try:
            _wait(server, running)
            yield server
        finally:
            running.terminate()
            running.wait(30)
    finally:
        shutil.rmtree(base)


def _configured(base: Path) -> Dovecot:
    """Write the configuration; root may not have a mailbox, so that the letters are somebody else's then."""
    is_root = os.geteuid() == 0
    login = pwd.getpwnam("dovenull") if is_root else pwd.getpwuid(os.geteuid())
    owner = pwd.getpwnam("nobody") if is_root else login
    plain, tls = free_ports(2)
    authority = trustme.CA()
    authority.cert_pem.write_to_path(base / "authority.pem")
    certificate = authority.issue_cert("localhost")
    certificate.private_key_pem.write_to_path(base / "key.pem")
    certificate.cert_chain_pems[0].write_to_path(base / "certificate.pem")
    group = "dovecot" if is_root else grp.getgrgid(login.pw_gid).gr_name
    names = {"login": login.pw_name, "group": group, "base": base, "plain": plain, "tls": tls}
    (base / "dovecot.conf").write_text(CONFIGURATION.format(**names))
    server = Dovecot(base, plain, tls, str(base / "authority.pem"), (owner.pw_uid, owner.pw_gid))
    server.know_users()
    return server


def _wait(server: Dovecot, running: subprocess.Popen[bytes]) -> None:
    """Until it listens."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and running.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", server.tls)) == 0:
                return
        time.sleep(0.05)
    log = server.base / "log"
    said = running.stderr.read().decode() if running.poll() is not None and running.stderr else ""
    pytest.fail(f"dovecot does not start: {said} {log.read_text() if log.exists() else ''}")
