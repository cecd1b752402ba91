"""Say of each sentence how it may be printed: alone, with what it leans on, or not at all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.model import Aside, Cut, Quotation, Sentence
from briefing.stages.split.context import NO_SPEAKER, PRONOUN_SPEAKER, names_somebody, names_speaker, own_words
from briefing.stages.split.fitness import HARMLESS, LIMIT
from briefing.stages.split.openers import PERSON
from briefing.stages.split.pieces import Group, pieces

# Groups taken in before the core's own. Over 25,900 fit sentences of 833 news articles (even / odd ones) a reach of 1,
# 2, 3 and 4 leaves 13.7/13.9, 7.5/7.8, 5.3/5.9 and 4.7/5.2 % without a run; the runs hold 195, 212, 219 and 222
# characters on average. Two by judgement: with a third the core is but the last of four statements.
REACH = 2


@dataclass(frozen=True, slots=True)
class _Page:
    """An article as a cut sees it: its groups, the reporter's own words of each, and where asides begin."""

    sentences: Sequence[Sentence]
    groups: Sequence[Group]
    own: Sequence[str]
    asides: Sequence[int]
    language: str


def cut(
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    *,
    asides: Sequence[Aside] = (),
    language: str = "en",
) -> tuple[Cut, ...]:
    """Return the cut of each sentence, in order: the smallest run that opens well and closes what it opens.

    A run holds whole pieces of quotation, takes in what its opening leans on, up to `REACH` groups back, and what a
    colon announces; it never holds an aside nor, beside its core, a sentence that must not be printed.
    """
    groups = pieces(sentences, quotations)
    page = _Page(
        sentences, groups, [own_words(sentences, g) for g in groups], sorted(a.start for a in asides), language
    )
    return tuple(found for at in range(len(groups)) for found in _cuts(page, at))


def _cuts(page: _Page, at: int) -> Iterator[Cut]:
    """The cuts of a group's sentences: all share its run, and each has its own fault."""
    group = page.groups[at]
    *run, reason = _run(page, at)
    whole = not _holds_aside(page, group.first, group.last) and _length(page, at, at) <= LIMIT
    for core in range(group.first, group.last + 1):
        fault = page.sentences[core].unfit or reason
        first, last = run
        if fault is not None:  # where a theme would otherwise be empty the bare quotation may still be printed, marked
            first, last = (group.first, group.last) if whole else (core, core)
        yield Cut(core, first, last, page.sentences[first].start, page.sentences[last].end, fault)


def _run(page: _Page, at: int) -> tuple[int, int, str | None]:
    """The first and last sentence of the run that a group needs, and why it cannot be printed."""
    group = page.groups[at]
    first, last, reason = at, at, None
    if fault := _fault(page, group):
        reason = f"stands in one quotation with a sentence that must not be printed: {fault}"
    elif _holds_aside(page, group.first, group.last):
        reason = "its quotation runs on behind what was set aside"
    else:
        first, last, reason = _grow(page, at)
    if reason is None and _length(page, first, last) > LIMIT:
        reason = f"longer than {LIMIT:,} characters with what it needs"
    return page.groups[first].first, page.groups[last].last, reason


def _fault(page: _Page, group: Group) -> str | None:
    """The first fault in a group; a sentence that is harmless beside others has none."""
    faults = (sentence.unfit for sentence in page.sentences[group.first : group.last + 1])
    return next((fault for fault in faults if fault not in HARMLESS), None)


def _holds_aside(page: _Page, first: int, last: int) -> bool:
    start, end = page.sentences[first].start, page.sentences[last].end
    return bisect_left(page.asides, end) > bisect_left(page.asides, start)


def _length(page: _Page, first: int, last: int) -> int:
    return page.sentences[page.groups[last].last].end - page.sentences[page.groups[first].first].start


def _grow(page: _Page, at: int) -> tuple[int, int, str | None]:
    """Take in what the group leans on: groups `first` to `last`, and what still fails them."""
    first, last, wanted = at, at, _wants(page, at)
    while wanted:
        if wanted == {NO_SPEAKER} and _is_attributed_after(page, first, last):
            last += 1
            break
        if at - first == REACH or not _is_joined(page, first - 1, first):
            return first, last, f"nothing beside it explains it: {sorted(wanted)[0]}"
        first -= 1
        wanted = _left(page, first, wanted) | _wants(page, first)
    if page.sentences[page.groups[last].last].text.endswith(":"):
        if not _is_joined(page, last, last + 1):
            return first, last, "announces what does not follow"
        last += 1
    return first, last, None


def _wants(page: _Page, at: int) -> frozenset[str]:
    """What a group leans on."""
    reason = page.sentences[page.groups[at].first].leans
    return frozenset() if reason is None else frozenset((reason,))


def _left(page: _Page, taken: int, wanted: frozenset[str]) -> frozenset[str]:
    """What is still wanted once a group is taken in: a name for a pronoun, a speaker for a quotation, else nothing."""
    named = names_somebody(page.own[taken], page.language)
    speaker = names_speaker(page.own[taken], page.language)
    return frozenset(
        reason
        for reason in wanted
        if (reason in (PERSON, PRONOUN_SPEAKER) and not named) or (reason == NO_SPEAKER and not speaker)
    )


def _is_joined(page: _Page, before: int, after: int) -> bool:
    """Whether two neighbouring groups exist, are fit and have nothing between them that was set aside."""
    if before < 0 or after >= len(page.groups):
        return False
    one, other = page.groups[before], page.groups[after]
    return not (_fault(page, one) or _fault(page, other) or _holds_aside(page, one.first, other.last))


def _is_attributed_after(page: _Page, first: int, last: int) -> bool:
    """Whether the paragraph goes on with who says it ("“…” The minister said."), and did not say so just before."""
    if not _is_joined(page, last, last + 1) or not _is_same_paragraph(page, last, last + 1):
        return False
    if _is_same_paragraph(page, first - 1, first) and names_speaker(page.own[first - 1], page.language):
        return False
    opening = " ".join(page.own[last + 1].split()[:8])
    return not _wants(page, last + 1) and names_speaker(opening, page.language)


def _is_same_paragraph(page: _Page, before: int, after: int) -> bool:
    if before < 0:
        return False
    one, other = page.sentences[page.groups[before].last], page.sentences[page.groups[after].first]
    return one.paragraph == other.paragraph
