"""Figures of a text in one form: "10,000", "10 000" and "ten thousand" are one, "5%" and "5 per cent"; "$5", "€5" not.

A bound belongs to its figure ("fewer than 10,000" is not 10,000), "about" does not. Ordinals are figures of their own.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from briefing.language.number_words import NUMBER_WORDS, NumberWords

_UNITS = {
    "%": r"%|per\s?cent\b|prozent\b|pour\s?cents?\b|por\s?ciento\b|процент\w*|відсотк\w*|відсотків\b",
    "$": r"(?:u\.s\.|us)?[\s-]?dollars?\b|\$|dólares\b|доллар\w*|долар\w*",
    "€": r"€|euros?\b|евро\b|євро\b",
    "£": r"£|pounds?\b|фунт\w*",
    "₽": r"₽|r[ou]+b(?:le|el|lo)\w*|рубл\w*",
    "₴": r"₴|hryvni\w*|гривн\w*|гривен\w*",
}
_BEFORE = re.compile(r"([$€£₽₴])\s?$")
_SPACES = " \u00a0\u202f"
_DIGITS = rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?![\d.,]*\d)|\d+(?:[.,:/]\d+)*"
_SHORTEST_GROUP = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


class Figure(NamedTuple):
    """A figure in one form, and where it stands."""

    form: str
    start: int
    end: int


def figures(text: str, language: str = "en") -> list[Figure]:
    """Return the figures of a text in order."""
    known = NUMBER_WORDS.get(language, NumberWords())
    found: list[Figure] = []
    for match in _pattern(language).finditer(text):
        if found and match.start() < found[-1].end:  # the "cent" of "pour cent"
            continue
        unit, end = _unit(text, match)
        form = _bound(text[: match.start()], known) + _value(match, known, language) + unit
        found.append(Figure(form, match.start(), end))
    return found


def _unit(text: str, match: re.Match[str]) -> tuple[str, int]:
    """The unit of a number, before it or behind it, and where the two end."""
    before = _BEFORE.search(text, max(0, match.start() - 2), match.start())
    behind = ((name, found.end()) for name, said in _units() if (found := said.match(text, match.end())))
    name, end = next(behind, ("", match.end()))
    return before[1] if before else name, end


@cache
def _units() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rf"[\s-]?(?:{said})", re.IGNORECASE)) for name, said in _UNITS.items())


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Digits, perhaps with a "million" behind them; an ordinal; or a run of number words."""
    known = NUMBER_WORDS.get(language, NumberWords())
    times, ordinals = _either(known.multipliers), _either(known.ordinals)
    word = _either({**known.values, **{w: n for w, n in known.multipliers.items() if len(w) > len("bn")}})
    between = rf"[\s-](?:(?:{_either(known.joints)})\s)?"
    return re.compile(
        rf"(?<![^\W_])(?:(?P<digits>{_DIGITS})(?:(?P<nth>st|nd|rd|th)\b|(?:[\s-]?(?P<times>{times})(?!\w))?)"
        rf"|(?P<ordinal>{ordinals})(?!\w)"
        rf"|(?P<words>(?:an?\s(?=hundred|thousand|million|billion|dozen))?(?:{word})(?!\w)(?:{between}(?:{word})(?!\w))*))",
        re.IGNORECASE,
    )


def _either(listed: object) -> str:
    """The words of a list as alternatives, longest first; what never matches for none."""
    return "|".join(sorted(map(re.escape, listed), key=lambda word: (-len(word), word))) or "(?!)"  # type: ignore[call-overload]


def _value(match: re.Match[str], known: NumberWords, language: str) -> str:
    if match["ordinal"]:
        return f"{known.ordinals[match['ordinal'].casefold()]}."
    if match["words"]:
        return _in_words(match["words"].casefold(), known)
    if match["nth"]:
        return f"{match['digits']}."
    number = _number(match["digits"], language)
    if number is None:
        return match["digits"]
    return _plain(number * known.multipliers[match["times"].casefold()] if match["times"] else number)


def _number(digits: str, language: str) -> Decimal | None:
    """What digits mean: groups of three behind any mark are thousands, else a mark is the decimal one."""
    bare = re.sub(rf"[{_SPACES}]", "", digits)
    if ":" in bare or "/" in bare:
        return None
    thousands = "," if language == "en" else "."
    if _SHORTEST_GROUP.fullmatch(bare) and (thousands in bare or bare.count(",") > 1):
        return Decimal(re.sub("[.,]", "", bare))
    bare = bare.replace(thousands, "").replace(",", ".")
    return Decimal(bare) if bare.count(".") < 2 else None


def _in_words(said: str, known: NumberWords) -> str:
    """What number words mean; a "thousands" that nothing counts stays a word."""
    total, group, counted = 0, 0, False
    for word in re.split(r"[\s-]+", said):
        if word in known.values:
            group, counted = group + known.values[word], True
        elif word in known.multipliers:
            times = known.multipliers[word]
            group = max(1, group) * times
            if times > 100:
                total, group = total + group, 0
        counted = counted or word in ("a", "an")
    return _plain(Decimal(total + group)) if counted or len(said.split()) > 1 else said


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _bound(before: str, known: NumberWords) -> str:
    """ ">" or "<" where the words just before a figure make it a bound."""
    said = re.sub(r"[\s$€£₽₴]+", " ", before[-24:].casefold()).rstrip()
    phrases = [(p, ">") for p in known.at_least] + [(p, "<") for p in known.at_most]
    fitting = [(len(p), sign) for p, sign in phrases if said == p or said.endswith(f" {p}")]
    return max(fitting)[1] if fitting else ""
