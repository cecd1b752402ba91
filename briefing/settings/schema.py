"""Every setting with its type and default: the one place where they are named.

The settings file, the environment variables, the checks and the suggestions all follow from these fields.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Literal

from briefing.model import Bound, Hand, Recipient, Theme
from briefing.settings.durations import Duration

PAGE_LANGUAGES = ("en", "de", "fr", "es", "ru", "uk")
"""In what languages a page's own words can be (ISO 639-1); each but English has a catalogue in renderers/words."""


Since = Bound | Duration | Literal["last"]


@dataclass(frozen=True, slots=True)
class Mail:
    """How an edition is mailed: through the SMTP server `host`, the machine's sendmail, or as files into `folder`.

    `transport` names the way out ("": "files" with a `folder`, else "smtp"). `port` 0 stands for the usual port of
    `security` ("starttls", "tls" or "none"); `timeout` is in seconds. The password is no setting: it is looked up where
    it is needed. `attach` are formats of the edition's pages. `list_id` and `unsubscribe` (a mailto: or https: address)
    name a list; `thread` makes each edition an answer to the one before. `on_unknown` says what becomes of a mail of
    which nobody knows whether it arrived ("hold" or "resend"), `max_lateness` how long after an edition was queued its
    mails still go out, `empty` what is sent of a day without anything new ("note" or "none").
    """

    sender: str = ""
    reply_to: str = ""
    recipients: tuple[str, ...] = ()
    transport: str = ""
    host: str = ""
    port: int = 0
    security: str = "starttls"
    user: str = ""
    timeout: float = 30.0
    folder: str = ""
    ca_file: str = ""
    attach: tuple[str, ...] = ()
    list_id: str = ""
    unsubscribe: str = ""
    thread: bool = False
    on_unknown: str = "hold"
    max_lateness: str = "12 hours"
    empty: str = "note"


@dataclass(frozen=True, slots=True)
class Run:
    """What `run` does besides: `limit` is the longest that it may take, `archive` the folder of a site of all editions.

    `archive_url` is the address where that site will stand. `ping` is an http(s) address that is asked after each run
    that went well, with "/fail" behind it after one that did not. `log` is the least level that the log keeps.
    """

    limit: str = "30 minutes"
    archive: str = ""
    archive_url: str = ""
    ping: str = ""
    log: str = "info"


@dataclass(frozen=True, slots=True)
class Fetch:
    """How feeds, pages and mailboxes are asked.

    `contact` is a web or mail address by which a server's owner can reach the user. `timeout` is the most seconds for
    one answer, `pause` the least between two requests to one host. `backlog` is how far back the first reading of a
    feed or mailbox goes. `allow` are hosts of one's own network that feeds and pages may lead to. `credentials` is a
    file in netrc form that only its owner can read.
    """

    contact: str = ""
    timeout: float = 30.0
    pause: float = 1.0
    backlog: str = "2 days"
    allow: tuple[str, ...] = ()
    credentials: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a briefing is made from, by and for; every path is absolute once loaded.

    `name` tells briefings apart: `send`, `run` and `state` need it. `words` is the whole page's budget, `theme_words`
    and `article_words` that of one theme and one article (0: a share of `words`), `carried_over` how much of it what
    earlier editions printed may have, in per cent. `since` and `until` are days, both inclusive, or moments, of which
    `until` is not; a duration in `since` becomes these before anything is built (`window.resolved`); `since` "last"
    takes the articles that no edition before was made from.
    A line that consists of `separator`, white space around it aside, parts the articles of a text ("": none does).
    `executor` is where the work is done; it changes no page.
    `page_language` is that of a page's own words ("": that of the articles, as far as it is one of PAGE_LANGUAGES).
    `zone` is an IANA name, or "" for the machine's own; `day_ends` the local time at which a day of news ends, so that
    what is published then or later counts as the next day's (00:00: at midnight). A path of "-" is standard input or
    output. `editor` is the editor's hand. `recipients` are those of the mail who have wishes of their own.
    """

    name: str = ""
    title: str = "Briefing"
    language: str = "en"
    page_language: str = ""
    sources: tuple[str, ...] = ()
    separator: str = ""
    executor: str = "auto"
    themes: tuple[Theme, ...] = ()
    method: str = "ours"
    words: int = 600
    theme_words: int = 0
    article_words: int = 0
    carried_over: int = 25
    since: Since | None = None
    until: Bound | None = None
    output: str = "briefings"
    formats: tuple[str, ...] = ("md",)
    templates: str = ""
    state: str = ""
    zone: str = ""
    day_ends: str = "00:00"
    fetch: Fetch = Fetch()
    mail: Mail = Mail()
    run: Run = Run()
    editor: Hand = Hand()
    recipients: tuple[Recipient, ...] = ()

    @property
    def readers(self) -> tuple[Recipient, ...]:
        """Everyone who gets the edition by mail, those with wishes of their own first."""
        return (*self.recipients, *map(Recipient, self.mail.recipients))

    @property
    def starts(self) -> Bound | None:
        """The first day or moment of the window, if such a one sets the bound."""
        return self.since if isinstance(self.since, date) else None

    @property
    def first_day(self) -> date | None:
        """The calendar day on which the window begins, if it has such a bound."""
        return _day(self.starts)

    @property
    def last_day(self) -> date | None:
        """The calendar day on which the window ends, if it does."""
        return _day(self.until)


def _day(bound: Bound | None) -> date | None:
    return bound.date() if isinstance(bound, datetime) else bound


ADDING = frozenset({"editor.pin", "editor.drop", "editor.exclude"})
"""Lists to which the environment and the command line add; those of other settings take the place of the file's."""

PATHS = frozenset(
    {"sources", "output", "templates", "state", "mail.folder", "mail.ca_file", "fetch.credentials", "run.archive"}
)

TABLES = ("fetch", "mail", "run", "editor")
LISTS = {"theme": "themes", "recipient": "recipients"}
"""The tables that may stand several times ([[theme]]), with the field that holds them."""

KINDS = {
    **{field.name: str(field.type) for field in fields(Settings) if field.name not in {*TABLES, *LISTS.values()}},
    **{f"fetch.{field.name}": str(field.type) for field in fields(Fetch)},
    **{f"mail.{field.name}": str(field.type) for field in fields(Mail)},
    **{f"run.{field.name}": str(field.type) for field in fields(Run)},
    **{f"editor.{field.name}": str(field.type) for field in fields(Hand)},
    **{f"theme.{field.name}": str(field.type) for field in fields(Theme) if field.name != "terms_by_language"},
    **{f"recipient.{field.name}": str(field.type) for field in fields(Recipient)},
    "theme.terms": "terms",
    **dict.fromkeys(ADDING, "entries"),
}
"""The type of every setting that holds a value of its own, by its key: "words", "mail.port", "theme.name"."""
