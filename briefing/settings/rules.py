"""Say what is wrong with a value whose type is right: one rule a setting, as data."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from briefing.model import WISH_KINDS, Wish
from briefing.settings.durations import duration
from briefing.settings.schema import ADDING, PAGE_LANGUAGES

SECURITY = ("starttls", "tls", "none")

SECRET = re.compile(r"""(?<=://)([^/?#@:]*):(?!\d{1,5}(?:[/?#'"]|$)).*(?=@)""")
"""A password in an address, whatever signs it has, with the user whose it is; a port is none ("https://x:8080/@y")."""

_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
_TIME_OF_DAY = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Rule:
    """`is_kept` tells a good value from a bad one; `says` is what a bad one must become."""

    is_kept: Callable[[Any], bool]
    says: str


def is_one_line(text: str) -> bool:
    """Whether the text has neither a line break nor any other control character."""
    return not _CONTROL.search(text)


def _is_zone(name: str) -> bool:
    if not name:
        return True
    from zoneinfo import ZoneInfo

    try:
        return bool(ZoneInfo(name))
    except (KeyError, ValueError, OSError):
        return False


def has_words(text: str) -> bool:
    """Whether there is a letter or digit to go by."""
    return any(map(str.isalnum, text))


def _has_password(name: str) -> bool:
    return SECRET.search(name) is not None


def _flat(terms: Any) -> tuple[str, ...]:
    """Return the texts of a list, or of all lists of a table."""
    return tuple(text for texts in terms.values() for text in texts) if isinstance(terms, dict) else tuple(terms)


# A number such as [3.2] is another sentence's on the next page. A word joined to a colon is a kind, or misspelt.
_LABEL = re.compile(r"\[\d+(?:\.\d+)?[a-z]?\]")
_KIND = re.compile(r"([^\W\d_]+):\S")


def _misspelt(entry: str) -> str:
    """What stands for a kind in an entry and is nearly one, or nothing."""
    match = _KIND.match(entry)
    return match[1] if match and match[1].casefold() not in WISH_KINDS and _near(match[1]) else ""


def _near(kind: str) -> str:
    return did_you_mean(kind.casefold(), WISH_KINDS)


def _is_entry(text: str) -> bool:
    return has_words(Wish.of(text).value) and not _LABEL.fullmatch(text.strip()) and not _misspelt(text)


_ENTRIES = Rule(lambda v: all(map(_is_entry, v)), "must hold words of a sentence, source:NAME or article:NAME")
_NOT_BELOW_0 = Rule(lambda v: v >= 0, "must be 0 or more")
_SECONDS = Rule(lambda v: 0 < v <= 86400, "must be above 0 and at most 86400 seconds")
_CONTACT = re.compile(r"https?://\S+|\S+@\S+")
_HOST = re.compile(r"[^\s/@]+")
_ADDRESS = "must be a mail address, with an @"
_LIST_ID = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+")
_UNSUBSCRIBE = re.compile(r"mailto:[^\s<>@]+@[^\s<>@]+|https://[^\s<>]+")
_WEB = re.compile(r"https?://[^\s<>]+")
_LENGTH = Rule(lambda v: duration(v) is not None, 'must be a length of time, such as "36h" or "2 days"')
CHOICES = {
    "mail.security": SECURITY,
    "mail.on_unknown": ("hold", "resend"),
    "mail.empty": ("note", "none"),
    "run.log": ("debug", "info", "warning", "error"),
    "recipient.format": ("html", "text"),
}
"""Settings whose value is one of a few words."""


def _one_of(words: tuple[str, ...]) -> Rule:
    return Rule(lambda v: v in words, "must be one of " + ", ".join(words))


RULES = {
    "name": Rule(lambda v: not v or bool(_NAME.fullmatch(v)), "must be 1 to 64 letters, digits, - and _"),
    "title": Rule(lambda v: bool(v.strip()), "must not be empty"),
    "language": Rule(bool, 'must be a language code of ISO 639-1, such as "en", or "auto"'),
    "page_language": Rule(lambda v: not v or v in PAGE_LANGUAGES, "must be one of " + ", ".join(PAGE_LANGUAGES)),
    "method": Rule(bool, "must not be empty"),
    "executor": Rule(bool, "must not be empty"),
    "words": Rule(lambda v: v >= 1, "must be 1 or more"),
    "theme_words": _NOT_BELOW_0,
    "article_words": _NOT_BELOW_0,
    "carried_over": Rule(lambda v: 0 <= v <= 100, "must be 0 to 100 per cent"),
    "output": Rule(bool, "must not be empty"),
    "formats": Rule(lambda v: bool(v) and all(v), "must name at least one format"),
    "sources": Rule(all, "must not hold an empty text"),
    "separator": Rule(lambda v: not v or bool(v.strip()), 'must be empty or hold a sign, such as "-----"'),
    "day_ends": Rule(lambda v: bool(_TIME_OF_DAY.fullmatch(v)), 'must be a time of day, such as "06:00"'),
    "zone": Rule(_is_zone, "must be the name of a time zone that this machine knows"),
    "theme.name": Rule(has_words, "must hold a word"),
    "theme.terms": Rule(lambda v: all(map(has_words, _flat(v))), "must not hold a term without a letter or digit"),
    **dict.fromkeys(ADDING, _ENTRIES),
    "editor.prefer": Rule(lambda v: all(map(has_words, v)), "must name publications"),
    "editor.source_words": _NOT_BELOW_0,
    "fetch.contact": Rule(lambda v: not v or bool(_CONTACT.fullmatch(v)), "must be a web or mail address"),
    "fetch.timeout": _SECONDS,
    "fetch.pause": Rule(lambda v: 0 <= v <= 3600, "must be 0 to 3600 seconds"),
    "fetch.backlog": _LENGTH,
    "fetch.allow": Rule(lambda v: all(map(_HOST.fullmatch, v)), 'must hold names of hosts, such as "intranet:8080"'),
    "mail.sender": Rule(lambda v: not v or "@" in v, _ADDRESS),
    "mail.reply_to": Rule(lambda v: not v or "@" in v, _ADDRESS),
    "mail.recipients": Rule(lambda v: all("@" in item for item in v), _ADDRESS),
    "mail.port": Rule(lambda v: 0 <= v <= 65535, "must be 0 to 65535"),
    "mail.timeout": _SECONDS,
    "mail.list_id": Rule(
        lambda v: not v or bool(_LIST_ID.fullmatch(v)), 'must be a name with dots, such as "news.example.org"'
    ),
    "mail.unsubscribe": Rule(
        lambda v: not v or bool(_UNSUBSCRIBE.fullmatch(v)), "must be an address that begins with mailto: or https://"
    ),
    "mail.max_lateness": _LENGTH,
    "run.limit": _LENGTH,
    "run.archive_url": Rule(lambda v: not v or bool(_WEB.fullmatch(v)), "must be a web address"),
    "run.ping": Rule(lambda v: not v or bool(_WEB.fullmatch(v)), "must be a web address"),
    "recipient.address": Rule(lambda v: "@" in v, _ADDRESS),
    "recipient.themes": Rule(lambda v: all(map(has_words, v)), "must name themes"),
    "recipient.language": Rule(lambda v: not v or v in PAGE_LANGUAGES, "must be one of " + ", ".join(PAGE_LANGUAGES)),
    **{key: _one_of(words) for key, words in CHOICES.items()},
}


def broken_rule(key: str, value: Any) -> str | None:
    """Return what is wrong with the value of the setting, or None."""
    texts = (
        ()
        if key == "theme.description"
        else (value,)
        if isinstance(value, str)
        else _flat(value)
        if isinstance(value, tuple | list | dict)
        else ()
    )
    if not all(is_one_line(text) for text in texts):
        return "must be one line, without control characters"
    if key == "sources" and any(map(_has_password, value)):
        return "must not hold a password; BRIEFING_IMAP_PASSWORD or the file that fetch.credentials names may"
    if key in ("run.ping", "run.archive_url") and "@" in value.partition("//")[2].partition("/")[0]:
        return "must not hold a user or password"
    rule = RULES.get(key)
    return None if rule is None or rule.is_kept(value) else f"{rule.says}{_meant(key, value)}"


def _meant(key: str, value: Any) -> str:
    if key in CHOICES:
        return did_you_mean(value.lower(), CHOICES[key])
    if key in ADDING:
        return next((_near(kind) for kind in map(_misspelt, value) if kind), "")
    if key == "zone":
        from zoneinfo import available_timezones

        return did_you_mean(value, available_timezones())
    return ""


def did_you_mean(given: str, known: Any) -> str:
    """Return a suggestion to append to a message: the known name that is nearest, or nothing."""
    from difflib import get_close_matches

    near = get_close_matches(given, sorted(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""
