"""Cut an article's blocks into sentences with their words, and say of each whether it is fit and stands alone."""

from __future__ import annotations

from briefing.language.sentences import sentences
from briefing.language.words import content, stems
from briefing.model import Article, Cleaned, Sentence


def split(article: Article, cleaned: Cleaned) -> tuple[Sentence, ...]:
    """Return the sentences of the article's blocks in order."""
    found: list[Sentence] = []
    for paragraph, block in enumerate(cleaned.blocks):
        for span in sentences(article.text[block.start : block.end], article.language):
            start, end = block.start + span.start, block.start + span.end
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
    return tuple(found)
