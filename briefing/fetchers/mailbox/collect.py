"""The story of a mailbox: connect, open the folder for reading only, ask what is new, fetch it."""

from __future__ import annotations

import imaplib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from briefing.credentials import Password, scrubbed
from briefing.errors import SettingsError
from briefing.fetchers.answers import Failure
from briefing.fetchers.mailbox.address import FORM, Box, box
from briefing.fetchers.mailbox.connection import connected
from briefing.fetchers.mailbox.deadline import Deadline
from briefing.fetchers.mailbox.folders import examine
from briefing.fetchers.mailbox.post import USUAL, Letter, Manners, Post
from briefing.fetchers.mailbox.refusal import Refused, explained
from briefing.fetchers.mailbox.responses import Listed, bodies, listed
from briefing.fetchers.mailbox.search import numbers, search

AT_ONCE, BYTES_AT_ONCE = 50, 8_000_000
"""Letters listed, and bytes fetched, by one command: what breaks off in between costs no more than that."""


@dataclass(slots=True)
class _Sack:
    """What has been gathered so far, so that it stands when the line breaks."""

    room: int
    validity: int = 0
    last: int = 0
    letters: list[Letter] = field(default_factory=list)
    too_large: list[tuple[int, int]] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)
    has_more: bool = False

    def post(self, broken: Failure | None = None) -> Post:
        """Close the sack."""
        left = (tuple(self.too_large), tuple(self.missing))
        return Post(self.validity, tuple(self.letters), self.last, *left, self.has_more or bool(broken), broken)


@dataclass(frozen=True, slots=True)
class Wanted:
    """From where on: the UIDs above `after`, as long as `validity` is still the folder's, and `since` which day."""

    after: int
    validity: int
    since: date | None


def collect(
    address: str,
    *,
    after: int = 0,
    validity: int = 0,
    since: date | None = None,
    password: Callable[[str, str], str],
    manners: Manners = USUAL,
) -> Post | Failure:
    """Return the letters that are new in a folder, or why there are none; never raises, and changes nothing there.

    `after` and `validity` are the `last` and `validity` of the post before. Where UIDs do not hold any more, all
    letters since `since` come again: who calls tells by their content which are known. The letters of the day before
    `since` come, too: servers count days in their own zone. `password` is asked for that of a user at a host.
    """
    try:
        where = box(address)
    except SettingsError as error:
        return Failure(str(error), f"write it like {FORM}")
    try:
        secret = Password(password(where.host, where.user))
    except SettingsError as error:
        return Failure(f"its password could not be looked up: {error}", "see the settings under [fetch]")
    sack, wanted = _Sack(manners.most_bytes), Wanted(after, validity, since)
    with Deadline(manners.deadline) as deadline:
        try:
            with connected(where, secret, manners, deadline) as imap:
                _fill(sack, imap, where, wanted, manners)
        # Whatever a server sends, and whatever imaplib stumbles over in it (IndexError, AttributeError, …).
        except Exception as error:
            failure = explained(error, deadline, partial(scrubbed, password=secret, user=where.user))
            return sack.post(failure) if sack.letters else failure
    return sack.post()


def _fill(sack: _Sack, imap: imaplib.IMAP4, where: Box, wanted: Wanted, manners: Manners) -> None:
    examine(imap, where.folder)
    known = numbers(imap)
    # UIDs only grow: where the next one is not above what was seen, a backup has been put in the folder's place.
    is_known = wanted.validity == known.validity and wanted.after < known.following
    sack.validity, sack.last = known.validity, wanted.after if is_known else 0
    uids = search(imap, known, after=sack.last, since=wanted.since, most=manners.most + 1)
    sack.has_more = len(uids) > manners.most
    uids = uids[: manners.most]
    for start in range(0, len(uids), AT_ONCE):
        if not _take(sack, imap, uids[start : start + AT_ONCE], manners):
            return


def _take(sack: _Sack, imap: imaplib.IMAP4, uids: Sequence[int], manners: Manners) -> bool:
    """Take these letters; returns whether there is room for more."""
    about = listed(_fetched(imap, uids, "(UID RFC822.SIZE INTERNALDATE)"))
    for batch in _batches(uids, about, manners.largest):
        fit = [uid for uid in batch if uid in about and about[uid].size <= manners.largest]
        sack.room -= sum(about[uid].size for uid in fit)
        if sack.room < 0 and sack.letters:
            sack.has_more = True
            return False
        found = bodies(_fetched(imap, fit, "(UID BODY.PEEK[])")) if fit else {}
        sack.letters += [Letter(uid, found[uid], about[uid].arrived) for uid in fit if uid in found]
        sack.too_large += [(uid, about[uid].size) for uid in batch if uid in about and uid not in fit]
        sack.missing += [uid for uid in batch if uid not in about or (uid in fit and uid not in found)]
        sack.last = batch[-1]
    return True


def _batches(uids: Sequence[int], about: dict[int, Listed], largest: int) -> Iterator[list[int]]:
    """Yield runs of letters that are fetched together; those that are too large weigh nothing."""
    batch: list[int] = []
    weight = 0
    for uid in uids:
        size = about[uid].size if uid in about else 0
        size = size if size <= largest else 0
        if batch and weight + size > BYTES_AT_ONCE:
            yield batch
            batch, weight = [], 0
        batch.append(uid)
        weight += size
    if batch:
        yield batch


def _fetched(imap: imaplib.IMAP4, uids: Sequence[int], what: str) -> list[bytes | tuple[bytes, bytes] | None]:
    answer, data = imap.uid("FETCH", ",".join(map(str, uids)), what)
    if answer != "OK":
        raise Refused(" ".join(str(item) for item in data))
    return list(data)
