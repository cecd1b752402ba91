"""Find the quantities of a sentence, and leave alone what only looks like one.

Years, ages, ordinals, times of day, scores, telephone and house numbers, "Article 5", "9/11" and "Section 230" are no
quantities here; nor is "dozens", which says no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from briefing.language.quantities.english import CURRENCIES, MONEY_WORDS, PARTS, PER, QUALIFIERS
from briefing.language.quantities.numbers import PARTS_PATTERN, WORDS, digits, read_digits, read_words, scale_of, scales
from briefing.language.quantities.owners import owners
from briefing.language.quantities.thing import Thing, event_of, hurt, object_of, thing_before, thing_behind
from briefing.model import Measure, Qualifier, Quantity, Span

_CURRENCY = "|".join(map(re.escape, sorted(CURRENCIES, key=len, reverse=True)))
_QUALIFIER = re.compile(rf"\b({'|'.join(sorted(QUALIFIERS, key=len, reverse=True))})\s(?:the\s)?$", re.IGNORECASE)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct"
_NEAR = 60  # characters before a number in which what qualifies it must stand
# What a bare number is part of, by what stands before it: a name ("Article 5"), or a label ("No. 5", "aged 34").
_NAMED = re.compile(
    r"(?:\b(?!(?:The|A|An|In|At|On|For|Of|And|But|By|From|With|When|After|As|Only|About|Some|Over|There|Nearly|Almost"
    r"|Around|More|Up|All|Just|These|Those|Its|Their|His|Her|Our|That|This|Than|To|Between|Police|Killed|Least)\b)[A-Z]"
    r"[\w’'-]*\.?|\b(?:No|Nos|Art|Sec|Vol|pp?|Fig|Ch)\.|\b(?:age[ds]?|aged|article|section|chapter|page|number|no"
    r"|phase|title|verse|room|type|grade|level|covid|top|first|last|next|past|every|by))\s?$"
)
# Another time's figure stands behind these: "from 500 to 4,000", "compared with 12", "up from 3%".
_COMPARED = re.compile(
    r"(?:\bfrom|\bcompared (?:with|to)|\bversus|\bvs\.?|\bsince|(?<!more )(?<!fewer )(?<!less )\bthan"
    r"|\bby|\banother|\badditional|\bextra|\bof (?:the|its|their|these|those)|\bone in|\bout of"
    r"|(?:\d|\b(?:one|two|three|four|five|most|some|many|any|none|half|each)) of)\s(?:the\s)?$",
    re.IGNORECASE,
)
_VOTE = re.compile(r"\b(?:vot(?:e[ds]?|ing)|passed|approved|rejected|majority|confirmed|ballot|tally)\b", re.IGNORECASE)
_ENDED = re.compile(
    rf"\s(?:{_MONTHS})\b|-(?!strong\b|member\b|man\b)|\s?[°/:]|\s?(?:a\.?m|p\.?m)\b|\s(?:percentage )?points?\b"
)


@cache
def _pattern() -> re.Pattern[str]:
    scale = rf"(?:{scales('en')})(?!\w)|(?:k|mn|m|bn|b|trn|tn)(?!\w)"
    return re.compile(
        rf"(?<![\w/:.,#$£€+’'])(?<![^\d][-–])(?:(?P<money>{_CURRENCY})\s?)?"
        rf"(?:(?P<first>{digits('en')})(?:[ -]?(?P<scale>{scale}))?"
        rf"|(?P<words>\b(?:{WORDS})\b(?!-\w+-))|(?P<part>\b(?:{PARTS_PATTERN})(?= of\b)))"
        rf"(?![\w/]|[.,:]\d|['’]s)(?:\s?(?P<percent>%|per ?cent\b|pct\b)(?! points?\b)"
        rf"|[ -](?P<coin>{'|'.join(MONEY_WORDS)})\b)?",
        re.IGNORECASE,
    )


_JOINT = re.compile(r"\s?[-–—]\s?|\s(?:votes )?to\s|\sand\s")


@dataclass(frozen=True, slots=True)
class _Number:
    """A number as found: its place with its unit, value, what it is rounded to, and its word of scale as a factor."""

    start: int
    end: int
    value: Fraction
    step: Fraction
    measure: Measure
    unit: str
    bare: bool
    times: int = 1


def english_quantities(text: str, sentence: Span) -> Iterator[Quantity]:
    """Yield the quantities of an English sentence, in order and apart."""
    numbers = [_number(match) for match in _pattern().finditer(text, *sentence)]
    k = 0
    while k < len(numbers):
        one = numbers[k]
        other = numbers[k + 1] if k + 1 < len(numbers) else None
        k += 1
        joint = _JOINT.fullmatch(text, one.end, other.start) if other else None
        if other and joint:
            found = _joined(text, sentence, one, other)
            if found:
                k += 1
                yield found
                continue
            if "and" not in joint[0]:
                continue  # "from 500 to 4,000" and "3-2": the first is of another time, or none
        floor = numbers[k - 2].end if k > 1 else sentence.start
        limit = numbers[k].start if k < len(numbers) else sentence.end
        if (found := _single(text, Span(floor, limit), one, sentence)) is not None:
            yield found


def _number(match: re.Match[str]) -> _Number:
    if match["words"]:
        value, step = read_words(match["words"])
    elif match["part"]:
        value, step = 100 * PARTS[match["part"].casefold()], Fraction(5)
    else:
        value, step = read_digits(match["first"], match["scale"] or "", "en")
    measure: Measure = "count"
    unit = ""
    if match["percent"] or match["part"]:
        measure = "percent"
    elif match["money"] or match["coin"]:
        measure = "money"
        unit = CURRENCIES[match["money"].upper()] if match["money"] else MONEY_WORDS[match["coin"].casefold()]
    bare = measure == "count" and not match["scale"] and "," not in match[0]
    times = scale_of(match["scale"] or "", "en")
    return _Number(match.start(), match.end(), value, step, measure, unit, bare, times)


def _joined(text: str, sentence: Span, one: _Number, other: _Number) -> Quantity | None:
    """Two numbers as one: a range ("10 to 15", "between 10 and 15"), or the two sides of a vote ("228-164")."""
    before = text[sentence.start : one.start]
    is_between = re.search(r"\bbetween\s$", before, re.IGNORECASE)
    joint = text[one.end : other.start]
    if ("and" in joint and not is_between) or _is_year(text, one):
        return None
    if (
        "and" not in joint
        and one.measure == other.measure == "count"
        and one.bare
        and other.bare
        and _is_vote(text, one, other, sentence)
    ):
        return Quantity(one.start, other.end, one.value, other.value, "votes", thing="votes")
    if re.search(r"\bfrom\s$", before, re.IGNORECASE):
        return None
    scaled = _scaled(one, other)
    if scaled.measure not in (other.measure, "money") or scaled.value >= other.value:
        return None
    start = one.start - len("between ") if is_between else one.start
    found = _single(text, sentence, replace(scaled, start=start, end=other.end), sentence)
    return replace(found, low=scaled.value, high=other.value, qualifier="between", step=other.step) if found else None


def _scaled(one: _Number, other: _Number) -> _Number:
    """The first of a range with the unit and the word of scale that only the second has: "$20 to $30 billion"."""
    times = other.times if one.times == 1 and one.value < 1000 else 1
    is_plain = one.measure == "count"
    return replace(
        one,
        value=one.value * times,
        step=one.step * times,
        measure=other.measure if is_plain else one.measure,
        unit=other.unit if is_plain else one.unit,
        bare=False,
    )


def _is_vote(text: str, one: _Number, other: _Number, sentence: Span) -> bool:
    near = text[max(sentence.start, one.start - 60) : min(sentence.end, other.end + 30)]
    sides = one.value + other.value
    return bool(_VOTE.search(near)) and 9 <= sides <= 700 and not re.match(r"\s?(?:%|per ?cent)", text[other.end :])


def _single(text: str, room: Span, number: _Number, sentence: Span) -> Quantity | None:
    """Return the quantity that a number makes together with the words around it, between its neighbours."""
    start, qualifier = _qualified(text, number.start, sentence.start)
    before = text[max(sentence.start, start - _NEAR) : start]
    if number.measure == "money" and re.search(r"\d[\w ]*\s\($", before):  # the same in another currency
        return None
    if _COMPARED.search(before) or _ENDED.match(text, number.end):
        return None
    if number.bare and start == number.start and _NAMED.search(before):
        return None
    if _is_year(text, number):
        return None
    end, qualifier = _trailing(text, number.end, qualifier)
    end += len("-strong") if text.startswith("-strong", end) else 0
    per = PER.match(text, end)
    if number.measure != "count":
        thing = (None if per else object_of(text, end, room.end)) or Thing("")
        event = ""
    else:
        thing, event = _counted(text, Span(start, end), room)
        if not thing.head or (number.value < 2):
            return None
    whose = owners(before, text[thing.of.end if thing.of else end : room.end])
    names = tuple(sorted({*thing.names, *whose}))
    return Quantity(
        start, end, number.value, number.value, number.measure, number.unit, qualifier, number.step, thing.head, event,
        names, thing.modifiers, thing.of, (per[1] or per[2]).casefold() if per else "",
    )  # fmt: skip


def _is_year(text: str, number: _Number) -> bool:
    return number.bare and 1900 <= number.value <= 2100 and text[number.start].isdigit()


def _counted(text: str, at: Span, room: Span) -> tuple[Thing, str]:
    behind = thing_behind(text, at.end, room.end)
    if behind is not None:
        return behind, event_of(text, Span(at.start, behind.of.end if behind.of else at.end), room, at.end)
    if (harm := hurt(text, at, room)) is not None:
        return harm
    before = thing_before(text, at.start, at.end, room.start)
    if before is not None:
        return before, event_of(text, at, room) if before.of and text[slice(*before.of)].casefold() != "toll" else "die"
    return Thing(""), ""


def _qualified(text: str, start: int, floor: int) -> tuple[int, Qualifier]:
    match = _QUALIFIER.search(text, max(floor, start - _NEAR), start)
    if match is None:
        return start, "exact"
    meaning = QUALIFIERS[match[1].casefold()]
    return (start, "exact") if match[1].casefold() == "all" else (match.start(), meaning)  # type: ignore[return-value]


def _trailing(text: str, end: int, qualifier: Qualifier) -> tuple[int, Qualifier]:
    """What may stand behind a number: "12 or more", "50 or so"."""
    match = re.compile(r" or (more|so|fewer|less)\b").match(text, end)
    if match is None or qualifier != "exact":
        return end, qualifier
    meanings: dict[str, Qualifier] = {"more": "least", "so": "about", "fewer": "most", "less": "most"}
    return match.end(), meanings[match[1]]
