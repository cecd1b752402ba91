"""Servers that mean harm or know no better: a failure in words, in time, and never the password."""

from __future__ import annotations

import logging
import socketserver
import threading
import time
import tracemalloc
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import Any

import pytest

from briefing.fetchers.answers import Failure
from briefing.fetchers.mailbox import Manners, Post, collect

PASSWORD = "canary-hunter2"
HANG = 30
"""Seconds after which a test has hung: far more than any deadline here."""

Send = Callable[[bytes], None]
Step = bytes | Callable[[Send], None] | None
"""What a server does when it is asked something: says this, misbehaves, or hangs up."""

USUAL: Mapping[str, Step] = {
    "greeting": b"* OK ready\r\n",
    "CAPABILITY": b"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nTAG OK done\r\n",
    "AUTHENTICATE": b"TAG OK done\r\n",
    "LOGIN": b"TAG OK done\r\n",
    "LIST": b'* LIST (\\Noselect) "/" ""\r\nTAG OK done\r\n',
    "EXAMINE": b"* 1 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 4] x\r\nTAG OK [READ-ONLY] done\r\n",
    "UID SEARCH": b"* SEARCH 3\r\nTAG OK done\r\n",
    "sizes": b'* 1 FETCH (UID 3 RFC822.SIZE 5 INTERNALDATE "20-Nov-2026 07:00:00 +0000")\r\nTAG OK done\r\n',
    "letters": b"* 1 FETCH (UID 3 BODY[] {5}\r\nhello)\r\nTAG OK done\r\n",
    "LOGOUT": b"* BYE bye\r\nTAG OK done\r\n",
}
STEPS = [step for step in USUAL if step not in {"LOGIN", "LOGOUT"}]


@dataclass
class Server:
    """A server that follows a script; `heard` are the lines that it was sent."""

    port: int
    heard: list[str]

    def collect(self, *, scheme: str = "imap+plain", seconds: float = 20, **options: Any) -> Post | Failure:
        """Ask it for its letters."""
        manners = Manners(deadline=seconds, **options.pop("manners", {}))
        address = f"{scheme}://{options.pop('user', 'anna')}@127.0.0.1:{self.port}/{options.pop('folder', '')}"
        secret = options.pop("secret", PASSWORD)
        return collect(address, password=lambda *_: secret, manners=manners, **options)


@pytest.fixture
def server() -> Iterator[Callable[[Mapping[str, Step]], Server]]:
    """Start a server that does as usual but for some steps."""
    with ExitStack() as stack:

        def start(script: Mapping[str, Step]) -> Server:
            heard: list[str] = []
            handler = _handler({**USUAL, **script}, heard)
            made = socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler)
            made.daemon_threads = True
            thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
            thread.start()
            stack.callback(thread.join)
            stack.callback(made.server_close)
            stack.callback(made.shutdown)
            return Server(made.server_address[1], heard)

        yield start


def _handler(script: Mapping[str, Step], heard: list[str]) -> type[socketserver.StreamRequestHandler]:
    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            with suppress(OSError):
                if self._does("greeting", b"*"):
                    while line := self.rfile.readline():
                        if not self._answers(line):
                            return

        def _answers(self, line: bytes) -> bool:
            tag, _, rest = line.strip().partition(b" ")
            heard.append(rest.decode("latin-1"))
            command = rest.decode("latin-1").upper()
            if command.startswith("AUTHENTICATE"):
                self.wfile.write(b"+ \r\n")
                heard.append(self.rfile.readline().decode("latin-1").strip())
            if command.startswith("UID FETCH"):
                return self._does("letters" if "PEEK" in command else "sizes", tag)
            return self._does(next((step for step in script if command.startswith(step)), ""), tag)

        def _does(self, step: str, tag: bytes) -> bool:
            act = script.get(step, b"TAG BAD what?\r\n")
            if act is None:
                return False
            if isinstance(act, bytes):
                self.wfile.write(act.replace(b"TAG", tag))
                return True
            act(self.wfile.write)
            return False

    return Handler


def silent(send: Send) -> None:
    """Say nothing, and stay."""
    time.sleep(HANG)


def drip(send: Send) -> None:
    """A byte now and then: no single read is ever late."""
    while True:
        send(b"*")
        time.sleep(0.02)


def drip_lines(send: Send) -> None:
    """A whole line now and then."""
    while True:
        send(b"* OK still working\r\n")
        time.sleep(0.02)


def endless_line(send: Send) -> None:
    """As fast as it goes."""
    while True:
        send(b"* x" * 10_000)


def endless_lines(send: Send) -> None:
    """Small ones, which cost most in memory."""
    while True:
        send(b"* 1 X\r\n" * 10_000)


def endless_literals(send: Send) -> None:
    """Each of a size that may be."""
    while True:
        send(b"* 1 FETCH (UID 3 BODY[] {1000000}\r\n" + b"x" * 1_000_000 + b")\r\n")


def parting(words: bytes) -> Callable[[Send], None]:
    """Say this, and hang up."""
    return lambda send: send(words)


WAITS = {"silence": silent, "bytes that drip": drip, "lines that drip": drip_lines}
FAULTS: dict[str, Step] = {
    "hangs up": None,
    "another protocol": parting(b"HTTP/1.1 400 Bad Request\r\n\r\n"),
    "bytes": parting(bytes(range(256)) + b"\r\n"),
    "half a line": parting(b"* OK rea"),
    "says goodbye": parting(b"* BYE too many connections\r\n"),
    "answers what was not asked": parting(b"XX99 OK done\r\n"),
    "a line without end": endless_line,
    "lines without end": endless_lines,
    "literals without end": endless_literals,
    "a literal of ten gigabytes": parting(b"* 1 FETCH (UID 3 BODY[] {10000000000}\r\nhello"),
    "a literal of a negative size": parting(b"* 1 FETCH (UID 3 BODY[] {-1}\r\nhello\r\n"),
    "numbers without end": parting(b"* SEARCH " + b"9" * 100_000 + b"\r\n"),
    "a refusal": b"* x\r\nTAG NO [SERVERBUG] out of order\r\n",
    "no understanding": b"TAG BAD what?\r\n",
}


@pytest.fixture(autouse=True)
def _never_shown(capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Whatever happens: the password stands in no output and no log."""
    caplog.set_level(logging.DEBUG)
    yield
    assert "canary" not in "".join(capfd.readouterr()) + caplog.text


def test_the_script_without_faults_is_a_server(server: Callable[..., Server]) -> None:
    """So that what follows fails for its faults."""
    made = server({})
    post = made.collect()
    assert isinstance(post, Post)
    assert [(found.uid, found.data) for found in post.letters] == [(3, b"hello")]
    assert made.heard[1:3] == ["AUTHENTICATE PLAIN", b64encode(f"\0anna\0{PASSWORD}".encode()).decode()]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_at_any_step_is_a_failure_in_words(fault: str, step: str, server: Callable[..., Server]) -> None:
    """Neither raised nor kept waiting for, and costing no memory; the words can stand on a page."""
    made = server({step: FAULTS[fault]})
    tracemalloc.start()
    try:
        started, failure = time.monotonic(), made.collect(manners={"largest": 2_000_000, "most_bytes": 4_000_000})
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert isinstance(failure, Failure)
    assert failure.what.isprintable()
    assert len(failure.what) <= 400
    assert "canary" not in repr(failure)
    assert time.monotonic() - started < HANG
    assert peak < 80_000_000


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("wait", WAITS)
def test_no_step_can_be_put_off_beyond_the_deadline(wait: str, step: str, server: Callable[..., Server]) -> None:
    """The time on the wall counts, not that between two bytes."""
    made = server({step: WAITS[wait]})
    started, failure = time.monotonic(), made.collect(seconds=0.4)
    assert isinstance(failure, Failure)
    assert (failure.what, failure.is_temporary) == ("it was not there after 0.4 seconds", True)
    assert time.monotonic() - started < HANG / 3


@pytest.mark.parametrize("wait", WAITS)
def test_nor_can_the_handshake(wait: str, server: Callable[..., Server]) -> None:
    """With TLS from the first byte, and after STARTTLS."""
    offers = b"* CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN\r\nTAG OK done\r\n"
    for scheme, script in (
        ("imaps", {"greeting": WAITS[wait]}),
        ("imap", {"CAPABILITY": offers, "STARTTLS": lambda send: (send(b"A OK\r\n"), WAITS[wait](send))}),
    ):
        started, failure = time.monotonic(), server(script).collect(scheme=scheme, seconds=0.4)
        assert isinstance(failure, Failure)
        assert time.monotonic() - started < HANG / 3


@pytest.mark.parametrize("step", [None, b"", silent, drip_lines, b"TAG NO never\r\n", b"garbage\r\n"])
def test_a_goodbye_that_fails_takes_nothing_back(step: Step, server: Callable[..., Server]) -> None:
    """The letters are here."""
    post = server({"LOGOUT": step}).collect(seconds=3)
    assert isinstance(post, Post)
    assert (len(post.letters), post.broken) == (1, None)


OPEN = [
    ("not offered", {}, "it offers no encryption (STARTTLS)"),
    ("already logged in", {"greeting": b"* PREAUTH welcome\r\n"}, "PREAUTH"),
    (
        "refused",
        {"CAPABILITY": b"* CAPABILITY IMAP4rev1 STARTTLS\r\nTAG OK done\r\n", "STARTTLS": b"TAG NO not now\r\n"},
        "Couldn't establish TLS session",
    ),
    (
        "words in the open behind it",
        {
            "CAPABILITY": b"* CAPABILITY IMAP4rev1 STARTTLS\r\nTAG OK done\r\n",
            "STARTTLS": b"TAG OK go on\r\nnothing but this\r\n",
        },
        "it was not there after 1 seconds",
    ),
]


@pytest.mark.parametrize(("script", "says"), [case[1:] for case in OPEN], ids=[case[0] for case in OPEN])
def test_nothing_is_said_in_the_open(script: Mapping[str, Step], says: str, server: Callable[..., Server]) -> None:
    """Whoever takes STARTTLS out of the answers, or sits in between, is told neither user nor password."""
    made = server(script)
    failure = made.collect(scheme="imap", seconds=1)
    assert isinstance(failure, Failure)
    assert says in failure.what
    assert not [line for line in made.heard if "AUTH" in line or "LOGIN" in line or "anna" in line]


ECHOES: list[tuple[str, Step]] = [
    ("in words", b"TAG NO no such password: canary-hunter2, anna\r\n"),
    ("as it was sent", b"TAG NO " + b64encode(b"\0anna\0canary-hunter2") + b"?\r\n"),
    ("as not understood", b"TAG BAD canary-hunter2\r\n"),
    ("in parting", parting(b"* BYE canary-hunter2 is wrong\r\n")),
    ("as no answer", parting(b"canary-hunter2\r\n")),
]


@pytest.mark.parametrize("capability", [b"AUTH=PLAIN", b"AUTH=LOGIN"], ids=["SASL", "LOGIN"])
@pytest.mark.parametrize("echo", [case[1] for case in ECHOES], ids=[case[0] for case in ECHOES])
def test_a_password_that_is_echoed_is_not_passed_on(
    echo: Step, capability: bytes, server: Callable[..., Server]
) -> None:
    """However the server puts it."""
    offers = b"* CAPABILITY IMAP4rev1 " + capability + b"\r\nTAG OK done\r\n"
    failure = server({"CAPABILITY": offers, "AUTHENTICATE": echo, "LOGIN": echo}).collect()
    assert isinstance(failure, Failure)
    assert "canary" not in repr(failure)
    assert b64encode(b"\0anna\0canary").decode()[:14] not in repr(failure)


LOGINS = [
    ("locked out", b"TAG NO [UNAVAILABLE] the user database is down\r\n", True),
    ("expired", b"TAG NO [EXPIRED] please renew\r\n", False),
    ("web login", b"TAG NO [ALERT] Application-specific password required\r\n", False),
]


@pytest.mark.parametrize(("reply", "is_temporary"), [case[1:] for case in LOGINS], ids=[case[0] for case in LOGINS])
def test_why_the_server_did_not_let_us_in(reply: bytes, is_temporary: bool, server: Callable[..., Server]) -> None:
    """In its own words, and whether tomorrow may be another day."""
    failure = server({"AUTHENTICATE": reply}).collect()
    assert isinstance(failure, Failure)
    assert failure.what == f"the server did not let us in: {reply.decode().strip().removeprefix('TAG NO ')}"
    assert failure.is_temporary == is_temporary


def test_a_server_that_takes_no_password_here_is_not_given_it(server: Callable[..., Server]) -> None:
    """LOGINDISABLED: it would only be read by others."""
    made = server({"CAPABILITY": b"* CAPABILITY IMAP4rev1 LOGINDISABLED\r\nTAG OK done\r\n"})
    failure = made.collect()
    assert isinstance(failure, Failure)
    assert "the server takes no password here" in failure.what
    assert made.heard == ["CAPABILITY"]


def test_a_server_that_knows_only_login_is_told_what_it_can_take(server: Callable[..., Server]) -> None:
    """User and password in quotation marks where they need them; nothing beyond ASCII, of which it has no idea."""
    made = server({"CAPABILITY": b"* CAPABILITY IMAP4rev1\r\nTAG OK done\r\n"})
    assert isinstance(made.collect(user="Anna%20B", secret='two "words"'), Post)
    assert made.heard[1] == 'LOGIN "Anna B" "two \\"words\\""'
    failure = made.collect(secret="canary-hörse")
    assert isinstance(failure, Failure)
    assert "only plain ASCII" in failure.what
    assert "canary" not in repr(failure) + " ".join(made.heard)


@pytest.mark.parametrize("step", ["EXAMINE", "UID SEARCH", "sizes", "letters"])
def test_a_server_that_says_no_is_quoted(step: str, server: Callable[..., Server]) -> None:
    """In its own words, and whether tomorrow may be another day."""
    for words, is_temporary in (("[SERVERBUG] out of order", True), ("[NOPERM] not for you", False)):
        failure = server({step: f"TAG NO {words}\r\n".encode()}).collect()
        assert isinstance(failure, Failure)
        assert (failure.what, failure.is_temporary) == (f"the server said no: {words}", is_temporary)


def test_folders_are_listed_in_every_way(server: Callable[..., Server]) -> None:
    """Quoted, bare, as a literal, flat; what is no folder is passed over; few are named, the nearest."""
    listed = (
        b'* LIST () "/" "Ne\\"ws/\x07"\r\n* LIST () NIL News.World\r\n* LIST () "/" {7}\r\nNews/Ab\r\n* LIST x\r\n'
        b'* LIST () "/" "&ANw-bersicht"\r\nTAG OK done\r\n'
    )
    made = server({"LIST": listed, "EXAMINE": b"TAG NO none\r\n"})
    failure = made.collect(folder="Newz/Ab")
    assert isinstance(failure, Failure)
    assert failure.remedy == 'folders there are: News/Ab, Ne"ws/⟦U+0007⟧'
    assert 'EXAMINE "Newz/Ab"' in made.heard
    failure = made.collect(folder="News.Worlds")
    assert isinstance(failure, Failure)
    assert failure.remedy.startswith("folders there are: News.World")
    failure = server({"LIST": b"TAG OK done\r\n", "EXAMINE": b"TAG NO none\r\n"}).collect()
    assert isinstance(failure, Failure)
    assert (failure.what, failure.remedy) == ("the server said no: none", "")


PECULIAR: list[tuple[str, dict[str, Step], list[tuple[int, bytes]], tuple[int, ...]]] = [
    (
        "the UID behind the letter",
        {"letters": b"* 1 FETCH (BODY[] {5}\r\nhello UID 3)\r\nTAG OK done\r\n"},
        [(3, b"hello")],
        (),
    ),
    (
        "a letter in quotation marks",
        {"letters": b'* 1 FETCH (UID 3 BODY[] "a \\"b\\" \\\\")\r\nTAG OK done\r\n'},
        [(3, b'a "b" \\')],
        (),
    ),
    ("an empty letter", {"letters": b"* 1 FETCH (UID 3 BODY[] {0}\r\n)\r\nTAG OK done\r\n"}, [(3, b"")], ()),
    (
        "news of other letters in between",
        {
            "letters": b"* 9 FETCH (FLAGS (\\Seen))\r\n* 1 FETCH (UID 3 BODY[] {5}\r\nhello)\r\n* 2 EXISTS\r\n"
            b"* 8 FETCH (UID 2 FLAGS ())\r\nTAG OK done\r\n"
        },
        [(3, b"hello")],
        (),
    ),
    (
        "numbers that were not asked for",
        {"UID SEARCH": b"* SEARCH 0 3 4 99999999999\r\n* SEARCH 3\r\nTAG OK done\r\n"},
        [(3, b"hello")],
        (),
    ),
    ("gone in between", {"letters": b"TAG OK done\r\n"}, [], (3,)),
    ("gone before", {"sizes": b"TAG OK done\r\n"}, [], (3,)),
    ("a letter that is NIL", {"letters": b"* 1 FETCH (UID 3 BODY[] NIL)\r\nTAG OK done\r\n"}, [], (3,)),
    (
        "an arrival that is none",
        {"sizes": b'* 1 FETCH (UID 3 RFC822.SIZE 5 INTERNALDATE "soon")\r\nTAG OK done\r\n'},
        [],
        (3,),
    ),
    ("nothing", {"UID SEARCH": b"* SEARCH\r\nTAG OK done\r\n"}, [], ()),
    ("nothing, without a word", {"UID SEARCH": b"TAG OK done\r\n"}, [], ()),
]


@pytest.mark.parametrize(
    ("script", "letters", "missing"), [case[1:] for case in PECULIAR], ids=[case[0] for case in PECULIAR]
)
def test_servers_have_their_ways(
    script: dict[str, Step], letters: list[tuple[int, bytes]], missing: tuple[int, ...], server: Callable[..., Server]
) -> None:
    """What is a letter comes; what was listed and did not come is told."""
    post = server(script).collect()
    assert isinstance(post, Post)
    assert [(found.uid, found.data) for found in post.letters] == letters
    assert (post.missing, post.broken) == (missing, None)
    assert post.last == (3 if letters or missing else 0)


@pytest.mark.parametrize(
    "codes", [b"", b"* OK [UIDVALIDITY 7] x\r\n", b"* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 0] x\r\n"]
)
def test_a_folder_whose_letters_have_no_lasting_numbers_is_told(codes: bytes, server: Callable[..., Server]) -> None:
    """Without UIDVALIDITY and UIDNEXT no run would know what the one before has read."""
    failure = server({"EXAMINE": codes + b"TAG OK done\r\n"}).collect()
    assert isinstance(failure, Failure)
    assert "no lasting numbers" in failure.what


def test_a_large_mailbox_is_asked_in_windows(server: Callable[..., Server]) -> None:
    """No answer can be longer than imaplib reads; and no letter between the windows is lost."""
    made = server({"EXAMINE": b"* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 120001] x\r\nTAG OK done\r\n"})
    post = made.collect(after=5, validity=7)
    assert isinstance(post, Post)
    asked = [line for line in made.heard if "SEARCH" in line]
    assert asked == ["UID SEARCH UID 6:50005", "UID SEARCH UID 50006:100005", "UID SEARCH UID 100006:120000"]


def test_who_is_not_there_may_come_back() -> None:
    """Connection refused, and a name that leads nowhere."""
    for address, says in (
        ("imaps://anna@127.0.0.1:9", "Connection refused"),
        ("imaps://anna@no-such-host.invalid", "the host’s name leads nowhere"),
        (f"imaps://anna@{'x' * 70}.invalid", "the host’s name leads nowhere"),
    ):
        failure = collect(address, password=lambda *_: PASSWORD, manners=Manners(deadline=20))
        assert isinstance(failure, Failure)
        assert says in failure.what
        assert failure.is_temporary
