"""Through a real Postfix into a Maildir: over SMTP, over a line that breaks, and by its sendmail."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from briefing.deliverers.sendmail import Sendmail
from briefing.deliverers.smtp import Smtp
from briefing.errors import DeliveryError
from briefing.settings import Mail
from tests.deliverers.letters import TEXT, letter
from tests.machine import free_ports, unavailable

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
virtual_mailbox_maps = inline:{{ a@example.com=a/, b@example.com=b/ }}
virtual_minimum_uid = 1
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
alias_maps =
local_recipient_maps =
notify_classes =
smtpd_tls_security_level = encrypt
smtpd_tls_chain_files = {home}/key.pem
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


@contextmanager
def _running(home: Path, port: int) -> Iterator[None]:
    """Postfix in the foreground, until it answers; at the end nothing of it is left."""
    program = shutil.which("postfix", path="/usr/sbin:/usr/bin") or unavailable("postfix is not installed")
    with subprocess.Popen([program, "-c", str(home), "start-fg"]) as daemon:
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


@pytest.fixture(scope="module")
def postfix(authority: Any) -> Iterator[Postfix]:
    """One Postfix for all tests here, with a certificate by our authority."""
    if os.geteuid() != 0:
        unavailable("only root may start a Postfix")
    port, open_port = free_ports(2)
    with ExitStack() as stack:
        # Not pytest's folder: Postfix is several users, and that is closed to others.
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="postfix-")))
        home.chmod(0o755)
        for name in ("spool", "data", "log", "mail"):
            (home / name).mkdir()
        shutil.chown(home / "data", "postfix") if _has_postfix() else unavailable("postfix is not installed")
        shutil.chown(home / "mail", "nobody", "nogroup")
        _write_key(authority, home / "key.pem")
        nobody = (home / "mail").stat()
        (home / "main.cf").write_text(MAIN.format(home=home, uid=nobody.st_uid, gid=nobody.st_gid))
        (home / "master.cf").write_text(MASTER.format(port=port, open=open_port))
        stack.enter_context(_running(home, port))
        yield Postfix(home, port, open_port)


def _has_postfix() -> bool:
    return shutil.which("postfix", path="/usr/sbin:/usr/bin") is not None


def _write_key(authority: Any, file: Path) -> None:
    made = authority.authority.issue_cert("localhost")
    made.private_key_and_cert_chain_pem.write_to_path(file)
    file.chmod(0o600)


def test_letters_go_through_it_into_a_maildir(postfix: Postfix, authority: Any) -> None:
    """Over one connection with STARTTLS; whom it does not know it refuses, and the others get theirs."""
    mail = Mail(host="localhost", port=postfix.port, ca_file=authority.file)
    way = Smtp(mail)
    way(letter("a@example.com"), lambda: None)
    with pytest.raises(DeliveryError, match=r"550 5\.1\.1 <c@example\.com>: Recipient address rejected") as caught:
        way(letter("c@example.com"), lambda: None)
    assert not caught.value.temporary
    way(letter("b@example.com"), lambda: None)
    way.close()
    for user in "ab":
        (arrived,) = postfix.arrived(user, 1)
        assert arrived.endswith(TEXT.replace(b"\r\n", b"\n"))
        assert f"Message-ID: <{user}.22@example.org>".encode() in arrived
        assert b"with ESMTPS id" in arrived


def test_what_it_took_before_the_line_broke_has_arrived_and_is_uncertain(postfix: Postfix) -> None:
    """The answer to the last dot never comes, and the letter is there: only "uncertain" is true."""
    before = len(postfix.arrived("a"))
    with _cut_after_the_dot(postfix.open_port) as port:
        way = Smtp(Mail(host="localhost", port=port, security="none"))
        with pytest.raises(DeliveryError, match="no answer after the message was handed over") as caught:
            way(letter("a@example.com"), lambda: None)
    assert caught.value.uncertain
    assert len(postfix.arrived("a", before + 1)) == before + 1


def test_its_sendmail_takes_letters(postfix: Postfix, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the dots, and with our sender as the envelope's."""
    monkeypatch.setenv("MAIL_CONFIG", str(postfix.home))
    before = len(postfix.arrived("b"))
    Sendmail("/usr/sbin/sendmail", 10)(letter("b@example.com", message_id="<by.sendmail@x>"), lambda: None)
    newest = [data for data in postfix.arrived("b", before + 1) if b"(Postfix, from userid" in data]
    assert [data.endswith(TEXT.replace(b"\r\n", b"\n")) for data in newest] == [True]
    assert b"Return-Path: <desk@example.org>" in newest[0]


@contextmanager
def _cut_after_the_dot(port: int) -> Iterator[int]:
    """A line to the port that carries everything but the answer to a message: at its last dot it breaks."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        carrying = threading.Thread(target=_carry, args=(listening, port))
        carrying.start()
        yield listening.getsockname()[1]
        carrying.join()


def _carry(listening: socket.socket, port: int) -> None:
    ours, _ = listening.accept()
    with ours, socket.create_connection(("127.0.0.1", port)) as theirs:
        backward = threading.Thread(target=_copy, args=(theirs, ours))
        backward.start()
        said = b""
        while piece := ours.recv(65536):
            said += piece
            if said.endswith(b"\r\n.\r\n"):
                ours.shutdown(socket.SHUT_RDWR)  # before the dot goes on: no answer can be quicker
                theirs.sendall(piece)
                theirs.shutdown(socket.SHUT_WR)
                break
            theirs.sendall(piece)
        backward.join()


def _copy(one: socket.socket, other: socket.socket) -> None:
    while piece := one.recv(65536):
        with suppress(OSError):
            other.sendall(piece)
