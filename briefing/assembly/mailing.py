"""From a briefing to the pages of a mail, as each recipient wishes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from briefing.assembly.planning import renderer
from briefing.model import Briefing, Edition, Recipient, Rendered
from briefing.post import Pages
from briefing.settings import Settings


@dataclass(frozen=True)
class Laid(Mapping[str, Rendered]):
    """The pages of a briefing by format, each laid out when it is first asked for; `whole` are there already."""

    briefing: Briefing
    settings: Settings
    folder: str
    whole: Mapping[str, Rendered]
    _done: dict[str, Rendered] = field(default_factory=dict)

    def __getitem__(self, form: str) -> Rendered:
        """Return the page in that format; raises SettingsError if there is no such format."""
        if form in self.whole:
            return self.whole[form]
        if form not in self._done:
            self._done[form] = renderer(form, self.settings)(self.briefing, self.folder)
        return self._done[form]

    def __iter__(self) -> Iterator[str]:
        """Yield the formats that are laid out."""
        return iter({**self.whole, **self._done})

    def __len__(self) -> int:
        """How many are laid out."""
        return len({**self.whole, **self._done})


def pages_for(briefing: Briefing, settings: Settings, folder: str) -> Pages:
    """Return what lays the pages of a mail out for a recipient; `folder` is where the edition's own pages stand."""

    def pages(edition: Edition, recipient: Recipient) -> Mapping[str, Rendered]:
        return Laid(briefing, settings, folder, edition.pages)

    return pages
