"""The settings: who wins over whom, what a stranger's file may say, and every mistake at once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from briefing.errors import SettingsError
from briefing.model import Hand, Recipient, Theme
from briefing.resources import example, templates
from briefing.settings import Loaded, Mail, Run, Settings, load
from briefing.settings.schema import LISTS, Fetch

CASES = tomllib.loads((Path(__file__).parent / "mistakes.toml").read_text())["case"]


def loaded(folder, toml=None, *, config=None, sources=(), environ=None, **overrides) -> Loaded:
    """Load in `folder`, with `toml` as its own settings file."""
    if toml is not None:
        (folder / "briefing.toml").write_text(toml)
    return load(config=config, folder=folder, sources=sources, environ=environ or {}, overrides=overrides)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_every_mistake_is_told_at_once_with_its_line(case, tmp_path):
    """A file with mistakes is refused with exactly one line for each, in which place, key and remedy stand."""
    with pytest.raises(SettingsError) as caught:
        loaded(tmp_path, case["toml"])
    mistakes = caught.value.mistakes
    assert len(mistakes) == len(case["says"]), mistakes
    for said, mistake in zip(case["says"], mistakes, strict=True):
        assert said in mistake
    assert "hunter2" not in str(caught.value)


def test_without_anything_there_are_defaults(tmp_path):
    """With no file, variable or option the defaults hold, and pages go below the working directory."""
    result = loaded(tmp_path)
    assert result == Loaded(Settings(output=str(tmp_path / "briefings")))


def test_the_command_line_wins_over_the_environment_over_the_file(tmp_path):
    """Each layer covers the one below it, setting by setting."""
    environ = {"BRIEFING_TITLE": "environment", "BRIEFING_WORDS": "200"}
    toml = "title = 'file'\nwords = 100\nmethod = 'lead'"
    result = loaded(tmp_path, toml, environ=environ, title="option", words=None, formats=()).settings
    assert (result.title, result.words, result.method, result.formats) == ("option", 200, "lead", ("md",))


def test_the_environment_is_converted(tmp_path):
    """Variables are text: numbers, days, lists and the mail's settings are read from it; an empty one sets nothing."""
    environ = {
        "BRIEFING_WORDS": " 300 ",
        "BRIEFING_SINCE": "2021-02-01",
        "BRIEFING_FORMATS": "md, json,",
        "BRIEFING_MAIL_HOST": "mail.example.org",
        "BRIEFING_MAIL_TIMEOUT": "2.5",
        "BRIEFING_TITLE": "",
        "OTHER": "x",
    }
    result = loaded(tmp_path, environ=environ).settings
    assert (result.words, result.since, result.formats) == (300, date(2021, 2, 1), ("md", "json"))
    assert result.mail == Mail(host="mail.example.org", timeout=2.5)
    assert result.title == "Briefing"


def test_the_editors_lists_add_up_and_his_other_settings_do_not(tmp_path):
    """File, environment and command line, each entry once; entries are parted by a bar, for sentences hold commas."""
    toml = "[editor]\ndrop = ['a', 'b']\nprefer = ['BBC']\nsource_words = 50"
    environ = {"BRIEFING_EDITOR_DROP": "b | c, d", "BRIEFING_EDITOR_PREFER": "Reuters, AP"}
    result = loaded(tmp_path, toml, environ=environ, **{"editor.drop": ("e",), "editor.source_words": 0}).settings
    assert result.editor == Hand(drop=("a", "b", "c, d", "e"), prefer=("Reuters", "AP"))


@pytest.mark.parametrize(
    ("variable", "text"), [("BRIEFING_WORDS", "many"), ("BRIEFING_MAIL_TIMEOUT", "soon"), ("BRIEFING_SINCE", "1.2.21")]
)
def test_a_variable_that_cannot_be_converted_is_a_mistake(tmp_path, variable, text):
    """The mistake names the variable and what it held."""
    with pytest.raises(SettingsError, match=f"{variable}: .*{text}"):
        loaded(tmp_path, environ={variable: text})


def test_an_unknown_variable_is_only_noted(tmp_path):
    """A variable that looks like a setting is warned of with the nearest one; passwords are none of our business."""
    secrets = {"BRIEFING_MAIL_PASSWORD": "secret", "BRIEFING_IMAP_PASSWORD": "secret"}
    result = loaded(tmp_path, environ={"BRIEFING_WORD": "3", **secrets})
    assert result.warnings == ("BRIEFING_WORD: not a setting, ignored; did you mean 'BRIEFING_WORDS'?",)


def test_options_are_checked_like_the_rest(tmp_path):
    """An option's value of the wrong range is a mistake of the command line, also against the file's values."""
    with pytest.raises(SettingsError) as caught:
        loaded(tmp_path, "until = 2021-01-01", words=0, since=date(2021, 2, 1))
    assert caught.value.mistakes == (
        "command line: words: must be 1 or more (it is 0)",
        "command line: since: 2021-02-01 is after until, 2021-01-01",
    )


def test_an_option_mends_a_value_but_not_a_mistake_in_the_file(tmp_path):
    """A file with a mistake is refused even where an option covers it: the mistake would come back another day."""
    with pytest.raises(SettingsError, match=r"briefing\.toml:1: words"):
        loaded(tmp_path, "words = 0", words=5)


def test_paths_are_meant_from_where_they_are_written(tmp_path):
    """The file's paths start at its folder, the command line's and the environment's at the working directory."""
    (tmp_path / "settings").mkdir()
    config = tmp_path / "settings" / "mine.toml"
    config.write_text("output = 'out/'\nsources = ['../news', '-']\n[mail]\nfolder = '/var/mail'\nca_file = 'ca.pem'")
    result = loaded(tmp_path, config=Path("settings/mine.toml"), templates="t", environ={"BRIEFING_STATE": "state"})
    settings = result.settings
    assert result.file == config
    assert settings.sources == (str(tmp_path / "news"), "-")
    assert settings.output == str(tmp_path / "settings" / "out") + "/"
    assert (settings.mail.folder, settings.mail.ca_file) == ("/var/mail", str(tmp_path / "settings" / "ca.pem"))
    assert (settings.templates, settings.state) == (str(tmp_path / "t"), str(tmp_path / "state"))


def test_the_default_output_lies_beside_the_settings_file(tmp_path):
    """Cron starts in the home folder: pages of a named settings file go beside it, not there."""
    (tmp_path / "daily").mkdir()
    (tmp_path / "daily" / "briefing.toml").write_text("title = 'x'")
    settings = loaded(tmp_path, config=tmp_path / "daily" / "briefing.toml").settings
    assert settings.output == str(tmp_path / "daily" / "briefings")


def test_home_and_addresses(tmp_path, monkeypatch):
    """A tilde is the home folder; standard output and web addresses are no paths."""
    monkeypatch.setenv("HOME", "/home/ann")
    settings = loaded(tmp_path, "sources = ['~/news', 'https://example.org/feed']", output="-").settings
    assert settings.sources == ("/home/ann/news", "https://example.org/feed")
    assert settings.output == "-"


def test_the_name_of_a_plugins_source_is_no_path(tmp_path):
    """Unless a file or folder beside the settings is called so; written as a path it is always that."""
    (tmp_path / "wire:weather").touch()
    names = "['wire:harbour', 'wire:', 'wire:a/../b', 'wire:weather', './wire:harbour', 'c:x', '2026-11-20:x']"
    settings = loaded(tmp_path, f"sources = {names}\noutput = 'wire:harbour'").settings
    paths = ("wire:weather", "wire:harbour", "c:x", "2026-11-20:x")
    assert settings.sources == ("wire:harbour", "wire:", "wire:a/../b", *(str(tmp_path / path) for path in paths))
    assert settings.output == str(tmp_path / "wire:harbour")


def test_state_lies_in_the_data_folder_under_the_name(tmp_path, monkeypatch):
    """A named briefing has a state of its own; one without a name keeps none."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert loaded(tmp_path, name="morning").settings.state == str(tmp_path / "data" / "briefing" / "morning")
    assert loaded(tmp_path).settings.state == ""


def test_sources_of_the_command_line_win(tmp_path):
    """Sources that are named replace those of the file."""
    settings = loaded(tmp_path, "sources = ['a', 'b']", sources=("c",)).settings
    assert settings.sources == (str(tmp_path / "c"),)


def test_a_sources_own_file_gives_only_title_language_and_themes(tmp_path):
    """The folder may be a stranger's: where to write and whom to mail is not its to say, and that is noted."""
    (tmp_path / "news").mkdir()
    theirs = tmp_path / "news" / "briefing.toml"
    theirs.write_text("title='T'\nlanguage='de'\nwords='x'\noutput='/etc'\n[mail]\nhost='evil'\n[[theme]]\nname='A'")
    result = loaded(tmp_path, sources=("news",))
    assert (result.settings.title, result.settings.language) == ("T", "de")
    assert result.settings.themes == (Theme("A"),)
    assert result.settings.mail == Mail()
    assert result.settings.output == str(tmp_path / "briefings")
    assert result.file == theirs
    assert result.notes == (
        f"{theirs}: ignored: words, output, mail.host (a source's own settings give only title, language and themes)",
    )


def test_a_source_with_an_impossible_name_has_no_settings(tmp_path):
    """Whatever is named as a source, it is for the source to say that it does not exist."""
    assert loaded(tmp_path, sources=("x" * 5000,)).file is None
    assert loaded(tmp_path, sources=("-",)).file is None


def test_ones_own_file_goes_before_a_sources(tmp_path):
    """With a briefing.toml in the working directory that of the source is not looked at; nor with two sources."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "briefing.toml").write_text("title = 'theirs'")
    assert loaded(tmp_path, sources=("news", "-")).settings.title == "Briefing"
    assert loaded(tmp_path, "title = 'mine'", sources=("news",)).settings.title == "mine"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "cannot be read: No such file"),
        (b"\xef\xbb\xbftitle = 5", "title: must be a text"),
        (b"words = 5\ntitle = '\xe9'", r":2: not UTF-8"),
        (b"#" * 1_000_001, "larger than 1,000,000 bytes"),
        (b"x = " + b"[" * 100_000, "nested too deeply"),
    ],
    ids=["missing", "byte order mark", "cp1252", "large", "nested"],
)
def test_a_file_that_cannot_be_read_is_one_mistake(tmp_path, content, says):
    """Whatever the file named by --config holds, the answer is a SettingsError that names it."""
    file = tmp_path / "mine.toml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(SettingsError, match=says) as caught:
        loaded(tmp_path, config=file)
    assert len(caught.value.mistakes) == 1
    assert str(file) in str(caught.value)


@given(st.text(alphabet="abmil.[]{}=\"'#\n\\ 5,", max_size=60))
@hypothesis_settings(max_examples=60, deadline=None)
def test_any_text_is_settings_or_a_settings_error(tmp_path_factory, toml):
    """No file, however odd, ends in anything but settings or a SettingsError."""
    try:
        words = loaded(tmp_path_factory.mktemp("any"), toml).settings.words
    except SettingsError as error:
        words = len(error.mistakes)
    assert words >= 1


def test_the_example_loads(tmp_path):
    """The example's three themes are read through the folder alone."""
    result = loaded(tmp_path, sources=(str(example()),))
    names = [theme.name for theme in result.settings.themes]
    assert names == ["Afghanistan withdrawal", "Iraq mission", "Ukraine tensions"]
    assert result.notes == ()


def uncommented() -> str:
    """Return the starter file with every setting switched on."""
    toml = (templates() / "starter.toml").read_text()
    return re.sub(r"^# (?=\[|[a-z_]+ = )", "", toml, flags=re.MULTILINE)


def test_the_starter_file_states_the_defaults(tmp_path):
    """As it comes it changes nothing; with every line switched on it states each setting with its default."""
    as_it_comes = loaded(tmp_path, (templates() / "starter.toml").read_text())
    assert as_it_comes.settings == Settings(output=str(tmp_path / "briefings"))
    table = tomllib.loads(uncommented())
    assert set(table) == {field.name for field in fields(Settings)} - set(LISTS.values()) | set(LISTS)
    for name, kind in (("mail", Mail), ("run", Run), ("fetch", Fetch)):
        assert set(table[name]) == {field.name for field in fields(kind)}
    settings = loaded(tmp_path, uncommented()).settings
    for field in fields(Settings):
        if field.name not in {"since", "until", "output", *LISTS.values()}:
            assert getattr(settings, field.name) == field.default


def test_recipients_have_wishes_of_their_own(tmp_path):
    """A table each; whoever is named under [mail] wishes for nothing."""
    toml = """
        [mail]
        recipients = ["b@example.org"]
        [[theme]]
        name = "Rail"
        [[recipient]]
        address = "Ada <ada@example.org>"
        themes = ["Rail"]
        language = "de"
        format = "text"
    """
    ada = Recipient("Ada <ada@example.org>", ("Rail",), "de", "text")
    assert loaded(tmp_path, toml).settings.readers == (ada, Recipient("b@example.org"))


def test_terms_may_be_given_by_language(tmp_path):
    """As a table in the line, or with a key for each language; the order of the keys does not matter."""
    by_language = (("de", ("Bahn", "Zug")), ("en", ("rail",)))
    for terms in ("terms = { en = ['rail'], de = ['Bahn', 'Zug'] }", "terms.de = ['Bahn', 'Zug']\nterms.en = ['rail']"):
        result = loaded(tmp_path, f"[[theme]]\nname = 'Rail'\n{terms}")
        (theme,) = result.settings.themes
        assert theme == Theme("Rail", terms_by_language=by_language)
        assert (theme.terms_in("de"), theme.terms_in("fr")) == (("Bahn", "Zug"), ())
    assert Theme("Rail", ("ICE",), "", by_language).terms_in("en") == ("ICE", "rail")
