"""Say who speaks in an article, under which name, and what the article says that they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.language.name_words import MANY, PERSON_NOUNS, TITLES
from briefing.language.role_words import HONORIFICS
from briefing.model import Attribution, Speaker
from briefing.stages.refer import Name, Names, role_of

_FULL = 2  # words of a name by which its bearer is known elsewhere
_GLUED = re.compile(r"[^\W\d_A-Z]{4}[A-Z]")  # "FrankenTake", not "MacGregor"


def introduce(names: Names, attributions: Sequence[Attribution], language: str) -> tuple[Speaker, ...]:
    """Return the speakers of an article whose names are known, in the order of their first words.

    Persons and bodies: what a country or a party "says" is somebody's who is not named, and words run together are
    nobody's name. In other languages than English only given and family name surely are one.
    """
    spoken = dict.fromkeys(said.name for said in attributions if said.speaker and said.name)
    numbers = {name.span: number for number, name in enumerate(names.names)}
    found = (names.names[numbers[span]] for span in spoken if span in numbers)
    sure = (name for name in found if _is_somebody(name) and not _is_eclipsed(name, names))
    speakers = (_introduced(names, numbers[name.span]) for name in sure)
    return tuple(one for one in speakers if language == "en" or _is_full(one.key))


def _is_somebody(name: Name) -> bool:
    words = name.text.split()
    is_kind = words[0].lower() in PERSON_NOUNS or words[-1].lower() in MANY
    return name.kind != "place" and name.text[0].isupper() and not is_kind and not _GLUED.search(name.text)


def _is_eclipsed(name: Name, names: Names) -> bool:
    """Whether a bare surname may be somebody else's: "Trump" in an article on Melania Trump and the president."""
    last = name.text.split()[-1]
    return name.gender == "she" and any(one.text.split()[-1] == last and one is not name for one in names.names)


def _is_full(key: Sequence[str]) -> bool:
    return len(key) >= _FULL and bool(key[0]) and key[0].rstrip(".") not in TITLES | HONORIFICS


def _introduced(names: Names, number: int) -> Speaker:
    name = names.names[number]
    role = role_of(names, number) if name.kind != "body" else None
    return Speaker(name.text, name.span, role, names.text[slice(*role)] if role else "", _key(name))


def _key(name: Name) -> tuple[str, ...]:
    """A person's given and family name, without initials; a body's name as it is: in small letters."""
    words = name.text.casefold().split()
    if name.kind == "body":
        return ("", *words)
    last = len(words) - 1
    full = tuple(word for k, word in enumerate(words) if len(word.rstrip(".")) > 1 or not 0 < k < last)
    return full if len(full) >= _FULL else ()
