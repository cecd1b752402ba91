"""Know a Maildir: a folder of mails, a file each, that mail programs share."""

from __future__ import annotations

import os
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
