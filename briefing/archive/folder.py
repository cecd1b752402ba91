"""The site's folder: what is ours there is listed, and nothing else in it is ever touched."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import BriefingError
from briefing.files import make_folder, write_whole
from briefing.model import Rendered
from briefing.renderers.site.paths import is_ours

LIST = "archive.json"
SCHEMA = "briefing/archive/1"


@dataclass(frozen=True, slots=True)
class SiteFolder:
    """A folder with the site of the briefing `name`: its feed's `identity`, and the files that we wrote there."""

    path: Path
    name: str
    identity: str
    files: frozenset[str] = frozenset()

    @classmethod
    def of(cls, path: Path, name: str, identity: str) -> SiteFolder:
        """Return the folder as it is; raises BriefingError where it is another's. A new one gets that identity."""
        listed = path / LIST
        with _told(listed):
            try:
                found = json.loads(listed.read_bytes())
            except FileNotFoundError:
                return cls(path, name, identity)
            except ValueError:
                found = None
        if not isinstance(found, dict) or found.get("schema") != SCHEMA:
            raise BriefingError(f"{listed}: not written by briefing archive; name another folder, or move it away")
        if found.get("name") != name:
            whose = f"{found.get('name')!r}, not of {name!r}"
            raise BriefingError(f"{path}: holds the archive of {whose}; name another folder")
        files = frozenset(file for file in found.get("files", ()) if isinstance(file, str) and is_ours(file))
        return cls(path, name, str(found.get("identity", identity)), files)

    def claim(self, paths: Iterable[str]) -> None:
        """List these files before any is written, so that a run that is cut off leaves none that seems another's.

        Raises BriefingError, with nothing written, where one is there that is not ours.
        """
        wanted = frozenset(paths)
        for path in sorted(wanted - self.files):
            if (self.path / path).exists():
                remedy = "name another folder, or move it away"
                raise BriefingError(f"{self.path / path}: not written by briefing archive; {remedy}")
        self._list(self.files | wanted)

    def put(self, path: str, page: Rendered) -> bool:
        """Write a file whole and return True; one that is the same already stays as it is, and so does its time."""
        file, data = self.path / path, page if isinstance(page, bytes) else page.encode()
        with _told(file):
            if file.is_file() and file.read_bytes() == data:
                return False
            make_folder(file.parent)
            write_whole(file, data)
        return True

    def clear(self, paths: Iterable[str]) -> int:
        """Remove the files of ours that are not among these, and return how many; from now on just these are ours."""
        wanted = frozenset(paths)
        gone = sorted(self.files - wanted)
        for path in gone:
            with _told(self.path / path):
                (self.path / path).unlink(missing_ok=True)
            with suppress(OSError):  # not empty: what else is in it is not ours
                (self.path / path).parent.rmdir()
        self._list(wanted)
        return len(gone)

    def _list(self, files: Iterable[str]) -> None:
        listed = {"schema": SCHEMA, "name": self.name, "identity": self.identity, "files": sorted(files)}
        self.put(LIST, json.dumps(listed, ensure_ascii=False, indent=1) + "\n")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Raise BriefingError with the path where a file cannot be read, written or removed."""
    try:
        yield
    except OSError as error:
        what = f"{error.filename or path}: {error.strerror}"
        raise BriefingError(f"{what}; name a folder that you may write to, with room for the archive") from error
