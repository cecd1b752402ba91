"""What becomes of an entry: an article with its text from the feed or from its page, or word of why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from briefing.collect.entries import digest
from briefing.fetchers.answers import Failure
from briefing.model import Article, Location
from briefing.model.collecting import Item, ItemState
from briefing.parsers.parsed import Document, Parsed
from briefing.renderers.words.formats import long_date
from briefing.sources.decode import flaw
from briefing.sources.metadata import day, described, moment

_TRIES = 5
"""How often a page that cannot be read is asked for, once a run, before what the feed says has to do. By judgement: a
working week of mornings."""

BROKEN_OFF = Failure("it broke off", "the next run asks again", is_temporary=True)
"""What a page is that may be half of one: some servers never say where a page ends, so the last try takes it."""

_NEAR = timedelta(days=1)
"""By how much the days of a feed and of a page may differ: by the zones that they are counted in."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """An item, with the text that is to be kept for it ("" for none)."""

    item: Item
    text: str = ""

    def described(self, language: str) -> tuple[Item, Article | None]:
        """Return the item with what cannot be used of its statements, and its article with all that can."""
        if not self.text:
            return self.item, None
        place = Location(self.item.place, self.item.row)
        article, problems = described(self.text, self.item.stated, place, self.item.place, language=language)
        if problems and not self.item.what:
            return replace(self.item, what=problems[0].what, remedy=problems[0].remedy), article
        return self.item, article


def draft(channel: str, key: str, entry: Document, now: datetime) -> Gathered:
    """Return the item of an entry by what its channel alone says of it: whole, or waiting for its page."""
    address = entry.stated.get("url", "")
    state: ItemState = "kept" if entry.is_whole or not address else "waiting"
    stated, what = _past(entry.stated, now)
    if not (entry.text.strip() or address):
        what = f"an entry has neither text nor link: {entry.stated.get('title', key)}"
    item = Item(channel, key, state, now, digest=digest(entry), stated=stated, place=address or channel, what=what)
    return with_text(item, entry.text)


def from_page(found: Gathered, parsed: Parsed, now: datetime) -> tuple[Gathered, ...]:
    """Return the items of a page: one, or one for each article on it (a live blog); without any, what the feed gave."""
    documents = [document for document in parsed.documents if document.text.strip()]
    if not documents:
        what = parsed.problems[0].what if parsed.problems else "holds no article"
        return (_resigned(found, what),)
    many = len(documents) > 1
    return tuple(
        _read(found.item, document, now, row=number if many else 0) for number, document in enumerate(documents, 1)
    )


def without_page(found: Gathered, failure: Failure) -> Gathered:
    """Return the item of a page that could not be read: it waits, unless asking again is of no use."""
    tries = found.item.tries + 1
    waiting = replace(found, item=replace(found.item, tries=tries, what=failure.what, remedy=failure.remedy))
    return waiting if failure.is_temporary and is_worth_waiting(found) else _resigned(waiting, failure.what)


def is_worth_waiting(found: Gathered) -> bool:
    """Whether the page is asked for once more."""
    return found.item.tries + 1 < _TRIES


def _resigned(found: Gathered, what: str) -> Gathered:
    told = f"its page could not be read, and only what the feed says of it is used: {what}"
    if not (found.text or found.item.sha256):
        told = f"its page could not be read, and the feed has no text of it: {what}"
    return replace(found, item=replace(found.item, state="kept", what=told))


def _read(item: Item, document: Document, now: datetime, *, row: int) -> Gathered:
    of_page, to_come = _past(document.stated, now)
    stated, what = _agreed(item.stated, of_page)
    # The first one has the key that the feed knows: thus the item that waited is no more, and a change is seen.
    key = f"{item.key} {document.stated.get('id') or document.stated.get('title') or row}" if row > 1 else item.key
    found = replace(
        item, key=key, row=row, state="kept", at=now, stated=stated, what=what or to_come, remedy="", sha256=""
    )
    return with_text(found, document.text)


def with_text(item: Item, text: str) -> Gathered:
    """Return the item with its text, if that can be used."""
    if not text.strip():
        return Gathered(item)
    if problem := flaw(text, item.place):
        return Gathered(replace(item, what=problem.what, remedy=problem.remedy))
    return Gathered(replace(item, sha256=Article(text).sha256), text)


def _past(stated: Mapping[str, str], now: datetime) -> tuple[dict[str, str], str]:
    """Return what is stated without a day that is still to come, and what to say of that: no clock is so far off."""
    on = day(stated.get("date", ""))
    if on is None or on <= now.date() + _NEAR:
        return dict(stated), ""
    undated = {key: value for key, value in stated.items() if key != "date"}
    return undated, f"is dated {long_date(on)}, a day to come: left undated"


def _agreed(feed: Mapping[str, str], page: Mapping[str, str]) -> tuple[dict[str, str], str]:
    """Return what feed and page state together, and what is to be said where their days differ: the page's then counts.

    A feed's date is often that of a change or of the feed itself.
    """
    stated = {**page, **{key: value for key, value in feed.items() if key != "date" and value.strip()}}
    if page.get("source", "").strip() and not _is_host(page):
        stated["source"] = page["source"]
    mine, its = feed.get("date", ""), page.get("date", "")
    stated["date"] = mine if _is_finer(mine, its) else its or mine
    by_feed, by_page = day(mine), day(its)
    if by_feed and by_page and abs(by_feed - by_page) > _NEAR:
        stated["date"] = its
        return (
            stated,
            f"its feed says {long_date(by_feed)}, its page {long_date(by_page)}; the day of the page is taken",
        )
    return stated, ""


def _is_host(page: Mapping[str, str]) -> bool:
    """Whether a page calls its publication by no name but its host's: then the feed's title says more."""
    return page["source"].strip().casefold() in urlsplit(page.get("url", "")).netloc.casefold()


def _is_finer(mine: str, its: str) -> bool:
    return day(its) is None or (moment(mine) is not None and moment(its) is None)
