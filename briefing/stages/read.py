"""Read one article: everything that depends on it alone."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.language.dates import expressions
from briefing.language.quotations import quotations
from briefing.language.words import content, stems
from briefing.model import Article, Dating, Expression, Quotation, Reading, Sentence, Span
from briefing.stages.attribute import attribute
from briefing.stages.clean import clean
from briefing.stages.cut import cut
from briefing.stages.date import date
from briefing.stages.date.infer import infer
from briefing.stages.introduce import introduce
from briefing.stages.note import note
from briefing.stages.refer import Names, is_adjective, names
from briefing.stages.split import split


def read(article: Article, zone: str = "") -> Reading:
    """Return the article's reading: cleaned, split, cut and dated, its day counted in `zone`."""
    cleaned = clean(article)
    quoted = quotations(article.text, cleaned.blocks)
    sentences = split(article, cleaned, quoted)
    index = names(article, sentences, quoted)
    attributed = attribute(article, sentences, quoted, index)
    anaphors = note(index, attributed, article.language)
    said = _expressions(article, sentences, quoted)
    dated = date(article, cleaned, zone)
    title = article.title or (article.text[slice(*cleaned.title)] if cleaned.title else None)
    return Reading(
        article=article,
        title=title,
        dated=dated if dated.day else infer(article.text, said, sentences),
        cleaned=cleaned,
        sentences=sentences,
        quotations=quoted,
        cuts=cut(sentences, quoted, asides=cleaned.asides, language=article.language, anaphors=anaphors),
        title_terms=tuple(content(stems(title or "", article.language), article.language)),
        attributions=attributed,
        expressions=said,
        speakers=introduce(index, attributed, article.language),
        datings=tuple(_dating(expression, index) for expression in said),
    )


def _expressions(
    article: Article, sentences: Sequence[Sentence], quoted: Sequence[Quotation]
) -> tuple[Expression, ...]:
    spans = [Span(sentence.start, sentence.end) for sentence in sentences]
    pieces = [piece for quotation in quoted for piece in quotation.pieces]
    return expressions(article.text, spans, article.language, quoted=pieces)


def _dating(expression: Expression, index: Names) -> Dating:
    """Return an expression with the names of its sentence, without what only says of which country something is."""
    sentence = index.sentences[index.sentence_at(expression.start)]
    found = index.inside(Span(sentence.start, sentence.end))
    return Dating(expression, tuple(mention.span for mention in found if not is_adjective(index, mention)))
