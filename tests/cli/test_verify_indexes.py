"""`briefing verify` on the indexes of a page: who said what, and the timelines."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

DAY = "2026-11-22"
MARN = """---
date: 2021-04-14
---
Foreign Minister Vera Holm said on Tuesday that the ships must leave the harbour by 1 May 2021.

The harbour of Marn was built in 1993, and nobody has painted it since.

“The ice is thin and the bay is deep,” Holm said.
"""
ORR = """---
date: 2021-04-16
---
Mayor Ada Vale of Orr welcomed the ships of Marn on Thursday, before the first storm.

“We have room for all ships,” Vale said, and a ferry will bring the crews home on 20 April.
"""
SHIPS = """title = "Ships"

[[theme]]
name = "Ships"
terms = ["ships", "harbour", "ice"]
"""


@pytest.fixture(params=["md", "html", "json"])
def form(request) -> str:
    """Each format that can be proved."""
    return request.param


@pytest.fixture
def indexed(form, command, tmp_path) -> Path:
    """A page with a timeline and an index of speakers, of two articles."""
    folder = tmp_path / "ships"
    folder.mkdir()
    (folder / "marn.md").write_text(MARN, "utf-8")
    (folder / "orr.md").write_text(ORR, "utf-8")
    (folder / "briefing.toml").write_text(SHIPS, "utf-8")
    path = tmp_path / f"indexed.{form}"
    assert command("build", folder, "--date", DAY, "-o", path).code == 0
    return path


def change(page: Path, old: str, new: str) -> None:
    """Put one text in another's place."""
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), "utf-8")


def test_the_indexes_are_proved(command, indexed):
    """Days with their words, speakers with their roles, each leading to what is printed."""
    text = indexed.read_text("utf-8")
    if indexed.suffix == ".md":
        assert re.search(r"^- \*\*1 May 2021\*\* “by 1 May 2021”, announced \(.*\) \[1\.\d\]\[\]$", text, re.MULTILINE)
        assert re.search(
            r"^- Vera Holm, “Foreign Minister” \[1\.\da\]: \[1\.\d\]\[\], \[1\.\d\]\[\]$", text, re.MULTILINE
        )
        assert "Reports: 14 April 2021 [1]; 16 April 2021 [2]." in text
    elif indexed.suffix == ".html":
        assert re.search(
            r'<b>1 May 2021</b> .*“by 1 May 2021”</span>, announced .* href="#p1\.\d">1\.\d</a></li>', text
        )
        assert re.search(
            r"<b><span[^>]*>Vera Holm</span></b>, .*“Foreign Minister”</span> .*>1\.\da</a></span>: <a ", text
        )
    else:
        page = json.loads(text)
        assert [voice["name"] for voice in page["voices"]] == ["Vera Holm", "Ada Vale"]
        assert [day["first"] for day in page["sections"][0]["timeline"]["days"]][:2] == ["1993-01-01", "2021-04-13"]
    ran = command("verify", indexed)
    assert (ran.code, ran.err) == (0, "")


FORGED = {
    "md": [
        ("**1 May 2021**", "**2 May 2021**"),
        ("“by 1 May 2021”", "“on 1 May 2021”"),
        ("”, announced", "”"),
        ("“on 20 April”", "“on 20 April”, by an inferred date"),
        ("- Vera Holm, “Foreign", "- Vera Holm, “Prime"),
        ("- Vera Holm, “", "- Ada Vale, “"),
        ("- Ada Vale, “Mayor” [2", "- Ada Vale, “Mayor” [1"),
        ("Reports: 14 April", "Reports: 15 April"),
        ("## Who said what\n\n", "## Who said what\n\n- Ole Berg: [1.1][]\n"),
        ("### Timeline\n\n", "### Timeline\n\n- **1 May 1994** “in 1994” [1.1][]\n"),
    ],
    "html": [
        ("<b>1 May 2021</b>", "<b>2 May 2021</b>"),
        ("“by 1 May 2021”", "“on 1 May 2021”"),
        ("</span>, announced", "</span>"),
        ("“on 20 April”</span>", "“on 20 April”</span>, by an inferred date"),
        ("“Foreign Minister”", "“Prime Minister”"),
        (">Vera Holm</span></b>", ">Ada Vale</span></b>"),
        ("Reports: ", "Rumours: "),
        ("</ul>\n</section>", "<li>Ole Berg</li>\n</ul>\n</section>"),
        ('<ol class="days">\n', '<ol class="days">\n<li><b>1 May 1994</b> “in 1994”</li>\n'),
    ],
    "json": [
        ('"first": "2021-05-01"', '"first": "2021-05-02"'),
        ('"words": "by 1 May 2021"', '"words": "on 1 May 2021"'),
        ('"announced": true', '"announced": false'),
        ('"inferred": false', '"inferred": true'),
        ('"words": "Foreign Minister"', '"words": "Prime Minister"'),
        ('"name": "Vera Holm"', '"name": "Ada Vale"'),
        ('"unit": "year"', '"unit": "day"'),
    ],
}


def test_a_forged_index_is_found(command, indexed):
    """Another day, other words, another role or speaker, an entry too many: exit 1."""
    whole = indexed.read_text("utf-8")
    for old, new in FORGED[indexed.suffix[1:]]:
        indexed.write_text(whole, "utf-8")
        change(indexed, old, new)
        assert command("verify", indexed).code == 1, new


def test_an_entry_that_points_elsewhere_is_found(command, indexed):
    """The label of another extract beside a day or a speaker."""
    whole = indexed.read_text("utf-8")
    pointer = {
        ".md": r"(?<=\[1\.)\d(?=\]\[\])",
        ".html": r'(?<=class="see" href="#p1\.)\d(?=">)',
        ".json": r'(?<="label": "1\.)\d(?=",\n *"article": 1,\n *"start": \d+,\n *"end": \d+,\n *"words")',
    }
    places = list(re.finditer(pointer[indexed.suffix], whole))
    assert places
    for place in places:
        indexed.write_text(whole[: place.start()] + str(int(place[0]) % 3 + 1) + whole[place.end() :], "utf-8")
        assert command("verify", indexed).code == 1


def test_an_index_whose_article_is_gone_is_unsure(command, indexed, tmp_path):
    """What is left of a timeline is still right: nothing is called unclaimed, exit 3."""
    (tmp_path / "ships" / "orr.md").unlink()
    ran = command("verify", indexed)
    assert ran.code == 3
    assert "unclaimed" not in ran.out.replace("nothing unclaimed", "")


def test_an_index_without_its_settings_is_unsure(command, indexed, tmp_path):
    """Which days belong to a theme is known from the settings alone; who said what is proved without them."""
    (tmp_path / "ships" / "briefing.toml").unlink()
    assert command("verify", indexed).code == 3
    if indexed.suffix == ".md":
        change(indexed, "- Vera Holm, “Foreign", "- Vera Holm, “Prime")
        assert command("verify", indexed).code == 1
