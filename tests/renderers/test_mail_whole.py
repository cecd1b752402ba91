"""Whole mails of an edition about a town that never was, as files: what a reader gets is looked at as it is.

A change that is wanted is taken in by `python -m tests.renderers.test_mail_whole`, and looked at by `git diff`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email import message_from_string, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

import briefing
from briefing.model import Article, Briefing, Edition, Past, Recipient, Theme
from briefing.renderers.mail import letter, mail
from briefing.settings import Mail
from briefing.stages.tailor import tailor

FOLDER = Path(__file__).parent / "mails"
DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
THEMES = (Theme("The dam", ("dam", "flood")), Theme("Harbour", ("harbour", "quay")), Theme("Space", ("rocket",)))
FLOOD = (
    "The flood below the old dam has driven {number} people from their homes, the county said.\n\n“We will rebuild "
    "every house,” Mayor Ada Vale of Orr said on Friday.\n\nThe quay in the harbour stays shut until 1 May 2027."
)
ARTICLES = (
    Article(FLOOD.format(number=900), title="The valley after the flood", source="Orr Courier", date=date(2026, 11, 20),
            url="https://news.example/flood?a=1&b=2"),
    Article("Ferries wait outside the harbour of Marn, where a crane fell onto the quay. Nobody was hurt.",
            title="Crane falls", source="Marn Post", date=date(2026, 11, 21), url="https://news.example/crane"),
    Article("Voters in Marn go to the polls on Sunday. The old council was dissolved in spring.", title="Marn votes"),
    Article("", title="Empty"),
)  # fmt: skip
BOUNDARY = re.compile(r'; boundary="[^"]*"')
LIST = Mail(
    sender="Redaktion Überblick <desk@example.org>",
    reply_to="chief@example.org",
    attach=("md",),
    list_id="morning.example.org",
    unsubscribe="https://example.org/stop?who=1",
)


def editions() -> tuple[Briefing, Briefing]:
    """An edition after another one, and one of a day that brings nothing."""
    before = [Article(FLOOD.format(number=500), title="Flood", date=date(2026, 11, 19))]
    past = briefing.remember(Past(), briefing.build(before, THEMES, date=date(2026, 11, 20), words=40))
    today = briefing.build(ARTICLES, THEMES, date=DAY, past=past, title="Überblick: Orr")
    later = briefing.remember(past, today)
    return today, briefing.build(ARTICLES[1:], THEMES, date=date(2026, 11, 23), past=later, title="Überblick: Orr")


def mails() -> Iterator[tuple[str, str]]:
    """To a list, with everything; to one who follows a theme in German; on a quiet day, as text, in Ukrainian."""
    today, quiet = editions()
    wishes = (
        ("list", today, Recipient("Jörg Ö <joerg@müller.example>"), "<0@example.org>"),
        ("theme", today, Recipient("reader@example.com", ("Harbour", "Space"), "de"), ""),
        ("quiet", quiet, Recipient("читач@example.org", language="uk", format="text"), ""),
    )
    for name, found, recipient, thread in wishes:
        own = tailor(found, recipient)
        edition = Edition("orr", found.day, found.title, {}, 1)
        pages = {form: briefing.render(own, form) for form in ("subject", "text", "mail")}
        pages["md"] = "# The page\n"
        settings = LIST if name == "list" else Mail(sender=LIST.sender)
        yield name, as_read(mail(edition, recipient, pages, settings, now=NOW, thread=thread))


def as_read(message: EmailMessage) -> str:
    """A letter as a program reads it: head and parts, styles and boundaries blanked, attributes sorted."""
    back = message_from_string(letter(message).decode(), policy=policy.default)
    head = [f"{name}: {BOUNDARY.sub('', value)}" for name, value in back.items()]
    parts = [part for part in back.walk() if not part.is_multipart()]
    said = [
        f"--- {part.get_content_type()} {part.get_filename() or ''}".rstrip() + "\n" + part.get_content()
        for part in parts
    ]
    whole = re.sub(r' style="[^"]*"', "", "\n".join([*head, "", *said]).replace("\r\n", "\n"))
    whole = re.sub(r"(<\w+)((?: [\w-]+=\"[^\"]*\"){2,})>", _sorted, whole)
    return re.sub(r"<style>.*?</style>", "<style>…</style>", whole, flags=re.DOTALL)


def _sorted(tag: re.Match[str]) -> str:
    attributes = sorted(re.findall(r'[-\w]+="[^"]*"', tag[2]))
    return f"{tag[1]} {' '.join(attributes)}>"


@pytest.fixture(scope="module")
def found() -> dict[str, str]:
    """The mails as they are now, by name."""
    return dict(mails())


@pytest.mark.parametrize("name", ["list", "theme", "quiet"])
def test_a_mail_is_what_it_was(found, name):
    """To the letter, but for its styles."""
    assert found[name] == (FOLDER / f"{name}.txt").read_text("utf-8")


if __name__ == "__main__":
    for name, whole in mails():
        (FOLDER / f"{name}.txt").write_text(whole, "utf-8")
