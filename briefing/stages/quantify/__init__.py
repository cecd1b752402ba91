"""Find the quantities that an article states under each theme, and who says them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from briefing.language.quantities import quantities
from briefing.model import Figure, Passage, Quantity, Reading, Sentence, Span
from briefing.stages.faults import LIMIT
from briefing.stages.heed.withhold import is_withheld
from briefing.stages.quantify.circumstances import days_of, names_of, places_of, time_of
from briefing.stages.quantify.deadlines import deadlines

# "He wanted a pullback from the country, where 2,500 are": in reported speech that is the reporter's own.
_ASIDE = re.compile(r", (?:where|which|who|whose|when)\b")


def quantify(reading: Reading, passages: Sequence[Passage]) -> Mapping[str, tuple[Figure, ...]]:
    """Return the figures of one article by theme, first come first.

    Those outside all themes are left alone, and what the editor keeps back, and what runs on for longer than any
    sentence does: it is a table.
    """
    found: dict[str, list[Figure]] = {}
    for passage in passages:
        if passage.theme:
            sentences = [s for s in reading.sentences[passage.first : passage.last + 1] if _is_open(reading, s)]
            found.setdefault(passage.theme, []).extend(f for s in sentences for f in _figures(reading, s))
    return {theme: tuple(figures) for theme, figures in found.items() if figures}


def _is_open(reading: Reading, sentence: Sentence) -> bool:
    return len(sentence.text) <= LIMIT and not is_withheld(reading.cuts[sentence.position].unfit)


def _figures(reading: Reading, sentence: Sentence) -> Iterator[Figure]:
    text, language = reading.article.text, reading.article.language
    place = Span(sentence.start, sentence.end)
    dated = deadlines(reading, sentence) if language == "en" else iter(())
    for quantity in chain(quantities(text, place, language), dated):
        yield Figure(
            article=reading.article.sha256,
            quantity=quantity,
            words=text[quantity.start : quantity.end],
            of=text[slice(*quantity.of)] if quantity.of else "",
            place=place,
            sentence=sentence.position + 1,
            company=tuple(sorted({term for term in sentence.terms if not term[0].isdigit()})),
            time=time_of(reading, sentence, quantity) if quantity.measure != "date" else (),
            days=days_of(reading, sentence, quantity) if quantity.measure != "date" else (),
            places=places_of(sentence),
            names=names_of(sentence),
            speaker=_speaker(reading, quantity),
            day=reading.dated.day,
        )


def _speaker(reading: Reading, quantity: Quantity) -> str | None:
    """The nearest attribution whose words hold the quantity: a name, else how the article calls him there."""
    text = reading.article.text
    holding = [(a, a.content) for a in reading.attributions if a.content and _holds(a.content, quantity)]
    if not holding:
        return None
    said, content = min(holding, key=lambda pair: (pair[1].end - pair[1].start, pair[1]))
    if not said.direct and _ASIDE.search(text, content.start, quantity.start):
        return None
    return said.speaker or (_first_words(text[slice(*said.source)]) if said.source else None)


def _first_words(source: str) -> str:
    """Who it is, without what is told of him: "the office" of "the office, which counted them on Friday"."""
    return " ".join(source.split()).partition(",")[0]


def _holds(content: Span, quantity: Quantity) -> bool:
    return content.start <= quantity.start and quantity.end <= content.end
