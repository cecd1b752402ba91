"""Gather what one article offers the page: its listing and its extracts, by theme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.model import Candidates, Extract, Listing, Passage, Reading
from briefing.stages.faults import CORRECTS, LIMIT
from briefing.stages.heed.withhold import is_withheld
from briefing.stages.merge import foremost, top
from briefing.stages.quantify import quantify
from briefing.stages.sketch import sketch

_CORRECTIONS = 3  # of one article: a listing is small


def gather(reading: Reading, passages: Sequence[Passage], extracts: Sequence[Extract]) -> Candidates:
    """Return the candidates of one article."""
    fit = [extract for extract in extracts if extract.unfit is None]
    faulty = [e for e in extracts if e.unfit not in (None, CORRECTS) and not is_withheld(e.unfit)]
    unfit = [e for e in faulty if len(e.text) <= LIMIT]
    best = _by_theme(fit)
    return Candidates(
        listings={reading.article.sha256: _listing(reading, passages, fit=bool(fit))},
        best={theme: top(found) for theme, found in best.items()},
        firsts=top(fit)[:1],
        resorts={t: min(found, key=lambda e: e.order) for t, found in _by_theme(unfit).items() if t and t not in best},
        figures={theme: foremost(found) for theme, found in quantify(reading, passages).items()},
    )


def outside(reading: Reading) -> Candidates:
    """Return the candidates of an article whose day lies outside the window: none, but it is listed."""
    return Candidates(listings={reading.article.sha256: _listing(reading, (), fit=False, beyond=True)})


def _by_theme(extracts: Iterable[Extract]) -> dict[str, list[Extract]]:
    found: dict[str, list[Extract]] = {}
    for extract in extracts:
        found.setdefault(extract.theme or "", []).append(extract)
    return found


def _listing(reading: Reading, passages: Sequence[Passage], *, fit: bool, beyond: bool = False) -> Listing:
    article, cleaned = reading.article, reading.cleaned
    return Listing(
        sha256=article.sha256,
        title=reading.title,
        dated=reading.dated,
        id=article.id,
        source=article.source or cleaned.agency,
        place=cleaned.place,
        url=article.url,
        language=article.language,
        location=article.location,
        themes=tuple(sorted({passage.theme for passage in passages if passage.theme})),
        fit=fit,
        outside=beyond,
        set_aside=tuple(sorted(Counter(aside.kind for aside in cleaned.asides).items())),
        corrections=tuple((span, article.text[slice(*span)]) for span in cleaned.corrections[:_CORRECTIONS]),
        agency=cleaned.agency,
        sketch=sketch(reading),
    )
