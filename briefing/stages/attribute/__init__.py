"""Say who says what: one item for each piece of a quotation, and for each piece of reported speech.

The mention beside the verb of speech is the `source`; whom it stands for in this article is the `speaker`, or None:
that is never guessed.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.language.speech_words import NO_SPEECH, SPEECH_WORDS
from briefing.model import Article, Attribution, Quotation, Sentence, Span
from briefing.stages.attribute.cues import Said, said
from briefing.stages.attribute.direct import governing
from briefing.stages.attribute.reported import reported
from briefing.stages.attribute.running import running
from briefing.stages.attribute.segments import Segment, segments
from briefing.stages.refer import Names, stands_for

__all__ = ["attribute"]


def attribute(
    article: Article, sentences: Sequence[Sentence], quotations: Sequence[Quotation], names: Names
) -> tuple[Attribution, ...]:
    """Return the attributions of an article in order; `names` is its index (`stages.refer`)."""
    speech = SPEECH_WORDS.get(article.language, NO_SPEECH)
    pieces = names.quoted
    parts = segments(article.text, sentences, names.tokens, pieces)
    verbs = [list(said(part, speech)) for part in parts]
    direct: dict[int, Attribution] = {}
    found: list[Attribution] = []
    for part, own in zip(parts, verbs, strict=True):
        quoted = {number: article.text[slice(*pieces[number])] for number in part.pieces.values()}
        governed = governing(part, own, quoted, speech)
        for number, verb in governed.items():
            direct[number] = _item(part, verb, pieces[number], True)
        found += [_item(part, verb, content, False) for verb, content in reported(part, own, governed, speech)]
    direct = running(parts, verbs, direct, quotations, pieces)
    found += [direct.get(number) or Attribution(piece) for number, piece in enumerate(pieces)]
    return tuple(_named(one, names) for one in sorted(found, key=_place))


def _item(part: Segment, verb: Said, content: Span, direct: bool) -> Attribution:
    return Attribution(content, part.span(*verb.source), part.span(*verb.cue), direct=direct)


def _place(one: Attribution) -> tuple[Span, bool]:
    return one.content or Span(0, 0), one.direct


def _named(one: Attribution, names: Names) -> Attribution:
    """Return an attribution with the name that its source stands for, if any."""
    known = stands_for(names, one.source) if one.source else None
    if known is None:
        return one
    return Attribution(one.content, one.source, one.cue, known[0], known[1], one.direct)
