"""Say of each sentence how it may be printed: alone, with what it leans on, or not at all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from briefing.model import Anaphor, Aside, Cut, Note, Quotation, Sentence, Span
from briefing.stages.faults import HARMLESS, LIMIT, TOO_SHORT
from briefing.stages.split.context import NO_SPEAKER, PRONOUN_SPEAKER, names_somebody, names_speaker, own_words
from briefing.stages.split.openers import PERSON
from briefing.stages.split.pieces import Group, pieces

# Groups taken in before the core's own. Over 25,900 fit sentences of 833 news articles (even / odd ones) a reach of 1,
# 2, 3 and 4 leaves 13.7/13.9, 7.5/7.8, 5.3/5.9 and 4.7/5.2 % without a run; the runs hold 195, 212, 219 and 222
# characters on average. Two by judgement: with a third the core is but the last of four statements.
REACH = 2
# Notes beside an extract; by judgement: more of them are harder to read than the article.
MOST = 3


@dataclass(frozen=True, slots=True)
class _Page:
    """An article as a cut sees it: its groups, the reporter's own words of each, and where asides begin."""

    sentences: Sequence[Sentence]
    groups: Sequence[Group]
    own: Sequence[str]
    asides: Sequence[int]
    language: str
    anaphors: Sequence[Sequence[Anaphor]]


def cut(
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    *,
    asides: Sequence[Aside] = (),
    language: str = "en",
    anaphors: Sequence[Sequence[Anaphor]] = (),
) -> tuple[Cut, ...]:
    """Return the cut of each sentence, in order: the smallest run that opens well and closes what it opens.

    A run holds whole pieces of quotation, takes in what its opening leans on, up to `REACH` groups back, and what a
    colon announces; it never holds an aside nor, beside its core, a sentence that must not be printed. Where that does
    not do, and it is known from the sentences' `anaphors` what is meant, notes say it.
    """
    groups = pieces(sentences, quotations)
    page = _Page(
        sentences,
        groups,
        own=[own_words(sentences, group) for group in groups],
        asides=sorted(aside.start for aside in asides),
        language=language,
        anaphors=anaphors or [()] * len(sentences),
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
        start, end = page.sentences[first].start, page.sentences[last].end
        yield Cut(core, first, last, start, end, fault, tuple(_notes(page, first, last)))


def _notes(page: _Page, first: int, last: int) -> Iterator[Note]:
    """What a reader of sentences `first` to `last` has to be told, for each thing once."""
    start, told = page.sentences[first].start, set[Span]()
    for anaphor in chain.from_iterable(page.anaphors[first : last + 1]):
        note = anaphor.note
        end = page.sentences[last].end if note and note.kind == "speaker" else 0  # who speaks may be named behind
        if note and note.means not in told and len(told) < MOST and not anaphor.is_given(start, end):
            told.add(note.means)
            yield note


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
    runs, last = [(at, _wants(page, at))], at
    while (wanted := runs[-1][1]) and last == at:
        first = runs[-1][0]
        if wanted == {NO_SPEAKER} and _is_attributed_after(page, first, last):
            last += 1
        elif at - first < REACH and _is_joined(page, first - 1, first):
            runs.append((first - 1, _left(page, first - 1, at, wanted) | _wants(page, first - 1)))
        else:
            noted = [run for run in runs if run[1] <= _known(page, run[0], at)]
            if not noted:
                return first, last, f"nothing beside it explains it: {sorted(wanted)[0]}"
            runs = noted[:1]
            break
    return _announced(page, runs[-1][0], last)


def _announced(page: _Page, first: int, last: int) -> tuple[int, int, str | None]:
    """Take in what a colon at the end announces."""
    if not page.sentences[page.groups[last].last].text.endswith(":"):
        return first, last, None
    if not _is_joined(page, last, last + 1):
        return first, last, "announces what does not follow"
    return first, last + 1, None


def _wants(page: _Page, at: int) -> frozenset[str]:
    """What a group leans on."""
    sentence = page.sentences[page.groups[at].first]
    open_here = (a.reason for a in _anaphors(page, at, at) if not a.is_given(sentence.start))
    return frozenset(reason for reason in (sentence.leans, *open_here) if reason)


def _open(page: _Page, first: int, at: int, last: int) -> frozenset[str]:
    """What the groups `at` to `last` want that is known to be told elsewhere, and not from group `first` on."""
    start = page.sentences[page.groups[first].first].start
    found = (anaphor for anaphor in _anaphors(page, at, last) if not anaphor.is_given(start))
    return frozenset(anaphor.reason for anaphor in found if anaphor.reason)


def _known(page: _Page, first: int, last: int) -> frozenset[str]:
    """What groups lean on and a note can say."""
    return frozenset(reason for anaphor in _anaphors(page, first, last) for reason in anaphor.says)


def _anaphors(page: _Page, first: int, last: int) -> Iterator[Anaphor]:
    return chain.from_iterable(page.anaphors[page.groups[first].first : page.groups[last].last + 1])


def _left(page: _Page, taken: int, at: int, wanted: frozenset[str]) -> frozenset[str]:
    """What the groups up to `at` still want once one before them is taken in.

    Where it is known whom or what they may mean, that; else a name for a pronoun, a speaker for a quotation, and
    nothing more. A few words that are no sentence ("Attack ads.") tell nothing.
    """
    if page.sentences[page.groups[taken].first].unfit == TOO_SHORT and not page.groups[taken].pieces:
        return wanted
    known = frozenset(anaphor.reason for anaphor in _anaphors(page, taken + 1, at))
    vague = wanted - known - _known(page, taken + 1, at)
    if names_somebody(page.own[taken], page.language):
        vague -= {PERSON, PRONOUN_SPEAKER}
    if names_speaker(page.own[taken], page.language):
        vague -= {NO_SPEAKER}
    return (vague & {PERSON, PRONOUN_SPEAKER, NO_SPEAKER}) | (wanted & _open(page, taken, taken + 1, at))


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
