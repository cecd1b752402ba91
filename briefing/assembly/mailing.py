"""From a briefing to the pages of a mail, as each recipient wishes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from briefing.assembly.planning import renderer
from briefing.model import Briefing, Edition, Recipient, Rendered
from briefing.post import Pages
from briefing.settings import Settings
from briefing.stages.tailor import tailor

MAIL = ("subject", "text", "mail")
"""What makes a mail: its subject line and its two parts."""


@dataclass(frozen=True)
class Laid(Mapping[str, Rendered]):
    """The pages of a mail by format, each laid out when it is first asked for.

    `known` are there already. Of the others the mail's own parts are those of `own`, the rest those of the `whole`.
    """

    own: Briefing
    whole: Briefing
    settings: Settings
    folder: str
    known: dict[str, Rendered] = field(default_factory=dict)

    def __getitem__(self, form: str) -> Rendered:
        """Return the page in that format; raises SettingsError if there is no such format."""
        if form not in self.known:
            briefing = self.own if form in MAIL else self.whole
            self.known[form] = renderer(form, self.settings)(briefing, self.folder)
        return self.known[form]

    def __iter__(self) -> Iterator[str]:
        """Yield the formats that are laid out."""
        return iter(self.known)

    def __len__(self) -> int:
        """How many are laid out."""
        return len(self.known)


def pages_for(briefing: Briefing, settings: Settings, folder: str) -> Pages:
    """Return what lays the pages of a mail out for a recipient; `folder` is where the edition's own pages stand.

    Of a day that has nothing new for them there is a note, or nothing, as `mail.empty` says.
    """

    def pages(edition: Edition, recipient: Recipient) -> Mapping[str, Rendered] | None:
        own = tailor(briefing, recipient)
        if settings.mail.empty == "none" and not own.has_news:
            return None
        known = {form: page for form, page in edition.pages.items() if own == briefing or form not in MAIL}
        return Laid(own, briefing, settings, folder, known)

    return pages
