"""From settings to a plan: what can be named, and what a page says of how it was made."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from briefing import assembly
from briefing.assembly.proving import again
from briefing.errors import SettingsError, SourceError
from briefing.model import Article, Location, Made, Past, Recipient, Theme
from briefing.renderers.read_back import Page
from briefing.settings import Loaded, Settings
from briefing.settings.schema import Mail

DAY = date(2026, 11, 22)
NAMED = [(kind, name) for kind, named in assembly.OURS.items() for name in named]


@pytest.mark.parametrize(("kind", "name"), NAMED)
def test_everything_that_can_be_named_is_there(kind, name):
    """Where the table says, with a word about what it is."""
    what, where = assembly.OURS[kind][name]
    module, _, attribute = where.partition(":")
    assert callable(getattr(import_module(module), attribute))
    assert what


def test_a_plan_reads_nothing(tmp_path):
    """It names sources that are there, in the order of the settings, and raises for one that is not."""
    (tmp_path / "b").mkdir()
    (tmp_path / "a.txt").write_bytes(b"\x00")
    settings = Settings(sources=(str(tmp_path / "b"), str(tmp_path / "a.txt")), title="T", words=99)
    plan = assembly.plan(Loaded(settings), DAY)
    assert [type(source).__name__ for source in plan.sources] == ["Folder", "File"]
    assert (plan.heading.title, plan.heading.day, plan.task.budget.words) == ("T", DAY, 99)
    with pytest.raises(SourceError, match="nowhere"):
        assembly.plan(Loaded(Settings(sources=(str(tmp_path / "nowhere"),))), DAY)


def test_the_folder_of_the_pages_is_no_source(tmp_path):
    """Nor is the state: yesterday's briefing is not today's news."""
    for name in ("pages", "state", "news"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("The dam broke.")
    settings = Settings(sources=(str(tmp_path),), output=str(tmp_path / "pages"), state=str(tmp_path / "state"))
    (source,) = assembly.sources(settings, DAY, Past())
    places = [item.location.path for shard in source.shards() for item in shard.read()]
    assert places == [str(tmp_path / "news" / "a.txt")]


@pytest.mark.parametrize(
    ("find", "said"),
    [
        (lambda: assembly.summariser("lexrank"), "method: there is no 'lexrank'; did you mean 'sumy:lexrank'"),
        (lambda: assembly.summariser("sumy:"), "method: there is no 'sumy:'"),
        (lambda: assembly.renderer("markdown", Settings()), "format: there is no 'markdown'; there are md, json"),
    ],
)
def test_what_cannot_be_named_is_told_with_a_suggestion(find, said):
    """Or with what there is."""
    with pytest.raises(SettingsError, match=said.replace(".", r"\.")):
        find()


CHANGES = [
    {"title": "Other"}, {"language": "de"}, {"themes": (Theme("A", ("b",)),)}, {"themes": (Theme("A", ("b",), "c"),)},
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=["title", "language", "themes", "a description"])
def test_the_digest_tells_other_settings_apart(change):
    """What a page takes from the settings changes the digest; where the file lies, or where pages go, does not."""
    one, other = (assembly.heading(Loaded(s), DAY).made for s in (Settings(), replace(Settings(), **change)))
    assert one.digest != other.digest
    moved = assembly.heading(
        Loaded(Settings(output="x", name="y", formats=("json",)), Path("/else/briefing.toml")), DAY
    ).made
    assert moved.digest == one.digest
    assert moved.file == "/else/briefing.toml"


def test_what_a_page_was_made_with_counts_again():
    """Not what the settings say by now."""
    made = Made("0", "lead", 77, 7, 0, DAY, None)
    found = again(Loaded(Settings(words=600, method="ours")), Page(DAY, made))
    assert (found.task.budget.words, found.task.budget.theme, found.task.since) == (77, 7, DAY)
    assert type(found.task.summariser).__name__ == "Lead"


def test_an_article_is_found_where_it_was_read(tmp_path):
    """By place and hash; else it is said why not."""
    path = tmp_path / "a.txt"
    path.write_text("The dam broke.")
    find = again(Loaded(Settings()), Page(DAY, Made(method="ours"))).find
    sha = Article("The dam broke.").sha256
    found = find(Location(str(path)), sha)
    assert isinstance(found, Article)
    assert found.text == "The dam broke."
    assert find(Location(str(path)), "0" * 64) == "its source has changed"
    assert find(Location(str(tmp_path / "b.txt")), sha) == "its source is missing"
    assert find(Location(), sha) == "its source is missing"


@pytest.mark.parametrize(
    ("mail", "kind"),
    [
        (Mail(folder="/tmp/out"), "EmlFolder"),
        (Mail(host="h.example"), "Smtp"),
        (Mail(folder="/tmp/out", host="h.example", transport="smtp"), "Smtp"),
        (Mail(folder="/tmp/out", host="h.example", transport="maildir"), "Maildir"),
        (Mail(folder="/tmp/out", transport="files"), "EmlFolder"),
        (Mail(transport="sendmail"), "Sendmail"),
    ],
)
def test_mail_leaves_as_the_settings_say(mail, kind):
    """By the way that is named, else as files or through a server."""
    assert type(assembly.deliverer(Settings(mail=mail))).__name__ == kind


@pytest.mark.parametrize(
    ("mail", "lacks"),
    [
        (Mail(), "mail.host: is needed"),
        (Mail(transport="maildir", host="h.example"), "mail.folder: is needed for transport = 'maildir'"),
        (Mail(transport="files"), "mail.folder: is needed for transport = 'files'"),
        (Mail(transport="sendmial"), "delivery: there is no 'sendmial'; did you mean 'sendmail'?"),
    ],
)
def test_a_way_that_lacks_something_is_told_before_anything_is_sent(mail, lacks):
    """As soon as there is anybody to send to, also one with wishes of their own."""
    with pytest.raises(SettingsError) as caught:
        assembly.deliverer(Settings(mail=mail, recipients=(Recipient("a@example.com"),)))
    assert str(caught.value).startswith(lacks)


def test_a_way_out_of_another_package_is_found(tmp_path, monkeypatch):
    """By its name, with everybody who gets mail; it is listed, and no mistake."""
    about = tmp_path / "loft-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: loft\nVersion: 1\n")
    (about / "entry_points.txt").write_text("[briefing.plugins]\ndelivery:loft = loft_of_a_test:loft\n")
    (tmp_path / "loft_of_a_test.py").write_text("def loft(mail, credentials):\n    return mail.recipients\n")
    monkeypatch.syspath_prepend(tmp_path)
    settings = Settings(
        mail=Mail(transport="loft", recipients=("b@x.example",)), recipients=(Recipient("a@x.example"),)
    )
    assert assembly.deliverer(settings) == ("a@x.example", "b@x.example")
    assert ("delivery", "loft", "from loft_of_a_test:loft") in assembly.plugins()
    assert assembly.judge("mail.transport", "loft") is None


def test_every_setting_of_a_page_is_in_its_note():
    """So that it can be derived again: no field of `Made` is forgotten."""
    names = {f.name for f in fields(Made)}
    assert names >= {"version", "method", "words", "theme_words", "article_words", "since", "until", "file", "digest"}


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("language", "de", None),
        ("language", "auto", None),
        ("mail.transport", "", None),
        ("mail.transport", "maildir", None),
        ("mail.transport", "mail_dir", "there is no 'mail_dir'; did you mean 'maildir'?"),
        ("language", "German", 'did you mean "de"?'),
        ("language", "tr", "Turkish (tr) is not read"),
        ("theme[1].terms", ("rail",), None),
        ("theme[1].terms", {"de": ("Bahn",), "en": ("rail",)}, None),
        ("theme[1].terms", {"de": ("Bahn",), "english": ("rail",)}, 'did you mean "en"?'),
        ("theme[1].terms", {"auto": ("rail",)}, "must be the code of a language"),
    ],
)
def test_a_setting_that_names_languages_or_plugins_is_judged(key, value, said):
    """Each must be one that is there."""
    complaint = assembly.judge(key, value)
    assert complaint is None if said is None else said in (complaint or "")


def test_every_language_is_listed():
    """With its name and how well it is read."""
    listed = {name: what for kind, name, what in assembly.plugins() if kind == "language"}
    assert len(listed) >= 24 + 1
    assert "basic" in listed["it"]
    assert "basic" not in listed["uk"]
    assert {"en", "de", "fr", "es", "ru", "uk", "auto"} <= set(listed)
