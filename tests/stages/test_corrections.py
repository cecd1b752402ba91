"""What a source corrects in itself reaches the page in its own words, with a citation, and `verify` proves it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Command

NEWS = "Oslo gets a new pier\n\nMinisters agreed on a new pier in Oslo on Monday. It will cost 40 million kroner.\n\n"
CORRECTION = "Correction: An earlier version of this article gave the cost as *4* million kroner."
WRITTEN = {
    "md": CORRECTION.replace("*", "\\*"),
    "json": CORRECTION,
    "text": CORRECTION,
    "html": CORRECTION,
    "mail": CORRECTION,
}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article that corrects itself, beside one that does not."""
    (tmp_path / "b.txt").write_text("Bergen waits\n\nBergen waited for its ferry on Tuesday, the port said.\n", "utf-8")
    path = tmp_path / "a.txt"
    path.write_text(NEWS + CORRECTION + "\n", "utf-8")
    return path


@pytest.mark.parametrize("form", sorted(WRITTEN))
def test_a_correction_stands_beside_its_source(command: Command, article: Path, tmp_path: Path, form: str) -> None:
    """Every format prints it under Sources, literally, with the label of the article's own."""
    page = tmp_path / f"page.{ {'text': 'txt', 'mail': 'mail.html'}.get(form, form) }"
    assert command("build", article, tmp_path / "b.txt", "--format", form, "-o", page).code == 0
    below = " ".join(page.read_text("utf-8").casefold().rpartition("sources")[2].split())
    assert WRITTEN[form].casefold() in below
    assert below.count("1.0a") >= 1
    assert "2.0a" not in below


def test_the_citation_leads_to_the_correction(command: Command, article: Path, tmp_path: Path) -> None:
    """Start and end in the JSON page are those of the very words in the article."""
    page = tmp_path / "page.json"
    command("build", article, "--format", "json", "-o", page)
    (found,) = json.loads(page.read_text("utf-8"))["sources"][0]["corrections"]
    assert article.read_text("utf-8")[found["start"] : found["end"]] == found["words"] == CORRECTION


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_a_forged_correction_is_found(command: Command, article: Path, tmp_path: Path, form: str) -> None:
    """A page whose correction says something else than the source is not proved."""
    page = tmp_path / f"page.{form}"
    command("build", article, "--format", form, "-o", page)
    assert command("verify", page).code == 0
    head, _, below = page.read_text("utf-8").rpartition("gave the cost")
    page.write_text(f"{head}never gave the cost{below}", "utf-8")
    assert command("verify", page).code == 1
