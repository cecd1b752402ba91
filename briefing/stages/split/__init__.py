"""Cut an article's blocks into sentences with their words, and say of each whether it is fit and stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.language.sentences import sentences
from briefing.language.words import content, stems
from briefing.model import Article, Cleaned, Quotation, Sentence
from briefing.stages.faults import CORRECTS
from briefing.stages.split.again import again
from briefing.stages.split.context import leans
from briefing.stages.split.fitness import unfit
from briefing.stages.split.pieces import pieces


def split(article: Article, cleaned: Cleaned, quotations: Sequence[Quotation] = ()) -> tuple[Sentence, ...]:
    """Return the sentences of the article's blocks in order, each with what speaks against it."""
    found = _found(article, cleaned)
    faults = unfit(article.text, found, article.language)
    if cleaned.corrections:
        faults = tuple(
            CORRECTS if any(c.start <= sentence.start < c.end for c in cleaned.corrections) else fault
            for sentence, fault in zip(found, faults, strict=True)
        )
    needs = leans(found, pieces(found, quotations), article.language)
    faults = again(found, faults, needs)
    return tuple(
        replace(sentence, unfit=fault, leans=need) if fault or need else sentence
        for sentence, fault, need in zip(found, faults, needs, strict=True)
    )


def _found(article: Article, cleaned: Cleaned) -> list[Sentence]:
    found: list[Sentence] = []
    for paragraph, block in enumerate(cleaned.blocks):
        for start, end in sentences(article.text, article.language, blocks=(block,)):
            text = article.text[start:end]
            words = stems(text, article.language)
            found.append(
                Sentence(
                    start=start,
                    end=end,
                    text=text,
                    words=tuple(words),
                    terms=tuple(content(words, article.language)),
                    position=len(found),
                    paragraph=paragraph,
                    article=article.sha256,
                )
            )
    return found
