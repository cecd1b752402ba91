"""What an editor asks for, beyond themes: what must be printed, what must not, and whose words come first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

WISH_KINDS = ("words", "source", "article")


class Wish(NamedTuple):
    """What one text of `pin`, `drop` or `exclude` points at: some words, a publication, or an article."""

    kind: str
    value: str

    @classmethod
    def of(cls, text: str) -> Wish:
        """Return the entry that is written "source:Reuters", "article:002.txt", "words:…", or as words alone.

        >>> Wish.of("around 4,000"), Wish.of("Source: Orr  Courier")
        (Wish(kind='words', value='around 4,000'), Wish(kind='source', value='Orr Courier'))
        """
        kind, colon, value = text.partition(":")
        kind = kind.strip().casefold()
        found = cls(kind, value) if colon and kind in WISH_KINDS else cls("words", text)
        return found._replace(value=" ".join(found.value.split()))


@dataclass(frozen=True, slots=True)
class Hand:
    """The editor's hand on a page; `pin`, `drop` and `exclude` hold entries as they are written.

    What `pin` names is printed whatever its score, what `drop` names is read and not printed, what `exclude` names is
    not used at all. `order` are the themes that come first on the page, `prefer` the publications whose words do.
    `source_words` are the most words to print of one publication (0: no limit).
    """

    pin: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    prefer: tuple[str, ...] = ()
    source_words: int = 0
