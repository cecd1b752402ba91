"""Tie the mentions of a name together: "Jens Stoltenberg", "Mr Stoltenberg" and "Stoltenberg" are one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.language.given_names import Gender
from briefing.language.name_words import RESTRICTING
from briefing.language.tokens import Tokens
from briefing.model import Span
from briefing.stages.refer.capitals import Run, bare
from briefing.stages.refer.index import Name, NameKind
from briefing.stages.refer.kinds import kind, name_gender, role, title_gender

_LONGEST = 6  # words of a person's name, particles among them: a longer run is a headline without an end


@dataclass(slots=True)
class Place:
    """One run with its name's words, what they are here, and the titles before them; `bearer` is the name found."""

    run: Run
    words: tuple[str, ...]
    span: Span
    kind: NameKind
    titles: tuple[str, ...]
    gender: Gender | None
    bearer: int | None = None


@dataclass(slots=True)
class Bearer:
    """A name being gathered."""

    words: tuple[str, ...]
    span: Span
    kind: NameKind
    genders: set[Gender] = field(default_factory=set)
    roles: dict[tuple[str, ...], None] = field(default_factory=dict)
    since: int = 0  # where it first stands with several words

    def join(self, place: Place) -> None:
        """Take in what one more place tells."""
        if place.gender:
            self.genders.add(place.gender)
        if place.titles:
            self.roles[role(place.titles)] = None
        if self.kind == "other" or (place.kind == "person" and self.kind != "body"):
            self.kind = place.kind if place.kind != "other" else self.kind


def place(run: Run, tokens: Tokens) -> Place | None:
    """Return a run as a place where a name stands, or None if it is a title alone."""
    if run.name > run.last:
        return None
    words = tuple(bare(word) for word in tokens.words[run.name : run.last + 1] if word != ".")
    end = tokens.starts[run.last] + len(bare(tokens.words[run.last]))
    titles = _titles(run, tokens.words)
    named = title_gender(title.lower() for title in titles) or name_gender(words)
    return Place(run, words, Span(tokens.starts[run.name], end), kind(run, tokens.words), titles, named)


def _titles(run: Run, words: Sequence[str]) -> tuple[str, ...]:
    """Return the titles before a name, with what makes them a former or a deputy's."""
    first = run.first
    if run.name > first and first and words[first - 1].lower() in RESTRICTING:
        first -= 1
    return tuple(word for word in words[first : run.name] if word != ".")


def surely_named(places: Sequence[Place]) -> list[Place]:
    """Return those places that are names where every noun has a capital: persons, their surnames, and acronyms."""
    surnames = {one.words[-1] for one in places if one.kind == "person"}
    return [one for one in places if one.kind == "person" or one.words[-1] in surnames or one.words[0].isupper()]


def link(places: Sequence[Place]) -> list[Bearer]:
    """Give every place its bearer and return the bearers in the order in which they first stand.

    Names of several words come first; a single word then belongs to the one that ends (or, for a given name, begins)
    with it. Where two could bear it, it is nobody's, unless the first of them had already been called so before the
    second was introduced.
    """
    bearers: list[Bearer] = []
    known: dict[tuple[str, ...], int] = {}
    longer = _longer({_key(one.words) for one in places})
    for one in places:
        if len(one.words) > 1:
            key = _key(one.words)
            _join(one, longer.get(key, key), known, bearers)
    short = _short_forms(bearers)
    settled: dict[str, int] = {}
    for one in places:
        if len(one.words) == 1:
            own = known.get(_key(one.words))
            bearing = [*short.get(one.words[0].lower(), ()), *(() if own is None else (own,))]
            if not _settle(one, bearing, settled, bearers):
                _join(one, _key(one.words), known, bearers)
    return bearers


def _key(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name's words in lower case; initials between the first and the last do not count."""
    last = len(words) - 1
    return tuple(word.lower() for k, word in enumerate(words) if len(word) > 1 or not 0 < k < last)


def _longer(keys: set[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return for each name of several words the one longer name that ends with it: "Suu Kyi", "Aung San Suu Kyi"."""
    ending: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for key in sorted(keys):
        for k in range(1, len(key) - 1):
            ending.setdefault(key[k:], []).append(key)
    return {key: ending[key][0] for key in sorted(keys) if len(ending.get(key, ())) == 1}


def _join(one: Place, key: tuple[str, ...], known: dict[tuple[str, ...], int], bearers: list[Bearer]) -> None:
    """Give a name to its bearer, a new one if none is known by it; the fullest form is the one to show."""
    if key not in known:
        known[key] = len(bearers)
        bearers.append(Bearer(one.words, one.span, one.kind, since=one.span.start))
    one.bearer = known[key]
    bearer = bearers[one.bearer]
    if len(one.words) > len(bearer.words):
        bearer.words, bearer.span = one.words, one.span
    bearer.join(one)


def _short_forms(bearers: Sequence[Bearer]) -> dict[str, list[int]]:
    """Return for each single word (in lower case) the bearers that may be called by it, in order."""
    short: dict[str, list[int]] = {}
    for number, bearer in enumerate(bearers):
        if bearer.kind in ("person", "other") and 1 < len(bearer.words) <= _LONGEST:
            forms = (bearer.words[-1], bearer.words[0]) if bearer.kind == "person" else (bearer.words[-1],)
            for word in dict.fromkeys(form.lower() for form in forms):
                short.setdefault(word, []).append(number)
    return short


def _settle(one: Place, bearing: Sequence[int], settled: dict[str, int], bearers: list[Bearer]) -> bool:
    """Give a single word to the one bearer that it may stand for; say whether any of those that bear it could."""
    word = one.words[0].lower()
    fitting = [k for k in bearing if _may_bear(one, bearers[k])]
    begun = [k for k in fitting if bearers[k].since < one.span.start]
    if len(fitting) == 1:
        one.bearer = fitting[0]
    elif settled.get(word) in fitting:
        one.bearer = settled[word]
    elif len(begun) == 1 and not one.gender:
        one.bearer = settled[word] = begun[0]
    if one.bearer is not None:
        bearers[one.bearer].join(one)
    return bool(fitting)


def _may_bear(one: Place, bearer: Bearer) -> bool:
    """Whether a short form may be a bearer's: "Mrs Roe" is not John Roe, nor is "President Roe" his wife Jane.

    A title that the article never gives to a woman whom it names in full is somebody else's of that name: the news
    introduce presidents and generals by title and surname alone, and their wives by both names.
    """
    if one.gender and bearer.genders:
        return bearer.genders == {one.gender}
    titled = role(one.titles)
    return not titled or "she" not in bearer.genders or any(titled[-1] in words for words in bearer.roles)


def name(bearer: Bearer, text: str) -> Name:
    """Return what was gathered as a name."""
    gender = next(iter(bearer.genders)) if len(bearer.genders) == 1 else None
    return Name(text[bearer.span.start : bearer.span.end], bearer.span, bearer.kind, gender, tuple(bearer.roles))
