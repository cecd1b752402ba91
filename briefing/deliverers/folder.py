"""Letters as files in the folder that `mail.folder` names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from errno import EDQUOT, EIO, ENOSPC
from pathlib import Path

from briefing.errors import DeliveryError, SettingsError
from briefing.settings import Mail

_PASSING = frozenset({EDQUOT, EIO, ENOSPC})


def needed(mail: Mail) -> Path:
    """Return `mail.folder`; raises SettingsError where there is none and somebody is to get mail."""
    if mail.recipients and not mail.folder:
        raise SettingsError(f"mail.folder: is needed for transport = {mail.transport!r}: name a folder to write to")
    return Path(mail.folder)


def given(folder: Path) -> Path:
    """Return the folder; raises DeliveryError for none, which would be the current one: old letters may wait."""
    if folder == Path():
        raise DeliveryError("mail.folder: is needed to write the letters that wait; name a folder", general=True)
    return folder


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what goes wrong with a letter's file into a DeliveryError that names it.

    Where that happens at the very end it may be there nevertheless: written again it is the same file.
    """
    try:
        yield
    except OSError as error:
        remedy = "let mail.folder name a folder that you may write to, with room on its disk"
        what = f"{path}: cannot be written: {error.strerror}; {remedy}"
        raise DeliveryError(what, temporary=error.errno in _PASSING, general=True) from error
