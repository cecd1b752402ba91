"""The tables of `state.sqlite`, as the steps that lead to them: a new state takes all, an older one those it lacks."""

from __future__ import annotations

_FIRST = """
CREATE TABLE editions (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    day TEXT NOT NULL,
    revision INTEGER NOT NULL,
    title TEXT NOT NULL,
    made_at TEXT NOT NULL,
    UNIQUE (name, day, revision)
);
CREATE TABLE pages (
    edition INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
    format TEXT NOT NULL,
    page BLOB NOT NULL,
    PRIMARY KEY (edition, format)
);
-- One row for an edition's day and recipient, whatever the revision: this is what keeps a mail from coming twice.
CREATE TABLE deliveries (
    name TEXT NOT NULL,
    day TEXT NOT NULL,
    recipient TEXT NOT NULL,
    revision INTEGER NOT NULL,
    message_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('sending', 'sent', 'refused', 'uncertain')),
    at TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (name, day, recipient),
    FOREIGN KEY (name, day, revision) REFERENCES editions (name, day, revision)
);
CREATE TABLE problems (
    name TEXT NOT NULL,
    place TEXT NOT NULL,
    what TEXT NOT NULL,
    first_day TEXT NOT NULL,
    PRIMARY KEY (name, place, what)
);
"""

# What editions said and were made from. `made` is null where an edition was recorded before this step, which left
# nothing of that behind; `pruned` is 1 where only the row is left, for the deliveries that point to it.
_MEMORY = """
ALTER TABLE editions ADD COLUMN made TEXT;
ALTER TABLE editions ADD COLUMN pruned INTEGER NOT NULL DEFAULT 0;
CREATE TABLE statements (
    edition INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    label TEXT NOT NULL,
    article TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    core_start INTEGER NOT NULL,
    core_end INTEGER NOT NULL,
    core_words TEXT NOT NULL,
    theme TEXT,
    language TEXT NOT NULL,
    PRIMARY KEY (edition, place)
);
-- What an article states of itself, as the first edition of that name found it.
CREATE TABLE articles (
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    day TEXT,
    title TEXT,
    source TEXT,
    url TEXT,
    path TEXT NOT NULL,
    row INTEGER NOT NULL,
    PRIMARY KEY (name, sha256)
);
CREATE INDEX articles_by_day ON articles (name, first_seen, sha256);
-- Every article that an edition lists, and whether it was made from it (or it lay outside the window).
CREATE TABLE listed (
    edition INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
    sha256 TEXT NOT NULL,
    used INTEGER NOT NULL,
    PRIMARY KEY (edition, sha256)
) WITHOUT ROWID;
"""

# What feeds, pages and mailboxes have given. A text that changed under its key is a version more: a page may cite the
# earlier one. `told` keeps what was ever said to be wrong, so that a page that says so can be proved.
_COLLECTED = """
CREATE TABLE channels (
    address TEXT PRIMARY KEY,
    asked TEXT NOT NULL,
    etag TEXT NOT NULL,
    modified TEXT NOT NULL,
    title TEXT NOT NULL,
    links TEXT NOT NULL,
    validity INTEGER NOT NULL,
    last INTEGER NOT NULL,
    since TEXT,
    what TEXT NOT NULL,
    remedy TEXT NOT NULL,
    failing_since TEXT,
    failed_on TEXT,
    failed_days INTEGER NOT NULL,
    not_before TEXT
);
CREATE TABLE items (
    channel TEXT NOT NULL REFERENCES channels (address) ON DELETE CASCADE,
    key TEXT NOT NULL,
    row INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('kept', 'waiting', 'passed')),
    at TEXT NOT NULL,
    digest TEXT NOT NULL,
    stated TEXT NOT NULL,
    place TEXT NOT NULL,
    tries INTEGER NOT NULL,
    what TEXT NOT NULL,
    remedy TEXT NOT NULL,
    superseded INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (channel, key, row, sha256)
);
CREATE INDEX items_by_text ON items (sha256);
CREATE INDEX items_by_place ON items (place);
CREATE TABLE told (
    place TEXT NOT NULL,
    what TEXT NOT NULL,
    remedy TEXT NOT NULL,
    PRIMARY KEY (place, what)
);
"""

# The outbox holds each letter as it goes out (compressed; empty: not kept). A number is never given twice: people name
# letters by it. What was delivered before there was an outbox left no bytes behind, and what was refused then is no
# letter: it is written anew. `home` has one row, once something was sent or run: where that was.
_OUTBOX = """
CREATE TABLE outbox (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    day TEXT NOT NULL,
    revision INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    sender TEXT NOT NULL,
    message_id TEXT NOT NULL,
    data BLOB NOT NULL,
    state TEXT NOT NULL CHECK (
        state IN ('held', 'queued', 'sending', 'sent', 'deferred', 'failed', 'uncertain', 'dropped')
    ),
    queued TEXT NOT NULL,
    at TEXT NOT NULL,
    due TEXT,
    tries INTEGER NOT NULL,
    words TEXT NOT NULL,
    UNIQUE (name, day, recipient, revision),
    FOREIGN KEY (name, day, revision) REFERENCES editions (name, day, revision)
);
CREATE INDEX outbox_by_state ON outbox (name, state);
INSERT INTO outbox (
    name, day, revision, recipient, sender, message_id, data, state, queued, at, due, tries, words
) SELECT name, day, revision, recipient, '', message_id, x'',
    CASE state WHEN 'sending' THEN 'uncertain' ELSE state END, at, at, NULL, 1, words
FROM deliveries WHERE state != 'refused' ORDER BY day, recipient;
DROP TABLE deliveries;
CREATE TABLE home (
    host TEXT NOT NULL,
    folder TEXT NOT NULL
);
"""

STEPS = (_FIRST, _MEMORY, _COLLECTED, _OUTBOX)
VERSION = len(STEPS)


def statements(since: int) -> list[str]:
    """Return the SQL that leads from the schema `since` (0: nothing) to ours, one statement after the other.

    One by one they can stand in a transaction; `executescript` would commit it first.
    """
    steps = (*STEPS[since:], f"PRAGMA user_version = {VERSION};")
    return [statement for step in steps for statement in _split(step)]


def _split(script: str) -> list[str]:
    lines = [line for line in script.splitlines() if not line.startswith("--")]
    return [part for part in "\n".join(lines).split(";") if part.strip()]
