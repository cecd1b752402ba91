"""Reads the corpus of the gate: articles with an editor's marks, one sentence a line, and piles of such articles.

README.md beside this file explains the marks. As a command, `python -m tests.gate.corpus FOLDER` writes the plain
articles, pile by pile, for `briefing build` to be tried on.
"""

from __future__ import annotations

import hashlib
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from briefing import Article, Theme
from briefing.model import Location

GATE = Path(__file__).parent
ROOT = GATE.parents[1]

_LINE = re.compile(r"(?P<marks>[^|]*)\| (?P<words>.+)")
_DATELINE = "¦"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of an article, or one line of a page's furniture, `text[start:end]`, and what an editor says of it.

    `editors` would print it ("AB": both). `never` says what it is if it must not be printed at all. `leans` on the line
    before it; a quotation or sentence that is `open` needs the line after it. `said` is where it begins behind a
    dateline.
    """

    start: int
    end: int
    said: int
    editors: str
    never: str | None
    leans: bool
    open: bool
    theme: str | None
    paragraph: int


@dataclass(frozen=True)
class Labelled:
    """An article with its lines.

    Two articles of one `story` report the same event; `~` before it is for those that only continue one.
    """

    name: str
    article: Article
    lines: tuple[Line, ...]
    story: str

    def words(self, editor: str) -> str:
        """Return what an editor would print of the article, one line a line."""
        return "\n".join(self.article.text[line.said : line.end] for line in self.lines if editor in line.editors)


@dataclass(frozen=True)
class LabelledPile:
    """Articles of one day's reading with the themes of a reader; `words` is how long the editors' roundups are."""

    name: str
    words: int
    themes: tuple[Theme, ...]
    articles: tuple[Labelled, ...]


def articles() -> list[Labelled]:
    """Return the articles that stand alone, in order of their names."""
    return [_labelled(path) for path in sorted((GATE / "articles").glob("*.txt"))]


def piles() -> list[LabelledPile]:
    """Return the piles, in order of their names; the one named `seeds` is the example."""
    return [_pile(path.parent) for path in sorted((GATE / "piles").glob("*/pile.toml"))]


def fingerprint() -> str:
    """Return the SHA-256 over every article, reference and label; the example's articles are in it, too."""
    files = [*sorted((GATE / "articles").glob("*.txt")), *sorted((GATE / "piles").glob("*/*"))]
    seeds = [ROOT / "seeds" / f"{path.stem}.txt" for path in sorted((GATE / "piles" / "seeds").glob("*.txt"))]
    total = hashlib.sha256()
    for path in [*files, *seeds]:
        total.update(f"{path.relative_to(ROOT).as_posix()}\n".encode() + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _pile(folder: Path) -> LabelledPile:
    about = tomllib.loads((folder / "pile.toml").read_text("utf-8"))
    themes = about["theme"] if "theme" in about else tomllib.loads((ROOT / about["themes"]).read_text("utf-8"))["theme"]
    return LabelledPile(
        folder.name,
        about["words"],
        tuple(Theme(one["name"], tuple(one["terms"]), one["description"]) for one in themes),
        tuple(_labelled(path) for path in sorted(folder.glob("*.txt"))),
    )


def _labelled(path: Path) -> Labelled:
    head, _, body = path.read_text("utf-8").partition("---\n")
    about = dict(line.split(": ", 1) for line in head.splitlines())
    marked = list(_marked(body.splitlines()))
    if "text" in about:
        text = (ROOT / about["text"]).read_text("utf-8")
        lines = tuple(_found(text, marked))
    else:
        text = "".join(before + words.replace(_DATELINE, "") for before, words, *_ in marked)
        lines = tuple(_placed(marked))
    day = date.fromisoformat(about["date"]) if "date" in about else None
    where = Location(f"/{path.parent.name}/{path.name}")
    title, source = about.get("title"), about.get("source")
    article = Article(text, path.stem, title=title, date=day, source=source, location=where)
    return Labelled(path.stem, article, lines, about.get("story", path.stem))


Marked = tuple[str, str, str, str | None, int]
"""What stands before a line, its words, its marks, its theme, and its paragraph."""


def _marked(lines: list[str]) -> Iterator[Marked]:
    """Yield the lines of an article with what divides them from the line before."""
    theme, paragraph, before = None, 0, ""
    for line in lines:
        if line.startswith("@"):
            theme = line[1:] or None
        elif not line:
            paragraph, before = paragraph + 1, "\n\n" if before else ""
        else:
            found = _LINE.fullmatch(line)
            assert found, f"neither a theme nor a marked line: {line}"
            marks = found["marks"].strip()
            yield ("\n" if marks.startswith("/") else before), found["words"], marks, theme, paragraph
            before = " "


def _placed(marked: list[Marked]) -> Iterator[Line]:
    """Yield the lines of an article that is made of them."""
    at = 0
    for before, words, *rest in marked:
        at += len(before)
        said = at + max(0, words.find(_DATELINE))
        end = at + len(words.replace(_DATELINE, ""))
        yield _line(at, end, said, *rest)
        at = end


def _found(text: str, marked: list[Marked]) -> Iterator[Line]:
    """Yield the lines of an article of which only their first words are given: each ends where the next one begins."""
    starts = [0]
    for _, words, *_ in marked:
        starts.append(text.index(words.replace(_DATELINE, ""), starts[-1]))
    for (start, end), (_, words, *rest) in zip(pairwise([*starts[1:], len(text)]), marked, strict=True):
        said = start + max(0, words.find(_DATELINE))
        yield _line(start, start + len(text[start:end].rstrip()), said, *rest)


def _line(start: int, end: int, said: int, marks: str, theme: str | None, paragraph: int) -> Line:
    never = re.search(r"-(\w+)", marks)
    editors = "".join(editor for editor in "AB" if not never and editor in marks)
    kind = never[1] if never else None
    return Line(start, end, said, editors, kind, "<" in marks, ">" in marks, theme, paragraph)


def main() -> None:
    """Write the plain articles into a folder, for a reader."""
    folder = Path(sys.argv[1])
    for name, members in [("articles", articles()), *((pile.name, pile.articles) for pile in piles())]:
        (folder / name).mkdir(parents=True, exist_ok=True)
        for one in members:
            (folder / name / f"{one.name}.txt").write_text(one.article.text, "utf-8")


if __name__ == "__main__":
    main()
