"""`briefing explain`: why a page is as it is."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from briefing import assembly
from briefing.pipeline import shards_of
from briefing.pipeline.reasons import explained
from briefing.settings import load

DAY = ("--date", "2026-11-22")


@pytest.fixture
def example(seeds, tmp_path):
    """A copy of the example."""
    return shutil.copytree(seeds, tmp_path / "seeds")


def test_every_sentence_of_every_article_has_a_reason(command, seeds):
    """Printed, not printed or set aside: nothing is passed over in silence."""
    ran = command("explain", seeds, *DAY)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    fates = [k for k, line in enumerate(lines) if re.match(r"   (\[\d+\.\d+\]|not printed) \(score -?\d", line)]
    assert len(fates) > 50
    for k in fates:
        assert lines[k + 1].startswith("      ")
        assert len(lines[k + 1].strip()) > 5
    assert all(re.fullmatch(r"   set aside, .+: .+", line) for line in lines if line.startswith("   set aside"))
    assert sum(line.startswith("   set aside") for line in lines) >= 10


def test_every_character_of_every_article_is_accounted_for(seeds):
    """What is no white space was set aside for a reason, or belongs to a sentence with a fate."""
    plan = assembly.plan(
        load(config=None, folder=seeds, sources=(str(seeds),), environ={}, overrides={}), date(2026, 11, 22)
    )
    found = explained(plan.task, shards_of(plan.sources), plan.executor, plan.heading)
    assert len(found.articles) == 5
    for article in found.articles:
        told = {k for aside in article.asides for k in range(aside.start, aside.end) if aside.reason}
        told |= {k for fate in article.fates for k in range(*fate.extract.core) if fate.reason}
        missing = "".join(c for k, c in enumerate(article.text) if k not in told and not c.isspace())
        assert missing == "", article.reference.title


def test_what_is_told_beside_an_extract_is_said(command, tmp_path):
    """The note that a page prints, in the words of the article."""
    (tmp_path / "marn.txt").write_text(
        "Mrs Vera Holm opened the harbour on Monday. The quay was full of timber. Two ships lay at anchor in the bay. "
        "She left at noon with the others.",
        "utf-8",
    )
    out = command("explain", tmp_path / "marn.txt", "She left", *DAY).out
    assert "beside it: “She” = Vera Holm, sentence 1" in out


def test_other_wordings_are_shown_as_a_difference(command, seeds):
    """Word by word, in braces, for a terminal without colour; in JSON as pairs."""
    ran = command("explain", seeds, *DAY, "3.2")
    assert (
        "   [5.2] “We will work very closely together in the weeks and months {to come for -> ahead on} a safe"
        in ran.out
    )
    told = json.loads(command("explain", seeds, *DAY, "3.2", "--json").out)
    (wording,) = [wording for sentence in told["sentences"] for wording in sentence["wordings"]]
    assert wording["label"] == "5.2"
    assert ["to come for", "ahead on"] in wording["parts"]


def test_what_a_wording_adds_and_leaves_out_is_told_apart(command, tmp_path):
    """And one with the same words is said to have them."""
    for name, said in (
        ("a", "The dam above Orr broke on Friday and flooded the lower town, the ministry said. Fish lay in the road."),
        ("b", "The old dam above Orr broke on Friday and flooded the lower town. Nobody was hurt."),
        ("c", "The dam above Orr broke on Friday and flooded the lower town, the ministry said. Bread was given away."),
    ):
        (tmp_path / f"{name}.txt").write_text(said, "utf-8")
    out = command("explain", tmp_path, *DAY, "lower town").out
    assert "the same words" in out
    assert re.search(r"The \{\+old\} dam|The \{-old\} dam", out)


def test_the_whole_says_what_each_theme_caught(command, seeds):
    """Per article: the passages with their sentences, and the reasons in words."""
    out = command("explain", seeds, *DAY).out
    for theme in ("Afghanistan withdrawal", "Iraq mission", "Ukraine tensions"):
        assert re.search(rf"^   {theme}: sentences \d+ to \d+\n      \S", out, re.MULTILINE)


@pytest.mark.parametrize("write", ["{}", "[{}]"])
def test_a_number_says_why_that_extract_was_chosen(command, seeds, tmp_path, write):
    """With its place, score, rank and theme, in brackets or not."""
    page = tmp_path / "page.md"
    command("build", seeds, *DAY, "-o", page)
    label = re.search(r"\[(\d+\.\d+)\]\n", page.read_text("utf-8"))[1]
    ran = command("explain", seeds, *DAY, write.format(label))
    assert ran.code == 0
    assert ran.out.startswith(f"[{label}] ")
    assert "   printed: " in ran.out
    assert re.search(r"characters \d+ to \d+", ran.out)
    assert "   theme: " in ran.out


def test_a_text_says_what_became_of_every_sentence_that_holds_it(command, seeds):
    """Whatever its case, among what was set aside too."""
    ran = command("explain", seeds, *DAY, "MILITARY TRAINING EXERCISES")
    assert ran.code == 0
    assert "military training exercises" in ran.out
    assert "printed: " in ran.out
    assert "set aside, " in command("explain", seeds, *DAY, "automated translation").out


@pytest.mark.parametrize("asked", ["99.9", "no such words anywhere"])
def test_what_is_not_there_is_one_line(command, seeds, asked):
    """Exit 1."""
    ran = command("explain", seeds, *DAY, asked)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"briefing: {asked}: no extract has this number, and no sentence holds this text\n"


@pytest.mark.parametrize("form", ["md", "json"])
def test_an_unchanged_page_would_be_built_just_so(command, example, tmp_path, form):
    """The page names its sources, settings, day and words itself."""
    page = tmp_path / "pages" / f"p.{form}"
    command("build", example, *DAY, "--words", "250", "-o", page)
    ran = command("explain", "--page", page)
    assert ran.code == 0
    assert ran.out.startswith(f"{page} would be built just so again.\n")


def test_a_changed_page_says_what_differs(command, example, tmp_path):
    """As a diff, without the foot; so when an article came and when a line was forged."""
    page = tmp_path / "p.md"
    command("build", example, *DAY, "-o", page)
    page.write_text(page.read_text("utf-8").replace("## Iraq mission", "## Iran mission"), "utf-8")
    ran = command("explain", "--page", page)
    assert ran.code == 0
    assert f"{page} would not be built so again; what differs:" in ran.out
    assert "-## Iran mission\n+## Iraq mission\n" in ran.out
    (example / "new.txt").write_text(
        "Title of it\n\nThe Taliban entered Kabul on a Sunday, and the airport closed at once."
    )
    assert "+6 articles" in command("explain", example, "--page", page).out


def test_a_page_of_an_own_template_would_be_built_just_so(command, seeds, root, tmp_path):
    """The settings that the page names have the template's folder."""
    (tmp_path / "mine").mkdir()
    text = (root / "templates" / "briefing.md.j2").read_text("utf-8").replace("## Sources", "## Where it is from")
    (tmp_path / "mine" / "briefing.md.j2").write_text(text, "utf-8")
    settings = tmp_path / "own.toml"
    settings.write_text(
        'templates = "mine"\ntheme_words = 150\n' + (seeds / "briefing.toml").read_text("utf-8"), "utf-8"
    )
    page = tmp_path / "p.md"
    command("build", seeds, "--config", settings, *DAY, "-o", page)
    assert command("explain", "--page", page).out.startswith(f"{page} would be built just so again.\n")


def test_a_page_that_is_none_of_ours_is_one_line(command, tmp_path):
    """Exit 1."""
    (tmp_path / "x.md").write_text("Just a text.")
    ran = command("explain", "--page", tmp_path / "x.md")
    assert (ran.code, ran.out) == (1, "")
    assert "x.md: not a page of briefing's" in ran.err


def test_an_extract_that_several_articles_carry_says_so(command, seeds):
    """The printed wording names how many; the other points to it."""
    out = command("explain", seeds, *DAY).out
    assert "carried by 2 articles" in out
    assert re.search(r"printed once, in the words of \[\d+\.\d+\]", out)


def test_nothing_of_an_article_moves_the_terminal(command, tmp_path):
    """A title or text with control characters is shown with marks."""
    (tmp_path / "a.txt").write_text(
        "The dam\x1b[31m above Orr\x07 broke on\u202e Friday. Nobody was hurt, the mayor said."
    )
    out = command("explain", tmp_path, *DAY).out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out)


FEATURES = ("place", "score", "centrality", "fit", "agreement", "title", "worth", "nearest", "theme")


def test_a_sentence_shows_every_feature_that_counted(command, seeds):
    """Printed or not, each with what it means, the names in one column."""
    out = command("explain", seeds, *DAY, "training activities").out
    lines = out.splitlines()
    for name in FEATURES:
        (line,) = [line for line in lines if line.startswith(f"   {name}:")]
        assert len(line[: 3 + 13].rstrip()) < len(line.rstrip())
    assert "   leans on: " in out
    assert re.search(r"^   place: +\d+ of \d+ ", out, re.MULTILINE)


def test_what_was_not_printed_says_what_it_lost_to(command, seeds):
    """By the numbers of the page, of its own theme, each of which counts more by itself."""
    found = json.loads(command("explain", seeds, *DAY, "--json").out)["sentences"]
    by_label = {one["label"]: one for one in found if one["label"]}
    lost = [one for one in found if one["lost_to"]]
    assert lost
    for one in lost:
        assert one["label"] is None
        assert one["unfit"] is None
        for label in one["lost_to"]:
            assert by_label[label]["theme"] == one["theme"]


def test_as_json_every_sentence_has_its_place_and_features(command, seeds):
    """Of everything, of one extract, or of what holds some words."""
    whole = json.loads(command("explain", seeds, *DAY, "--json").out)
    assert whole["schema"] == "briefing/explain/1"
    assert whole["set_aside"]
    for one in whole["sentences"]:
        assert one["sentence"] >= 1
        assert one["start"] <= one["core"][0] < one["core"][1] <= one["end"]
        assert one["reason"]
        for name in ("centrality", "fit", "agreement", "likeness"):
            assert -1e-9 <= one["features"][name] <= 1 + 1e-9
    label = next(one["label"] for one in whole["sentences"] if one["label"])
    one = json.loads(command("explain", seeds, *DAY, label, "--json").out)["sentences"]
    assert {found["label"] for found in one} == {label}


def test_each_theme_is_summed_up(command, seeds):
    """What it caught, by which terms, what it learnt of the pile; nothing is wrong with the example's."""
    out = command("explain", seeds, *DAY, "--themes").out
    parts = {part.splitlines()[0]: part for part in out.strip().split("\n\n")}
    assert list(parts) == ["Afghanistan withdrawal", "Iraq mission", "Ukraine tensions"]
    for part in parts.values():
        assert re.search(r"^   caught: +\d+ articles?, \d+ passages?, \d+ sentences?, ", part, re.MULTILINE)
        assert re.search(r"^   terms: +“\w+” ×\d+", part, re.MULTILINE)
    assert "“Russia” +" in parts["Ukraine tensions"]
    assert "warning" not in out


def test_a_theme_that_catches_nothing_is_warned_of(command, seeds, tmp_path):
    """In text and as JSON, with its terms that nobody writes."""
    settings = tmp_path / "own.toml"
    settings.write_text('[[theme]]\nname = "Space travel"\nterms = ["rocket", "astronaut"]\n', "utf-8")
    ran = command("explain", seeds, "--config", settings, *DAY, "--themes")
    assert ran.code == 0
    assert "   warning:   it catches nothing" in ran.out
    assert "   unfound:   “rocket”, “astronaut”" in ran.out
    (found,) = json.loads(command("explain", seeds, "--config", settings, *DAY, "--themes", "--json").out)["themes"]
    assert (found["theme"], found["articles"], len(found["warnings"])) == ("Space travel", 0, 1)


def test_without_themes_there_is_nothing_to_sum_up(command, tmp_path):
    """One line, and the code of the settings."""
    (tmp_path / "a.txt").write_text("The dam above Orr broke on Friday. Nobody was hurt.", "utf-8")
    ran = command("explain", tmp_path / "a.txt", *DAY, "--themes")
    assert (ran.code, ran.out) == (78, "")
    assert "no theme" in ran.err


def test_a_long_sentence_is_asked_about_like_a_short_one(command):
    """It is no name of a file, though the system says so by an error of another kind."""
    Path("a.txt").write_text("The dam above Orr broke on Friday. Nobody was hurt.")
    ran = command("explain", "a.txt", "é" * 300)
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "no sentence holds this text" in ran.err
