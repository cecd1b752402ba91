"""The site's pages from the templates, one after the other, the index last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

from briefing.model.archive import FEED, INDEX, SEARCH, Site
from briefing.renderers.from_template import FromTemplate
from briefing.renderers.site.feed import feed
from briefing.renderers.site.look_up import is_whole, look_up

_NAMES = ("edition", "theme", "search", "entry", "index")


@dataclass(frozen=True)
class SitePages:
    """Renders a site with the templates "archive-….html.j2" in the first of `folders` that holds each."""

    folders: tuple[str, ...]

    def __call__(self, site: Site) -> Iterator[tuple[str, str]]:
        """Yield the path of each page of the site with what stands there; raises TemplateError."""
        fill = {name: self._filled(name, site) for name in _NAMES}
        later = (None, *site.editions)
        for edition, after, before in zip_longest(site.editions, later[: len(site.editions)], site.editions[1:]):
            yield edition.path, fill["edition"](edition=edition, before=before, after=after)
        for theme in site.themes:
            yield theme.path, fill["theme"](theme=theme)
        yield SEARCH, fill["search"](look_up=look_up(site), is_whole=is_whole(site))
        yield FEED, feed(site, lambda edition: fill["entry"](edition=edition))
        yield INDEX, fill["index"]()

    def _filled(self, name: str, site: Site) -> Callable[..., str]:
        template = FromTemplate(f"archive-{name}.html.j2", "html", self.folders)
        template.check()
        return partial(template.filled("/", site.language), site=site)
