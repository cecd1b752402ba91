"""Say whether two wordings are one statement.

Conservative: another figure, day, name or speaker, a negation, an opposite or another kind of claim ("may") is another
statement, and so is one that adds something of substance.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from briefing.language.assertions import Assertion
from briefing.model import Extract
from briefing.stages.compare.wording import Wording, wording

# All of these were swept on half a of tests/benchmarks/statements_labels.jsonl (172 pairs, 77 of them one statement).
# Terms that two texts must share to be near at all: 3 finds one pair more, 5 two fewer.
LEAST = 4
# Words of one that the other holds in a row, from so many on, are the same words whatever they mean (4 to 6: the same).
RUN = 5
# One quotation in two wordings: difflib's ratio over terms (0.7 finds one pair more; the sample articles' pair, "weeks
# and months ahead" / "to come", has 0.82).
NEARLY = 0.8
# The share of its terms that one may have more, while the other has none more (0.25: one pair fewer; 0.5: one wrong).
ADDED = 1 / 3
# Both have terms of their own: the least share of all terms that they have in common, and how many (0.5 finds one pair
# more; of 57 pairs of this kind that were read in other rows, the wrong ones lay below 0.6 but for three).
REWORDED = 0.6
SHARED = 7
# Up to so many words on either side that only they have, all else being equal, are the difference.
DIFFERENCE = 2
# Terms that a frame may have beyond what is said and who says it: a title and an occasion (4 finds one pair fewer).
FRAME = 6
# So many shared terms in opposite order, and it was somebody else who did it.
TURNED = 3


def is_same(one: Extract, other: Extract) -> bool:
    """Return whether two cores are wordings of one statement; which of them comes first does not matter."""
    return are_one(wording(one), wording(other))


def are_one(a: Wording, b: Wording) -> bool:
    """Return whether two wordings are of one statement."""
    if a.language != b.language or not _is_one_speaker(a, b):
        return False
    if a.fingerprint == b.fingerprint:
        return a.whole.figures == b.whole.figures  # stems do not tell "$5" from "€5"
    return _says_same(a, b)


def _says_same(a: Wording, b: Wording) -> bool:
    if _contradict(a.whole, b.whole):
        return False
    if a.frame.terms or b.frame.terms:
        framed = _is_mere_frame(a, b) and _is_mere_frame(b, a)
        if framed and not _differs(a.said, b.said) and _is_near(a.said, b.said, quoted=a.direct and b.direct):
            return True
    return not _differs(a.whole, b.whole) and _is_near(a.whole, b.whole, quoted=False)


def _is_one_speaker(a: Wording, b: Wording) -> bool:
    """Whether nothing says that two people speak: names that share no word, or two descriptions that share none."""
    if a.speakers and b.speakers:
        return any(not one.isdisjoint(other) for one in a.speakers for other in b.speakers)
    if not a.described or not b.described:
        return True
    if not a.speakers and not b.speakers and a.frame.capitals and b.frame.capitals:
        return not a.frame.capitals.isdisjoint(b.frame.capitals)
    known = not a.described.isdisjoint(b.described)
    return known or any(not n.isdisjoint(w.described) for v, w in ((a, b), (b, a)) for n in v.speakers)


def _is_mere_frame(a: Wording, b: Wording) -> bool:
    """Whether the words around what is said tell no more than who says it, and where."""
    names = {name for speaker in (*a.speakers, *b.speakers) for name in speaker} | a.described
    added = set(a.frame.terms) - set(b.whole.terms) - names
    return (
        len(added) <= FRAME
        and {figure for figure in a.frame.figures if figure[-1] != "."} <= b.whole.figures
        and a.frame.kinds <= b.whole.kinds
        and a.frame.limits <= b.whole.limits
        and a.frame.denials <= b.whole.denials
        and len(a.frame.negated) == len(b.frame.negated)
    )


def _differs(a: Assertion, b: Assertion) -> bool:
    """Whether two assertions contradict each other, or one of them tells a figure, day or name more."""
    return (
        a.figures != b.figures
        or a.kinds != b.kinds
        or a.limits != b.limits
        or a.months != b.months
        or a.deadlines != b.deadlines
        or a.denials != b.denials
        or _negate_otherwise(a, b)
        or _names_differ(a, b)
        or _is_turned(a, b)
    )


def _contradict(a: Assertion, b: Assertion) -> bool:
    """Whether two assertions have words that exclude each other."""
    return bool(a.days and b.days and a.days != b.days) or _are_opposed(a, b)


def _negate_otherwise(a: Assertion, b: Assertion) -> bool:
    """Whether one has a "not" more, or its "not" before another of the words that they share."""
    return len(a.negated) != len(b.negated) or _first_shared(a, b) != _first_shared(b, a)


def _first_shared(a: Assertion, b: Assertion) -> set[str]:
    return {next((term for term in behind if term in b.terms), "") for behind in a.negated}


def _are_opposed(a: Assertion, b: Assertion) -> bool:
    axes = {axis for axis, _ in a.poles} & {axis for axis, _ in b.poles}
    return any({s for k, s in a.poles if k == axis}.isdisjoint({s for k, s in b.poles if k == axis}) for axis in axes)


def _names_differ(a: Assertion, b: Assertion) -> bool:
    """Whether one has a name that the other lacks: "Antony Blinken" has none that "Blinken" lacks."""
    mine, theirs = list(_added_names(a, b)), list(_added_names(b, a))
    return None in (*mine, *theirs) or bool(mine and theirs)


def _added_names(a: Assertion, b: Assertion) -> list[str | None]:
    known = {*b.terms, *(word for run in b.names for word in run)}
    found: list[str | None] = []
    for run in a.names:
        added = [word for word in run if word not in known]
        if added:
            found += [None] if len(added) == len(run) else added
    return found


def _is_turned(a: Assertion, b: Assertion) -> bool:
    """Whether three shared words stand in opposite order: who did it, what was done, and to whom."""
    places = {term: k for k, term in reversed(list(enumerate(b.terms)))}
    order = [places[term] for term in dict.fromkeys(a.terms) if term in places]
    return _longest_fall(order) >= TURNED


def _longest_fall(order: Sequence[int]) -> int:
    longest: list[int] = []
    for k, place in enumerate(order):
        longest.append(1 + max((longest[j] for j in range(k) if order[j] > place), default=0))
    return max(longest, default=0)


def _is_near(a: Assertion, b: Assertion, *, quoted: bool) -> bool:
    """Whether two assertions that do not differ in what counts have nearly the same words."""
    mine, theirs = set(a.terms), set(b.terms)
    shared, most = mine & theirs, max(len(mine), len(theirs))
    only_mine, only_theirs = mine - theirs, theirs - mine
    if _holds(a.words, b.words) or _holds(b.words, a.words) or not (only_mine or only_theirs):
        return len(only_mine | only_theirs) <= ADDED * most and max(len(a.words), len(b.words)) >= RUN
    if len(shared) < LEAST:
        return False
    if not only_mine or not only_theirs:
        return len(only_mine | only_theirs) <= ADDED * most
    if quoted:
        return _ratio(a.terms, b.terms) >= NEARLY
    if len(only_mine) <= DIFFERENCE and len(only_theirs) <= DIFFERENCE:
        return False
    openers = all(not x.opener or x.opener in y for x, y in ((a, theirs), (b, mine)))
    return openers and len(shared) >= SHARED and len(shared) >= REWORDED * len(mine | theirs)


def _holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Whether all words of one stand in a row in the other."""
    return any(whole[k : k + len(part)] == part for k in range(len(whole) - len(part) + 1))


def _ratio(one: Sequence[str], other: Sequence[str]) -> float:
    return min(SequenceMatcher(None, x, y, autojunk=False).ratio() for x, y in ((one, other), (other, one)))
