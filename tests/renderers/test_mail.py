"""An edition as a mail: what a mail program shows, and what nobody can smuggle into it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from email import message_from_string, policy
from email.errors import MessageError
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import DeliveryError
from briefing.model import Edition, Recipient, Rendered
from briefing.renderers.mail import is_continued, letter, mail, mailbox, message_id
from briefing.settings import Mail

NOW = datetime(2026, 11, 22, 7, 0, tzinfo=timezone(timedelta(hours=1)))
TEXT = "“Überblick”\n\n.a line that begins with a dot\nFrom a line that begins with From\n" + "long " * 300 + "\n"
PAGES = {"text": TEXT, "mail": "<p>“Überblick”</p>\n"}
EDITION = Edition("daily", date(2026, 11, 2), "Morning briefing", PAGES, 3)
SENDER = "News desk <desk@example.org>"
HEADERS = [
    "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Briefing-Edition", "MIME-Version",
    "Content-Type",
]  # fmt: skip


def parsed(data: bytes) -> EmailMessage:
    """The message as another program reads it from the wire; its head may be UTF-8 (RFC 6532)."""
    return message_from_string(data.decode(), policy=policy.default)


def content(part: EmailMessage) -> str:
    """A part's text, its line ends as before the journey."""
    return str(part.get_content()).replace("\r\n", "\n")


def wire(
    edition: Edition = EDITION,
    recipient: Recipient | str = "reader@example.com",
    pages: Mapping[str, Rendered] | None = None,
    *,
    thread: str = "",
    **set_otherwise: object,
) -> bytes:
    """The bytes of an edition's mail."""
    to = Recipient(recipient) if isinstance(recipient, str) else recipient
    said = Mail(**{"sender": SENDER, **set_otherwise})
    return letter(mail(edition, to, edition.pages if pages is None else pages, said, now=NOW, thread=thread))


def sent(*arguments, **named) -> EmailMessage:
    """The mail of an edition, read back."""
    return parsed(wire(*arguments, **named))


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
    before = sent(pages={"text": "x\n", "html": "<p>old</p>\n"})
    both = sent(pages={"text": "x\n", "html": "<!DOCTYPE html>", "mail": "<p>new</p>\n"})
    assert [content(part) for part in before.iter_parts()] == ["x\n", "<p>old</p>\n"]
    assert [content(part) for part in both.iter_parts()] == ["x\n", "<p>new</p>\n"]


def test_without_html_it_is_a_text() -> None:
    """A part that is not there leaves no empty wrapping."""
    message = sent(replace(EDITION, pages={"text": TEXT}))
    assert message.get_content_type() == "text/plain"
    assert content(message) == TEXT


@pytest.mark.parametrize("name", ["x, all@evil.example; ", "a (b) [c] 'd', ", "w", "é, a@b.example ", "a: b; ", '"'])
@pytest.mark.parametrize("length", [5, 38, 60, 75, 200])
@pytest.mark.parametrize("address", ["desk@example.org", f"{'d' * 60}@{'e' * 60}.{'f' * 60}.org"])
def test_a_name_stays_a_name_however_long(name: str, length: int, address: str) -> None:
    """The standard library writes long ones without quotation marks: then a comma in one begins another address."""
    text = (name * 200)[:length].strip()
    message = sent(recipient=f'"{text}" <{address}>', sender=f'"{text}" <{address}>', reply_to=f'"{text}" <{address}>')
    for header in ("To", "From", "Reply-To"):
        (read,) = message[header].addresses
        # Between two encoded words Python puts a blank that RFC 2047 says is none.
        assert "".join(read.display_name.split()) == "".join(text.strip('"').split())
        assert read.addr_spec == address
        assert not message[header].defects


def test_every_server_can_carry_it() -> None:
    """ASCII lines of at most 78 characters, ended by CRLF, whatever the page's lines are."""
    data = wire(list_id="daily.example.org", unsubscribe="mailto:stop@example.org", thread="<1@example.org>")
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 78
    assert data.isascii()


def test_the_same_arguments_give_the_same_bytes() -> None:
    """A mail that is sent again is the same mail: nothing in it is random."""
    first, second = (wire(EDITION, Recipient("reader@example.com", attach=("text",))) for _ in range(2))
    assert first == second


def test_the_message_id_belongs_to_edition_and_address() -> None:
    """Neither its title nor how the address is written changes it; day, name, address and a later revision do."""
    ids = [
        message_id(edition, recipient, sender=SENDER)
        for edition, recipient in [
            (EDITION, "reader@example.com"),
            (replace(EDITION, title="Other", pages={}), "Reader@Example.com"),
            (EDITION, "A Reader <reader@example.com>"),
            (EDITION, "other@example.com"),
            (replace(EDITION, day=date(2026, 11, 3)), "reader@example.com"),
            (replace(EDITION, name="weekly"), "reader@example.com"),
            (replace(EDITION, revision=4), "reader@example.com"),
            (replace(EDITION, revision=1), "reader@example.com"),
            (replace(EDITION, revision=0), "reader@example.com"),
        ]
    ]
    assert len(set(ids[:3])) == 1
    assert ids[-1] == ids[-2] == "<1a6db8a9222d23a56166578292ffe3a0@example.org>"
    assert len(set(ids)) == 6


@pytest.mark.parametrize("domain", ["a.org", "a-very-long-name-of-a-domain." * 4 + "example.org"])
def test_a_message_id_stays_whole(domain: str) -> None:
    """However long the domain: an encoded or folded Message-ID is no longer the same."""
    before = f"<{'0' * 32}@{domain}>"
    data = wire(sender=f"desk@{domain}", thread=before)
    assert re.search(rb"\r\nMessage-ID: <[0-9a-f]{32}@" + domain.encode() + b">\r\n", data)
    assert f"\r\nIn-Reply-To: {before}\r\nReferences: {before}\r\n".encode() in data


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("desk@example.org", "", "desk@example.org"),
        ("  desk@example.org ", "", "desk@example.org"),
        ("<desk@example.org>", "", "desk@example.org"),
        ("News desk <desk@example.org>", "News desk", "desk@example.org"),
        ('"Müller, Jörg" <j.mueller+news@example.org>', "Müller, Jörg", "j.mueller+news@example.org"),
        ("Desk\x1b[31m <desk@example.org>", "Desk⟦U+001B⟧[31m", "desk@example.org"),
        ("desk@MÜLLER.example", "", "desk@xn--mller-kva.example"),
        ("Jörg <jörg@müller.example>", "Jörg", "jörg@xn--mller-kva.example"),
        ("लेखक@भारत.example", "", "लेखक@xn--h2brj9c.example"),
        ("jo\u0308rg@example.org", "", "jörg@example.org"),
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
        "desk@exa\nmple.org", "desk@exam\x0bple.org", "“desk”@example.org", "desk@☃.example",
        "desk@müller..example", "desk@-ü.example",
        "Desk <desk>",
        "desk@example.org\u2028x", "<desk@ü.org\u2028x>", "ö" * 33 + "@example.org",
        "jö rg@example.org", "jö\u200brg@example.org", "a@b" + "<" * 5000, "a" * 65 + "@example.org",
        "=?utf-8?q?a=0A?=@example.org@",
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
@pytest.mark.parametrize("local", ["r", "ö"])
def test_no_header_is_smuggled_in(text: str, local: str) -> None:
    """Through title, subject or names, plain or as an encoded word, in a head of ASCII or UTF-8: all is ours."""
    edition = replace(EDITION, title=text, name=text)
    named = {"sender": f"{text} <s@example.org>", "reply_to": f"{text} <p@example.org>", "list_id": "a.example.org"}
    to = Recipient(f"{text} <{local}@example.org>", attach=("text",))
    data = wire(edition, to, {**PAGES, "subject": text}, **named)
    head = data.partition(b"\r\n\r\n")[0]
    names = [line.partition(b":")[0].decode() for line in head.split(b"\r\n") if line[:1] not in (b" ", b"\t")]
    assert sorted(names) == sorted([*HEADERS, "Reply-To", "List-Id"])
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|(?<!\r)\n|\r(?!\n)", head)
    back = parsed(data)
    assert [address.addr_spec for address in back["To"].addresses] == [f"{local}@example.org"]
    assert [address.addr_spec for address in back["Reply-To"].addresses] == ["p@example.org"]
    assert str(back["List-Id"]).endswith(" <a.example.org>")
    for name in ("Subject", "List-Id", "X-Briefing-Edition"):
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202e]", back[name])
    (attached,) = back.iter_attachments()
    assert not re.search(r"[\x00-\x1f/\u2028\u202e]", attached.get_filename())


@pytest.mark.parametrize(
    "set_otherwise",
    [
        {"list_id": "a.b>\r\nBcc: x@example.org"}, {"list_id": "a b"}, {"unsubscribe": "javascript:alert(1)"},
        {"unsubscribe": "https://a.example/>,<mailto:x@example.org"}, {"unsubscribe": "https://a.example/\nBcc: x"},
        {"thread": "<a@b>\nBcc: x"}, {"thread": "a@b"}, {"thread": "<a@b> <c@d>"}, {"sender": ""}, {"reply_to": "x"},
    ],
)  # fmt: skip
def test_a_list_or_thread_that_is_none_makes_no_mail(set_otherwise) -> None:
    """Whatever calls this, and whatever it has not looked at."""
    with pytest.raises(DeliveryError):
        wire(**set_otherwise)


@settings(max_examples=150, deadline=None)
@given(title=st.text(max_size=120), name=st.text(alphabet=st.characters(exclude_characters="<>"), max_size=40))
def test_any_title_and_name_make_a_mail(title: str, name: str) -> None:
    """The subject reads as it was meant, white space folded, and there is one sender and one recipient."""
    edition, named = replace(EDITION, title=title), {"sender": f"{name} <s@example.org>", "list_id": "a.example.org"}
    message = mail(edition, Recipient(f"{name} <r@example.org>"), PAGES, Mail(**named), now=NOW)
    back = parsed(letter(message))
    assert sorted(back.keys()) == sorted([*HEADERS, "List-Id"])
    assert re.sub(r"\s+", "", back["Subject"]) == re.sub(r"\s+", "", message["Subject"])
    assert str(back["List-Id"]).endswith("<a.example.org>")
    assert [address.addr_spec for address in back["To"].addresses] == ["r@example.org"]
    assert [address.addr_spec for address in back["From"].addresses] == ["s@example.org"]


@settings(max_examples=50, deadline=None)
@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\r")))
def test_any_page_arrives_as_it_is(text: str) -> None:
    """To the character, but for a line end at its end, attached ones as well; no part ends before its time."""
    pages = {"text": text, "mail": text, "md": text, "json": text, "pdf": text.encode()}
    back = sent(EDITION, Recipient("a@example.org", attach=("md", "json", "pdf")), pages)
    both, *attached = back.iter_parts()
    assert [content(part).removesuffix("\n") for part in both.iter_parts()] == [text.removesuffix("\n")] * 2
    assert content(attached[0]).removesuffix("\n") == text.removesuffix("\n")
    assert [part.get_content() for part in attached[1:]] == [text.encode()] * 2


def test_the_subject_is_the_editions_own():
    """As it was recorded, on one line whatever it holds; an edition of before has its title and day."""
    pages = {**EDITION.pages, "subject": "Lage, 2. November 2026\nBcc: all@example.org\n"}
    message = sent(pages=pages)
    assert message["Subject"] == "Lage, 2. November 2026 Bcc: all@example.org"
    assert message["Bcc"] is None
    assert sent()["Subject"] == "Morning briefing, 2 November 2026"


def test_what_cannot_be_seen_is_marked_once_in_the_subject():
    """The page has marked it already; what a template of a user's leaves in is marked here."""
    pages = {**EDITION.pages, "subject": "Lage⟦U+0007⟧, 2. November\x1b\n"}
    assert sent(pages=pages)["Subject"] == "Lage⟦U+0007⟧, 2. November⟦U+001B⟧"


def test_a_list_names_itself_and_the_way_out():
    """RFC 2919, 2369 and 8058: one click only for https; an address longer than a line stays whole."""
    long = "https://example.org/" + "stop/" * 40
    message = sent(list_id="daily.example.org", unsubscribe=long)
    assert message["List-Id"] == '"Morning briefing" <daily.example.org>'
    assert message["List-Unsubscribe"] == f"<{long}>"
    assert f"\r\nList-Unsubscribe: <{long}>\r\n".encode() in wire(unsubscribe=long)
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    by_mail = sent(unsubscribe="mailto:stop@example.org")
    assert by_mail["List-Unsubscribe"] == "<mailto:stop@example.org>"
    assert by_mail["List-Unsubscribe-Post"] is None


def test_a_title_in_other_letters_names_the_list():
    """In encoded words, none of which holds any of its address, on lines that are short enough for them."""
    title = "Überblick am Morgen, der längere Titel einer Reihe von Nachrichten aus aller Welt"
    data = wire(replace(EDITION, title=title), list_id="daily.example.org")
    assert str(parsed(data)["List-Id"]) == f"{title} <daily.example.org>"
    named = re.search(rb"\r\nList-Id: .*\r\n(?: .*\r\n)*", data)[0]
    assert max(map(len, named.split(b"\r\n"))) <= 76


def test_answers_go_where_they_are_wanted_and_editions_hang_together():
    """Reply-To, and the edition before."""
    message = sent(reply_to="Chefredaktion Ü <chief@example.org>", thread="<1@example.org>")
    assert message["Reply-To"] == "Chefredaktion Ü <chief@example.org>"
    assert (message["In-Reply-To"], message["References"]) == ("<1@example.org>", "<1@example.org>")


def test_only_a_local_part_in_other_letters_needs_more_of_a_server():
    """RFC 6531: a domain has a spelling in ASCII, and so have names and subjects."""
    assert wire(recipient="Jörg <desk@müller.example>", sender="Ä <ae@bär.example>").isascii()
    assert b"@xn--br-via.example>\r\n" in wire(sender="Ä <ae@bär.example>")
    data = wire(recipient="Jörg <jörg@müller.example>")
    assert "To: Jörg <jörg@xn--mller-kva.example>\r\n".encode() in data
    assert data.partition(b"\r\n\r\n")[2].isascii()


def test_who_wants_text_gets_text():
    """And what is attached for everybody and for them, each once, under a name that says what it is."""
    pages = {**PAGES, "pdf": b"%PDF-1.7", "md": "# Überblick\n", "json": "{}\n", "wire": b"\0", "plain": "x\n"}
    to = Recipient("a@example.org", format="text", attach=("md", "json", "pdf", "wire", "plain"))
    first, *attached = sent(EDITION, to, pages, attach=("pdf", "md")).iter_parts()
    assert (first.get_content_type(), content(first)) == ("text/plain", TEXT)
    assert [(part.get_filename(), part.get_content_type()) for part in attached] == [
        ("daily-2026-11-02.pdf", "application/pdf"),
        ("daily-2026-11-02.md", "text/markdown"),
        ("daily-2026-11-02.json", "application/json"),
        ("daily-2026-11-02.wire", "application/octet-stream"),
        ("daily-2026-11-02.plain", "text/plain"),
    ]
    assert all(part.get_content_disposition() == "attachment" for part in attached)


def test_a_part_that_is_continued_has_its_page_attached():
    """Once, also if it was asked for; who gets the text, which is whole, needs none."""
    pages = {**PAGES, "mail": '<p class="continued">…</p>\n', "html": "<!DOCTYPE html>\n"}
    assert is_continued(pages["mail"])
    assert not is_continued(PAGES["mail"])
    assert not is_continued('<p>class="continued"</p>')
    for asked in ((), ("html",)):
        both, page = sent(EDITION, Recipient("a@example.org", attach=asked), pages).iter_parts()
        assert [part.get_content_type() for part in both.iter_parts()] == ["text/plain", "text/html"]
        assert (page.get_filename(), content(page)) == ("daily-2026-11-02.html", "<!DOCTYPE html>\n")
    assert not sent(EDITION, Recipient("a@example.org", format="text"), pages).is_multipart()


def test_a_page_that_is_not_there_cannot_be_attached():
    """Which one, of which edition, and what to do."""
    with pytest.raises(DeliveryError, match="the edition of 2026-11-02 has no page 'pdf' to attach; add 'pdf' to"):
        wire(attach=("pdf",))


def test_a_head_that_is_not_ours_is_not_sent():
    """Where the standard library writes a line break of a text's, as it does under its older policy."""
    message = EmailMessage(policy=policy.compat32.clone(linesep="\r\n"))
    message["Subject"], message["To"] = "x\r\n\r\nscript", "a@example.org"
    with pytest.raises((DeliveryError, MessageError)):  # the latter is the library's own, from Python 3.12.5 on
        letter(message)
