"""Tell persons, bodies and places apart by what stands in and around a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.language.given_names import Gender, gender, is_given_name
from briefing.language.name_words import BODIES, HE_TITLES, LOCATIVES, OPENERS, PLACES, SHE_TITLES, SPELLED_OUT
from briefing.language.place_names import PLACE_NAMES
from briefing.stages.refer.capitals import Run, bare
from briefing.stages.refer.index import NameKind

_SPEAKS = ("said", "says", "told", "added", "who")
DEMONYMS = ("ian", "ians", "ish", "ese", "cans", "crats", "crat", "ists", "ans", "ic")


def kind(run: Run, words: Sequence[str]) -> NameKind:
    """Return what a run's name is the name of, as far as this one place tells; "other" where it does not."""
    name = [bare(word) for word in words[run.name : run.last + 1] if word != "."]
    lower = [word.lower() for word in name]
    if not BODIES.isdisjoint(lower):
        return "body"
    if (
        lower[-1] in PLACES
        or lower[0] in ("mount", "lake")
        or (run.name == run.first and " ".join(lower) in PLACE_NAMES)
    ):
        return "place"
    if run.name > run.first or (is_given_name(lower[0]) and len(name) > 1):
        return "person" if not lower[-1].endswith(DEMONYMS) or len(name) > 1 else "other"
    before = words[run.first - 1].lower() if run.first else ""
    if (before == "the" and not _is_adjective(words, run.last)) or (
        len(name) == 1 and name[0].isupper() and len(name[0]) > 1
    ):
        return "body"
    if before in LOCATIVES:
        return "place"
    return "person" if len(name) > 1 and is_explained(run.last, words) else "other"


def _is_adjective(words: Sequence[str], last: int) -> bool:
    """Whether a name only says whose something is: "the Holm administration"."""
    after = words[last + 1] if last + 1 < len(words) else "."
    return after[0].islower() and after not in OPENERS and not after.endswith(("ed", "s"))


def is_explained(last: int, words: Sequence[str]) -> bool:
    """Whether what follows a name says that it is a person's: "Roe, 45,", "Roe, who", "Roe said"."""
    follows = words[last + 1 : last + 4]
    if follows and follows[0] in _SPEAKS:
        return True
    if len(follows) < 3 or follows[0] != ",":
        return False
    return follows[1] == "who" or (follows[1].isdigit() and len(follows[1]) == 2 and follows[2] == ",")


def title_gender(titles: Iterable[str]) -> Gender | None:
    """Return what the bearer of some titles (in lower case) is called, or None."""
    found: Gender | None = None
    for title in titles:
        if title in SHE_TITLES:
            found = "she"
        elif title in HE_TITLES:
            found = "he"
    return found


def name_gender(words: Sequence[str]) -> Gender | None:
    """Return what the bearer of a name is called, by the given name."""
    return gender(words[0].lower()) if len(words) > 1 else None


def role(words: Iterable[str]) -> tuple[str, ...]:
    """Return a title or description as words in lower case, spelled out."""
    lower = (bare(word).lower() for word in words if word != ".")
    return tuple(SPELLED_OUT.get(word, word) for word in lower)
