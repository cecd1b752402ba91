"""Long texts that look like news to one rule or another, and what the package is asked to make of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[3]
LENGTH = 20_000
DAY = date(2026, 11, 22)
UNITS = (
    "a", "A", "7", ".", "“", "”", '"', "’", "a ", "A ", "Aa ", "“a. ", "Mr. ", "a. ", "A.", "\n", "a\n",
    "(", "- ", "a-", "A’", "A/", "7 ", "7.", "7,", "1. ", "• ", "| ", "a | ", "http://", "http://a ",
    "@", "a@a ", "# ", "<a>", "&amp;", "*", "…", "é", "漢", "漢字。", "а", "\u200b", "\u0301", "\u202e",
    " ", "\r\n", "he said ", "“a” said A B. ", "on Monday ", "5 May ", "2024 ", "$5 million ",
    "5 million people ", "between 5 and ", "Ab Cd ", "Ab of Cd ", "A B, the a of b, ",
    "KYIV (Reuters) - ", "By Ab Cd ", "Read more: ", "Photo: ", "U.S. ", "No. ", "‘a ", "« ", "„a“ ",
    "5 percent ", "twenty-", "Ab’s ", "she ", "a? ", "?!", "www.a.b ", "aB", "5 tonnes of a, ",
)  # fmt: skip
"""Of each a text is made that is nothing else."""


def text_of(unit: str, length: int = LENGTH) -> str:
    """Return a unit again and again, and a sentence of news."""
    return f"{(unit * (length // len(unit) + 1))[:length]} The dam above Orr broke on Friday after days of rain."


def everything() -> Iterator[object]:
    """Read and render the example, then read and build of every long text; all pages are read back."""
    from briefing import Article, Theme, build, render
    from briefing.renderers.read_back import read_back

    articles = [Article(text=path.read_text("utf-8")) for path in sorted((ROOT / "seeds").rglob("*.txt"))]
    themes = [Theme("The dam", ("dam", "flood"), "What becomes of the dam."), Theme("Iraq", ("Iraq", "Baghdad"))]
    for language in ("de", "en", "es", "fr", "ru", "uk"):
        texts = [Article(text=text_of(unit), language=language) for unit in UNITS[:: 1 if language == "en" else 12]]
        made = build([*articles, *texts], themes, date=DAY, page_language=language)
        for kind in ("md", "html", "json", "text", "mail") if language in ("en", "de") else ("md",):
            page = str(render(made, kind))
            yield read_back(page, "") if kind in ("md", "html", "json") else page
