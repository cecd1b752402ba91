"""Know a Maildir: a folder of mails, a file each, that mail programs share."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import PurePath

_MAILS = ("cur", "new")
_ALL = (*_MAILS, "tmp")


def is_maildir(folder: str) -> bool:
    """Whether a folder is a Maildir: it has the three folders that make one."""
    return all(os.path.isdir(os.path.join(folder, name)) for name in _ALL)  # noqa: PTH112, PTH118  (they never raise)


def is_in_maildir(path: str) -> bool:
    """Whether a file is a mail of a Maildir, by the folder that it lies in."""
    parent = PurePath(path).parent
    return parent.name in _MAILS and is_maildir(str(parent.parent))


def present(path: str) -> str:
    """Return where a file is: a mail of a Maildir moves from `new` to `cur` and changes its name when it is read.

    What stands before the colon stays. A path that leads to nothing, and to no mail that moved, comes back as it is.
    """
    if os.path.lexists(path) or not is_in_maildir(path):
        return path
    name, folder = PurePath(path).name.partition(":")[0], PurePath(path).parent.parent
    for place in _MAILS:
        with suppress(OSError):
            found = sorted(one for one in os.listdir(folder / place) if one.partition(":")[0] == name)  # noqa: PTH208
            if found:
                return str(folder / place / found[0])
    return path
