"""Through a real Postfix into a Maildir: over SMTP, over a line that breaks, and by its sendmail."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest

from briefing.deliverers.sendmail import Sendmail
from briefing.deliverers.smtp import Smtp
from briefing.errors import DeliveryError
from briefing.settings import Mail
from tests.deliverers.letters import TEXT, letter
from tests.machine import unavailable
from tests.postfix import Postfix, missing, serving


@pytest.fixture(scope="module")
def postfix(authority: Any) -> Iterator[Postfix]:
    """One Postfix for all tests here, with a certificate by our authority."""
    if reason := missing():
        unavailable(reason)
    made = authority.authority.issue_cert("localhost")
    with serving(("a", "b"), made.private_key_and_cert_chain_pem.write_to_path) as found:
        yield found


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
