"""Keep the archive: gather what was published, copy its pages, lay out the site, and let old files go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.archive.folder import SiteFolder
from briefing.archive.gather import by_theme, gather
from briefing.errors import BriefingError
from briefing.model import Rendered
from briefing.model.archive import Site
from briefing.records.state import State
from briefing.renderers.site.feed import identity

Render = Callable[[Site], Iterator[tuple[str, str]]]
"""What gives each page of a site with its path, the index last."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What an archive has now, and what was done to it: files `written` anew or again, and `removed`."""

    site: Site
    written: int
    removed: int


def keep(state: State, name: str, folder: Path, site: Site, render: Render) -> Kept:
    """Keep the archive of the briefing `name` in `folder`; `site` says how it is titled, and holds no editions yet.

    Raises BriefingError where nothing is recorded, or something that is not ours is in the way: then nothing is
    written. The index comes last, so that it never leads to a page that is not there.
    """
    editions = gather(state, name)
    if not editions:
        raise BriefingError(f"{state.folder}: no edition is recorded here; briefing run records one")
    home = SiteFolder.of(folder, name, identity(name, editions[-1].first_made.isoformat()))
    whole = replace(site, identity=home.identity, editions=editions, themes=by_theme(editions))
    home.claim(whole.paths)
    written = sum(home.put(path, page) for path, page in _recorded(state, name, whole))
    written += sum(home.put(path, page) for path, page in render(whole))
    return Kept(whole, written, home.clear(whole.paths))


def _recorded(state: State, name: str, site: Site) -> Iterator[tuple[str, Rendered]]:
    """Yield the recorded pages, to the byte."""
    for archived in site.editions:
        for page in archived.pages:
            edition = state.edition(name, archived.day, page.revision)
            if edition:
                yield page.path, edition.pages[page.form]
