"""Editions in the database: stored whole in one transaction, with what they said and were made from."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date, datetime
from typing import Any

from briefing.model import Edition, Entry, Hand, Location, Made, Published, Rendered, Seen, Span, bound

_LATEST = (
    "SELECT id FROM editions WHERE name = ? AND (? IS NULL OR day = ?) AND (? IS NULL OR revision = ?) AND NOT pruned"
    " ORDER BY day DESC, revision DESC LIMIT 1"
)
_INSERT = "INSERT INTO editions (name, day, revision, title, made_at, made) VALUES (?, ?, ?, ?, ?, ?)"
# Of an article that several editions saw, what the first of them found counts, in whatever order they are recorded.
_SEE = """
INSERT INTO articles (name, sha256, first_seen, day, title, source, url, path, row) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET first_seen = excluded.first_seen, day = excluded.day, title = excluded.title,
    source = excluded.source, url = excluded.url, path = excluded.path, row = excluded.row
WHERE excluded.first_seen < first_seen
"""
_SAY = """
INSERT INTO statements (
    edition, place, label, article, start, "end", text, core_start, core_end, core_words, theme, language
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_SAID = """
SELECT label, article, start, "end", text, core_start, core_end, core_words, theme, language
FROM statements WHERE edition = ? ORDER BY place
"""
_SEEN_BEFORE = """
SELECT sha256, first_seen, day, title, source, url, path, row FROM articles
WHERE name = ? AND first_seen < ? ORDER BY first_seen, sha256
"""
_SEEN_BY = """
SELECT a.sha256, first_seen, day, title, source, url, path, row FROM articles a JOIN listed l USING (sha256)
WHERE name = ? AND l.edition = ? AND used ORDER BY first_seen, a.sha256
"""
_ENTRIES = """
SELECT day, revision, title, made_at, made IS NOT NULL,
    (SELECT count(*) FROM statements WHERE edition = id),
    (SELECT count(*) FROM listed WHERE edition = id AND used),
    (SELECT count(*) FROM outbox d WHERE d.name = e.name AND d.day = e.day AND d.revision = e.revision
        AND d.state = 'sent')
FROM editions e WHERE name = ? AND NOT pruned ORDER BY day, revision
"""


def store(connection: sqlite3.Connection, edition: Edition, at: datetime) -> None:
    """Insert the edition with its pages, statements and articles; the transaction is the caller's."""
    name, day = edition.name, edition.day.isoformat()
    row = (name, day, edition.revision, edition.title, at.isoformat(), _json(edition.made))
    key = connection.execute(_INSERT, row).lastrowid
    pages = [(key, form, page) for form, page in sorted(edition.files.items())]
    connection.executemany("INSERT INTO pages (edition, format, page) VALUES (?, ?, ?)", pages)
    connection.executemany(_SAY, [(key, place, *_printed(one)) for place, one in enumerate(edition.statements)])
    connection.executemany(_SEE, [(name, *_stated(seen)) for seen in edition.articles])
    used = {seen.sha256 for seen in edition.articles}
    listed = [(key, sha256, sha256 in used) for sha256 in sorted(used.union(edition.listed))]
    connection.executemany("INSERT INTO listed (edition, sha256, used) VALUES (?, ?, ?)", listed)


def find(
    connection: sqlite3.Connection, name: str, day: date | None = None, revision: int | None = None
) -> Edition | None:
    """Return that revision or the last of that day or of the latest day recorded, or None."""
    on = day and day.isoformat()
    found = connection.execute(_LATEST, (name, on, on, revision, revision)).fetchone()
    return _edition(connection, *found) if found else None


def last_revision(connection: sqlite3.Connection, name: str, day: date) -> int:
    """Return the number of the day's last revision, pruned or not; 0 without any."""
    query = "SELECT max(revision) FROM editions WHERE name = ? AND day = ?"
    (found,) = connection.execute(query, (name, day.isoformat())).fetchone()
    return found or 0


def entries(connection: sqlite3.Connection, name: str) -> tuple[Entry, ...]:
    """Return every revision of every edition of that name as the list has it, in order."""
    return tuple(
        Entry(
            day=date.fromisoformat(day),
            revision=revision,
            title=title,
            statements=said if is_remembered else None,
            articles=used if is_remembered else None,
            at=datetime.fromisoformat(at),
            sent=sent,
        )
        for day, revision, title, at, is_remembered, said, used, sent in connection.execute(_ENTRIES, (name,))
    )


def statements(connection: sqlite3.Connection, key: int, day: date) -> tuple[Published, ...]:
    """Return what the edition of that key and day printed, in the order of its page."""
    rows = connection.execute(_SAID, (key,))
    return tuple(
        Published(day, label, article, start, end, text, Span(begin, stop), tuple(words.split()), theme, language)
        for label, article, start, end, text, begin, stop, words, theme, language in rows
    )


def seen_before(connection: sqlite3.Connection, name: str, day: date) -> tuple[Seen, ...]:
    """Return the articles that editions before that day were made from, in the order in which they were seen."""
    return _seen(connection.execute(_SEEN_BEFORE, (name, day.isoformat())))


def _edition(connection: sqlite3.Connection, key: int) -> Edition:
    query = "SELECT name, day, revision, title, made FROM editions WHERE id = ?"
    name, on, revision, title, made = connection.execute(query, (key,)).fetchone()
    pages = connection.execute("SELECT format, page FROM pages WHERE edition = ? ORDER BY format", (key,))
    listed = connection.execute("SELECT sha256 FROM listed WHERE edition = ? ORDER BY sha256", (key,))
    day = date.fromisoformat(on)
    return Edition(
        name=name,
        day=day,
        title=title,
        pages={form: _rendered(page) for form, page in pages},
        revision=revision,
        made=_made(made) if made else Made(),
        statements=statements(connection, key, day),
        articles=_seen(connection.execute(_SEEN_BY, (name, key))),
        listed=tuple(sha256 for (sha256,) in listed),
    )


def _rendered(page: bytes) -> Rendered:
    """Every text is UTF-8; what is none was no text."""
    try:
        return page.decode()
    except UnicodeDecodeError:
        return page


def _seen(rows: Iterable[tuple[Any, ...]]) -> tuple[Seen, ...]:
    return tuple(
        Seen(
            sha256=sha256,
            first_seen=date.fromisoformat(first_seen),
            day=date.fromisoformat(day) if day else None,
            title=title,
            source=source,
            url=url,
            location=Location(path, row),
        )
        for sha256, first_seen, day, title, source, url, path, row in rows
    )


def _printed(one: Published) -> tuple[object, ...]:
    words = " ".join(one.core_words)
    return one.label, one.article, one.start, one.end, one.text, *one.core, words, one.theme, one.language


def _stated(seen: Seen) -> tuple[object, ...]:
    day = seen.day.isoformat() if seen.day else None
    return seen.sha256, seen.first_seen.isoformat(), day, seen.title, seen.source, seen.url, *seen.location


def _json(made: Made) -> str:
    return json.dumps(asdict(made), ensure_ascii=False, default=lambda day: day.isoformat())


def _made(text: str) -> Made:
    """Read `made` back; what another version wrote there and ours does not know is left out."""
    found: dict[str, Any] = json.loads(text)
    known = {field.name: found[field.name] for field in fields(Made) if field.name in found}
    for field in fields(Made):
        if "date" in str(field.type) and known.get(field.name):
            known[field.name] = bound(known[field.name])
    return Made(**_tuples({**known, "hand": Hand(**_tuples(known.get("hand", {})))}))


def _tuples(found: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in found.items()}
