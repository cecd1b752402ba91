"""Say what a mention stands for: which names an article holds, and whom a "he" or "the minister" means.

The index is built once for an article, from its sentences; everything else asks it. Nothing is guessed: where two could
be meant the answer is None.

    found = names(article, sentences, quotations)
    antecedent(found, Span of "he")           -> Span of "Stoltenberg", the nearest mention in or before its sentence
    antecedent(found, Span of "the minister") -> Span of the name that this article ties it to by title or apposition
    full_name(found, Span of "Gen. Lee")      -> ("Robert Lee", Span of where it stands in full)
    stands_for(found, span)                   -> the same for any of the three: a name, pronoun or description
    role_of(found, number of a name)          -> Span of what the article says that its bearer is: "US general"

All spans are code points of `article.text`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.language.name_words import CAPITAL_NOUNS
from briefing.language.tokens import tokens
from briefing.model import Article, Quotation, Sentence, Span
from briefing.stages.refer.called import role_of
from briefing.stages.refer.capitals import capital_runs
from briefing.stages.refer.index import Mention, Name, Names
from briefing.stages.refer.link import Place, link, name, place, surely_named
from briefing.stages.refer.pronouns import called, person
from briefing.stages.refer.roles import index, roles_around
from briefing.stages.refer.whole import described, is_adjective, mention_of

__all__ = ["Mention", "Name", "Names", "antecedent", "full_name", "is_adjective", "names", "role_of", "stands_for"]


def names(article: Article, sentences: Sequence[Sentence], quotations: Sequence[Quotation] = ()) -> Names:
    """Return the index of an article's names; `sentences` and `quotations` are its own, in order."""
    words = [tokens(article.text, sentence.start, sentence.end) for sentence in sentences]
    quoted = sorted(piece for quotation in quotations for piece in quotation.pieces)
    places = [one for run in capital_runs(words) if (one := place(run, words[run.sentence]))]
    if article.language in CAPITAL_NOUNS:
        places = surely_named(places)
    bearers = link(places)
    for one in places:
        if one.bearer is not None:
            bearers[one.bearer].roles |= dict.fromkeys(roles_around(one.run, words[one.run.sentence].words))
    found = tuple(name(bearer, article.text) for bearer in bearers)
    bare = Names(article.text, sentences, words, quoted, found, by_role=index(found))
    return Names(article.text, sentences, words, quoted, found, tuple(_mentions(places, bare)), bare.by_role)


def _mentions(places: Sequence[Place], index: Names) -> Iterator[Mention]:
    for one in places:
        whole = Span(index.tokens[one.run.sentence].starts[one.run.first], one.span.end)
        possessive = index.text[one.span.end : one.span.end + 1] in ("'", "’", "ʼ")
        quoted = index.is_quoted(one.span.start)
        yield Mention(one.span, whole, one.bearer, one.run.sentence, quoted, possessive)


def antecedent(names: Names, at: Span) -> Span | None:
    """Return the mention (a span) that a pronoun or a description stands for, or None where that is not certain.

    Pronouns are he, she and their forms, in the reporter's own words; one inside a quotation has no answer, nor has
    "they" or "it". A description ("the minister", "the NATO chief") must be tied to one name by a title or an
    apposition in this article, before it.
    """
    if called(names.text[at.start : at.end]):
        mention = person(names, at)
        return mention.span if mention else None
    return described(names, at)


def full_name(names: Names, at: Span) -> tuple[str, Span] | None:
    """Return the name of which a mention speaks, in its fullest form, with the span where that stands, or None.

    `at` is a mention ("Stoltenberg", "Gen. Lee") or the whole phrase around it ("Jane Roe, the mayor of Gdansk");
    "Roe's lawyer" and "a spokesman for Roe" are somebody else.
    """
    mention = mention_of(names, at)
    if mention is None or mention.name is None:
        return None
    found = names.names[mention.name]
    return found.text, found.span


def stands_for(names: Names, at: Span) -> tuple[str, Span] | None:
    """Return the name in full that a mention, a pronoun or a description stands for, with its span, or None."""
    known = full_name(names, at)
    if known is None and (before := antecedent(names, at)) is not None:
        known = full_name(names, before)
    return known
