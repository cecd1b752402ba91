"""Through a real server: what arrives, what is refused, and what nobody can know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefing.credentials import Credentials
from briefing.deliverers.smtp import Smtp
from briefing.errors import DeliveryError, SettingsError
from briefing.settings import Mail
from tests.deliverers.letters import letter
from tests.deliverers.script import Slowly

# The test server does not see that a connection that began with TLS is encrypted.
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")

USER, PASSWORD = "desk", "correct horse"
READERS = ("a@example.com", "b@example.com", "c@example.com")
TEMPORARY, UNCERTAIN, GENERAL = "temporary", "uncertain", "general"


def smtp(host: str, port: int = 0, security: str = "starttls", **options: Any) -> Smtp:
    """The way through this server."""
    return Smtp(Mail(recipients=READERS, host=host, port=port, security=security, **options))


def nothing() -> None:
    """Note nothing."""


def refused(way: Smtp, given: Any = None, *, says: str = ".") -> tuple[set[str], int]:
    """Return the flags with which a letter is refused, and how often it was said to be handed over."""
    told: list[int] = []
    with pytest.raises(DeliveryError, match=says) as caught:
        way(given or letter(), lambda: told.append(1))
    return {name for name in (TEMPORARY, UNCERTAIN, GENERAL) if getattr(caught.value, name)}, len(told)


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    """The password that the server wants."""
    monkeypatch.setenv("BRIEFING_MAIL_PASSWORD", PASSWORD)


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize("login", [False, True], ids=["open", "login"])
def test_a_letter_arrives_encrypted_and_whole(
    security: str, login: bool, mailbox: Any, serve: Callable[..., int], authority: Any
) -> None:
    """With STARTTLS or TLS, with and without AUTH: one recipient, the same bytes, lines of dots too."""
    context = authority.context("localhost")
    tls = {"tls_context": context, "require_starttls": True} if security == "starttls" else {"ssl_context": context}
    port = serve(mailbox, login=login, **tls)
    way = smtp("localhost", port, security, user=USER if login else "", ca_file=authority.file)
    way(letter(), nothing)
    way.close()
    (envelope,) = mailbox.taken
    assert mailbox.encrypted == [True]
    assert (envelope.mail_from, envelope.rcpt_tos) == ("desk@example.org", ["a@example.com"])
    assert envelope.original_content == letter().data


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize("trusted", [False, True], ids=["unknown authority", "other name"])
def test_a_server_that_cannot_prove_its_name_gets_nothing(
    security: str, trusted: bool, mailbox: Any, serve: Callable[..., int], authority: Any
) -> None:
    """A certificate by an unknown authority, or for another name, ends it: neither password nor letter is sent."""
    context = authority.context("mail.example.org" if trusted else "localhost")
    tls = {"tls_context": context} if security == "starttls" else {"ssl_context": context}
    port = serve(mailbox, login=True, **tls)
    attempt = smtp("localhost", port, security, user=USER, ca_file=authority.file if trusted else "")
    assert refused(attempt, says=r"its certificate is not trusted: .*; see mail\.host") == ({GENERAL}, 0)
    assert mailbox.taken == []


def test_a_wrong_password_is_told_with_the_servers_words(
    mailbox: Any, serve: Callable[..., int], authority: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And never shows the password; no other letter would fare better."""
    monkeypatch.setenv("BRIEFING_MAIL_PASSWORD", "wrong-canary")
    port = serve(mailbox, login=True, tls_context=authority.context("localhost"))
    way = smtp("localhost", port, user=USER, ca_file=authority.file)
    with pytest.raises(DeliveryError, match=r"535 5\.7\.8 .* \(see mail.user, and its password: ") as caught:
        way(letter(), nothing)
    assert "canary" not in str(caught.value)
    assert (caught.value.temporary, caught.value.general) == (False, True)
    assert mailbox.taken == []


@pytest.mark.parametrize("value", ["", "pässword-canary"])
def test_a_password_that_is_missing_or_cannot_be_sent_is_asked_for(
    value: str, mailbox: Any, serve: Callable[..., int], authority: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The variable is named, and what it holds is not shown."""
    monkeypatch.setenv("BRIEFING_MAIL_PASSWORD", value)
    port = serve(mailbox, login=True, tls_context=authority.context("localhost"))
    with pytest.raises(DeliveryError, match="BRIEFING_MAIL_PASSWORD") as caught:
        smtp("localhost", port, user=USER, ca_file=authority.file)(letter(), nothing)
    assert "canary" not in str(caught.value)
    assert not caught.value.temporary
    assert "canary" not in repr(caught.value.__cause__)


def test_a_password_in_a_file_of_the_users_serves_as_well(
    mailbox: Any, serve: Callable[..., int], authority: Any, tmp_path: Path
) -> None:
    """The server takes it; nothing stands in the environment."""
    file = tmp_path / "netrc"
    file.write_text(f'machine localhost login {USER} password "{PASSWORD}"')
    file.chmod(0o600)
    port = serve(mailbox, login=True, tls_context=authority.context("localhost"))
    settings = Mail(recipients=READERS, host="localhost", port=port, user=USER, ca_file=authority.file)
    Smtp(settings, Credentials({}, str(file)))(letter(), nothing)
    assert len(mailbox.taken) == 1


@pytest.mark.parametrize("command", ["AUTH", "RCPT", "."])
def test_a_server_that_echoes_the_password_is_not_quoted_with_it(command: str, scripted: Callable[..., Any]) -> None:
    """Neither in words nor as it was sent, nor in what hangs on the error; whenever it does so."""
    echo = b"535 no: correct horse, AGRlc2sAY29ycmVjdCBob3JzZQ=="
    server = scripted({"EHLO": b"250-localhost\r\n250 AUTH PLAIN", "AUTH": b"235 OK", command: echo})
    with pytest.raises(DeliveryError, match=r"535 no: …, …") as caught:
        smtp("localhost", server.port, "none", user=USER, timeout=5)(letter(), nothing)
    assert caught.value.__cause__ is None


OFFERS = b"250-localhost\r\n250-STARTTLS\r\n250 AUTH PLAIN"
BEFORE: list[tuple[str, dict[str, Any], str, set[str]]] = [
    ("busy", {"banner": b"421 too many"}, "421 too many", {TEMPORARY, GENERAL}),
    ("closed", {"banner": b"554 no service"}, "554 no service", {GENERAL}),
    ("not SMTP", {"banner": b"HTTP/1.1 400 Bad"}, "no SMTP answer: .* 400 Bad", {TEMPORARY, GENERAL}),
    ("hangs up", {"banner": None}, "closed", {TEMPORARY, GENERAL}),
    ("silent at once", {"banner": b""}, "silent for 0.3 seconds", {TEMPORARY, GENERAL}),
    ("silent at EHLO", {"EHLO": b""}, "silent for 0.3 seconds", {TEMPORARY, GENERAL}),
    ("drips", {"EHLO": Slowly(b"250-" + b"x" * 100)}, r"a letter may take 1\.2 seconds", {TEMPORARY, GENERAL}),
    ("refuses TLS", {"STARTTLS": b"454 not now"}, "454 not now", {TEMPORARY, GENERAL}),
    ("not logged in", {"EHLO": OFFERS, "AUTH": b"454 later"}, "454 later .see mail.user", {TEMPORARY, GENERAL}),
    ("login refused", {"EHLO": OFFERS, "AUTH": b"535 no"}, "535 no .see mail.user", {GENERAL}),
    ("sender deferred", {"MAIL": b"450 later"}, "450 later", {TEMPORARY}),
    ("sender refused", {"MAIL": b"530 log in first"}, "530 log in first", {GENERAL}),
    ("too large", {"MAIL": b"552 too big"}, "552 too big", set()),
    ("silent at the sender", {"MAIL": b""}, "silent for 0.3 seconds", {TEMPORARY, GENERAL}),
    ("recipient unknown", {"RCPT": b"550-5.1.1 no\r\n550 5.1.1 such user"}, "550 5.1.1 no 5.1.1 such user", set()),
    ("greylisted", {"RCPT": b"451 4.7.1 in five minutes"}, "451 4.7.1 in five minutes", {TEMPORARY}),
    ("going down", {"RCPT": b"421 going down"}, "421 going down", {TEMPORARY, GENERAL}),
    ("hangs up at the recipient", {"RCPT": None}, "closed", {TEMPORARY, GENERAL}),
    ("garbage", {"RCPT": b"what?"}, "no SMTP answer", {TEMPORARY, GENERAL}),
    ("escape sequences", {"RCPT": b"550 \x1b]0;x\x07 no"}, "550 ⟦U\\+001B⟧]0;x⟦U\\+0007⟧ no", set()),
    ("data deferred", {"DATA": b"451 later"}, "451 later", {TEMPORARY}),
    ("data refused", {"DATA": b"554 no"}, "554 no", set()),
    ("hangs up before the message", {"DATA": None}, "closed", {TEMPORARY, GENERAL}),
    ("silent before the message", {"DATA": b""}, "silent for 0.3 seconds", {TEMPORARY, GENERAL}),
]
AFTER: list[tuple[str, Any, str, set[str]]] = [
    ("deferred", b"451 4.3.0 disk full", "451 4.3.0 disk full", {TEMPORARY}),
    ("refused", b"552 too big", "552 too big", set()),
    ("going down", b"421 going down", "421 going down", {TEMPORARY, GENERAL}),
    ("hangs up", None, "no answer after the message was handed over: .*closed", {UNCERTAIN}),
    ("silent", b"", "no answer after the message was handed over: timed out", {UNCERTAIN, GENERAL}),
    ("drips", Slowly(b"250 " + b"x" * 100), "no answer after .*: timed out", {UNCERTAIN, GENERAL}),
    ("garbage", b"what?", "no clear answer after .*no SMTP answer", {UNCERTAIN}),
    ("endless", b"299" + b"x" * 10_000, "no answer after", {UNCERTAIN}),
    ("more", b"354 more", "no clear answer after .*354 more", {UNCERTAIN}),
]


@pytest.mark.parametrize(("replies", "says", "flags"), [f[1:] for f in BEFORE], ids=[f[0] for f in BEFORE])
def test_what_goes_wrong_before_the_message_has_sent_nothing(
    replies: dict[str, Any], says: str, flags: set[str], scripted: Callable[..., Any], authority: Any
) -> None:
    """Where, what the server said, whether another try can help, and whether any other letter would fare better."""
    server = scripted(replies, authority.context("localhost"))
    user = USER if "AUTH" in replies else ""
    way = smtp("localhost", server.port, user=user, timeout=0.3, ca_file=authority.file)
    assert refused(way, says=rf"^localhost:{server.port}: .*{says}") == (flags, 0)
    assert server.messages == []
    assert set(server.in_the_open) <= {"EHLO", "STARTTLS"}


@pytest.mark.parametrize(("reply", "says", "flags"), [f[1:] for f in AFTER], ids=[f[0] for f in AFTER])
def test_what_goes_wrong_after_the_message_is_called_what_it_is(
    reply: Any, says: str, flags: set[str], scripted: Callable[..., Any], authority: Any
) -> None:
    """A refusal is one; where no clear answer comes, neither sent nor refused can be claimed."""
    server = scripted({".": reply}, authority.context("localhost"))
    way = smtp("localhost", server.port, timeout=0.3, ca_file=authority.file)
    assert refused(way, says=rf"^localhost:{server.port}: .*{says}") == (flags, 1)
    assert len(server.messages) == 1
    assert set(server.in_the_open) <= {"EHLO", "STARTTLS"}


def test_a_line_that_breaks_within_the_message_has_handed_nothing_over(scripted: Callable[..., Any]) -> None:
    """Without its final dot no server may take it: it can be tried again."""
    server = scripted({"DATA": b"354 go on\r\n", ".": b"250 taken"})
    large = letter(data=letter().data + b"x" * 70 + b"\r\n" + b"line\r\n" * 4_000_000)
    way = smtp("localhost", server.port, "none", timeout=5)
    told: list[int] = []

    def hang_up() -> None:
        told.append(1)
        server.hang_up()

    with pytest.raises(DeliveryError, match="the line broke within the message") as caught:
        way(large, hang_up)
    assert (caught.value.temporary, caught.value.uncertain, caught.value.general) == (True, False, True)
    assert (told, server.messages) == ([1], [])


@pytest.mark.parametrize("replies", [{"QUIT": None}, {"QUIT": b"500 no"}, {"QUIT": b""}, {"EHLO": b"500 HELO!"}])
def test_what_goes_wrong_around_a_taken_message_does_not_matter(
    replies: dict[str, bytes | None], scripted: Callable[..., Any]
) -> None:
    """A failing goodbye is no failure: to send again would be to send twice."""
    server = scripted(replies)
    way = smtp("localhost", server.port, "none", timeout=1)
    way(letter(), nothing)
    way.close()
    assert len(server.messages) == 1


def test_a_slow_server_gets_its_time(scripted: Callable[..., Any]) -> None:
    """What comes byte by byte is an answer, if it ends; after the message a silence is suffered for longer."""
    server = scripted({"MAIL": Slowly(b"250 OK\r\n"), ".": Slowly(b"250 OK\r\n", first=1.5)})
    smtp("localhost", server.port, "none", timeout=1)(letter(), nothing)
    assert len(server.messages) == 1


TLS_FAULTS: list[tuple[str, str, dict[str, bytes | None], str, set[str]]] = [
    ("not offered", "starttls", {}, "STARTTLS extension not supported by server; see mail.security", {GENERAL}),
    ("not TLS", "starttls", {"EHLO": b"250-localhost\r\n250 STARTTLS", "": b"220 x"}, "no TLS .*; see mail", {GENERAL}),
    ("hangs up", "starttls", {"EHLO": b"250-x\r\n250 STARTTLS", "STARTTLS": None}, "closed", {GENERAL, TEMPORARY}),
    ("plain server", "tls", {}, "no TLS .*; see mail.security and mail.port", {GENERAL}),
    ("silent", "tls", {"banner": b""}, "timed out: silent for 0.5 seconds", {GENERAL, TEMPORARY}),
]


@pytest.mark.parametrize(
    ("security", "replies", "says", "flags"), [f[1:] for f in TLS_FAULTS], ids=[f[0] for f in TLS_FAULTS]
)
def test_nothing_is_said_in_the_open_where_privacy_was_asked_for(
    security: str, replies: dict[str, bytes | None], says: str, flags: set[str], scripted: Callable[..., Any]
) -> None:
    """Not even the sender: a server, or someone in between, that offers no TLS gets no mail and no password."""
    server = scripted(replies)
    assert refused(smtp("localhost", server.port, security, user=USER, timeout=0.5), says=says) == (flags, 0)
    assert not {"MAIL", "AUTH", "."} & set(server.heard)


def test_what_was_slipped_in_before_tls_is_forgotten(scripted: Callable[..., Any], authority: Any) -> None:
    """Somebody in between cannot answer for the server (CVE-2011-0411), nor make it look as if it could do less."""
    slipped = b"220 go on\r\n250-localhost\r\n250 AUTH PLAIN"
    server = scripted({"STARTTLS": slipped, "EHLO": [OFFERS, b"250 localhost"]}, authority.context("localhost"))
    way = smtp("localhost", server.port, user=USER, timeout=5, ca_file=authority.file)
    assert refused(way, says="AUTH extension not supported") == ({GENERAL}, 0)
    assert server.heard == ["EHLO", "STARTTLS", "EHLO"]


def test_a_server_that_is_not_there_may_come_back() -> None:
    """Connection refused is worth another try."""
    assert refused(smtp("localhost", 9, "none"), says="^localhost:9: Connection refused") == ({TEMPORARY, GENERAL}, 0)


@pytest.mark.parametrize("host", ["no-such-host.invalid", "x" * 70 + ".invalid", "a\x00b"])
def test_a_name_that_leads_nowhere_is_told(host: str) -> None:
    """Whatever the resolver makes of it."""
    assert GENERAL in refused(smtp(host, security="none", timeout=2), says=":25: ")[0]


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_an_authority_that_cannot_be_read_is_named(content: str | None, tmp_path: Path) -> None:
    """The file and the setting."""
    file = tmp_path / "ca.pem"
    if content:
        file.write_text(content)
    way = smtp("localhost", 9, "tls", ca_file=str(file))
    assert refused(way, says=r"ca\.pem: not a certificate .* mail\.ca_file") == ({GENERAL}, 0)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"host": ""}, "mail.host"),
        ({"host": "mail.example.org", "security": "none", "user": "desk"}, "no password goes in the open"),
    ],
)
def test_settings_that_cannot_be_meant_are_refused(options: dict[str, str], says: str) -> None:
    """Before anything is connected."""
    with pytest.raises(SettingsError, match=says):
        smtp(**options)


def test_without_recipients_no_server_is_needed() -> None:
    """A briefing need not be mailed."""
    assert Smtp(Mail()).mail.host == ""


def test_letters_share_a_connection(scripted: Callable[..., Any], authority: Any) -> None:
    """One for all, also where one of them is refused: it leaves nothing behind."""
    server = scripted({"RCPT": [b"250 OK", b"550 no", b"250 OK"]}, authority.context("localhost"))
    way = smtp("localhost", server.port, timeout=5, ca_file=authority.file)
    way(letter("a@example.com"), nothing)
    assert refused(way, letter("b@example.com"), says="550 no") == (set(), 0)
    way(letter("c@example.com"), nothing)
    way.close()
    assert server.connections == 1
    assert server.heard.count("MAIL") == server.heard.count("RSET") + 1 == 3
    assert [b"<a.22@" in server.messages[0], b"<c.22@" in server.messages[1]] == [True, True]
    assert server.heard[-1] == "QUIT"


@pytest.mark.parametrize("reply", [b"421 idle for too long", None, b""], ids=["421", "closed", "silent"])
@pytest.mark.parametrize("command", ["RSET", "MAIL", "RCPT", "DATA"])
def test_a_connection_that_is_used_up_is_made_anew(command: str, reply: Any, scripted: Callable[..., Any]) -> None:
    """Closed while it was idle, or after as many letters as the server likes: each arrives, and none twice."""
    usual = {"RSET": b"250 OK", "MAIL": b"250 OK", "RCPT": b"250 OK", "DATA": b"354 go on"}[command]
    server = scripted({command: [reply] if command == "RSET" else [usual, reply, usual]})
    way = smtp("localhost", server.port, "none", timeout=1)
    told: list[int] = []
    for reader in ("a@example.com", "b@example.com"):
        way(letter(reader), lambda: told.append(len(server.messages)))
    assert told == [0, 1]
    assert server.connections == 2
    assert len(server.messages) == 2


@pytest.mark.parametrize("reply", [b"421 going down", None, b"", b"what?"], ids=["421", "closed", "silent", "garbage"])
def test_what_was_handed_over_is_never_handed_over_again(reply: Any, scripted: Callable[..., Any]) -> None:
    """On a connection that was kept, too; the letter after it gets one of its own."""
    server = scripted({".": [b"250 taken", reply, b"250 taken"]})
    way = smtp("localhost", server.port, "none", timeout=1)
    way(letter("a@example.com"), nothing)
    assert refused(way, letter("b@example.com"))[1] == 1
    assert server.connections == 1
    way(letter("c@example.com"), nothing)
    assert (server.connections, len(server.messages)) == (2, 3)


def test_a_server_that_is_gone_for_good_is_asked_once_more_and_no_further(scripted: Callable[..., Any]) -> None:
    """A connection that was just made is not replaced."""
    server = scripted({"MAIL": [b"250 OK", b"421 no more"]})
    way = smtp("localhost", server.port, "none", timeout=5)
    way(letter(), nothing)
    assert refused(way, says="421 no more") == ({TEMPORARY, GENERAL}, 0)
    assert server.connections == 2


def test_a_letter_that_is_larger_than_the_server_takes_is_not_offered(scripted: Callable[..., Any]) -> None:
    """Both sizes are said, and other letters go."""
    server = scripted({"EHLO": b"250-localhost\r\n250 SIZE 1000"})
    way = smtp("localhost", server.port, "none", timeout=5)
    large = letter(data=letter().data + b"line\r\n" * 200)
    says = rf"the letter has {len(large.data):,} bytes, and the server takes no more than 1,000; attach less"
    assert refused(way, large, says=says) == (set(), 0)
    way(letter(), nothing)
    assert (server.connections, server.heard.count("MAIL")) == (1, 1)
    assert f"MAIL FROM:<desk@example.org> SIZE={len(letter().data)}" in server.lines


def test_an_address_of_other_letters_goes_where_the_server_knows_them(scripted: Callable[..., Any]) -> None:
    """A domain is told in ASCII, and needs nothing; what stands before the @ needs SMTPUTF8, and so do headers."""
    able = scripted({"EHLO": b"250-localhost\r\n250-8BITMIME\r\n250 SMTPUTF8"})
    way = smtp("localhost", able.port, "none", timeout=5)
    way(letter("anna@bücher.example"), nothing)
    way(letter("анна@bücher.example"), nothing)
    way(letter(data="To: анна@x.example\r\n\r\nx\r\n".encode()), nothing)
    assert [line for line in able.lines if line.startswith(("MAIL", "RCPT"))] == [
        "MAIL FROM:<desk@example.org>",
        "RCPT TO:<anna@xn--bcher-kva.example>",
        "MAIL FROM:<desk@example.org> SMTPUTF8",
        "RCPT TO:<анна@xn--bcher-kva.example>",
        "MAIL FROM:<desk@example.org> BODY=8BITMIME SMTPUTF8",
        "RCPT TO:<a@example.com>",
    ]
    unable = smtp("localhost", scripted({}).port, "none", timeout=5)
    unable(letter("anna@bücher.example"), nothing)
    assert refused(unable, letter("анна@x.example"), says=r"letters beyond ASCII before the @ \(SMTPUTF8\)") == (
        set(),
        0,
    )
    eight = replace(letter(), data=letter().data + "é\r\n".encode())
    assert refused(unable, eight, says=r"bytes beyond ASCII \(8BITMIME\)") == (set(), 0)


@pytest.mark.parametrize("address", ["a@x.example>\r\nDATA", "a@x.example,b@x.example", "a b@x.example", "a", "@x", ""])
@pytest.mark.parametrize("who", ["sender", "recipient"])
def test_an_address_is_one_address(who: str, address: str, scripted: Callable[..., Any]) -> None:
    """Whatever else it might say to a server is not said."""
    server = scripted({})
    way = smtp("localhost", server.port, "none", timeout=5)
    assert refused(way, replace(letter(), **{who: address}), says="is not an address") == (set(), 0)
    assert server.heard == []


def test_what_raises_before_the_message_ends_the_connection(scripted: Callable[..., Any]) -> None:
    """The server waits for a message: what came next would be taken for it."""
    server = scripted({})
    way = smtp("localhost", server.port, "none", timeout=5)

    def full() -> None:
        raise OSError("disk full")

    with pytest.raises(OSError, match=r"^disk full$"):
        way(letter("a@example.com"), full)
    way(letter("b@example.com"), nothing)
    assert server.connections == 2
    assert [b"<b.22@" in message for message in server.messages] == [True]


def test_one_unknown_recipient_does_not_hold_up_the_rest(
    mailbox: Any, serve: Callable[..., int], authority: Any
) -> None:
    """Two of three arrive; the third is told with the server's words."""
    mailbox.to = {"b@example.com": "550 5.1.1 no such user here"}
    port = serve(mailbox, tls_context=authority.context("localhost"), require_starttls=True)
    way = smtp("localhost", port, ca_file=authority.file)
    way(letter("a@example.com"), nothing)
    assert refused(way, letter("b@example.com"), says=f"localhost:{port}: 550 5.1.1 no such user here") == (set(), 0)
    way(letter("c@example.com"), nothing)
    assert [envelope.rcpt_tos for envelope in mailbox.taken] == [["a@example.com"], ["c@example.com"]]
