"""A real Postfix on the loopback, with a configuration, a queue and mailboxes of its own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.machine import free_ports

MAIN = """\
compatibility_level = 3.6
queue_directory = {home}/spool
data_directory = {home}/data
maillog_file = {home}/log/mail.log
maillog_file_prefixes = {home}/log
myhostname = mail.example.org
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
virtual_mailbox_domains = example.com
virtual_mailbox_base = {home}/mail
virtual_mailbox_maps = inline:{{ {boxes} }}
virtual_minimum_uid = 1
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
alias_maps =
local_recipient_maps =
notify_classes =
smtpd_tls_security_level = {tls}
smtpd_tls_chain_files = {chain}
default_transport = error:nothing leaves this machine
"""

MASTER = """\
127.0.0.1:{port} inet n - n - - smtpd
127.0.0.1:{open} inet n - n - - smtpd
  -o smtpd_tls_security_level=none
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
tlsmgr unix - - n 1000? 1 tlsmgr
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"""


@dataclass(frozen=True)
class Postfix:
    """A running Postfix with a configuration, a queue and mailboxes of its own; `open_port` takes no TLS."""

    home: Path
    port: int
    open_port: int

    def arrived(self, user: str, count: int = 0) -> list[bytes]:
        """Return what lies in a user's Maildir, once there are so many letters."""
        for _ in range(100):
            files = sorted((self.home / "mail" / user).glob("new/*"))
            if len(files) >= count:
                return [file.read_bytes() for file in files]
            time.sleep(0.1)
        raise AssertionError((self.home / "log" / "mail.log").read_text())

    def wait(self) -> None:
        """Wait until all that it took lies in its mailboxes."""
        empty = 0
        while empty < 2:  # between two queues a letter is in neither
            queues = (self.home / "spool" / name for name in ("maildrop", "incoming", "active", "deferred"))
            empty = 0 if any(path.is_file() for queue in queues for path in queue.rglob("*")) else empty + 1
            time.sleep(0.05)


@contextmanager
def _running(home: Path, port: int) -> Iterator[None]:
    """Postfix in the foreground, until it answers; at the end nothing of it is left."""
    with subprocess.Popen([str(_program()), "-c", str(home), "start-fg"]) as daemon:
        try:
            _await(port, daemon)
            yield
        finally:
            # Its master ends what it has started, and the command that started it with it.
            os.kill(int((home / "spool" / "pid" / "master.pid").read_text()), signal.SIGTERM)
            daemon.wait(10)


def _await(port: int, daemon: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        assert daemon.poll() is None, "postfix did not start"
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5) as line:
            assert line.recv(3) == b"220"
            return
        time.sleep(0.1)
    raise AssertionError("postfix does not answer")


def missing() -> str:
    """Return why there can be no Postfix here, or ""."""
    if os.geteuid() != 0:
        return "only root may start a Postfix"
    return "" if _program() else "postfix is not installed"


@contextmanager
def serving(users: Sequence[str], write_key: Callable[[Path], object] | None = None) -> Iterator[Postfix]:
    """Give a Postfix for these users at example.com; with a key and its certificate one port speaks TLS only."""
    port, open_port = free_ports(2)
    with ExitStack() as stack:
        # Not pytest's folder: Postfix is several users, and that is closed to others.
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="postfix-")))
        home.chmod(0o755)
        for name in ("spool", "data", "log", "mail"):
            (home / name).mkdir()
        shutil.chown(home / "data", "postfix")
        shutil.chown(home / "mail", "nobody", "nogroup")
        if write_key:
            write_key(home / "key.pem")
            (home / "key.pem").chmod(0o600)
        nobody = (home / "mail").stat()
        boxes = ", ".join(f"{user}@example.com={user}/" for user in users)
        tls = {"tls": "encrypt", "chain": home / "key.pem"} if write_key else {"tls": "none", "chain": ""}
        (home / "main.cf").write_text(MAIN.format(home=home, uid=nobody.st_uid, gid=nobody.st_gid, boxes=boxes, **tls))
        (home / "master.cf").write_text(MASTER.format(port=port, open=open_port))
        stack.enter_context(_running(home, port))
        yield Postfix(home, port, open_port)


def _program() -> str | None:
    return shutil.which("postfix", path="/usr/sbin:/usr/bin")
