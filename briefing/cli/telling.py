"""What `briefing explain` says of articles and their sentences, as lines for a person and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from briefing.language.display import shown
from briefing.model import Reference, Sentence
from briefing.model.proof import Explained, Fate, Reworded

SCHEMA = "briefing/explain/1"
_KEY = 13  # the width of the column of names


def whole(articles: Sequence[Explained]) -> Iterator[str]:
    """Yield every article: its passages, what was set aside, and each sentence with its fate."""
    for article in articles:
        reference = article.reference
        yield f"{reference.number}. {shown(reference.title)}" if reference.number else _unlisted(reference)
        for passage in article.passages:
            yield f"   {passage.theme or 'no theme'}: sentences {passage.first + 1} to {passage.last + 1}"
            yield from (f"      {reason}" for reason in passage.evidence)
        for aside in article.asides:
            yield f"   set aside, {aside.reason}: {_brief(article.text[aside.start : aside.end])}"
        for fate in article.fates:
            yield from _line(fate)
        yield ""


def _unlisted(reference: Reference) -> str:
    """What an article is called that the page counts without listing it: by its file, too, for it has no number."""
    path, row = reference.location
    file = path.rpartition("/")[2] + (f", row {row}" if row else "")
    return shown(f"{reference.title} (not listed{', ' + file if file else ''})")


def _line(fate: Fate) -> Iterator[str]:
    mark = f"[{fate.label}]" if fate.label else "not printed"
    yield f"   {mark} (score {fate.extract.score:.3f}): {_brief(_core(fate))}"
    yield f"      {fate.reason}"


def detail(article: Explained, fate: Fate) -> Iterator[str]:
    """Yield one sentence: where it stands, what became of it and why, and every feature that counted."""
    extract, reference = fate.extract, article.reference
    at = _sentence(article, fate)
    yield f"{'[' + fate.label + '] ' if fate.label else ''}{shown(extract.text)}"
    counted = f"sentence {at.position + 1} of {len(article.sentences)}, " if at else ""
    named = f"{shown(reference.title)} [{reference.number}]" if reference.number else _unlisted(reference)
    yield f"   from {named}, {counted}characters {extract.start} to {extract.end}"
    if extract.sentences > 1:
        yield f"   its core: {shown(_core(fate))}"
    if at and at.leans:
        yield f"   leans on: {at.leans}"
    for note in extract.notes:
        words = shown(article.text[note.at.start : note.at.end])
        what = "said by" if note.kind == "speaker" else f"“{words}” ="
        yield f"   beside it: {what} {shown(note.text)}, sentence {note.sentence}"
    yield f"   {'printed' if fate.label else 'not printed'}: {fate.reason}"
    for wording in fate.wordings:
        yield f"   [{wording.label}] {'the same words' if wording.is_equal else _differing(wording)}"
    yield from (f"   {name + ':':{_KEY}} {said}" for name, said in _features(fate, len(article.fates)))
    yield f"   {'theme:':{_KEY}} {extract.theme or 'none'}"
    for passage in article.passages:
        if passage.start <= extract.core.start < passage.end:
            yield from (f"   {'':{_KEY}} {reason}" for reason in passage.evidence)
    yield ""


def _differing(wording: Reworded) -> str:
    """What is printed, with what that article says instead, more or not, in braces.

    "in the {weeks and -> next} months {-to come} {+ahead}".
    """
    return " ".join(_part(shown(printed), shown(instead)) for printed, instead in wording.parts)


def _part(printed: str, instead: str) -> str:
    if printed == instead:
        return printed
    if printed and instead:
        return f"{{{printed} -> {instead}}}"
    return f"{{-{printed}}}" if printed else f"{{+{instead}}}"


def _features(fate: Fate, sentences: int) -> Iterator[tuple[str, str]]:
    found, extract = fate.features, fate.extract
    if found is None:
        return
    yield "place", f"{found.place} of {found.places} in its article under its theme"
    yield "score", f"{found.score:.3f}, by the method; number {extract.rank + 1} of the article's {sentences} sentences"
    yield "centrality", f"{found.centrality:.2f}, likeness to what its article says under its theme"
    yield "fit", f"{found.fit:.2f}, likeness to what all articles say there"
    yield "agreement", f"{found.agreement:.2f}, likeness to where another article begins"
    if found.title:
        yield "title", f"{found.titled} of the {found.title} words that count in its title"
    yield "worth", f"{found.worth:.2f}, what it counts by itself, all of this weighed"
    if found.nearest:
        yield "nearest", f"[{found.nearest}], likeness {found.likeness:.2f}"
    if fate.lost_to:
        yield "lost to", ", ".join(f"[{label}]" for label in fate.lost_to) + ", worth more by themselves"


def as_json(articles: Sequence[Explained], fates: Sequence[tuple[Explained, Fate]]) -> dict[str, Any]:
    """Return the fates asked for with their features, and what was set aside of the articles asked about."""
    return {
        "schema": SCHEMA,
        "sentences": [_fate(article, fate) for article, fate in fates],
        "set_aside": [
            {"article": article.reference.number or None, **asdict(aside)}
            for article in articles
            for aside in article.asides
        ],
    }


def _fate(article: Explained, fate: Fate) -> dict[str, Any]:
    extract, at = fate.extract, _sentence(article, fate)
    return {
        "article": article.reference.number or None,
        "sentence": at.position + 1 if at else None,
        "start": extract.start,
        "end": extract.end,
        "text": extract.text,
        "core": list(extract.core),
        "label": fate.label,
        "reason": fate.reason,
        "theme": extract.theme,
        "evidence": [r for p in article.passages if p.start <= extract.core.start < p.end for r in p.evidence],
        "leans": at.leans if at else None,
        "unfit": extract.unfit,
        "notes": [note.text for note in extract.notes],
        "rank": extract.rank + 1,
        "features": asdict(fate.features) if fate.features else None,
        "lost_to": list(fate.lost_to),
        "wordings": [asdict(wording) for wording in fate.wordings],
    }


def _sentence(article: Explained, fate: Fate) -> Sentence | None:
    return next((s for s in article.sentences if s.start == fate.extract.core.start), None)


def _core(fate: Fate) -> str:
    extract = fate.extract
    return extract.text[extract.core.start - extract.start : extract.core.end - extract.start]


def _brief(text: str, most: int = 100) -> str:
    text = shown(text).strip()
    return text if len(text) <= most else text[: most - 1] + "…"


def set_aside(article: Explained, asked: str) -> Iterator[str]:
    """Yield what was set aside of an article and holds some words."""
    for aside in article.asides:
        text = shown(article.text[aside.start : aside.end])
        if asked.casefold() in text.casefold():
            yield f"{shown(article.reference.title)}: set aside, {aside.reason}: {_brief(text)}"


def holds(fate: Fate, asked: str) -> bool:
    """Whether the core of an extract holds some words, as they are shown."""
    return asked.casefold() in shown(_core(fate)).casefold()
