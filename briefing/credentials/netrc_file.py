"""A file of passwords in netrc form that only its owner can read.

The standard library's `netrc` keeps one login for a machine (the last), where a user may well have two mailboxes at one
provider; and its errors hold the word that it stumbled over, which may be a piece of a password.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NoReturn

from briefing.credentials.secret import Password
from briefing.credentials.words import Words
from briefing.errors import SettingsError

LARGEST = 1_000_000
"""Bytes: far above any real one."""

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_FIELDS = {"login": "login", "user": "login", "password": "password", "account": ""}
_NONE = Password()
_REMEDY = 'a password with blanks stands in "double quotes"'


@dataclass(frozen=True, slots=True)
class Entry:
    """What the file says of one login at one machine; `machine` is "" for netrc's `default`."""

    machine: str
    login: str = ""
    password: Password = _NONE


def entries(file: str) -> tuple[Entry, ...]:
    """Return what the file holds, in order; raises SettingsError if others can get at it, or if it is no netrc."""
    return tuple(_entries(Words(_text(file)), file))


def _text(file: str) -> str:
    try:
        with open(file, "rb", opener=_not_blocking) as stream:
            _check(os.fstat(stream.fileno()), file)
            data = stream.read(LARGEST + 1)
    except OSError as error:
        _refuse(file, f"cannot be read: {error.strerror}; see fetch.credentials")
    if len(data) > LARGEST:
        _refuse(file, f"larger than {LARGEST:,} bytes, which no file of passwords is; see fetch.credentials")
    return _decoded(data, file)


def _not_blocking(file: str, flags: int) -> int:
    """Open without waiting for the other end of a FIFO."""
    return os.open(file, flags | os.O_NONBLOCK)


def _decoded(data: bytes, file: str) -> str:
    text = data.decode("utf-8-sig", errors="replace")
    if "\ufffd" in text:
        _refuse(f"{file}:{text.count(chr(10), 0, text.index(chr(0xFFFD))) + 1}", "not UTF-8: save the file as UTF-8")
    return text


def _check(status: os.stat_result, file: str) -> None:
    """Look at the file that is open, not at its name again, which could lead elsewhere by now."""
    if not stat.S_ISREG(status.st_mode):
        _refuse(file, "not a regular file; see fetch.credentials")
    if status.st_uid != os.geteuid():
        _refuse(file, "belongs to another user; passwords are read only from a file of one's own (chown, or copy it)")
    if status.st_mode & _OTHERS:
        _refuse(file, f"others can get at it (mode {stat.S_IMODE(status.st_mode):04o}); chmod 600 {file}")


def _entries(words: Words, file: str) -> Iterator[Entry]:
    entry: Entry | None = None
    for word in words:
        if word.startswith("#"):
            words.skip_line()
        elif word in {"machine", "default", "macdef"}:
            if entry:
                yield entry
            name = _value(words, word, file) if word != "default" else ""
            if word == "macdef":
                words.skip_paragraph()
            entry = None if word == "macdef" else Entry(name.casefold())
        elif word in _FIELDS and entry:
            entry = _with(entry, word, _value(words, word, file))
        else:
            _refuse(f"{file}:{words.line}", f"neither machine, login nor password; {_REMEDY}")
    _check_end(words, file)
    if entry:
        yield entry


def _value(words: Words, word: str, file: str) -> str:
    line = words.line
    value = next(words, None)
    if value is None:
        _check_end(words, file)
        _refuse(f"{file}:{line}", f"nothing follows {word!r}")
    return value


def _check_end(words: Words, file: str) -> None:
    if words.is_open:
        _refuse(f"{file}:{words.line}", f"what begins here never ends; {_REMEDY}")


def _with(entry: Entry, word: str, value: str) -> Entry:
    match _FIELDS[word]:
        case "login":
            return replace(entry, login=value)
        case "password":
            return replace(entry, password=Password(value))
        case _:
            return entry


def _refuse(where: str, what: str) -> NoReturn:
    raise SettingsError(f"{where}: {what}") from None
