"""Quotations that are given without the speaker whom the source names beside them."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.evaluation.context.kinds import Found
from briefing.evaluation.context.source import Source, Stretch
from briefing.evaluation.context.summary import Summary
from briefing.evaluation.context.words import FIRST_PERSON, SPEECH

# Words of the reporter's beside a quotation that still say nothing of who speaks: "And", "“…,” he".
UNSAID = 1
# Sentences before and after a quotation in which the source may name who speaks.
BEFORE, AFTER = 5, 2
# A source of which more sentences than this share say "I" or "we" outside quotations is told in the first person.
OWN_VOICE = 0.2

_MARKS = frozenset("\"“”'‘’«»„")


def speaker_problems(summary: Summary, k: int) -> Iterator[Found]:
    """Yield a sentence that is nothing but speech where nothing read beside it says whose, though the source does."""
    source, stretch = summary.placed[k].source, summary.placed[k].stretch
    if not _is_speech(source, stretch) or _is_told(summary, k, -1) or _is_told(summary, k, 1):
        return
    nearby = source.stretches[max(0, stretch.place - BEFORE) : stretch.place + AFTER + 1]
    if any(_says_who(near) for near in nearby):
        yield "quotation without speaker", stretch.start, stretch.end


def _is_speech(source: Source, stretch: Stretch) -> bool:
    """Whether all of a sentence is spoken, be its quotation opened or closed in another one."""
    words = [token for token in stretch.tokens if token.text[0].isalnum()]
    own = [token for token in words if not token.quoted]
    if len(own) <= UNSAID and len(own) < len(words):
        return True
    if _says_who(stretch):
        return False
    marks = [token for token in stretch.tokens if token.text in _MARKS]
    if len(marks) == 1 and marks[0] in (stretch.tokens[0], stretch.tokens[-1]):
        return True
    return _has_first_person(stretch) and not _has_own_voice(source)


def _has_first_person(stretch: Stretch) -> bool:
    """Whether "I" or "we" stands outside a quotation; "US" is a country, and "I Will Never …" a title."""
    following = [*(token.text for token in stretch.tokens[1:]), ""]
    return any(
        token.lower.partition("'")[0] in FIRST_PERSON and not (token.quoted or token.text == "US" or then[:1].isupper())
        for token, then in zip(stretch.tokens, following, strict=True)
    )


def _has_own_voice(source: Source) -> bool:
    return sum(map(_has_first_person, source.stretches)) > OWN_VOICE * len(source.stretches)


def _is_told(summary: Summary, k: int, step: int) -> bool:
    """Whether one finds who speaks, going on through speech from one sentence of the source to the next."""
    while (k and summary.is_joined(k)) if step < 0 else summary.is_followed(k):
        k += step
        if not _is_speech(summary.placed[k].source, summary.placed[k].stretch):
            return _says_who(summary.placed[k].stretch)
    return False


def _says_who(stretch: Stretch) -> bool:
    """Whether the reporter's own words tell that somebody speaks, or announce it by a colon."""
    return any(not token.quoted and (token.lower in SPEECH or token.text == ":") for token in stretch.tokens)
