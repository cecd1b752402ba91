"""Choose the phrase that names what several articles report: words that most of them hold, and few others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import fsum, log

from briefing.model import Phrase, Pile, Story

# A pile is counted as if it had so many articles more: in a pile of five, what two of them share is no less rare.
MORE_ARTICLES = 20
# A word counts as shared from this share of the articles on (two of two, two of three, three of four …).
SHARED = 0.6
# The share of a phrase's words that are shared: "Dock workers strike in Marn" may name what only some call docks.
ENOUGH = 0.6
# What a title's phrase weighs more than a sentence's, what one with a name weighs more than one without, and what a
# word costs that is not shared. All by judgement, reading the labels of 34 events and 40 stories: no set is labelled.
TITLED, NAMED, UNSHARED = 1.5, 1.5, 1.0


def shared(stories: Sequence[Story], pile: Pile) -> tuple[str, Phrase] | None:
    """Return the best phrase and the article that it is from, or None if none is shared well enough to name them."""
    least = SHARED * len(stories)
    held = {term: n for term, n in _articles_with(stories).items() if n >= least}
    ranked = [
        (_worth(phrase, held, pile), phrase.text, story.signature.article, phrase)
        for story in stories
        for phrase in story.phrases
        if _is_telling(phrase, held)
    ]
    if not ranked:
        return None
    *_, article, phrase = min(ranked, key=lambda item: (-item[0], len(item[1]), item[1], item[2]))
    return article, phrase


def _articles_with(stories: Sequence[Story]) -> Counter[str]:
    return Counter(term for story in stories for term in set(story.terms))


def _is_telling(phrase: Phrase, held: dict[str, int]) -> bool:
    """Whether enough of a phrase is shared: two words at least, for one alone names a subject, not an event."""
    terms = set(phrase.terms)
    common = terms & held.keys()
    return len(common) >= 2 and len(common) >= ENOUGH * len(terms)


def _worth(phrase: Phrase, held: dict[str, int], pile: Pile) -> float:
    terms = dict.fromkeys(phrase.terms)
    worth = fsum(_rarity(term, pile) * held[term] / max(held.values()) for term in terms if term in held)
    lone = UNSHARED * sum(term not in held for term in terms)
    is_named = any(word[0].isupper() for word in phrase.text.split())
    return round((TITLED if phrase.in_title else 1.0) * (NAMED if is_named else 1.0) * worth - lone, 9)


def _rarity(term: str, pile: Pile) -> float:
    return log((pile.documents + MORE_ARTICLES) / (pile.articles_with.get(term, 0) + 1))
