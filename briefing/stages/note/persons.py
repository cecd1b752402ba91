"""Find the pronouns whose person is named in another sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from briefing.language.context_words import CONTEXT_WORDS
from briefing.language.name_words import PERSON_NOUNS
from briefing.language.tokens import Tokens
from briefing.model import Anaphor, Attribution, Note, Span
from briefing.stages.refer import Mention, Names, antecedent, full_name
from briefing.stages.refer.capitals import bare
from briefing.stages.refer.pronouns import PRONOUNS, called
from briefing.stages.split.context import PRONOUN_SPEAKER
from briefing.stages.split.openers import PERSON

# Endings of nouns for somebody who does something. Many a "winter" has them too: then nothing is said.
LONGEST = 400  # words of a sentence in which anything is looked for: no longer one is printed
_REACH = 8  # sentences back that may be taken in beside a pronoun: more than two groups hold
_AGENTS = ("er", "or", "ist", "ian", "ant", "ent", "ee", "man", "woman", "child", "old", "one", "body")


def persons(names: Names) -> Iterator[tuple[int, Anaphor]]:
    """Yield each sentence's first pronoun for a person, where nobody in that sentence can be meant."""
    mentions = _mentions(names)
    for k, tokens in enumerate(names.tokens):
        at = _pronoun(names, tokens)
        if at is None or len(tokens) > LONGEST or _is_named_after(names, k, at):
            continue
        before = antecedent(names, at)
        whole = full_name(names, before) if before and before.end <= names.sentences[k].start else None
        if whole:
            text, span = whole
            note = Note(at, span, text=text, sentence=names.sentence_at(span.start) + 1)
            yield k, Anaphor(at, note, _nearest(mentions[text], at), (PERSON, PRONOUN_SPEAKER), PERSON)
        elif before is None and k and not _may_be_somebody(names, k, at.start):
            people = (_people(names, back) for back in range(k - 1, max(0, k - _REACH) - 1, -1))
            yield k, Anaphor(at, given=tuple(next(filter(None, people), ())), reason=PERSON)


def persons_quoted(names: Names, attributions: Sequence[Attribution]) -> Iterator[tuple[int, Anaphor]]:
    """Yield each quotation's first pronoun for a person where nobody but its speaker stands before it in its sentence.

    Whom somebody else means is never noted: a reader needs the sentence in which the reporter, too, had named them.
    """
    for said in attributions:
        if not said.direct or said.content is None:
            continue
        k = names.sentence_at(said.content.start)
        tokens = names.tokens[k]
        at = _pronoun_in(tokens, said.content)
        if k and at and len(tokens) <= LONGEST and not _somebody_else(names, k, at.start, said):
            back = range(k - 1, max(0, k - _REACH) - 1, -1)
            people = ([span for span in _everybody(names, j) if not _is_speaker(names, span, said)] for j in back)
            yield k, Anaphor(at, given=tuple(next(filter(None, people), ())), reason=PERSON)


def _pronoun_in(tokens: Tokens, said: Span) -> Span | None:
    places = range(bisect_left(tokens.starts, said.start), bisect_left(tokens.starts, said.end))
    return next((Span(tokens.starts[k], tokens.end(k)) for k in places if called(tokens.words[k])), None)


def _somebody_else(names: Names, sentence: int, end: int, said: Attribution) -> bool:
    """Whether anybody but the speaker stands in a sentence before a place, in whosever words."""
    tokens = names.tokens[sentence]
    words = (bare(tokens.words[k]) for k in range(bisect_left(tokens.starts, end)))
    source = said.source or Span(0, 0)
    return any(span.end <= end and not _is_speaker(names, span, said) for span in _everybody(names, sentence)) or any(
        _is_agent(word) and word not in names.text[slice(*source)] for word in words
    )


def _everybody(names: Names, sentence: int) -> list[Span]:
    """Who surely stands in a sentence, in whosever words."""
    whole = names.sentences[sentence]
    named = [m.span for m in names.inside(Span(whole.start, whole.end)) if _is_person(names, m)]
    return named + [span for span in _nouns(names, sentence) if names.is_quoted(span.start)]


def _is_speaker(names: Names, span: Span, said: Attribution) -> bool:
    if said.source and said.source.start <= span.start < said.source.end:
        return True
    whole = full_name(names, span)
    return whole is not None and whole[0] == said.speaker


def _nearest(spans: Sequence[Span], at: Span) -> tuple[Span, ...]:
    """The last of a name's mentions before a place: where that is not read, no other before it is."""
    k = bisect_left(spans, at)
    return (spans[k - 1],) if k else ()


def _may_be_somebody(names: Names, sentence: int, end: int) -> bool:
    """Whether anybody stands in a sentence before a place: a name, or a noun that may be a person's."""
    tokens = names.tokens[sentence]
    own = (k for k, start in enumerate(tokens.starts) if start < end and not names.is_quoted(start))
    before = (bare(tokens.words[k]) for k in own)
    return any(span.end <= end for span in _people(names, sentence)) or any(map(_is_agent, before))


@lru_cache(maxsize=32_768)
def _is_agent(word: str) -> bool:
    """Whether a word may be a noun for a person."""
    return word.endswith(_AGENTS) or word.lower() in CONTEXT_WORDS["en"].people


def _people(names: Names, sentence: int) -> list[Span]:
    """Who surely stands in the reporter's own words of a sentence: persons' names, and nouns for a person."""
    whole = names.sentences[sentence]
    named = (m.span for m in names.inside(Span(whole.start, whole.end)) if _is_person(names, m))
    return [span for span in (*named, *_nouns(names, sentence)) if not names.is_quoted(span.start)]


def _nouns(names: Names, sentence: int) -> Iterator[Span]:
    tokens = names.tokens[sentence]
    return (Span(tokens.starts[k], tokens.end(k)) for k, word in enumerate(tokens.words) if bare(word) in PERSON_NOUNS)


def _is_person(names: Names, mention: Mention) -> bool:
    return mention.name is None or names.names[mention.name].kind in ("person", "other")


def _pronoun(names: Names, tokens: Tokens) -> Span | None:
    """The first pronoun for a person in the reporter's own words."""
    found = (k for k, word in enumerate(tokens.words) if word.lower() in PRONOUNS)
    spans = (Span(tokens.starts[k], tokens.end(k)) for k in found)
    return next((span for span in spans if not names.is_quoted(span.start)), None)


def _is_named_after(names: Names, sentence: int, at: Span) -> bool:
    """Whether somebody is named right behind the phrase that the pronoun stands in: "In his speech, Anders Holm …"."""
    start, end = names.sentences[sentence].start, names.sentences[sentence].end
    comma = names.text.find(",", at.end, end)
    if at.start == start or comma < 0:
        return False
    named = next(iter(names.inside(Span(comma, end))), None)
    return named is not None and not names.text[comma + 1 : named.whole.start].strip()


def _mentions(names: Names) -> Mapping[str, tuple[Span, ...]]:
    """Where each name stands, by its fullest form."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for mention in names.mentions:
        if mention.name is not None:
            found[names.names[mention.name].text].append(mention.span)
    return {text: tuple(spans) for text, spans in found.items()}
