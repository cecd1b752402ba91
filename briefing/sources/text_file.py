"""Read one file as one article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model import Article, Location, Problem
from briefing.sources.contents import contents, shown
from briefing.sources.decode import decode
from briefing.sources.front_matter import FrontMatter, front_matter
from briefing.sources.metadata import described
from briefing.sources.pages import is_page


@dataclass(frozen=True, slots=True)
class TextFile:
    """A shard of one article; in a Markdown file, front matter states its metadata.

    `language` is that of articles that state none. With `skips_pages` a page of our own yields nothing.
    """

    path: str
    language: str = "en"
    skips_pages: bool = False

    def read(self) -> Iterator[Article | Problem]:
        """Yield the article, and a problem for each thing that could not be used."""
        where = shown(self.path)
        data = contents(self.path)
        text = data if isinstance(data, Problem) else decode(data, where)
        if isinstance(text, Problem):
            yield text
        elif not (self.skips_pages and is_page(text)):
            yield from self._article(text, where)

    def _article(self, text: str, where: str) -> Iterator[Article | Problem]:
        matter = front_matter(text) if self.path.lower().endswith((".md", ".markdown")) else FrontMatter()
        if not text[matter.end :].strip():
            yield Problem(where, "nothing but front matter", "write the article below it")
            return
        if matter.mistake:
            yield Problem(where, f"its front matter cannot be read: {matter.mistake}", "put values in quotation marks")
        location = Location(self.path)
        article, problems = described(text, matter.values, location, where, language=self.language, body=matter.end)
        yield article
        yield from problems
