"""Say which words of an article's title and deck speak of which of its themes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.language.words import content, stems
from briefing.model import Reading, Sentence

Lists = Mapping[str | None, Sequence[Sentence]]


def headline(reading: Reading, lists: Lists) -> dict[str | None, tuple[str, ...]]:
    """Return the title's terms for each theme of the article; `lists` are the sentences under each.

    The title of an article with one theme is about it. Where there are several, title and deck each go to the theme
    whose sentences hold the most of their terms that no other theme's do: a report on a country's two wars may have one
    in its title and the other in its deck, and the title's words must not draw the other's extracts.
    """
    if len(lists) < 2:
        return dict.fromkeys(lists, reading.title_terms)
    own = _own_terms(lists)
    found: dict[str | None, tuple[str, ...]] = dict.fromkeys(lists, ())
    for terms in (reading.title_terms, _deck(reading)):
        shared = {theme: len(own[theme].intersection(terms)) for theme in lists}
        best = max(shared.values())
        for theme in lists:
            if shared[theme] == best > 0:
                found[theme] += terms
    return found


def _own_terms(lists: Lists) -> dict[str | None, set[str]]:
    all_terms = {theme: {t for sentence in sentences for t in sentence.terms} for theme, sentences in lists.items()}
    return {
        theme: terms - {t for other, theirs in all_terms.items() if other != theme for t in theirs}
        for theme, terms in all_terms.items()
    }


def _deck(reading: Reading) -> tuple[str, ...]:
    span, article = reading.cleaned.deck, reading.article
    return tuple(content(stems(article.text[slice(*span)], article.language), article.language)) if span else ()
