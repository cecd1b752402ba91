"""The catalogues of the page's own words, read as their translators write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.settings.schema import PAGE_LANGUAGES

if TYPE_CHECKING:
    from babel.messages import Catalog

Values = Mapping[str, object]

_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")


@cache
def catalogue(language: str) -> NullTranslations:
    """Return the messages in a language; in English, and in what is none of ours, each is what it says.

    They are compiled in memory, some 10 ms a language: a compiled file beside its source could fall behind it.
    """
    if language == "en" or language not in PAGE_LANGUAGES:
        return NullTranslations()
    from babel.messages.mofile import write_mo

    compiled = BytesIO()
    write_mo(compiled, _read(language))
    compiled.seek(0)
    return GNUTranslations(compiled)


def own_texts(language: str) -> Iterator[str]:
    """Yield everything that a language's catalogue can make a page say."""
    if language != "en" and language in PAGE_LANGUAGES:
        for message in _read(language):
            yield from _forms(message.string) if message.id else ()


def matched(text: str, language: str, *, is_last: bool) -> tuple[str, Mapping[str, str]] | None:
    """Return the translation of the message that a filled text was made from, with what it was filled with.

    Stages give their reasons in English words, which JSON keeps: "words run together: cleanedup" was made from "words
    run together: {word}". Where `is_last` says so, it is none that holds a reason in its turn.
    """
    for pattern, translation in _patterns(language):
        if (match := pattern.fullmatch(text)) and not (is_last and "reason" in match.groupdict()):
            return translation, match.groupdict()
    return None


@cache
def _read(language: str) -> Catalog:
    from babel.messages.pofile import read_po

    with Path(__file__).with_name(f"{language}.po").open("rb") as stream:
        return read_po(stream, locale=language, abort_invalid=True)


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The messages with placeholders as patterns, those that say most first; none that could begin with anything."""
    if not isinstance(catalogue(language), GNUTranslations):
        return ()
    pairs = [(_forms(m.id), _forms(m.string)) for m in _read(language)]
    filled = [(ids[0], said[0]) for ids, said in pairs if len(ids) == 1 and _PLACEHOLDER.search(ids[0], 1)]
    said_most = sorted(filled, key=lambda pair: -len(_PLACEHOLDER.sub("", pair[0])))
    return tuple((_pattern(message), said) for message, said in said_most if not message.startswith("{"))


def _forms(text: str | Iterable[str] | None) -> tuple[str, ...]:
    """A message's or a translation's forms, one if it counts nothing."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def _pattern(message: str) -> re.Pattern[str]:
    """A message as a pattern of what it becomes; all but the last placeholder are bounded, so that it stays linear."""
    literals = _PLACEHOLDER.split(message)[::2]
    names = _PLACEHOLDER.findall(message)
    groups = [rf"(?P<{name}>.{{1,300}}?)" for name in names[:-1]] + [f"(?P<{names[-1]}>.+)"]
    parts = [part for pair in zip(map(re.escape, literals), groups, strict=False) for part in pair]
    return re.compile("".join([*parts, re.escape(literals[-1])]), re.DOTALL)
