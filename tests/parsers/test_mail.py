"""Mails of every flavour, and hostile ones: what they say, or a problem."""

from __future__ import annotations

import base64
import random
import time
import tomllib
from pathlib import Path

import pytest

from briefing.parsers.mail import without_attachments
from briefing.parsers.mail.message import MOST
from briefing.parsers.mail.plain import own_words
from briefing.parsers.parsed import Hints, Parsed
from briefing.parsers.worker import parse
from tests.parsers.pdf_files import Set, pdf

HINTS = Hints("/news/a.eml")
CASES = tomllib.loads((Path(__file__).parent / "mails.toml").read_text("utf-8"))["mail"]


def read(data: bytes) -> Parsed:
    """Return what a worker says, as users get it."""
    return parse("mail", data, HINTS)


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_a_mail_says(case, ends):
    """Each case says in mails.toml what it is about."""
    raw = case["raw"].removeprefix("\n").replace("\n", ends).encode(case.get("charset", "utf-8"))
    parsed = read(raw)
    assert [document.text for document in parsed.documents] == case["texts"], case["reason"]
    assert [problem.what for problem in parsed.problems] == case.get("problems", []), case["reason"]
    if "stated" in case:
        assert [dict(document.stated) for document in parsed.documents] == case["stated"], case["reason"]
    assert all(problem.where == HINTS.where and problem.remedy for problem in parsed.problems)


def _nested(count: int) -> bytes:
    levels = (f'Content-Type: multipart/mixed; boundary="b{k}"\n\n--b{k}\n' for k in range(count))
    return b"From: a@a.example\n" + "".join(levels).encode() + b"\nText."


HOSTILE = {
    "5,000 levels of parts": _nested(5_000),
    "20 levels of parts": _nested(20),
    "100 levels of parts": _nested(100),
    "2,000 messages in messages": b"From: a@a.example\nContent-Type: message/rfc822\n\n" * 2_000
    + b"Subject: t\n\nText.",
    "20,000 encoded words": b"From: a@a.example\nSubject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nText.",
    "50,000 addresses": b"From: " + b"a@a.example, " * 50_000 + b"\n\nText.",
    "5,000 brackets": b"From: " + b"(" * 5_000 + b"\nTo: " + b"(" * 5_000 + b"\n\nText.",
    "a header of 5 MB": b"From: a@a.example\nSubject: " + b"x" * 5_000_000 + b"\n\nText.",
    "20,000 parts": b'From: a@a.example\nContent-Type: multipart/mixed; boundary="b"\n\n' + b"--b\n\nText.\n" * 20_000,
    "NUL": b"From: a@a.example\n\nText\0.",
    "a codec that is none": b"From: a@a.example\nContent-Type: text/plain; charset=zlib\n\nText.",
    "a charset in several pieces": b"From: a@a.example\nContent-Type: text/plain; charset*0=ut; charset*1=f-8\n\nText.",
    "bad base64": b"From: a@a.example\nContent-Transfer-Encoding: base64\n\n=A=A!!\xff",
    "a name without an end": b"From: a@a.example\nContent-Disposition: attachment; filename*=utf-8''%ff%\n\nText.",
    "headings without an end": b"From: a@a.example\nList-Id: <x>\nContent-Type: text/html\n\n"
    + b"<h2><a href=x>" * 20_000,
    "links without an end": b"List-Id: <x>\nContent-Type: text/html\n\n" + b"<a " * 50_000,
    "comments without an end": b"List-Id: <x>\nContent-Type: text/html\n\n" + b"<!--" * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_mail_gives_a_text_or_a_problem(name):
    """In reasonable time, and no header has more than a line."""
    began = time.monotonic()
    parsed = read(HOSTILE[name])
    assert time.monotonic() - began < 25
    assert parsed.documents or parsed.problems
    assert all("\n" not in value for document in parsed.documents for value in document.stated.values())


def test_an_attachment_of_50_mb_is_no_obstacle():
    """The text beside it is read; the file's kind decides whether it is."""
    packed = base64.encodebytes(b"\0" * 36_000_000)
    mail = (
        b"From: a@a.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nThe dam broke.\n--b\n"
        b"Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=big.bin\n"
        b"Content-Transfer-Encoding: base64\n\n" + packed + b"--b--\n"
    )
    parsed = read(mail)
    assert [document.text for document in parsed.documents] == ["The dam broke."]
    assert "big.bin" in parsed.problems[0].what


def test_a_pdf_and_a_message_in_a_mail_are_read():
    """By what they hold, whatever their type says."""
    inner = b"From: B <b@b.example>\nSubject: Ferry\nMessage-ID: <2@b.example>\n\nThe ferry stays.\n"
    parts = b"".join(
        b"--b\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n"
        b"Content-Disposition: attachment; filename=" + name + b"\n\n" + base64.encodebytes(data)
        for name, data in ((b"dam.pdf", pdf([[Set(50, 700, "The dam broke.")]])), (b"ferry.eml", inner))
    )
    mail = b"From: a@a.example\nDate: Fri, 20 Nov 2026 10:00:00 +0000\nContent-Type: multipart/mixed; boundary=b\n\n"
    parsed = read(mail + parts + b"--b--\n")
    assert parsed.problems == ()
    assert [document.text for document in parsed.documents] == ["The dam broke.", "The ferry stays."]
    assert parsed.documents[0].stated["date"] == "Fri, 20 Nov 2026 10:00:00 +0000"
    assert parsed.documents[1].stated["title"] == "Ferry"


def test_without_its_attachments_a_mail_says_so():
    """For where one of them ends the parser: the mail's own words are not lost with it."""
    mail = (
        b"From: a@a.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nThe dam broke.\n--b\n"
        b"Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nThe ferry stays.\n--b--\n"
    )
    parsed = without_attachments(mail, HINTS)
    assert [document.text for document in parsed.documents] == ["The dam broke."]
    assert "attachments cannot be read" in parsed.problems[0].what


def test_a_mail_of_more_articles_than_anybody_sends_is_cut_off_and_says_so():
    """The articles before the limit are kept."""
    item = b"--b\n\nFrom: a@a.example\nSubject: x\n\nText.\n"
    digest = b"From: a@a.example\nContent-Type: multipart/digest; boundary=b\n\n" + item * (MOST + 50) + b"--b--\n"
    parsed = read(digest)
    assert len(parsed.documents) >= MOST - 1
    assert parsed.problems


def test_any_damage_is_a_text_or_a_problem():
    """Bytes changed at random in mails of every flavour."""
    chance = random.Random(7)
    for case in CASES:
        damaged = bytearray(case["raw"].encode())
        for _ in range(6):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        parsed = read(bytes(damaged))
        assert parsed.documents or parsed.problems


@pytest.mark.parametrize("said", ["On Friday, Ada wrote:", "Am Freitag schrieb Ada:", "Le 20 nov., Ada a écrit :"])
def test_who_is_quoted_goes_with_the_quotation(said):
    """In the languages of the programs that write it."""
    assert own_words(f"It holds.\n\n{said}\n> Does it?\n") == "It holds."
    assert own_words(f"It holds.\n\n{said}\nNo quotation.") == f"It holds.\n\n{said}\nNo quotation."
