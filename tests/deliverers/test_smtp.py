"""Through a real server: what arrives, what is refused, and what nobody can know."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from briefing import post
from briefing.credentials import Credentials
from briefing.deliverers.smtp import Smtp
from briefing.errors import DeliveryError, SettingsError
from briefing.model import Edition
from briefing.records.state import opened
from briefing.renderers.mail import mail
from briefing.settings import Mail

# The test server does not see that a connection that began with TLS is encrypted.
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")

NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
TEXT = "“Überblick”\n.a dot\n..two dots\n.\n\nend\n"
EDITION = Edition("daily", date(2026, 11, 22), "Morning briefing", {"text": TEXT, "mail": "<p>.</p>\n"}, 1)
USER, PASSWORD = "desk", "correct horse"
READERS = ("a@example.com", "b@example.com", "c@example.com")


def letter(recipient: str = "a@example.com") -> EmailMessage:
    """The mail of the edition."""
    return mail(EDITION, recipient, sender="Desk <desk@example.org>", now=NOW)


def smtp(host: str, port: int = 0, security: str = "starttls", **options: Any) -> Smtp:
    """The way through this server."""
    return Smtp(Mail(recipients=READERS, host=host, port=port, security=security, **options))


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    """The password that the server wants."""
    monkeypatch.setenv("BRIEFING_MAIL_PASSWORD", PASSWORD)


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize("login", [False, True], ids=["open", "login"])
def test_a_mail_arrives_encrypted_and_whole(
    security: str, login: bool, mailbox: Any, serve: Callable[..., int], authority: Any
) -> None:
    """With STARTTLS or TLS, with and without AUTH: one recipient, the same bytes, lines of dots too."""
    context = authority.context("localhost")
    tls = {"tls_context": context, "require_starttls": True} if security == "starttls" else {"ssl_context": context}
    port = serve(mailbox, login=login, **tls)
    smtp("localhost", port, security, user=USER if login else "", ca_file=authority.file)(letter())
    (envelope,) = mailbox.taken
    assert mailbox.encrypted == [True]
    assert (envelope.mail_from, envelope.rcpt_tos) == ("desk@example.org", ["a@example.com"])
    assert envelope.original_content == letter().as_bytes()
    plain, _ = message_from_bytes(envelope.original_content, policy=policy.default).iter_parts()
    assert plain.get_content().replace("\r\n", "\n") == TEXT


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize("trusted", [False, True], ids=["unknown authority", "other name"])
def test_a_server_that_cannot_prove_its_name_gets_nothing(
    security: str, trusted: bool, mailbox: Any, serve: Callable[..., int], authority: Any
) -> None:
    """A certificate by an unknown authority, or for another name, ends it: neither password nor mail is sent."""
    context = authority.context("mail.example.org" if trusted else "localhost")
    tls = {"tls_context": context} if security == "starttls" else {"ssl_context": context}
    port = serve(mailbox, login=True, **tls)
    attempt = smtp("localhost", port, security, user=USER, ca_file=authority.file if trusted else "")
    with pytest.raises(DeliveryError, match=r"its certificate is not trusted: .*; see mail\.host") as e:
        attempt(letter())
    assert not e.value.temporary
    assert mailbox.taken == []


def test_a_wrong_password_is_told_with_the_servers_words(
    mailbox: Any, serve: Callable[..., int], authority: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And never shows the password."""
    monkeypatch.setenv("BRIEFING_MAIL_PASSWORD", "wrong-canary")
    port = serve(mailbox, login=True, tls_context=authority.context("localhost"))
    with pytest.raises(DeliveryError, match=r"535 5\.7\.8 .* \(see mail.user and BRIEFING_MAIL_PASSWORD\)") as caught:
        smtp("localhost", port, user=USER, ca_file=authority.file)(letter())
    assert "canary" not in str(caught.value)
    assert not caught.value.temporary
    assert mailbox.taken == []


@pytest.mark.parametrize("value", ["", "pässword-canary"])
def test_a_password_that_is_missing_or_cannot_be_sent_is_asked_for(
    value: str, mailbox: Any, serve: Callable[..., int], authority: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The variable is named, and what it holds is not shown."""
    monkeypatch.setenv("BRIEFING_MAIL_PASSWORD", value)
    port = serve(mailbox, login=True, tls_context=authority.context("localhost"))
    with pytest.raises(DeliveryError, match="BRIEFING_MAIL_PASSWORD") as caught:
        smtp("localhost", port, user=USER, ca_file=authority.file)(letter())
    assert "canary" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_password_in_a_file_of_the_users_serves_as_well(
    mailbox: Any, serve: Callable[..., int], authority: Any, tmp_path: Path
) -> None:
    """The server takes it; nothing stands in the environment."""
    file = tmp_path / "netrc"
    file.write_text(f'machine localhost login {USER} password "{PASSWORD}"')
    file.chmod(0o600)
    port = serve(mailbox, login=True, tls_context=authority.context("localhost"))
    settings = Mail(recipients=READERS, host="localhost", port=port, user=USER, ca_file=authority.file)
    Smtp(settings, Credentials({}, str(file)))(letter())
    assert len(mailbox.taken) == 1


def test_a_server_that_echoes_the_password_is_not_quoted_with_it(scripted: Callable[..., Any]) -> None:
    """Neither in words nor as it was sent, nor in what hangs on the error."""
    echo = b"535 no: correct horse, AGRlc2sAY29ycmVjdCBob3JzZQ=="
    server = scripted({"EHLO": b"250-localhost\r\n250 AUTH PLAIN", "AUTH": echo})
    with pytest.raises(DeliveryError, match=r"535 no: …, … \(see mail\.user and BRIEFING_MAIL_PASSWORD\)") as caught:
        smtp("localhost", server.port, "none", user=USER, timeout=5)(letter())
    assert caught.value.__cause__ is None


FAULTS: list[tuple[str, dict[str, bytes | None], str, bool]] = [
    ("busy", {"banner": b"421 too many"}, "421 too many", True),
    ("closed", {"banner": b"554 no service"}, "554 no service", False),
    ("not SMTP", {"banner": b"HTTP/1.1 400 Bad Request"}, "no SMTP answer: .* 400 Bad Request", True),
    ("hangs up", {"banner": None}, "closed", True),
    ("silent at once", {"banner": b""}, "timed out", True),
    ("silent at EHLO", {"EHLO": b""}, "timed out", True),
    ("sender deferred", {"MAIL": b"450 later"}, "450 later", True),
    ("sender refused", {"MAIL": b"530 log in first"}, "530 log in first", False),
    ("recipient unknown", {"RCPT": b"550-5.1.1 no\r\n550 5.1.1 such user"}, "550 5.1.1 no 5.1.1 such user", False),
    ("greylisted", {"RCPT": b"451 4.7.1 in five minutes"}, "451 4.7.1 in five minutes", True),
    ("hangs up at the recipient", {"RCPT": None}, "closed", True),
    ("data deferred", {"DATA": b"451 later"}, "451 later", True),
    ("data refused", {"DATA": b"554 no"}, "554 no", False),
    ("hangs up before the message", {"DATA": None}, "closed", True),
    ("silent before the message", {"DATA": b""}, "timed out", True),
    ("message deferred", {".": b"451 4.3.0 disk full"}, "451 4.3.0 disk full", True),
    ("message refused", {".": b"552 too big"}, "552 too big", False),
    ("escape sequences", {"RCPT": b"550 \x1b]0;x\x07 no"}, "550 ⟦U\\+001B⟧]0;x⟦U\\+0007⟧ no", False),
]


@pytest.mark.parametrize(("replies", "says", "temporary"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_a_refusal_is_told_with_the_servers_words(
    replies: dict[str, bytes | None], says: str, temporary: bool, scripted: Callable[..., Any]
) -> None:
    """Where, what the server said, and whether another try can help (4xx and broken lines) or not (5xx)."""
    server = scripted(replies)
    with pytest.raises(DeliveryError, match=rf"^localhost:{server.port}: .*{says}") as caught:
        smtp("localhost", server.port, "none", timeout=0.3)(letter())
    assert (caught.value.temporary, caught.value.uncertain) == (temporary, False)


@pytest.mark.parametrize("reply", [None, b"", b"what?", b"299" + b"x" * 10_000, b"354 more"])
def test_a_line_that_breaks_after_the_message_leaves_it_uncertain(
    reply: bytes | None, scripted: Callable[..., Any]
) -> None:
    """The server may have taken it: neither sent nor refused can be claimed."""
    server = scripted({".": reply})
    with pytest.raises(DeliveryError, match="answer after the message was handed over") as caught:
        smtp("localhost", server.port, "none", timeout=0.3)(letter())
    assert caught.value.uncertain
    assert server.heard[-1] == "."


@pytest.mark.parametrize("replies", [{"QUIT": None}, {"QUIT": b"500 no"}, {"QUIT": b""}, {"EHLO": b"500 HELO!"}])
def test_what_goes_wrong_around_a_taken_message_does_not_matter(
    replies: dict[str, bytes | None], scripted: Callable[..., Any]
) -> None:
    """A failing goodbye is no failure: to send again would be to send twice."""
    server = scripted(replies)
    smtp("localhost", server.port, "none", timeout=0.3)(letter())
    assert server.heard.count(".") == 1


TLS_FAULTS: list[tuple[str, str, dict[str, bytes | None], str]] = [
    ("not offered", "starttls", {}, "STARTTLS extension not supported by server; see mail.security"),
    ("refused", "starttls", {"EHLO": b"250-localhost\r\n250 STARTTLS", "STARTTLS": b"454 not now"}, "454 not now"),
    ("not TLS", "starttls", {"EHLO": b"250-localhost\r\n250 STARTTLS", "": b"220 x"}, "no TLS .*; see mail.security"),
    ("plain server", "tls", {}, "no TLS .*; see mail.security and mail.port"),
]


@pytest.mark.parametrize(("security", "replies", "says"), [f[1:] for f in TLS_FAULTS], ids=[f[0] for f in TLS_FAULTS])
def test_nothing_is_said_in_the_open_where_privacy_was_asked_for(
    security: str, replies: dict[str, bytes | None], says: str, scripted: Callable[..., Any]
) -> None:
    """Not even the sender: a server, or someone in between, that offers no TLS gets no mail and no password."""
    server = scripted(replies)
    with pytest.raises(DeliveryError, match=says):
        smtp("localhost", server.port, security, user=USER, timeout=0.5)(letter())
    assert not {"MAIL", "AUTH", "."} & set(server.heard)


def test_a_server_that_is_not_there_may_come_back() -> None:
    """Connection refused is worth another try."""
    with pytest.raises(DeliveryError, match=r"^localhost:9: Connection refused") as caught:
        smtp("localhost", 9, "none")(letter())
    assert caught.value.temporary


@pytest.mark.parametrize("host", ["no-such-host.invalid", "x" * 70 + ".invalid", "a\x00b"])
def test_a_name_that_leads_nowhere_is_told(host: str) -> None:
    """Whatever the resolver makes of it."""
    with pytest.raises(DeliveryError, match=":25: "):
        smtp(host, security="none", timeout=2)(letter())


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_an_authority_that_cannot_be_read_is_named(content: str | None, tmp_path: Path) -> None:
    """The file and the setting."""
    file = tmp_path / "ca.pem"
    if content:
        file.write_text(content)
    with pytest.raises(DeliveryError, match=r"ca\.pem: not a certificate .* mail\.ca_file"):
        smtp("localhost", 9, "tls", ca_file=str(file))(letter())


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


def test_one_unknown_recipient_does_not_hold_up_the_rest(
    mailbox: Any, serve: Callable[..., int], authority: Any, tmp_path: Path
) -> None:
    """Two of three arrive; the third is reported with the server's words and is tried again; the two are not."""
    mailbox.to = {"b@example.com": "550 5.1.1 no such user here"}
    port = serve(mailbox, tls_context=authority.context("localhost"), require_starttls=True)
    settings = Mail(sender="desk@example.org", recipients=READERS)
    with opened(tmp_path) as records:
        records.record(EDITION, at=NOW)
        room = post.Mailroom(settings, records, smtp("localhost", port, ca_file=authority.file))
        first, second = post.send(EDITION, room, now=NOW), post.send(EDITION, room, now=NOW)
    assert [delivery.recipient for delivery in first.sent] == ["a@example.com", "c@example.com"]
    assert [d.words for d in first.refused] == [f"localhost:{port}: 550 5.1.1 no such user here"]
    assert [delivery.recipient for delivery in second.tried] == ["b@example.com"]
    assert [envelope.rcpt_tos for envelope in mailbox.taken] == [["a@example.com"], ["c@example.com"]]
