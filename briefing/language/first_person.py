"""The words by which somebody speaks of himself, or of himself and others."""

from __future__ import annotations

from functools import cache

from briefing.language.words import stems

_WORDS = {
    "en": "I we me us my our mine ours myself ourselves I'm I've I'd I'll we're we've we'd we'll",
    "de": "ich wir mich mir uns mein meine meinen unser unsere unseren",
    "fr": "je nous moi mon ma mes notre nos",
    "es": "yo nosotros nosotras me mi mis nos nuestro nuestra nuestros nuestras",
    "ru": "я мы мне меня нас нам мой моя мои наш наша наши",
    "uk": "я ми мені мене нас нам мій моя мої наш наша наші",
}


@cache
def first_person(language: str) -> frozenset[str]:
    """Return the stems of the first person's words; none where the language has no list."""
    return frozenset(stems(_WORDS.get(language, ""), language))
