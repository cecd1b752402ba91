"""The network cable is pulled at every stage: what came stands, and the next time nothing is missing or twice."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from typing import Any

import pytest

from briefing.fetchers.answers import Failure
from briefing.fetchers.mailbox import Manners, Post, collect

PASSWORD = "Canary hörse"
LETTERS = [f"Subject: {number}\r\n\r\n{'x' * 40 * number}\r\n".encode() for number in range(120)]
CUTS = [*range(0, 1_400, 45), *range(2_000, 400_000, 11_000)]
"""After how many bytes from the server: close together while it says hello, far apart among the letters."""


@pytest.fixture
def cable(dovecot: Any) -> Iterator[Callable[[int], int]]:
    """Lay a cable to the server that is cut after so many of its bytes; returns the port at its near end."""
    with ExitStack() as stack:

        def laid(length: int) -> int:
            near = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
            thread = threading.Thread(target=_carry, args=(near, dovecot.plain, length), daemon=True)
            thread.start()
            return int(near.getsockname()[1])

        yield laid


def _carry(near: socket.socket, port: int, length: int) -> None:
    with suppress(OSError):
        client, _ = near.accept()
        with client, socket.create_connection(("127.0.0.1", port)) as server:
            threading.Thread(target=_copy, args=(client, server), daemon=True).start()
            while length > 0 and (data := server.recv(min(65_536, length))):
                client.sendall(data)
                length -= len(data)
            for end in (client, server):  # closing alone does not end what the other thread waits for
                end.shutdown(socket.SHUT_RDWR)


def _copy(client: socket.socket, server: socket.socket) -> None:
    with suppress(OSError):
        while data := client.recv(65_536):
            server.sendall(data)


def test_wherever_it_is_cut_no_letter_is_lost_or_comes_twice(dovecot: Any, cable: Callable[[int], int]) -> None:
    """Cut once, then asked again over a whole cable: together all letters, each once, in their order."""
    user = dovecot.user()
    for letter in LETTERS:
        user.deliver(letter)

    def ask(port: int, **options: int) -> Post | Failure:
        address = f"imap+plain://{user.name}@127.0.0.1:{port}"
        return collect(address, password=lambda *_: PASSWORD, manners=Manners(deadline=60), **options)

    whole = ask(dovecot.plain)
    assert isinstance(whole, Post)
    assert [found.data for found in whole.letters] == LETTERS
    seen = set()
    for cut in CUTS:
        first = ask(cable(cut))
        if isinstance(first, Failure):
            assert first.is_temporary, (cut, first)
            seen.add("nothing")
            continue
        seen.add("some" if first.broken else "all")
        assert (first.broken is None) == (len(first.letters) == len(LETTERS)), cut
        rest = ask(dovecot.plain, after=first.last, validity=first.validity)
        assert isinstance(rest, Post)
        assert first.letters + rest.letters == whole.letters, cut
    assert seen == {"nothing", "some", "all"}
