"""`briefing verify`: what it proves, and what of a forged or aged page it finds."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest

DAY = "2026-11-22"
ROWS = [
    {
        "text": "The dam above Orr broke on Friday. Nobody was hurt, the mayor said.",
        "title": "Dam breaks",
        "date": "2026-11-20",
        "source": "Orr Courier",
    },
    {"text": "Voters in Marn go to the polls on Sunday. The mayor is not standing again.", "title": "Polls open"},
    {"text": "The ferry company suspended two lines before the winter. Talks go on."},
]


@pytest.fixture(params=["md", "html", "json"])
def form(request) -> str:
    """Each format that can be proved."""
    return request.param


@pytest.fixture
def page(form, command, seeds, tmp_path) -> Path:
    """A page of a copy of the example."""
    shutil.copytree(seeds, tmp_path / "seeds")
    path = tmp_path / "pages" / f"{DAY}.{form}"
    assert command("build", tmp_path / "seeds", "--date", DAY, "-o", path).code == 0
    return path


def change(page: Path, old: str, new: str, count: int = 1) -> None:
    """Put one text in another's place."""
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new, count), "utf-8")


def extract_lines(page: Path) -> list[str]:
    """The lines that print an extract."""
    pattern = {".md": r"- .* \[\d+\.\d+\].*", ".html": r'<li class="point".*', ".json": r' *"text": ".*",'}[page.suffix]
    return [
        line
        for line in page.read_text("utf-8").splitlines()
        if re.fullmatch(pattern, line) and "- See" not in line and "][]" not in line
    ]


def test_a_page_of_ours_is_proved(command, page):
    """Every extract verbatim, nothing unclaimed, exit 0, one line."""
    ran = command("verify", page)
    assert (ran.code, ran.err) == (0, "")
    assert re.fullmatch(rf"{page}: \d+ verbatim(, \d+ other wording)?, nothing unclaimed\n", ran.out)


COPIES = {
    "agency": "ORR (AP) — The dam above Orr broke on Friday and flooded the lower town. Nobody was hurt.",
    "reprint": "ORR (AP) — The dam above Orr broke on Friday and flooded the lower town. Bread was given away.",
    "own": "The dam above Orr broke on Friday and flooded the lower town. A school took in forty people.",
}


@pytest.mark.parametrize(
    ("old", "new"), [("(2 origins)", "(3 origins)"), ("(2 origins)", "(one origin)"), (" (2 origins)", "")]
)
def test_a_forged_number_of_origins_is_found(command, tmp_path, old, new):
    """Two of three articles reprint one agency: that number follows from the sources."""
    for name, text in COPIES.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    page = tmp_path / "pages" / "p.md"
    command("build", tmp_path, "--date", DAY, "-o", page)
    assert command("verify", page).code == 0
    change(page, old, new)
    ran = command("verify", page)
    assert ran.code == 1
    assert "1 unclaimed" in ran.out


def test_a_forged_number_of_origins_is_found_in_json(command, tmp_path):
    """The same, as a value."""
    for name, text in COPIES.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    page = tmp_path / "pages" / "p.json"
    command("build", tmp_path, "--date", DAY, "-o", page)
    assert command("verify", page).code == 0
    change(page, '"origins": 2', '"origins": 3')
    assert command("verify", page).code == 1


NOTED = """Mrs Vera Holm opened the new harbour of Marn on Monday, before the first ice.

The quay is 400 metres long and was paid for by the province.

Two ferries will sail to the islands from the second of April.

The ministry announced in the evening that she had left her office for good.
"""


@pytest.fixture
def noted(form, command, tmp_path) -> Path:
    """A page with a note beside an extract."""
    (tmp_path / "marn.txt").write_text(NOTED, "utf-8")
    path = tmp_path / f"noted.{form}"
    assert command("build", tmp_path / "marn.txt", "--date", DAY, "-o", path).code == 0
    return path


def test_a_note_is_proved_and_leads_to_its_place(command, noted):
    """It says what the words stand for, with a citation of its own."""
    text = noted.read_text("utf-8")
    if noted.suffix == ".html":
        assert re.search(r'id="p1\.\da">“she” = Vera Holm, sentence 1 <a class="ref" href="#x1\.\da">', text)
        assert re.search(r'<mark id="x1\.\da"><a class="back" href="#p1\.\da">1\.\da</a>Vera Holm</mark>', text)
        assert re.search(r'id="d1\.\da">.*<code>marn\.txt#char=4,13</code> <code>sha256:', text)
    elif noted.suffix == ".md":
        assert re.search(r"\(“she” = Vera Holm, sentence 1 \[1\.\da\]\)", text)
        assert re.search(r'^\[1\.\da\]: marn\.txt#char=4,13 "sha256:', text, re.MULTILINE)
    else:
        (note,) = [n for part in json.loads(text)["other"]["articles"] for p in part["points"] for n in p["notes"]]
        assert (note["words"], note["means"], note["sentence"]) == ("she", "Vera Holm", 1)
        assert (note["start"], note["end"]) == (4, 13)
    ran = command("verify", noted)
    assert (ran.code, ran.err) == (0, "")


ALTERED = {
    "md": [
        ("Vera Holm, sentence 1", "Anna Lind, sentence 1"),
        ("Vera Holm, sentence 1", "Vera Holm, sentence 2"),
        ("“she” =", "“left” ="),
        ("#char=4,13", "#char=0,3"),
    ],
    "html": [
        ("Vera Holm, sentence 1", "Anna Lind, sentence 1"),
        ("Vera Holm, sentence 1", "Vera Holm, sentence 2"),
        ("“she” =", "“left” ="),
        ("#char=4,13", "#char=0,3"),
        ("a</a>Vera Holm</mark>", "a</a>Anna Lind</mark>"),
    ],
    "json": [
        ('"means": "Vera Holm"', '"means": "Anna Lind"'),
        ('"kind": "reference"', '"kind": "speaker"'),
        ('"words": "she"', '"words": "left"'),
        ('"start": 4,', '"start": 3,'),
    ],
}


def test_an_altered_note_is_found(command, noted):
    """A note is a claim about the article like any other: its words, its meaning, its place."""
    whole = noted.read_text("utf-8")
    for old, new in ALTERED[noted.suffix[1:]]:
        noted.write_text(whole, "utf-8")
        change(noted, old, new)
        assert command("verify", noted).code == 1, new


def test_a_note_that_somebody_adds_is_found(command, noted):
    """Beside an extract that has none."""
    if noted.suffix == ".html":
        note = ' <span class="note">“harbour” = dam, sentence 1 <a class="ref" href="#x1.1a">1.1a</a></span>'
        change(noted, '<div class="beside">', '<div class="beside">' + note)
    elif noted.suffix == ".md":
        change(noted, "[1.1]", "[1.1] *(“harbour” = dam, sentence 1 [1.1a])*")
    else:
        one = {"label": "1.1a", "article": 1, "start": 4, "end": 13, "words": "new", "means": "Vera Holm"}
        change(noted, '"notes": []', '"notes": ' + json.dumps([one | {"sentence": 1, "kind": "reference"}]))
    assert command("verify", noted).code == 1


def test_a_page_of_rows_is_proved(command, form, tmp_path):
    """Positions in a row's text, with the row in the reference."""
    (tmp_path / "pile.jsonl").write_text("\n".join(map(json.dumps, ROWS)))
    path = tmp_path / f"page.{form}"
    assert command("build", tmp_path / "pile.jsonl", "--date", DAY, "-o", path).code == 0
    assert command("verify", path).code == 0
    if form == "md":
        assert re.search(r'^\[\d\.1\]: pile\.jsonl#char=\d+,\d+;row=2 "sha256:', path.read_text(), re.MULTILINE)


def test_it_reads_a_page_from_standard_input(command, page, monkeypatch):
    """Whose links are then meant from the folder where we are."""
    monkeypatch.chdir(page.parent)
    monkeypatch.setattr("sys.stdin", page.open(encoding="utf-8"))
    assert command("verify", "-").code == 0


def test_every_changed_letter_of_an_extract_is_found(command, page):
    """Wherever in an extract one letter is another: exit 1, and the extract is named."""
    text = page.read_text("utf-8")
    for number, line in enumerate(extract_lines(page)):
        begin = line.find('dir="auto">') if page.suffix == ".html" else line.find(": ") + 2
        letters = [m.start() for m in re.finditer(r"[a-z](?=[a-z]+ )", line) if m.start() > begin]
        at = letters[(7 * number) % len(letters)]
        forged = line[:at] + ("x" if line[at] != "x" else "y") + line[at + 1 :]
        page.write_text(text.replace(line, forged, 1), "utf-8")
        ran = command("verify", page)
        assert ran.code == 1, forged
        assert "absent" in ran.out or "unclaimed" in ran.out


def test_every_letter_of_one_extract_counts(command, form, tmp_path):
    """One after the other, the first and the last, commas and quotation marks as well."""
    (tmp_path / "a.txt").write_text("“The dam broke, in Orr,” said the mayor of the town.", "utf-8")
    path = tmp_path / f"page.{form}"
    assert command("build", tmp_path / "a.txt", "--date", DAY, "-o", path).code == 0
    text = path.read_text("utf-8")
    at = text.index("“The dam broke")
    for k in range(at, at + len("“The dam broke, in Orr,” said the mayor of the town.")):
        path.write_text(text[:k] + ("x" if text[k] != "x" else "y") + text[k + 1 :], "utf-8")
        assert command("verify", path, "-q").code == 1, text[k]


MARKDOWN = [
    ("# NATO briefing, 22 November 2026", "# NATO briefing, 23 November 2026", "the day"),
    ("# NATO briefing", "# Our briefing", "the title"),
    ("5 articles", "6 articles", "a count"),
    ("1 undated", "2 undated", "the undated"),
    ("minutes to read", "hours to read", "the template's words"),
    ("## Iraq mission", "## Iran mission", "a theme's name"),
    ("**Iraq mission:**", "**Iran mission:**", "a theme's name at a glance"),
    ("(12 February 2021)", "(13 February 2021)", "an article's date"),
    ("(undated)", "(14 April 2021)", "a date where there is none"),
    ("stated: header line", "stated: metadata", "where a date is from"),
    ("AP, Brussels", "AFP, Brussels", "a publication"),
    ("words in all", "words in total", "the account"),
    ("1 notice", "2 notices", "what was set aside"),
    ("\n## Sources", "\nAll of this is true.\n\n## Sources", "a sentence of its own"),
    ("\n## Sources", "\n<!-- hidden -->\n\n## Sources", "a comment"),
    ("\n## Sources", '\n[9.1]: a.txt#char=0,5 "sha256:00"\n\n## Sources', "a definition of nothing"),
    ("\n## Sources", "\n- Peace broke out. [9.1]\n\n## Sources", "an extract of nothing"),
    ("\n## Sources", "\n- Peace broke out. [1.1]\n\n## Sources", "an extract under another's number"),
    ("\n## Sources", "\n- See also [2.1]\n\n## Sources", "a pointer"),
    (". [1.1]", ". It rained. [1.1]", "a sentence before the number"),
    ("[1.1]\n", "[1.1] It rained.\n", "a sentence behind the number"),
    ("[1.1]\n", "[1.1], also [2.1]\n", "another witness"),
    ("[1.1]\n", "[1.1] *(as it stands in the source: broken)*\n", "a remark"),
]


@pytest.mark.parametrize("form", ["md"], indirect=True)
@pytest.mark.parametrize(("old", "new", "why"), MARKDOWN, ids=[why for *_, why in MARKDOWN])
def test_what_another_hand_changed_or_added_is_found(command, page, old, new, why):
    """Anything on the page that is neither the template's nor derived again is unclaimed: exit 1."""
    change(page, old, new)
    ran = command("verify", page)
    assert ran.code == 1
    assert "absent" in ran.out or "unclaimed" in ran.out


@pytest.mark.parametrize("form", ["md"], indirect=True)
def test_a_line_of_the_page_once_more_is_found(command, page):
    """A copy of a true line, too, was added by another hand."""
    text = page.read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("[")]
    for line in [*lines[:12], *lines[12::3]]:
        page.write_text(text.replace(line + "\n", line + "\n" + line + "\n", 1), "utf-8")
        assert command("verify", page, "-q").code == 1, line


@pytest.mark.parametrize("form", ["md"], indirect=True)
def test_an_extract_moved_under_another_theme_is_found(command, page):
    """Every line stands in its source; under that heading none of them does."""
    text = page.read_text("utf-8")
    line = next(x for x in text.partition("\n## Ukraine")[2].splitlines() if x.startswith("- "))
    before, after = text.split("\n## Iraq mission\n\n### By article\n\n")
    head, _, rest = after.partition("\n- ")
    moved = f"{before}\n## Iraq mission\n\n### By article\n\n{head}\n{line}\n- {rest}".replace(line + "\n", "@", 1)
    first, _, last = moved.partition("@")
    page.write_text(first + line + "\n" + last.replace(line + "\n", "", 1), "utf-8")
    assert page.read_text("utf-8").count(line) == text.count(line)
    assert command("verify", page).code == 1


HTML = [
    ("<h1>NATO briefing", "<h1>Our briefing", "the title"),
    ("22 November 2026</time>", "23 November 2026</time>", "the day"),
    ("5 articles from", "6 articles from", "a count"),
    ("minutes to read", "hours to read", "the template's words"),
    (">Iraq mission</a>", ">Iran mission</a>", "a theme's name in the contents"),
    (">Iraq mission</h2>", ">Iran mission</h2>", "a theme's name"),
    ("<b>Iraq mission:</b>", "<b>Iran mission:</b>", "a theme's name at a glance"),
    (">12 February 2021</span>", ">13 February 2021</span>", "an article's date"),
    (">undated</span>", ">14 April 2021</span>", "a date where there is none"),
    ("AP, Brussels", "AFP, Brussels", "a publication"),
    ("words in all", "words in total", "the account"),
    ("roughly 10,000</span></th>", "roughly 11,000</span></th>", "a figure"),
    ("carried by 2 articles", "carried by 3 articles", "a reason"),
    ("number 1 of its article", "number 2 of its article", "a rank"),
    ("unacceptable levels of violence", "acceptable levels of violence", "the text of a source"),
    ('<mark id="x1.1">', "<mark>", "what is marked in a source"),
    ('<span class="kind">dateline</span>', '<span class="kind">caption</span>', "the kind of what was set aside"),
    ('<p class="topic">Iraq mission</p>', '<p class="topic">Ukraine tensions</p>', "a passage's theme"),
    (' class="dot announced"', ' class="dot"', "a sign in a drawing"),
    ('cx="', 'cx="9', "a place in a drawing"),
    ('<text class="no"', '<text class="no announced"', "a letter in a drawing"),
    ('href="#x1.1"', 'href="#x1.1a"', "where a number leads"),
    ("default-src 'none'", "default-src *", "what the page may load"),
    ("--ink: #1d1c1a", "--ink: #fbfaf7", "a colour that hides the words"),
    ('"use strict";', "", "the script"),
    ("</section>", "</section><p>All of this is true.</p>", "a sentence behind a tag"),
    ("</section>\n", "</section>\n<p>All of this is true.</p>\n", "a sentence of its own"),
    ("</section>\n", "</section>\n<!-- hidden -->\n", "a comment"),
    ("</section>\n", "</section>\n<img src=https://example.org/x.png>\n", "a picture"),
    ("<main", "<main hidden", "an attribute"),
    ("<body>", "<body class=old>", "a class"),
    ('<p class="said">', '<p class="said" lang="fr">', "another language"),
    ("</ul>\n", '</ul>\n<li class="point">Peace. <a class="cite" href="#x1.1">1.1</a></li>\n', "another's number"),
    ("</ul>\n", '</ul>\n<li class="point">Peace. <a class="cite" href="#x9.1">9.1</a></li>\n', "no number of ours"),
    (' <a class="cite" href="#x1.1"', ' It rained. <a class="cite" href="#x1.1"', "a sentence before the number"),
    ("1.1</a></p>", "1.1</a> It rained.</p>", "a sentence behind the number"),
    (
        "1.1</a></p>",
        '1.1</a> <span class="others">also <a class="also" href="#x2.1">2.1</a></span></p>',
        "another witness",
    ),
    ('<div class="beside"></div>', '<div class="beside"><span class="tag past new">new</span></div>', "a mark"),
    ("<summary>Where", "<summary>Not where", "a heading of a list"),
]


@pytest.mark.parametrize("form", ["html"], indirect=True)
def test_what_another_hand_changed_or_added_to_an_html_page_is_found(command, page):
    """In its words, its drawings, its sources, its links, its style and its script: exit 1."""
    whole = page.read_text("utf-8")
    for old, new, why in HTML:
        page.write_text(whole, "utf-8")
        change(page, old, new)
        ran = command("verify", page)
        assert ran.code == 1, why
        assert "absent" in ran.out or "unclaimed" in ran.out


@pytest.mark.parametrize("form", ["html"], indirect=True)
@pytest.mark.parametrize("line", ['<details class="places">', "</details>", "</section>", '<ul class="points">'])
def test_a_line_that_holds_others_put_elsewhere_is_found(command, page, line):
    """It would hide what comes behind it, or show it under another heading."""
    first, *others = page.read_text("utf-8").partition("<main")[2].split(f"\n{line}\n")
    assert others
    moved = f"\n{line}\n</li>".join([first.replace("\n</li>", "", 1), f"\n{line}\n".join(others)])
    page.write_text(page.read_text("utf-8").partition("<main")[0] + "<main" + moved, "utf-8")
    assert command("verify", page).code == 1


@pytest.mark.parametrize("form", ["html"], indirect=True)
def test_every_line_of_an_html_page_counts(command, page):
    """One letter more in any line, wherever it is: no line is passed over."""
    lines = page.read_text("utf-8").splitlines()
    for number in range(0, len(lines), 7):
        text = lines[number]
        at = len(text) // 2
        forged = [*lines[:number], f"{text[:at]}q{text[at:]}", *lines[number + 1 :]]
        page.write_text("\n".join(forged) + "\n", "utf-8")
        assert command("verify", page, "-q").code == 1, text


JSON: list[tuple[list[str | int], object]] = [
    (["title"], "Our briefing"),
    (["date"], "2026-11-23"),
    (["counts", "articles"], 6),
    (["counts", "words"], 1),
    (["sections", 1, "theme"], "Iran mission"),
    (["sections", 0, "articles", 0, "points", 0, "text"], "Peace broke out."),
    (["sections", 0, "articles", 0, "points", 0, "score"], 9.5),
    (["sections", 0, "articles", 0, "points", 0, "start"], 0),
    (["sources", 0, "date"], "2021-02-13"),
    (["sources", 0, "source"], "AFP"),
    (["sources", 3, "title"], "Another title"),
    (["sources", 4, "date"], "2021-04-15"),
    (["set_aside", "notice"], 2),
    (["comment"], "All of this is true."),
    (["sections", 0, "note"], "A sentence by hand."),
    (["left_out"], [{"article": 1, "reason": "it rained"}]),
]


@pytest.mark.parametrize("form", ["json"], indirect=True)
@pytest.mark.parametrize(("path", "value"), JSON, ids=[".".join(map(str, path)) for path, _ in JSON])
def test_a_changed_or_added_value_is_found(command, page, path, value):
    """In a JSON page every value is a claim."""
    whole = json.loads(page.read_text("utf-8"))
    place = whole
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    page.write_text(json.dumps(whole, ensure_ascii=False, indent=2), "utf-8")
    assert command("verify", page).code == 1


def test_a_missing_source_cannot_be_checked(command, page, tmp_path):
    """Exit 3: its extracts are named with the reason, the others are verbatim, nothing is called forged."""
    next((tmp_path / "seeds").glob("002*")).unlink()
    ran = command("verify", page)
    assert ran.code == 3
    assert "its source is missing" in ran.out
    assert "verbatim" in ran.out
    assert "nothing unclaimed" in ran.out
    assert "absent" not in ran.out


def test_a_source_that_cannot_be_read_any_more_says_why(command, page, tmp_path):
    """It is not missing: it stands where it stood."""
    next((tmp_path / "seeds").glob("002*")).write_bytes(b"")
    ran = command("verify", page)
    assert ran.code == 3
    assert "cannot be checked: its source: empty (delete it, or fill it)" in ran.out
    assert "its source is missing" not in ran.out


def test_a_changed_source_cannot_be_checked(command, page, tmp_path):
    """One character more: it is another text, so no position in it proves anything."""
    source = next((tmp_path / "seeds").glob("002*"))
    source.write_text(source.read_text("utf-8") + "!", "utf-8")
    ran = command("verify", page)
    assert ran.code == 3
    labels = re.findall(r"\[(\d+)\.\d+\] cannot be checked: its source has changed", ran.out)
    assert labels
    assert len(set(labels)) == 1
    assert "nothing unclaimed" in ran.out


def test_a_forged_line_is_found_though_a_source_is_missing(command, page, tmp_path, form):
    """Both: exit 1, for what is forged is forged."""
    next((tmp_path / "seeds").glob("002*")).unlink()
    line = next(x for x in extract_lines(page) if "Kabul" in x or "Taliban" in x)
    change(page, line, line.replace("Taliban", "Telitubbies").replace("Kabul", "Cabul"))
    assert command("verify", page).code == 1


def test_no_source_at_all_is_not_forged(command, page, tmp_path):
    """A page without its sources cannot be checked, and that is all."""
    for source in (tmp_path / "seeds").glob("*.txt"):
        source.unlink()
    assert command("verify", page).code == 3


def test_settings_that_changed_since_are_told(command, page, tmp_path):
    """Title and themes can no longer be derived: not checked rather than forged."""
    settings = tmp_path / "seeds" / "briefing.toml"
    settings.write_text(
        settings.read_text("utf-8").replace("NATO briefing", "Alliance").replace("Iraq mission", "Iraq"), "utf-8"
    )
    ran = command("verify", page)
    assert ran.code == 3
    assert "cannot be checked" in ran.out


def test_settings_that_are_gone_are_told(command, page, tmp_path):
    """The same where the file has been deleted; with --config another is taken."""
    settings = tmp_path / "seeds" / "briefing.toml"
    settings.rename(tmp_path / "kept.toml")
    assert command("verify", page).code == 3
    assert command("verify", page, "--config", tmp_path / "kept.toml").code == 0


@pytest.mark.parametrize("form", ["md"], indirect=True)
@pytest.mark.parametrize(
    ("old", "new"),
    [("[edition]: ", "[Edition]: "), ("briefing 0", "0"), (" day=", " dag="), ("=2026-11-22", "=2026-11-99")],
)
def test_a_damaged_note_is_one_line(command, page, old, new):
    """Exit 1 with the page's name and what is wrong with it."""
    change(page, old, new)
    ran = command("verify", page)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"briefing: {page}: not a page of briefing's: the note at its foot is missing or damaged\n"


@pytest.mark.parametrize(
    "text", ["", "Just a text.\n", "{}", "{", "[1]", '{"schema": "briefing/page/1"}', '{"schema": "other"}', "{" * 5000]
)
def test_what_is_no_page_is_one_line(command, tmp_path, text):
    """Whatever it is."""
    (tmp_path / "x.md").write_text(text)
    ran = command("verify", tmp_path / "x.md")
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xff"])
def test_a_page_that_cannot_be_read_is_one_line(command, tmp_path, content):
    """Missing, or no UTF-8."""
    if content:
        (tmp_path / "x.md").write_bytes(content)
    ran = command("verify", tmp_path / "x.md")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "x.md: cannot be read" in ran.err


def test_of_several_pages_the_worst_counts(command, page, tmp_path):
    """A forged page among good ones is exit 1."""
    other = page.with_name("other" + page.suffix)
    shutil.copy(page, other)
    assert command("verify", page, other).code == 0
    line = extract_lines(page)[0]
    change(other, line, line.replace("the", "teh"))
    assert command("verify", other, page).code == 1


def test_quiet_says_nothing(command, page):
    """The exit code tells."""
    assert command("verify", "-q", page).out == ""


@pytest.mark.parametrize("form", ["md"], indirect=True)
def test_a_page_with_unreadable_sources_is_proved(command, tmp_path, form):
    """The problems stand on the page; read again, they are the same."""
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "a.txt").write_text("The dam above Orr broke on Friday. Nobody was hurt.")
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(bytes(range(256)))
    (folder / "rows.jsonl").write_text('{"text": "Voters in Marn go to the polls."}\nnonsense\n{"a": 1}\n')
    path = tmp_path / "page.md"
    assert command("build", folder, "--date", DAY, "-o", path).code == 3
    assert path.read_text().count("- Problem: ") == 4
    ran = command("verify", path)
    assert ran.code == 0
    assert ran.out.endswith(" verbatim, nothing unclaimed\n")


def test_what_a_folder_says_of_links_and_pipes_is_proved(command, tmp_path, form):
    """And what is wrong with a link's own file, where the link itself was named as a source."""
    news, page = tmp_path / "news", tmp_path / f"p.{form}"
    news.mkdir()
    (news / "a.txt").write_text(ROWS[0]["text"])
    (tmp_path / "empty.txt").write_text("")
    os.mkfifo(news / "pipe.txt")
    (news / "round").symlink_to(".")
    (news / "out.txt").symlink_to(tmp_path / "empty.txt")
    (tmp_path / "named.txt").symlink_to(tmp_path / "news" / ".." / "empty.txt")
    assert command("build", news, tmp_path / "named.txt", "--date", DAY, "-o", page).code == 3
    assert command("verify", page).code == 0
    change(page, "neither a file", "neither a fine")
    assert command("verify", page).code == 1


def test_a_file_whose_name_is_no_text_does_not_spoil_the_page(command, tmp_path, form):
    """It is named as it can be, and the page is proved again."""
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "a.txt").write_text("The dam above Orr broke on Friday. Nobody was hurt.")
    (folder / "a\udcff.txt").write_text("The wall in Marn held.")
    path = tmp_path / f"page.{form}"
    assert command("build", folder, "--date", DAY, "-o", path).code == 3
    assert command("verify", path).code in (0, 3)


def test_the_copy_that_run_keeps_stands_in_for_a_source_that_is_gone(command, tmp_path):
    """The page is proved from the state's copy of the text."""
    (tmp_path / "news").mkdir()
    source = tmp_path / "news" / "a.txt"
    source.write_text("The dam above Orr broke on Friday. Nobody was hurt, the mayor said.")
    settings = tmp_path / "briefing.toml"
    settings.write_text('name = "orr"\nsources = ["news"]\noutput = "pages"\nstate = "state"\n')
    ran = command("run", "--config", settings)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    (page,) = (tmp_path / "pages").glob("*.md")
    assert command("verify", page).code == 0
    source.unlink()
    ran = command("verify", page)
    assert (ran.code, ran.out) == (0, f"{page}: 2 verbatim, nothing unclaimed\n")
    source.write_text("Another text altogether.")
    assert command("verify", page).code == 0


def test_the_copy_has_what_the_rows_of_a_file_stated(command, form, tmp_path):
    """Titles, publications and days are on the page as well: it is proved whole when the file is gone."""
    source = tmp_path / "rows.jsonl"
    source.write_text("".join(f"{json.dumps(row)}\n" for row in ROWS))
    settings = tmp_path / "briefing.toml"
    settings.write_text(
        f'name = "orr"\nsources = ["rows.jsonl"]\nformats = ["{form}"]\noutput = "."\nstate = "state"\n'
    )
    assert command("build", "--config", settings, "--date", DAY, "--publish").code == 0
    source.unlink()
    ran = command("verify", tmp_path / f"{DAY}.{form}")
    assert (ran.code, ran.out.partition(": ")[2]) == (0, "5 verbatim, nothing unclaimed\n")


def test_a_page_from_a_users_own_template_is_proved(command, seeds, root, tmp_path):
    """Other words and another order: they are the template's own."""
    mine = tmp_path / "mine"
    mine.mkdir()
    text = (root / "templates" / "briefing.md.j2").read_text("utf-8")
    (mine / "briefing.md.j2").write_text(
        text.replace('## {{ _("Sources") }}', "## Where it is from\n\nAll of them were read."), "utf-8"
    )
    settings = tmp_path / "briefing.toml"
    settings.write_text(f'templates = "mine"\n{(seeds / "briefing.toml").read_text("utf-8")}', "utf-8")
    path = tmp_path / "page.md"
    assert command("build", seeds, "--config", settings, "--date", DAY, "-o", path).code == 0
    assert "All of them were read." in path.read_text("utf-8")
    assert command("verify", path).code == 0
    change(path, "All of them were read.", "Few of them were read.")
    assert command("verify", path).code == 1
