"""Make an extract of a cut."""

from __future__ import annotations

from briefing.language.first_person import first_person
from briefing.model import Cut, Extract, Reading, Sentence, Span, Speaker

# What a note takes from a score: among near equals the sentence that stands alone is preferred. By judgement, and
# small, so that news is not lost for it.
NOTED = 0.97


def noted(score: float, cut: Cut) -> float:
    """Return the score of a cut with what its notes take."""
    return score * NOTED ** len(cut.notes)


def extract(
    reading: Reading,
    cut: Cut,
    score: float,
    theme: str | None = None,
    title_terms: tuple[str, ...] | None = None,
    *,
    place: int | None = None,
    named: bool = True,
    rank: int = 0,
) -> Extract:
    """Return the cut as an extract; `title_terms` and `place` are those under its theme, by default the article's."""
    titled = reading.title_terms if title_terms is None else title_terms
    core = reading.sentences[cut.core]
    parts = reading.sentences[cut.first : cut.last + 1]
    terms = core.terms if len(parts) == 1 else tuple(t for sentence in parts for t in sentence.terms)
    return Extract(
        article=reading.article.sha256,
        start=cut.start,
        end=cut.end,
        text=reading.article.text[cut.start : cut.end],
        core=Span(core.start, core.end),
        core_words=core.words,
        core_terms=core.terms,
        terms=terms,
        score=noted(score, cut),
        theme=theme,
        position=core.position if place is None else place,
        sentences=len(parts),
        rank=rank,
        unfit=cut.unfit,
        in_title=_share(set(titled), terms),
        title_terms=titled,
        named=named,
        notes=cut.notes,
        expressions=tuple(e for e in reading.expressions if _holds(cut, Span(e.start, e.end))),
        first_person=not first_person(reading.article.language).isdisjoint(core.words),
        attributions=tuple(a for a in reading.attributions if a.content and _overlap(a.content, core)),
        language=reading.article.language,
        speakers=_speakers(reading, cut),
        datings=tuple(d for d in reading.datings if _holds(cut, Span(d.expression.start, d.expression.end))),
    )


def _share(title: set[str], terms: tuple[str, ...]) -> float:
    """Return how much of a title these terms hold."""
    return len(title.intersection(terms)) / len(title) if title else 0.0


def _speakers(reading: Reading, cut: Cut) -> tuple[Speaker, ...]:
    speaking = {said.name for said in reading.attributions if said.content and _holds(cut, said.content)}
    return tuple(speaker for speaker in reading.speakers if speaker.name in speaking)


def _overlap(content: Span, core: Sentence) -> bool:
    return content.start < core.end and core.start < content.end


def _holds(cut: Cut, span: Span) -> bool:
    return cut.start <= span.start and span.end <= cut.end
