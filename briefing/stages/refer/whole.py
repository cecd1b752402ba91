"""Find the name in a noun phrase: its own, not that of somebody it only speaks of."""

from __future__ import annotations

import re

from briefing.language.name_words import PERSON_NOUNS
from briefing.model import Span
from briefing.stages.refer.index import Mention, Names
from briefing.stages.refer.kinds import DEMONYMS
from briefing.stages.refer.roles import description, fits

# What may follow the name in its own phrase: an apposition, a party in brackets, a relative clause, a place.
_FOLLOWS = re.compile(r"\s*(?:[,(\[—–-]|(?:who|of|from|in|at|with|himself|herself)\b|\Z)")
# What must not stand before it: then the phrase is somebody else's ("a spokesman for Roe").
_HEADED = re.compile(r"[,;(]|\b(?:of|for|from|in|to|with|at|by|on|against|about|near|behind|and|or)\b", re.IGNORECASE)
# What must not follow a description: then it is another's ("the mayor of the next town").
_GOES_ON = re.compile(r"\s(?:of|for|in|who|whose)\b|[-'’]")
# A description before the name and a comma: "the mayor, Jane Roe", "the head of the office, Jane Roe".
_APPOSED = re.compile(r"\A(?:the|a|an|his|her|its|their|our|[\w’'-]{1,30}['’]s?)\s([^,;:()]{1,80}),\s\Z", re.IGNORECASE)
_LONGEST = 60  # characters of a description
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def mention_of(names: Names, at: Span) -> Mention | None:
    """Return the mention that is the head of a noun phrase, or None."""
    for mention in names.inside(at):
        if at in (mention.span, mention.whole):
            return mention
        if not (mention.possessive or is_adjective(names, mention)):
            before = names.text[at.start : mention.whole.start]
            follows = _FOLLOWS.match(names.text[mention.span.end : at.end])
            if not _is_role(before) and _HEADED.search(before):
                if _is_apposed_later(names, at, mention):
                    continue
                return None
            if follows:
                return mention
    return None


def _is_role(before: str) -> bool:
    """Whether what stands before a name and a comma is its bearer's role: "the owner of the ship, Jane Roe".

    In "the daughter of the mayor, Jane Roe" Roe may be either.
    """
    found = _APPOSED.match(before)
    if found is None:
        return False
    return _HEADED.search(found[1]) is None or found[1].split()[-1] not in PERSON_NOUNS


def _is_apposed_later(names: Names, at: Span, mention: Mention) -> bool:
    """Whether a person's name stands behind the phrase's first comma, where another only belongs to the role."""
    later = [one for one in names.inside(at) if one.whole.start > mention.span.end and one.name is not None]
    if not later or not _is_role(names.text[at.start : later[0].whole.start]):
        return False
    kind, is_full = _kind(names, later[0]), " " in _written(names, later[0])
    return kind == "person" or (kind == "other" and is_full and _kind(names, mention) == "body")


def _kind(names: Names, mention: Mention) -> str | None:
    return None if mention.name is None else names.names[mention.name].kind


def _written(names: Names, mention: Mention) -> str:
    return names.text[mention.span.start : mention.span.end]


def is_adjective(names: Names, mention: Mention) -> bool:
    """Whether a mention only says of what country or party something is: "Democratic", "Russian"."""
    if mention.name is None:
        return False
    name = names.names[mention.name]
    return name.kind == "other" and " " not in name.text and name.text.endswith(DEMONYMS)


def described(names: Names, at: Span) -> Span | None:
    """Return the nearest mention before a description of the one name that it is tied to, or None."""
    if at.end - at.start > _LONGEST:
        return None
    text = names.text[at.start : at.end]
    if not text.lower().startswith("the ") or _GOES_ON.match(names.text, at.end):
        return None
    words = description(_WORDS.findall(text))
    bearers = names.by_role.get(words[-1], ()) if words else ()
    fitting = [k for k in bearers if fits(words, names.names[k].roles)]
    if len(fitting) != 1:
        return None
    before = names.last_before(fitting[0], at.start)
    return before.span if before else None
