"""What is compared of an extract: what is said in its core, the frame around that, and who says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.language.assertions import Assertion, assertion
from briefing.language.quotations import quotations
from briefing.language.speech_words import NO_SPEECH, SPEECH_WORDS
from briefing.language.words import stems, words
from briefing.model import Attribution, Extract, Span

# What is said in fewer words is a turn of phrase inside a sentence, not the statement.
SAID = 8

_MARKS = re.compile('[“”„"«»]')


NOTHING = Assertion()


@dataclass(frozen=True, slots=True)
class Wording:
    """A core as it is compared: `whole`, and `said` and `frame`, the same and empty where nobody says it.

    `fingerprint` are its stems in order. `direct`: what is said is quoted. `speakers` are the stems of the names of
    those who say it, as far as the article tells; `described` those of the words that the core has for them.
    """

    language: str
    fingerprint: str
    whole: Assertion
    said: Assertion
    frame: Assertion = NOTHING
    direct: bool = False
    speakers: tuple[frozenset[str], ...] = ()
    described: frozenset[str] = frozenset()


def core_text(extract: Extract) -> str:
    """Return the words of the extract's core."""
    return extract.text[extract.core.start - extract.start : extract.core.end - extract.start]


@lru_cache(maxsize=4096)
def wording(extract: Extract) -> Wording:
    """Return what is compared of an extract."""
    text, language = core_text(extract), extract.language
    whole = assertion(text, language)
    found = extract.attributions or tuple(_quoted(extract))
    spans = _merged(_inside(one.content, extract.core) for one in found if one.content)
    said = " ".join(text[span.start : span.end] for span in spans)
    if len(said.split()) < SAID:
        return Wording(language, extract.fingerprint, whole, whole, speakers=_speakers(found, language))
    return Wording(
        language=language,
        fingerprint=extract.fingerprint,
        whole=whole,
        said=assertion(_MARKS.sub("", said), language),
        frame=assertion(_around(text, spans), language),
        direct=any(one.direct for one in found),
        speakers=_speakers(found, language),
        described=frozenset(s for one in found for s in _mention(one, extract)),
    )


def _quoted(extract: Extract) -> Iterator[Attribution]:
    """What stands between quotation marks, where nothing more is known of the core."""
    for quotation in quotations(extract.text, (Span(0, len(extract.text)),)):
        for piece in quotation.pieces:
            yield Attribution(Span(piece.start + extract.start, piece.end + extract.start))


def _inside(span: Span, core: Span) -> Span:
    """The part of a span that the core holds, counted from the core's beginning."""
    return Span(max(0, span.start - core.start), max(0, min(span.end, core.end) - core.start))


def _merged(spans: Iterator[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _around(text: str, spans: Sequence[Span]) -> str:
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    return " ".join(text[end:start] for end, start in zip(ends, starts, strict=True))


def _speakers(found: Sequence[Attribution], language: str) -> tuple[frozenset[str], ...]:
    names = sorted({one.speaker for one in found if one.speaker})
    return tuple(frozenset(stems(name, language)) for name in names)


def _mention(one: Attribution, extract: Extract) -> list[str]:
    """The stems of what the core calls a speaker; a pronoun has none."""
    if one.source is None or not extract.start <= one.source.start < one.source.end <= extract.end:
        return []
    mention = extract.text[one.source.start - extract.start : one.source.end - extract.start]
    pronouns = SPEECH_WORDS.get(extract.language, NO_SPEECH).pronouns
    return [] if pronouns.issuperset(words(mention)) else list(assertion(mention, extract.language).terms)
