"""The page's own words in the reader's language: messages, plurals, days and numbers.

The English words are the messages themselves; the other languages are the `.po` files beside this module (GNU gettext,
as any translator's tool edits them). To add a message: use it in a template, `_("…")`, and run
`pytest tests/renderers/test_words.py`, which prints the entry that each file still lacks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from briefing.language.display import shown
from briefing.renderers.words.catalogue import Values, catalogue, matched
from briefing.renderers.words.formats import day_in_english, language_name, long_date, number

ASIDES = {
    "copyright": "copyright line",
    "repeated": "repeated passage",
    "post": "embedded post",
    "table": "table row",
}
"""What a kind of what is set aside is called where it is counted, if not by its own name."""

_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")
_DEEPEST = 4
"""Reasons within reasons that are looked for: a feed that failed for days, at its robots.txt, where that led to."""

_PLACES = frozenset(("standard input", "an article"))
_ONE = re.compile(r"^1\s")
_COUNT = re.compile(r"\d{1,3}(?:,\d{3}){0,5}")


class Own(str):
    """Words of the page's own, as their format writes them: they are printed as they stand.

    It is no `Markup` on purpose: whatever is made of it (joined to a title, in capitals) is a plain text again, and is
    made safe for the format like any other. Jinja would make it safe for HTML, which on a Markdown page lets links in.
    """

    __slots__ = ()


@dataclass(frozen=True)
class Words:
    """Says things in one language; `safe` writes a text literally as the page's format does."""

    language: str = "en"
    safe: Callable[[str], str] = shown

    def gettext(self, message: str, /, **values: object) -> Own:
        """Return the message in the page's language, its {placeholders} filled with values made safe.

        A message that the catalogue has not, such as a template's own or a plugin's reason, is said as it is.
        """
        return self._said(message, values) or Own(self._filled(self.safe(message), values))

    def ngettext(self, one: str, many: str, count: int, /, **values: object) -> Own:
        """Return the message in the form that the count takes in the page's language; {count} is filled with it."""
        text = catalogue(self.language).ngettext(one, many, count)
        return Own(self._filled(self._safe(text), {"count": Own(number(count, self.language)), **values}))

    def plural(self, count: int, one: str, many: str = "") -> Own:
        """Return a count with its noun: "1 article", "5 articles", "5 Artikel"."""
        return self.ngettext(f"{{count}} {one}", f"{{count}} {many or one + 's'}", count)

    def aside(self, count: int, kind: str) -> Own:
        """Return how many of a kind were set aside: "2 captions", "1 repeated passage"."""
        return self.plural(count, ASIDES.get(kind, kind))

    def kind(self, kind: str) -> Own:
        """Return what one of a kind is called: "caption", "repeated passage"."""
        return Own(_ONE.sub("", self.aside(1, kind)))

    def place(self, name: str) -> Own:
        """Return what a file or another place is called: its name, "standard input", and the row if it has rows."""
        file, _, row = name.rpartition(", row ")
        if file and row.isdigit():
            return self.gettext("{file}, row {row}", file=self.place(file), row=row)
        return self.gettext(name) if name in _PLACES else Own(self.safe(name))

    def _said(self, message: str, values: Values, depth: int = 0) -> Own | None:
        text = catalogue(self.language).gettext(message) if message else ""  # to "" gettext answers with its header
        if text != message:
            return Own(self._filled(self._safe(text), values))
        found = None if values else matched(message, self.language, is_last=depth == _DEEPEST)
        if found is None:
            return None
        text, captured = found
        return Own(self._filled(self._safe(text), {k: self._captured(k, v, depth) for k, v in captured.items()}))

    def _captured(self, name: str, text: str, depth: int) -> Own | str:
        """What a stage has put into its English words: a reason within a reason, a number, a day, words of others."""
        if name == "reason":
            return self._said(text, {}, depth + 1) or text
        if name == "language":
            return language_name(text, self.language)
        if name.endswith("day") and (day := day_in_english(text)):
            return Own(long_date(day, self.language))
        return Own(number(int(text.replace(",", "")), self.language)) if _COUNT.fullmatch(text) else text

    def _safe(self, text: str) -> str:
        """A translation as the format writes it, with its blanks that do not break, which `safe` folds."""
        return "\xa0".join(map(self.safe, text.split("\xa0")))

    def _filled(self, text: str, values: Values) -> str:
        return _PLACEHOLDER.sub(lambda m: self._written(values[m[1]]) if m[1] in values else m[0], text)

    def _written(self, value: object) -> str:
        return str(value) if isinstance(value, Own) or hasattr(value, "__html__") else self.safe(str(value))
