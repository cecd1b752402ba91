"""An edition as a mail: what a mail program shows, and what nobody can smuggle into it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import DeliveryError
from briefing.model import Edition
from briefing.renderers.mail import mail, mailbox, message_id

NOW = datetime(2026, 11, 22, 7, 0, tzinfo=timezone(timedelta(hours=1)))
TEXT = "“Überblick”\n\n.a line that begins with a dot\nFrom a line that begins with From\n" + "long " * 300 + "\n"
EDITION = Edition("daily", date(2026, 11, 2), "Morning briefing", {"text": TEXT, "mail": "<p>“Überblick”</p>\n"}, 3)
SENDER = "News desk <desk@example.org>"
HEADERS = [
    "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Briefing-Edition", "MIME-Version",
    "Content-Type",
]  # fmt: skip


def parsed(message: EmailMessage) -> EmailMessage:
    """The message as another program reads it from the wire."""
    return message_from_bytes(message.as_bytes(), policy=policy.default)


def content(part: EmailMessage) -> str:
    """A part's text, its line ends as before the journey."""
    return str(part.get_content()).replace("\r\n", "\n")


def sent(edition: Edition = EDITION, recipient: str = "reader@example.com", sender: str = SENDER) -> EmailMessage:
    """The mail of an edition, read back."""
    return parsed(mail(edition, recipient, sender=sender, now=NOW))


def test_the_headers_say_what_it_is() -> None:
    """Every header that a mail of this kind needs, once, and the Date with its zone."""
    message = sent()
    assert sorted(message.keys()) == sorted(HEADERS)
    assert message["From"] == "News desk <desk@example.org>"
    assert message["To"] == "reader@example.com"
    assert message["Subject"] == "Morning briefing, 2 November 2026"
    assert message["Date"] == "Sun, 22 Nov 2026 07:00:00 +0100"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["X-Briefing-Edition"] == "daily/2026-11-02/3"
    assert re.fullmatch(r"<[0-9a-f]{32}@example\.org>", message["Message-ID"])


def test_text_comes_first_and_html_is_the_alternative() -> None:
    """A program shows the last part that it can: the order is RFC 2046's."""
    message = sent()
    assert message.get_content_type() == "multipart/alternative"
    plain, html = message.iter_parts()
    assert (plain.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    assert content(plain) == TEXT
    assert content(html) == "<p>“Überblick”</p>\n"


def test_an_edition_of_before_there_was_an_html_edition_is_sent_as_it_was():
    """Its mail's part was recorded as "html"; of one that has both, the edition for readers stays out of the mail."""
    before = mail(
        replace(EDITION, pages={"text": "x\n", "html": "<p>old</p>\n"}), "a@example.org", sender=SENDER, now=NOW
    )
    both = replace(EDITION, pages={"text": "x\n", "html": "<!DOCTYPE html>", "mail": "<p>new</p>\n"})
    assert [content(part) for part in before.iter_parts()] == ["x\n", "<p>old</p>\n"]
    assert [content(part) for part in mail(both, "a@example.org", sender=SENDER, now=NOW).iter_parts()][
        1
    ] == "<p>new</p>\n"


def test_without_html_it_is_a_text() -> None:
    """A part that is not there leaves no empty wrapping."""
    message = sent(replace(EDITION, pages={"text": TEXT}))
    assert message.get_content_type() == "text/plain"
    assert content(message) == TEXT


def test_every_server_can_carry_it() -> None:
    """ASCII lines of at most 78 characters, ended by CRLF, whatever the page's lines are."""
    data = mail(EDITION, "reader@example.com", sender=SENDER, now=NOW).as_bytes()
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 78
    assert data.isascii()


def test_the_same_arguments_give_the_same_bytes() -> None:
    """A mail that is sent again is the same mail: nothing in it is random."""
    first, second = (mail(EDITION, "reader@example.com", sender=SENDER, now=NOW).as_bytes() for _ in range(2))
    assert first == second


def test_the_message_id_belongs_to_edition_and_address() -> None:
    """Neither the revision nor how the address is written changes it; day, name and address do."""
    ids = [
        message_id(edition, recipient, sender=SENDER)
        for edition, recipient in [
            (EDITION, "reader@example.com"),
            (replace(EDITION, revision=4, title="Other", pages={}), "Reader@Example.com"),
            (EDITION, "A Reader <reader@example.com>"),
            (EDITION, "other@example.com"),
            (replace(EDITION, day=date(2026, 11, 3)), "reader@example.com"),
            (replace(EDITION, name="weekly"), "reader@example.com"),
        ]
    ]
    assert len(set(ids[:3])) == 1
    assert len(set(ids)) == 4


@pytest.mark.parametrize("domain", ["a.org", "a-very-long-name-of-a-domain." * 4 + "example.org"])
def test_a_message_id_stays_whole(domain: str) -> None:
    """However long the domain: an encoded or folded Message-ID is no longer the same."""
    message = mail(EDITION, "reader@example.com", sender=f"desk@{domain}", now=NOW)
    assert f"Message-ID: {message['Message-ID']}\r\n".encode() in message.as_bytes()


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("desk@example.org", "", "desk@example.org"),
        ("  desk@example.org ", "", "desk@example.org"),
        ("<desk@example.org>", "", "desk@example.org"),
        ("News desk <desk@example.org>", "News desk", "desk@example.org"),
        ('"Müller, Jörg" <j.mueller+news@example.org>', "Müller, Jörg", "j.mueller+news@example.org"),
        ("Desk\x1b[31m <desk@example.org>", "Desk⟦U+001B⟧[31m", "desk@example.org"),
    ],
)
def test_names_and_addresses_are_read(text: str, name: str, address: str) -> None:
    """With a name or without, in quotation marks or not."""
    assert (mailbox(text).display_name, mailbox(text).addr_spec) == (name, address)
    (found,) = sent(recipient=text)["To"].addresses
    assert (found.display_name, found.addr_spec) == (name, address)


@pytest.mark.parametrize(
    "text",
    [
        "", "desk", "desk@", "@example.org", "a@b@example.org", "desk@example..org", "desk@.org", ".desk@example.org",
        "de..sk@example.org", "desk@example.org, other@example.org", "desk@example.org)other@example.org",
        "<desk@example.org> <other@example.org>", "desk@example.org\r\nBcc: x@example.org", "de\x00sk@example.org",
        "desk@exa\nmple.org", "desk@exam\x0bple.org", "“desk”@example.org", "desk@müller.example", "Desk <desk>",
        "desk@example.org\u2028x", "a@b" + "<" * 5000, "a" * 65 + "@example.org", "=?utf-8?q?a=0A?=@example.org@",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(text: str) -> None:
    """One that is read differently by another program is none: it could add recipients or headers."""
    with pytest.raises(DeliveryError, match=r"is not a mail address .*; write name@example\.org"):
        mailbox(text)


INJECTIONS = [
    "x\r\nBcc: victim@example.org",
    "x\nBcc: victim@example.org",
    "x\r\n\r\nscript",
    "x\x00y\x1b]0;title\x07",
    "x\u2028Bcc: victim@example.org\u2029\x85\x0b\x0cBcc: y",
    "=?utf-8?q?x=0D=0ABcc:_victim=40example.org?=",
    "=?utf-8?b?eApCY2M6IHZpY3RpbUBleGFtcGxlLm9yZw==?=",
    "=?utf-8?q?=3D=3Futf-8=3Fq=3F=0ABcc:x=3F=3D?=",
    "lone \udcff surrogate",
    "\u202edrowkcab",
]


@pytest.mark.parametrize("text", INJECTIONS)
def test_no_header_is_smuggled_in(text: str) -> None:
    """Through title or names, plain or as an encoded word: the headers are ours, and no line of the head is foreign."""
    message = mail(replace(EDITION, title=text), f"{text} <r@example.org>", sender=f"{text} <s@example.org>", now=NOW)
    head = message.as_bytes().partition(b"\r\n\r\n")[0]
    names = [line.partition(b":")[0].decode() for line in head.split(b"\r\n") if line[:1] not in (b" ", b"\t")]
    assert sorted(names) == sorted(HEADERS)
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|(?<!\r)\n|\r(?!\n)", head)
    back = parsed(message)
    assert [address.addr_spec for address in back["To"].addresses] == ["r@example.org"]
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202e]", back["Subject"])


@settings(max_examples=150, deadline=None)
@given(title=st.text(max_size=120), name=st.text(alphabet=st.characters(exclude_characters="<>"), max_size=40))
def test_any_title_and_name_make_a_mail(title: str, name: str) -> None:
    """The subject reads as it was meant, white space folded, and there is one sender and one recipient."""
    message = mail(replace(EDITION, title=title), f"{name} <r@example.org>", sender=f"{name} <s@example.org>", now=NOW)
    back = parsed(message)
    assert sorted(back.keys()) == sorted(HEADERS)
    assert re.sub(r"\s+", "", back["Subject"]) == re.sub(r"\s+", "", message["Subject"])
    assert [address.addr_spec for address in back["To"].addresses] == ["r@example.org"]
    assert [address.addr_spec for address in back["From"].addresses] == ["s@example.org"]


@settings(max_examples=50, deadline=None)
@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\r")))
def test_any_page_arrives_as_it_is(text: str) -> None:
    """To the character, but for a line end at its end."""
    back = sent(replace(EDITION, pages={"text": text, "mail": text}))
    assert [content(part).removesuffix("\n") for part in back.iter_parts()] == [text.removesuffix("\n")] * 2


def test_the_subject_is_the_editions_own():
    """As it was recorded, on one line whatever it holds; an edition of before has its title and day."""
    pages = {**EDITION.pages, "subject": "Lage, 2. November 2026\nBcc: all@example.org\n"}
    message = mail(replace(EDITION, pages=pages), "a@example.org", sender=SENDER, now=NOW)
    assert message["Subject"] == "Lage, 2. November 2026 Bcc: all@example.org"
    assert message["Bcc"] is None
    assert mail(EDITION, "a@example.org", sender=SENDER, now=NOW)["Subject"] == "Morning briefing, 2 November 2026"
