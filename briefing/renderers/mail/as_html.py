"""A mail's HTML part: its styles in its elements, and short enough that no mail program cuts it off."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from briefing.model import Briefing
from briefing.renderers.from_template import FromTemplate
from briefing.renderers.inlined import inlined
from briefing.renderers.mail.shorten import shorter

LIMIT = 100_000
"""The most bytes of the HTML part, with its line ends as they are sent: Gmail hides what is behind some 102 kB."""


@dataclass(frozen=True)
class AsMail:
    """Renders the HTML template `name` from the first of `folders` that holds it, for mail programs."""

    name: str
    suffix: str
    folders: tuple[str, ...]

    def own_words(self, language: str) -> frozenset[str]:
        """The words that the template itself prints."""
        return self._template.own_words(language)

    @property
    def _template(self) -> FromTemplate:
        return FromTemplate(self.name, self.suffix, self.folders)

    def __call__(self, briefing: Briefing, folder: str) -> str:
        """Return the part, of at most LIMIT bytes: what has no room is left out part by part, and the page says so.

        Raises TemplateError as `FromTemplate` does.
        """
        self._template.check()
        fill, page = self._template.filled(folder, briefing.language), ""
        for found in chain([briefing], shorter(briefing)):
            page = inlined(fill(briefing=found))
            if len(page.encode()) + page.count("\n") <= LIMIT:
                break
        return page
