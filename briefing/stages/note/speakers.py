"""Find the quotations whose speaker is named in another sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.language.context_words import CONTEXT_WORDS
from briefing.model import Anaphor, Attribution, Note, Span
from briefing.stages.refer import Names
from briefing.stages.split.context import NO_SPEAKER
from briefing.stages.split.openers import THING

_OWNERS = frozenset(("its", "their"))


def speakers(names: Names, attributions: Sequence[Attribution]) -> Iterator[tuple[int, Anaphor]]:
    """Yield each piece of a quotation of which somebody named elsewhere is known to be the speaker, by its sentence.

    Where the speaker is "its chairman" and nothing in the sentence is, the sentence before has to say whose.
    """
    for said in attributions:
        if (whose := _whose(names, said)) is not None:
            yield whose
        if not said.direct or said.content is None or said.speaker is None or said.name is None:
            continue
        k = names.sentence_at(said.content.start)
        sentence = names.sentences[k]
        if said.source and sentence.start <= said.source.start and said.source.end <= sentence.end:
            continue  # the sentence itself says who; whether by a name is for the pronouns to judge
        note = Note(said.content, said.name, "speaker", said.speaker, names.sentence_at(said.name.start) + 1)
        given = (said.name, *([said.source] if said.source else []))
        yield k, Anaphor(said.content, note, given, (NO_SPEAKER,))


def _whose(names: Names, said: Attribution) -> tuple[int, Anaphor] | None:
    """The "its" of "“…,” said its chairman", where the reporter's words name no owner before it."""
    first = names.text[slice(*said.source)].partition(" ")[0] if said.source else ""
    if not said.direct or said.source is None or first.lower() not in _OWNERS:
        return None
    k = names.sentence_at(said.source.start)
    tokens = names.tokens[k]
    before = (word for word, start in zip(tokens.words, tokens.starts, strict=True) if _is_own(names, start, said))
    if k == 0 or any(word[0].isalpha() and word not in CONTEXT_WORDS["en"].cues for word in before):
        return None
    earlier = names.sentences[k - 1]
    at = Span(said.source.start, said.source.start + len(first))
    return k, Anaphor(at, given=(Span(earlier.start, earlier.end),), reason=THING)


def _is_own(names: Names, start: int, said: Attribution) -> bool:
    return said.source is not None and start < said.source.start and not names.is_quoted(start)
