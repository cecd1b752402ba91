"""The editor's hand on the command line and on the page itself, and what `verify` says of either."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest

DAY = "2026-11-22"
CASES = tomllib.loads(Path(__file__).with_name("by_hand.toml").read_text("utf-8"))["case"]
OPTIONS = {
    "pin": ("--pin", "loan of 40 million"),
    "drop": ("--drop", "Nobody was hurt"),
    "several": ("--drop", "Nobody, was hurt; = “x” [1]_*", "--pin", "the council", "--drop", "ferry"),
    "source": ("--exclude", "source:Orr Courier"),
    "article": ("--drop", "article:polls.md"),
    "order": ("--order", "Elections", "--prefer", "Marn Post", "--source-words", "30"),
}
FILES = {
    "dam.md": "---\nsource: Orr Courier\ntitle: Dam breaks\ndate: 2026-11-20\n---\n"
    "The dam above Orr broke on Friday after rain. Nobody was hurt, the mayor said.\n\n"
    "A loan of 40 million crowns will pay for the repair of the dam.\n",
    "polls.md": "---\nsource: Marn Post\ntitle: Polls open\n---\n"
    "Voters in Marn go to the polls on Sunday. The mayor is not standing again.\n\n"
    "The council of Marn meets for the last time before the polls on Thursday.\n",
    "ferry.txt": "The ferry company suspended two lines before the winter. Talks with the union go on.\n",
}
SETTINGS = """
sources = ["news"]

[[theme]]
name = "The dam"
terms = ["dam"]

[[theme]]
name = "Elections"
terms = ["polls", "voters"]
"""


@pytest.fixture
def settings(tmp_path) -> Path:
    """Settings beside a small pile."""
    (tmp_path / "news").mkdir()
    for name, text in FILES.items():
        (tmp_path / "news" / name).write_text(text, "utf-8")
    (tmp_path / "briefing.toml").write_text(SETTINGS, "utf-8")
    return tmp_path / "briefing.toml"


@pytest.mark.parametrize("form", ["md", "html", "json"])
@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
def test_a_page_made_with_options_for_one_edition_is_proved(command, settings, options, form):
    """The page says itself what was asked for: exit 0, nothing unclaimed."""
    page = settings.parent / f"page.{form}"
    assert command("build", "--config", settings, "--date", DAY, "-o", page, *options).code in (0, 3)
    ran = command("verify", page)
    assert (ran.code, ran.err) == (0, ""), ran.out
    assert ran.out.endswith("nothing unclaimed\n")


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_a_page_made_by_the_settings_is_proved_after_these_have_changed(command, settings, form):
    """Yesterday's page was made with yesterday's hand."""
    own = SETTINGS + '\n[editor]\ndrop = ["Nobody was hurt"]\nexclude = ["source:Marn Post"]\n'
    settings.write_text(own, "utf-8")
    page = settings.parent / f"page.{form}"
    assert command("build", "--config", settings, "--date", DAY, "-o", page).code == 0
    printed = page.read_text("utf-8").partition('id="texts"')[0]  # where an HTML page shows the sources whole
    assert "Nobody was hurt, the mayor" not in re.sub("<blockquote .*", "", printed)
    settings.write_text(SETTINGS, "utf-8")
    assert command("verify", page).code == 0


def test_options_add_to_what_the_settings_drop(command, settings):
    """And so does the environment, which parts its entries by a bar."""
    settings.write_text(SETTINGS + '\n[editor]\ndrop = ["Nobody was hurt"]\n', "utf-8")
    ran = command("build", "--config", settings, "--date", DAY, "-o", "-", "--drop", "40 million", "-q")
    assert "hurt" not in ran.out.partition("## Sources")[0]
    assert "40 million" not in ran.out.partition("## Sources")[0]


def test_the_environment_adds_too(command, settings, monkeypatch):
    """A sentence may hold a comma; entries are parted by a bar."""
    monkeypatch.setenv("BRIEFING_EDITOR_DROP", "Nobody was hurt, the mayor said | 40 million")
    ran = command("build", "--config", settings, "--date", DAY, "-o", "-", "-q")
    assert ran.code == 0
    assert "hurt" not in ran.out.partition("## Sources")[0]
    assert "40 million" not in ran.out.partition("## Sources")[0]


def test_what_came_to_nothing_is_told_and_stands_on_the_page(command, settings):
    """On standard error, under problems, and by exit code 3; the page is proved all the same."""
    page = settings.parent / "page.md"
    asked = ("--pin", "pigs can fly", "--exclude", "source:Marn Pots")
    ran = command("build", "--config", settings, "--date", DAY, "-o", page, "-q", *asked)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.splitlines() == [
        "briefing: exclude “source:Marn Pots”: no article is from this source (perhaps Marn Post is meant)",
        "briefing: pin “pigs can fly”: no article holds these words "
        "(compare the words with those of the article, or take the entry out)",
    ]
    assert page.read_text("utf-8").count("- Problem: ") == 2
    assert command("verify", page).code == 0


def test_a_page_in_another_language_tells_it_in_that(command, settings):
    """The entry as it was written, the rest in the page's language."""
    page = settings.parent / "page.md"
    settings.write_text('page_language = "de"\n' + SETTINGS, "utf-8")
    asked = ("--pin", "Nobody was hurt", "--drop", "the mayor", "--exclude", "source:Marn Post")
    command("build", "--config", settings, "--date", DAY, "-o", page, *asked)
    text = page.read_text("utf-8")
    assert (
        "Problem: pin “Nobody was hurt”: es darf nicht abgedruckt werden: von der Redaktion gestrichen: the mayor"
        in text
    )
    assert "Von der Redaktion ausgeschlossen, nicht verwendet: [3]." in text
    assert command("verify", page).code == 0


def test_explain_says_what_the_editor_did(command, settings):
    """Dropped and excluded with the entry, pinned; and of a page with the hand that the page was made with."""
    page = settings.parent / "page.md"
    asked = ("--drop", "Nobody was hurt", "--exclude", "source:Marn Post", "--pin", "loan of 40 million")
    assert command("build", "--config", settings, "--date", DAY, "-o", page, *asked).code == 0
    for more in ([*asked, "--config", settings, "--date", DAY], ["--page", page]):
        told = command("explain", *more, "Nobody was hurt").out
        assert "not printed: dropped by the editor: Nobody was hurt\n" in told
        assert "not printed: excluded by the editor: source:Marn Post\n" in command("explain", *more, "Voters").out
        assert "printed: pinned by the editor; number " in command("explain", *more, "40 million").out
    assert command("explain", "--page", page).out.startswith(f"{page} would be built just so again.\n")


def test_run_tells_of_a_standing_entry_once(command, settings):
    """A source that is not in the pile every day stands on the page of each, and on standard error the first time."""
    own = 'name = "orr"\noutput = "pages"\nstate = "state"\n' + SETTINGS
    settings.write_text(own + '\n[editor]\nprefer = ["Lund Gazette"]\n', "utf-8")
    first = command("run", "--config", settings)
    assert (first.code, first.out) == (3, "")
    assert "prefer “Lund Gazette”: no article is from this source" in first.err
    again = command("run", "--config", settings)
    assert (again.code, again.out, again.err) == (0, "", "")
    (page,) = (settings.parent / "pages").glob("*.md")
    assert "Problem: prefer “Lund Gazette”" in page.read_text("utf-8")


# ------------------------------------------------------------------------------------------------------ edited by hand


def forged(text: str, case: dict[str, str]) -> str:
    """The page as an editor leaves it: a line found by some words of it, and what becomes of it."""
    lines = text.splitlines()
    at = next(k for k, line in enumerate(lines) if case["line"] in line and not line.startswith("- **"))
    line = lines.pop(at)
    if "becomes" in case:
        lines.insert(at, line.replace(case["line"], case["becomes"]))
    if "under" in case:
        lines.insert(1 + next(k for k, x in enumerate(lines) if x.startswith(case["under"])), line)
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("hand", [(), ("--drop", "Nobody was hurt")], ids=["as built", "with a hand"])
@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_page_edited_by_hand_is_told_where_it_is_not_the_sources(command, settings, case, hand):
    """Each verdict, line by line, whether the page was made with a hand or without."""
    page = settings.parent / "page.md"
    assert command("build", "--config", settings, "--date", DAY, "-o", page, *hand).code == 0
    page.write_text(forged(page.read_text("utf-8"), case), "utf-8")
    ran = command("verify", page)
    assert ran.code == case["code"], ran.out
    told = [re.sub(r"^  (?:line \d+ )?", "", line) for line in ran.out.splitlines()[1:]]
    assert [line for line in told if not any(re.fullmatch(says, line) for says in case["says"])] == []
    assert len(told) == len(case["says"])


def test_counts_mended_after_an_extract_was_taken_out_are_proved(command, settings):
    """Then the page says nothing that is not so: exit 0, and what was taken out is still named."""
    page = settings.parent / "page.md"
    command("build", "--config", settings, "--date", DAY, "-o", page)
    counted = r"Printed: (\d+) extracts of 3 articles, (\d+) words"
    before = re.search(counted, page.read_text("utf-8"))
    text = forged(page.read_text("utf-8"), {"line": "Talks with the union"})
    mended = f"Printed: {int(before[1]) - 1} extracts of 3 articles, {int(before[2]) - 6} words"
    page.write_text(re.sub(counted, mended, text), "utf-8")
    ran = command("verify", page)
    assert ran.code == 0
    assert re.search(r"1 taken out, nothing unclaimed\n  \[2\.2\] taken out: ", ran.out)


def test_what_the_editor_dropped_may_be_put_back_by_hand(command, settings):
    """With its number and its place: it is the source's, and only the counts do not know it."""
    whole, page = settings.parent / "whole.md", settings.parent / "page.md"
    command("build", "--config", settings, "--date", DAY, "-o", whole)
    command("build", "--config", settings, "--date", DAY, "-o", page, "--drop", "Talks with the union")
    point, place = (
        next(x for x in whole.read_text("utf-8").splitlines() if x.startswith(y)) for y in ("- Talks", "[2.2]:")
    )
    text = page.read_text("utf-8")
    assert "Talks" not in text.partition("## Sources")[0]
    page.write_text(
        text.replace("before the winter. [2.1]\n", f"before the winter. [2.1]\n{point}\n") + place + "\n", "utf-8"
    )
    ran = command("verify", page)
    assert ran.code == 1
    (told,) = ran.out.splitlines()[1:]
    assert "unclaimed: - Printed: " in told


def test_a_point_taken_out_of_a_json_page_leaves_only_the_counts(command, settings):
    """JSON keeps the number beside the words: nothing else is left of the extract."""
    page = settings.parent / "page.json"
    assert command("build", "--config", settings, "--date", DAY, "-o", page).code == 0
    whole = json.loads(page.read_text("utf-8"))
    points = whole["other"]["articles"][0]["points"]
    del points[-1]
    page.write_text(json.dumps(whole), "utf-8")
    ran = command("verify", page)
    assert ran.code == 1
    assert [line.split()[0] for line in ran.out.splitlines()[1:]] == ["counts.extracts", "counts.words"]


def test_a_page_moved_with_its_hand_and_sources_is_proved(command, settings, tmp_path):
    """What the editor asked for travels in the page's note."""
    page = settings.parent / "page.md"
    command("build", "--config", settings, "--date", DAY, "-o", page, "--drop", "Nobody was hurt")
    shutil.copytree(settings.parent / "news", tmp_path / "far" / "news")
    shutil.copy(settings, tmp_path / "far")
    shutil.copy(page, tmp_path / "far")
    assert command("verify", tmp_path / "far" / "page.md").code == 0
