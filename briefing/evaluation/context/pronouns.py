"""Pronouns that stand for somebody or something which the summary does not name, or for somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.evaluation.context.kinds import Found, Kind
from briefing.evaluation.context.mentions import Mention, Token
from briefing.evaluation.context.source import Stretch
from briefing.evaluation.context.summary import Summary
from briefing.evaluation.context.words import FAMILIES, HE, IT, LOOKING_AHEAD, THEY

# Words behind a clause's comma within which the name stands that its pronoun looks ahead to: "After he lost, Ann Ray".
AHEAD = 6


def pronoun_problems(summary: Summary, k: int) -> Iterator[Found]:
    """Yield the first pronoun of each kind in a sentence that nothing read so far explains, or only the wrong thing."""
    stretch = summary.placed[k].stretch
    for family in FAMILIES:
        at = next((at for at, token in enumerate(stretch.tokens) if base(token) in family), None)
        if at is None or _is_explained_here(stretch, at, family):
            continue
        kind = loose(summary, k) if family is IT else _judged(summary, k, at, family)
        if kind:
            yield kind, stretch.tokens[at].start, stretch.tokens[at].end


def base(token: Token) -> str:
    """Return the pronoun within "he's" or "they're", any other word as it is."""
    return token.lower.partition("'")[0]


def _is_explained_here(stretch: Stretch, at: int, family: frozenset[str]) -> bool:
    """Whether its own sentence says what a pronoun stands for, or need not: "it is likely that"."""
    if family is IT:
        return not stretch.opens(at) or _is_expletive(stretch.tokens[at:])
    candidates = (*stretch.many, *stretch.persons) if family is THEY else _agreeing(stretch, family)
    return any(mention.at < at for mention in candidates) or _is_named_behind(stretch, at)


def _is_named_behind(stretch: Stretch, at: int) -> bool:
    """Whether the pronoun looks ahead, from a clause or phrase that opens its sentence."""
    tokens = stretch.tokens
    if tokens[at].quoted or tokens[0].lower not in LOOKING_AHEAD:
        return False
    comma = next((k for k in range(at, len(tokens)) if tokens[k].text == ","), len(tokens))
    return any(comma < mention.at <= comma + AHEAD for mention in stretch.persons + stretch.many)


def _agreeing(stretch: Stretch, family: frozenset[str]) -> tuple[Mention, ...]:
    """The mentions that a pronoun of the family may stand for."""
    if family is THEY:
        return stretch.many
    other = "f" if family is HE else "m"
    return tuple(mention for mention in stretch.persons if mention.gender != other)


def _judged(summary: Summary, k: int, at: int, family: frozenset[str]) -> Kind | None:
    """What is wrong with a pronoun that its own sentence does not explain, or None."""
    if k and summary.is_joined(k) and any(base(token) in family for token in summary.placed[k - 1].stretch.tokens):
        return None  # it goes on with the one before, which has the problem, if any
    meant = _nearest(summary.before_in_source(k), family)
    if meant is None:
        return None
    read = _nearest([placed.stretch for placed in summary.before(k)], family)
    if read is None:
        return "incomplete coreference"
    if read is meant or not _keys(read, family).isdisjoint(_keys(meant, family)):
        return None
    return (
        None if family is THEY and at else "incorrect coreference"
    )  # what plurals agree is too vague but for subjects


def _nearest(stretches: Sequence[Stretch], family: frozenset[str]) -> Stretch | None:
    return next((stretch for stretch in stretches if _agreeing(stretch, family)), None)


def _keys(stretch: Stretch, family: frozenset[str]) -> set[str]:
    return {mention.key for mention in _agreeing(stretch, family)}


def loose(summary: Summary, k: int) -> Kind | None:
    """Return what is wrong with a word that takes up what was just told, where nothing or something else was read."""
    told = summary.before_in_source(k)
    if not told or summary.is_joined(k):
        return None
    if k == 0:
        return "incomplete coreference"
    return None if is_same_matter(summary.placed[k - 1].stretch, told[0]) else "incorrect coreference"


def is_same_matter(one: Stretch, other: Stretch) -> bool:
    """Whether two sentences share a third of the content words of the one that has fewer."""
    return one is other or 3 * len(one.stems & other.stems) >= min(len(one.stems), len(other.stems)) > 0


def _is_expletive(tokens: Sequence[Token]) -> bool:
    """Whether "it" stands for nothing: "it is hard to", "it emerged that", "it took hours to", "it was like"."""
    words = [token.lower for token in tokens[1:14]]
    if tokens[0].lower == "its":
        return False
    return not {"that", "to", "whether", "how"}.isdisjoint(words) or words[1:2] in (["when"], ["like"])
