"""Figures that differ reach every page in the sources' own words, each with a citation, and `verify` proves them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Command

TOLD = {
    "a": """---
date: 2021-04-07
---
Mill blast in Orr

A blast at the mill in Orr hurt 40 people and shut the quay.

The miller had been warned of dust in the old loft, the harbour union said. Ferries were held up.
""",
    "b": """---
date: 2021-04-08
---
Blast shuts the quay

The quay at Orr was shut after a blast in the mill next to it.

“We were lucky,” the miller said. The mill blast in Orr hurt 55 people, the clinic said.
""",
}
SETTINGS = 'title = "News"\n[[theme]]\nname = "The mill"\nterms = ["mill", "blast"]\n'
ENDING = {"md": "md", "json": "json", "text": "txt", "html": "html", "mail": "mail.html"}
LABEL = re.compile(r"^\[([\d.a-z]+)\]: \S+#char=(\d+),(\d+) ", re.MULTILINE)


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """Two articles that count the hurt of one blast, and the settings of a theme."""
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, text in TOLD.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    (folder / "briefing.toml").write_text(SETTINGS, "utf-8")
    return folder


def built(command: Command, pile: Path, form: str = "md", *more: str) -> Path:
    """Return the page of the pile in that form."""
    page = pile.parent / f"page.{ENDING[form]}"
    assert command("build", pile, "--format", form, "-o", page, "--date", "2026-11-22", *more).code == 0
    return page


def rows(page: Path) -> list[list[str]]:
    """Return the cells of each row of figures on a Markdown page."""
    lines = page.read_text("utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if re.match(r"\| .*\d \[", line)]


@pytest.mark.parametrize("form", sorted(ENDING))
def test_every_format_shows_them(command: Command, pile: Path, form: str) -> None:
    """With the figures in the sources' words and who says them."""
    text = built(command, pile, form).read_text("utf-8")
    heading = '"figures"' if form == "json" else "Figures that differ"
    assert all(words in text for words in (heading, "40", "55", "the clinic"))


def test_a_row_says_who_when_where_and_of_what(command: Command, pile: Path) -> None:
    """Figure, thing, speaker, the article's date, its name, and the sentence with its number."""
    first, second = rows(built(command, pile))
    assert first[:4] == ["40", "people", "the article itself", "7 April 2021"]
    assert second[:4] == ["55", "people", "the clinic", "8 April 2021"]
    assert [row[-1].split()[0] for row in (first, second)] == ["1", "3"]


def test_each_label_leads_to_the_sentence_with_the_words(command: Command, pile: Path) -> None:
    """Whether the page prints the sentence or not: then the label is the article's own."""
    page = built(command, pile, "md", "--words", "25")
    places = {label: (int(a), int(b)) for label, a, b in LABEL.findall(page.read_text("utf-8"))}
    for (words, of, *_, last), text in zip(rows(page), TOLD.values(), strict=True):
        start, end = places[last.split()[1].strip("[]")]
        assert words in text[start:end]
        assert of in text[start:end]
    labels = {row[-1].split()[1] for row in rows(page)}
    assert any(re.search(r"\.0[a-z]\]", label) for label in labels)


def test_the_json_page_has_the_exact_figures(command: Command, pile: Path) -> None:
    """With their place, which is that of the very words."""
    (table,) = json.loads(built(command, pile, "json").read_text("utf-8"))["sections"][0]["figures"]
    assert table["reported_by"] == [1, 2]
    for row, text in zip(table["rows"], TOLD.values(), strict=True):
        assert text[row["words_start"] : row["words_end"]] == row["words"] == row["low"] == row["high"]


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_an_honest_page_is_proved(command: Command, pile: Path, form: str) -> None:
    """Long or short."""
    for more in ([], ["--words", "25"]):
        ran = command("verify", built(command, pile, form, *more))
        assert ran.code == 0, ran.out


@pytest.mark.parametrize("language", ["de", "fr", "es", "ru", "uk"])
def test_a_page_in_another_language_is_proved(
    command: Command, pile: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Its headings are its own, the figures the source's."""
    monkeypatch.setenv("BRIEFING_PAGE_LANGUAGE", language)
    page = built(command, pile)
    assert [row[0] for row in rows(page)] == ["40", "55"]
    assert "the article itself" not in page.read_text("utf-8")
    assert command("verify", page).code == 0


@pytest.mark.parametrize("form", ["md", "html", "json"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| 55 |", "| 56 |"),
        ("the clinic |", "the mayor |"),
        ("| 3 [", "| 2 ["),
        ("8 April 2021 |", "9 April 2021 |"),
        (">55</span></th>", ">56</span></th>"),
        (">the clinic</span></td>", ">the mayor</span></td>"),
        ('"number">3 <', '"number">2 <'),
        (">8 April 2021</span></td>", ">9 April 2021</span></td>"),
        ('"low": "55"', '"low": "56"'),
        ('"speaker": "the clinic"', '"speaker": null'),
        ('"sentence": 3', '"sentence": 2'),
        ('"qualifier": "exact"', '"qualifier": "about"'),
    ],
)
def test_a_forged_row_is_found(command: Command, pile: Path, form: str, old: str, new: str) -> None:
    """Another value, speaker, sentence, day or qualifier than the source's."""
    page = built(command, pile, form)
    honest = page.read_text("utf-8")
    if old in honest:
        page.write_text(honest.replace(old, new), "utf-8")
        assert command("verify", page).code == 1


def test_an_added_or_moved_row_is_found(command: Command, pile: Path) -> None:
    """A row of somebody else's, and a table under another heading."""
    page = built(command, pile)
    honest = page.read_text("utf-8")
    row = next(line for line in honest.splitlines() if line.startswith("| 55"))
    page.write_text(honest.replace(row, f"{row}\n{row.replace('55', '99')}"), "utf-8")
    assert command("verify", page).code == 1
    page.write_text(f"{honest.replace(row, '')}\n## Sources\n\n{row}\n", "utf-8")
    assert command("verify", page).code == 1


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_without_one_of_its_articles_a_table_cannot_be_checked(command: Command, pile: Path, form: str) -> None:
    """It would not be there: that is no lie of the page's."""
    page = built(command, pile, form)
    (pile / "b.md").unlink()
    assert command("verify", page).code == 3


def test_what_was_set_aside_is_never_counted(command: Command, pile: Path) -> None:
    """A caption's figure is none of the news."""
    (pile / "b.md").write_text(TOLD["b"].replace("hurt 55 people, the clinic said", "shut the road"), "utf-8")
    path = pile / "b.md"
    path.write_text(path.read_text("utf-8") + "\nPhoto: a mill blast in Orr hurt 55 people (Reuters)\n", "utf-8")
    assert rows(built(command, pile)) == []


def test_what_the_editor_drops_is_not_counted(command: Command, pile: Path) -> None:
    """A sentence that is kept back stands in no table."""
    assert len(rows(built(command, pile))) == 2
    assert rows(built(command, pile, "md", "--drop", "55 people")) == []


def test_the_example_shows_what_its_articles_disagree_on(command: Command, seeds: Path, tmp_path: Path) -> None:
    """How many foreign soldiers there are, and by when they leave."""
    page = tmp_path / "page.md"
    assert command("build", seeds, "-o", page, "--date", "2026-11-22").code == 0
    told = [row[0].partition(" *")[0] for row in rows(page)]
    assert told[:3] == ["roughly 10,000", "less than 10,000", "9,600-strong"]
    assert told[3:5] == ["by 1 May 2021", "by September 11"]
    assert command("verify", page).code == 0
