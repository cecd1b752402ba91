"""Descriptions ("the mission", "this plan", "the striker") of what the source introduced and the summary did not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.evaluation.context.kinds import Found, Kind
from briefing.evaluation.context.mentions import Token, is_person, stem
from briefing.evaluation.context.pronouns import is_same_matter, loose
from briefing.evaluation.context.source import Stretch
from briefing.evaluation.context.summary import Summary
from briefing.evaluation.context.words import (
    AFTER_BARE,
    BEFORE_SUBJECT,
    DEMONSTRATIVES,
    FUNCTION,
    INSIDE,
    INTRODUCERS,
    KNOWN,
    SHELLS,
    SPEECH,
    TIMES,
)

# Words of a description behind its "the".
LONGEST = 4


def description_problems(summary: Summary, k: int) -> Iterator[Found]:
    """Yield the descriptions in a sentence's own words that take up what the summary has not told."""
    tokens = summary.placed[k].stretch.tokens
    for at, token in enumerate(tokens):
        if token.quoted or token.lower not in DEMONSTRATIVES | {"the"}:
            continue
        head = _head(tokens, at, bare=token.lower in ("the", "those"))
        judge = _definite if token.lower == "the" else _demonstrative
        if kind := judge(summary, k, at, head):
            yield kind, token.start, tokens[at if head is None else head].end


def _head(tokens: Sequence[Token], at: int, *, bare: bool) -> int | None:
    """The number of a description's last noun; a `bare` one if nothing behind it says more: "the mission was"."""
    for k in range(at + 1, min(at + 1 + LONGEST, len(tokens))):
        token = tokens[k]
        if not (token.text[0].isdigit() or token.text[0].islower()) or token.lower in FUNCTION - INSIDE:
            return None
        if token.text.endswith(("'s", "’s")) or k + 1 == len(tokens) or _ends_description(tokens[k + 1]):
            return k
        if not bare and tokens[k + 1].lower in FUNCTION:
            return k
    return None


def _ends_description(token: Token) -> bool:
    is_verb = token.lower.endswith("ed") or token.lower in AFTER_BARE | SPEECH
    return is_verb or not (token.text[0].isalnum() or token.text[0] in "-–—(“‘\"'")


def _demonstrative(summary: Summary, k: int, at: int, head: int | None) -> Kind | None:
    """What is wrong with "this plan", or with "this" alone where it is the subject."""
    stretch = summary.placed[k].stretch
    follows = stretch.tokens[at + 1].lower if at + 1 < len(stretch.tokens) else ""
    if follows in AFTER_BARE:
        return loose(summary, k) if stretch.opens(at) else None
    if head is None or stretch.tokens[at].lower == "that":
        return None
    is_time = any(token.lower in TIMES for token in stretch.tokens[at + 1 : head + 1])
    if is_time or _is_read(summary, k, at, stem(stretch.tokens[head].lower)):
        return None
    return "incomplete coreference" if loose(summary, k) else None


def _definite(summary: Summary, k: int, at: int, head: int | None) -> Kind | None:
    """What is wrong with "the mission"."""
    stretch = summary.placed[k].stretch
    if head is None or _is_apposition(stretch, at):
        return None
    word, noun = stretch.tokens[head].lower, stem(stretch.tokens[head].lower)
    if word in KNOWN or noun in KNOWN or _is_read(summary, k, at, noun):
        return None
    if is_person(word):
        return _somebody(summary, k, at)
    if not _is_subject(stretch.tokens, at):
        return None
    is_shell = word in SHELLS and head == at + 1 and not _is_told(summary, k)
    return "incomplete coreference" if is_shell or _is_introduced(summary, k, noun) else None


def _somebody(summary: Summary, k: int, at: int) -> Kind | None:
    """What is wrong with "the striker": the source told of somebody before, and nobody was read of."""
    named_before = any(stretch.persons for stretch in summary.before_in_source(k))
    read = any(placed.stretch.persons for placed in summary.before(k))
    here = any(mention.at < at for mention in summary.placed[k].stretch.persons)
    return "incomplete coreference" if named_before and not (read or here) else None


def _is_apposition(stretch: Stretch, at: int) -> bool:
    """Whether a description says who somebody is: "her brother Jon, the former minister,"."""
    return at > 0 and stretch.tokens[at - 1].text == "," and any(at - 3 <= m.at < at for m in stretch.persons)


def _is_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether a description opens a clause; elsewhere ("on the terrace") what is told mostly explains it."""
    before = next((t for t in reversed(tokens[:at]) if t.text not in "\"'“‘(["), None)
    return before is None or not before.text[0].isalnum() or before.lower in BEFORE_SUBJECT


def _is_told(summary: Summary, k: int) -> bool:
    """Whether something was read of what the source told just before, or nothing was told there."""
    told = summary.before_in_source(k)[:2]
    return not told or any(is_same_matter(placed.stretch, one) for placed in summary.placed[:k] for one in told)


def _is_read(summary: Summary, k: int, at: int, noun: str) -> bool:
    """Whether a noun was read before, in any sentence of the summary."""
    here = any(stem(token.lower) == noun for token in summary.placed[k].stretch.tokens[:at])
    return here or any(noun in placed.stretch.nouns for placed in summary.placed[:k])


def _is_introduced(summary: Summary, k: int, noun: str) -> bool:
    """Whether the source introduced a noun before: "a mission", "its training mission", "NATO Mission Iraq"."""
    placed = summary.placed[k]
    return any(
        stem(token.lower) == noun and (token.text[0].isupper() or _is_indefinite(stretch.tokens, at))
        for stretch in placed.source.stretches[: placed.stretch.place]
        if noun in stretch.nouns
        for at, token in enumerate(stretch.tokens)
    )


def _is_indefinite(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun follows "a" or a possessive, with at most two words between."""
    for token in reversed(tokens[max(0, at - 3) : at]):
        if token.lower in INTRODUCERS or token.text.endswith(("'s", "’s")):
            return True
        if not token.text[0].isalnum() or token.lower in FUNCTION:
            return False
    return False
