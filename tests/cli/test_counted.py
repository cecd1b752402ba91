"""A large pile: the page lists the sources that it names and counts the rest, and all that is promised still holds."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

DAY = date(2026, 11, 22)
MANY = 130
SETTINGS = """\
name = "pile"
sources = ["news"]
output = "pages"
state = "state"
formats = ["md", "html", "json"]
words = 150

[[theme]]
name = "Elections"
terms = ["election", "voters"]

[[theme]]
name = "The dam"
terms = ["dam"]
"""
WHO = ("council", "mayor", "harbour union", "ministry", "ferry company", "county court", "school board")
WHAT = ("the dam above Orr", "an election in Marn", "a new quay", "the old bridge", "two bus lines", "a market hall")
LINE = re.compile(r"(\d+) more articles were read and are not listed: (.*)\.")


def row(number: int) -> dict[str, str]:
    """A short article that is like no other."""
    who, what = WHO[number % len(WHO)], WHAT[number % len(WHAT)]
    text = (
        f"The {who} of ward {number} discussed {what} for {number + 3} hours. No vote on it was taken in ward {number}."
    )
    day = DAY - timedelta(days=number % 3)
    return {"text": text, "title": f"Ward {number}", "date": f"{day}", "url": f"https://example.org/{number}"}


def write(folder: Path, rows: list[dict[str, str]]) -> None:
    """Put the pile in its place, as JSON Lines."""
    (folder / "news").mkdir(exist_ok=True)
    (folder / "news" / "wire.jsonl").write_text("".join(json.dumps(one) + "\n" for one in rows))


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """Settings with a pile of which the page has room for a few."""
    write(tmp_path, [row(number) for number in range(MANY)])
    path = tmp_path / "briefing.toml"
    path.write_text(SETTINGS)
    return path


def build(command, settings: Path, *more: str, day: date = DAY) -> Path:
    """Build the pages of a day, and return that in Markdown."""
    ran = command("build", "--config", settings, "--date", f"{day}", "-q", *more)
    assert ran.code == 0, ran.err
    return settings.parent / "pages" / f"{day}.md"


def listed(page: Path) -> list[int]:
    """The numbers of the sources that a page in Markdown lists, in their order."""
    sources = page.read_text().partition("## Sources")[2].partition("\n## ")[0]
    return [int(number) for number in re.findall(r"^(\d+)\. ", sources, re.MULTILINE)]


def test_what_is_not_named_is_counted_with_its_reasons(command, settings):
    """Numbers run without a gap; the days are those of all articles, and all are counted."""
    page = build(command, settings)
    text, numbers = page.read_text(), listed(page)
    assert numbers == list(range(1, len(numbers) + 1))
    assert {int(number) for number in re.findall(r"\[(\d+)\.\d+\]", text)} == set(numbers)
    count, reasons = LINE.search(text).groups()
    assert (int(count), reasons) == (MANY - len(numbers), f"{count} (no room within the budget of words)")
    assert "130 articles from 20 November 2026 to 22 November 2026" in text
    assert f"of {MANY} articles" in text


def test_a_pile_that_can_be_looked_through_is_listed_whole(command, settings):
    """Of a hundred sources more than the page names each stands there with its reason."""
    write(settings.parent, [row(number) for number in range(100)])
    page = build(command, settings)
    assert listed(page) == list(range(1, 101))
    assert "not listed" not in page.read_text()
    assert "Without an extract, no room within the budget of words: [" in page.read_text()


def test_every_reason_has_its_count(command, settings):
    """What lies outside the window, what is excluded, and what holds nothing fit to print."""
    rows = [row(number) for number in range(MANY)]
    rows += [{"text": f"And then they {number}", "title": f"Stub {number}", "date": f"{DAY}"} for number in range(5)]
    write(settings.parent, rows)
    page = build(command, settings, "--since", "2026-11-21", "--exclude", "article:https://example.org/3")
    said = dict(reversed(one) for one in re.findall(r"(\d+) \(([^)]*)\)", LINE.search(page.read_text())[2]))
    used = sum(number % 3 < 2 for number in range(MANY)) - 1
    assert said["nothing in it is fit to print"] == "5"
    assert said["excluded by the editor, not used"] == "1"
    assert said["outside the days asked for, not used"] == str(MANY - used - 1)
    assert int(said["no room within the budget of words"]) == used - len(listed(page))


@pytest.mark.parametrize("form", ["text", "mail", "html"])
def test_other_formats_say_the_same(command, settings, form):
    """A line under the sources."""
    build(command, settings, "--format", form)
    (page,) = (path for path in (settings.parent / "pages").iterdir())
    assert re.search(r"1\d\d more\s+articles\s+were\s+read\s+and\s+are\s+not\s+listed", page.read_text())


def test_a_page_in_another_language_says_it_in_its_own_words(command, settings):
    """And is proved."""
    settings.write_text('page_language = "uk"\n' + SETTINGS)
    page = build(command, settings)
    assert re.search(r"Прочитано? ще 1\d\d стат\w+, не вказан\w+ [ув] списку: 1\d\d \(", page.read_text())
    assert command("verify", page).code == 0


@pytest.fixture(params=["md", "html", "json"])
def proved(request, command, settings) -> Path:
    """A page that is proved, in each format that can be."""
    page = build(command, settings).with_suffix(f".{request.param}")
    ran = command("verify", page)
    assert (ran.code, ran.err) == (0, ""), ran.out
    return page


def altered(page: Path, pattern: str, new: str) -> None:
    """Put something in the place of the first match of a pattern."""
    text, changed = re.subn(pattern, new, page.read_text(), count=1)
    assert changed
    page.write_text(text)


def test_an_altered_count_is_found(command, proved):
    """Of all that are not listed, and of those with a reason: each follows from the pile alone."""
    altered(proved, r'1\d\d(?= more articles)|(?<="articles": )1[012]\d(?=,\n    "reasons")', "199")
    assert command("verify", proved).code == 1


def test_a_source_more_or_less_in_the_list_is_found(command, settings):
    """One of those that are counted, put there with its right hash and place; one that is named, with all it says."""
    page = build(command, settings)
    text, last = page.read_text(), listed(page)[-1]
    number = next(number for number in range(MANY) if f"Ward {number}]" not in text)
    sha256 = hashlib.sha256(row(number)["text"].encode()).hexdigest()
    more = f'[{last + 1}]: ../news/wire.jsonl#row={number + 1} "sha256:{sha256}"\n[1.1]: '
    page.write_text(text.replace("[1.1]: ", more))
    assert command("verify", page).code == 1
    page.write_text(
        "".join(line for line in text.splitlines(keepends=True) if not re.search(r"^3\. |\[3(\.1)?\]", line))
    )
    assert command("verify", page).code == 1


def test_what_cannot_be_counted_again_is_said_to_be_so(command, proved, settings):
    """With an article more in the pile no count can be right; a forged sentence is found all the same."""
    write(settings.parent, [row(number) for number in range(MANY + 1)])
    ran = command("verify", proved)
    assert ran.code == 3
    assert "not all that were read and are not listed are found, or others as well" in ran.out
    altered(proved, r" hours\.", " days.")
    assert command("verify", proved).code == 1


def test_a_recorded_pile_is_proved_from_the_state(command, settings):
    """Its file has the news of the next day by now."""
    page = build(command, settings, "--publish")
    write(settings.parent, [row(number) for number in range(500, 505)])
    ran = command("verify", page)
    assert ran.code == 0, ran.out


def test_the_next_edition_knows_all_that_was_read(command, settings):
    """Not only what was listed: `--since last` reads three, and an article that changed at its address is an update."""
    first = build(command, settings, "--publish")
    rows = [row(number) for number in range(MANY + 2)]
    rows[7] = {**rows[7], "text": rows[7]["text"].replace("discussed", "refused")}
    write(settings.parent, rows)
    second = build(command, settings, "--publish", "--since", "last", day=DAY + timedelta(days=1))
    assert "3 articles" in second.read_text()
    assert "updated since the edition of 22 November 2026" in second.read_text()
    assert command("verify", first, second).code == 0
    shown = command("editions", "--config", settings)
    assert re.search(rf"2026-11-22 .* {MANY} ", shown.out)


def test_an_article_that_is_counted_is_explained(command, settings):
    """By its file and row, for it has no number; of a page as of a pile."""
    page = build(command, settings)
    titles = set(re.findall(r"\[(Ward \d+)\]", page.read_text()))
    number = next(number for number in range(MANY) if f"Ward {number}" not in titles)
    asked = f"of ward {number} discussed"
    for ran in (
        command("explain", "--config", settings, "--date", f"{DAY}", asked),
        command("explain", "--page", page, asked),
    ):
        assert ran.code == 0
        assert f"from Ward {number} (not listed, wire.jsonl, row {number + 1}), sentence 1 of 2" in ran.out
        assert "not printed: " in ran.out
    assert "would be built just so again" in ran.out
    told = json.loads(command("explain", "--config", settings, "--date", f"{DAY}", "--json", asked).out)
    assert [one["article"] for one in told["sentences"]] == [None]
