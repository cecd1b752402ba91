"""The page's own words: everything that a page can say itself is in each catalogue, whole and well formed.

To add a message, use it (`_("…")` in a template, or a new reason in a stage) and run this file: what fails prints the
entries that each catalogue lacks.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jinja2 import Environment, nodes
from markupsafe import escape

import briefing
from briefing.language.display import shown
from briefing.model import Dated, Kind, Origin
from briefing.renderers.markdown import markdown
from briefing.renderers.words import ASIDES, Own, Words
from briefing.renderers.words.formats import long_date, number, period
from briefing.settings.schema import PAGE_LANGUAGES

PACKAGE = Path(briefing.__file__).parent
TEMPLATES = sorted((PACKAGE.parent / "templates").glob("*.j2"))
OTHERS = PAGE_LANGUAGES[1:]
DAY = date(2021, 2, 16)
Key = str | tuple[str, ...]

# Where the stages and sources say in prose why something is not printed or could not be read.
REASONS = (
    "stages/split/*.py", "stages/cut*.py", "stages/arrange/*.py", "stages/register.py", "stages/identify.py",
    "stages/heed/*.py", "stages/justify.py", "stages/faults.py", "stages/reasons.py",
    "pipeline/sparing.py", "collect/*.py", "fetchers/*/*.py", "sources/*.py",
    "parsers/pdf/*.py", "parsers/docx.py", "parsers/mail/*.py",
    "parsers/worker.py", "parsers/serve.py", "parsers/feed.py", "parsers/entries.py", "parsers/json_feed.py",
    "parsers/opml.py", "parsers/html/documents.py",
)  # fmt: skip
PROSE = re.compile(r"""[\w ,:;.…’“”()/{}"'+?#%`[\]-]*[^\W\d_]{2,}[ ,]+[\w ,:;.…’“”()/{}"'+?#%`[\]-]*""")
# Prose in them that no page prints as it is: part of a name or a longer text, or what ends a run as an error.
UNSAID = {
    "the latter", "text {}", ", row {}", "{}, row {}", "tag:yaml.org,2002:null", "damaged {}", "{} at byte {}",
    "neither UTF-8 nor Windows-1252", "{}: no such file or folder, or not yours to read{}",
    "; if it is an address, write https://{}",
    "{}: no such folder, or not yours to read",
    "standard input: closed; pipe articles into it, or name a file or folder",
    'fetch.allow: “{}” is no host ("intranet", "intranet:8080")',
    "fetch.contact: “{}” must be a web or mail address in plain ASCII",
    "{}: not a certificate that can be read; PEM is needed",
    "pip install 'briefing[{}]'", "pip install 'briefing[web]'",
    "every worker dies, whatever it is given; build with --executor serial", "part {} of the sources",
    # What threads and keys are called; what goes over the wire, or comes from it in a library's words.
    "fetch {}", "look up {}", "uid {}", "Basic ", "gzip, deflate",
    "(UID BODY.PEEK[])", "(UID RFC822.SIZE INTERNALDATE)", "no CAPABILITY", "not IMAP4", "unterminated line",
    "no address",
}  # fmt: skip
# What is said all the same: composed of several texts, of one word, from the system, or by templates of an earlier day.
SAID: set[Key] = {
    "neither UTF-8 nor Windows-1252 at byte {}", "damaged {} at byte {}", "empty", "rename it", "permission denied",
    "no such file or directory", "{}, row {}", ("{} minute", "{} minutes"), "Connection refused", "No route to host",
    "Network is unreachable", "Temporary failure in name resolution",
}  # fmt: skip


def key(message: str | tuple[str, ...] | list[str]) -> Key:
    """A message whatever its placeholders are called."""
    if isinstance(message, str):
        return re.sub(r"\{\w+\}", "{}", message)
    return tuple(str(key(form)) for form in message)


def in_templates() -> Iterator[Key]:
    """Every message that our templates name."""
    for path in TEMPLATES:
        tree = Environment().parse(path.read_text("utf-8"))
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in ("_", "ngettext"):
                found = [arg.value for arg in call.args if isinstance(arg, nodes.Const)]
                yield from [key(found)] if call.node.name == "ngettext" else map(key, found)
        for filtered in tree.find_all(nodes.Filter):
            if filtered.name == "plural":
                (noun,) = (arg.value for arg in filtered.args)
                yield (f"{{}} {noun}", f"{{}} {noun}s")


def in_model() -> Iterator[Key]:
    """The kinds of asides, where days are from, and how far to trust them."""
    nouns = [ASIDES.get(kind, kind) for kind in get_args(Kind)]
    yield from ((f"{{}} {noun}", f"{{}} {noun}s") for noun in nouns)
    yield from {*get_args(Origin), *get_args(get_type_hints(Dated)["confidence"])} - {"none"}


def in_stages() -> Iterator[Key]:
    """Every reason in the code, f-strings as messages."""
    for path in sorted(path for pattern in REASONS for path in PACKAGE.glob(pattern)):
        for text in prose(ast.parse(path.read_text("utf-8"))):
            if text not in UNSAID:
                yield text


def prose(tree: ast.AST) -> Iterator[str]:
    """The texts of a module that read like words, without what documents it."""
    documents = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    joined = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    parts = {id(part) for node in joined for part in ast.walk(node)} - {id(node) for node in joined}
    for node in ast.walk(tree):
        if id(node) in documents | parts:
            continue
        if isinstance(node, ast.JoinedStr):
            text = "".join(str(p.value) if isinstance(p, ast.Constant) else "{}" for p in node.values)
        else:
            text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
        if PROSE.fullmatch(text):
            yield text


USED = {*in_templates(), *in_model(), *in_stages(), *SAID}


def messages(language: str) -> dict[Key, Message]:
    """A language's catalogue, by message."""
    with (PACKAGE / "renderers" / "words" / f"{language}.po").open("rb") as file:
        return {key(m.id): m for m in read_po(file, locale=language, abort_invalid=True) if m.id}


def entry(wanted: Key) -> str:
    """The lines that a catalogue lacks."""
    forms = (wanted,) if isinstance(wanted, str) else wanted
    ids = [
        f'{name} "{form.replace("{}", "{…}")}"' for name, form in zip(("msgid", "msgid_plural"), forms, strict=False)
    ]
    return "\n".join([*ids, 'msgstr ""' if len(forms) == 1 else 'msgstr[0] ""\nmsgstr[1] "" …'])


@pytest.mark.parametrize("language", OTHERS)
def test_everything_that_a_page_says_is_translated_and_nothing_else(language):
    """Templates, reasons of the stages, kinds, origins and problems."""
    known = messages(language)
    missing = "\n\n".join(entry(wanted) for wanted in sorted(USED - set(known), key=str))
    assert not missing, f"translate these in briefing/renderers/words/{language}.po:\n\n{missing}"
    unused = sorted(set(known) - USED, key=str)
    assert not unused, f"take these out of briefing/renderers/words/{language}.po: {unused}"


@pytest.mark.parametrize("language", OTHERS)
def test_every_translation_is_whole_and_holds_what_its_message_holds(language):
    """As many forms as the language has, each with the same placeholders, none fuzzy or empty."""
    for message in messages(language).values():
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        said = [message.string] if isinstance(message.string, str) else list(message.string)
        assert len(said) == (1 if len(ids) == 1 else 3 if language in ("ru", "uk") else 2), ids
        assert not message.fuzzy, ids
        for form in said:
            assert form.strip(), ids
            assert set(re.findall(r"\{\w+\}", form)) == set(re.findall(r"\{\w+\}", ids[0])), form


@pytest.mark.parametrize("language", PAGE_LANGUAGES)
def test_no_word_of_the_pages_own_means_anything_to_a_format(language):
    """But for what shows a command as code, and that is escaped: none is mangled, none holds a control character."""
    known = messages("de") if language == "en" else messages(language)
    for message in known.values():
        text = message.id if language == "en" else message.string
        for form in [text] if isinstance(text, str) else text:
            assert markdown(form) == re.sub(r"([`[\]])", r"\\\1", shown(form)), form
            assert str(escape(form)).replace("&#34;", '"') == form
            assert form.replace("\xa0", " ").isprintable()


SPACED = {"de": None, "fr": re.compile(r"(?<!\xa0)[:;?!»](?=[ \"]|$)|«(?!\xa0)"), "es": None, "ru": None, "uk": None}
QUOTES = {"de": "„“", "fr": "«»", "es": "«»", "ru": "«»", "uk": "«»"}


@pytest.mark.parametrize("language", OTHERS)
def test_marks_are_set_as_the_language_sets_them(language):
    """Its quotation marks, its apostrophe, French blanks before what is tall."""
    for message in messages(language).values():
        for form in [message.string] if isinstance(message.string, str) else message.string:
            bare = form.replace('{"text": "…"}', "")
            assert not set(bare) & set("\"'" + "„“”«»".translate({ord(mark): None for mark in QUOTES[language]})), form
            assert not (SPACED[language] and SPACED[language].search(bare)), form


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_says_a_word_outside_the_catalogue(path):
    """What stands there in plain English would stay English on every page."""
    tree = Environment(trim_blocks=True, lstrip_blocks=True).parse(path.read_text("utf-8"))
    text = re.sub(r"<[^>]*>?|[^<>]*>", " ", "\n".join(node.data for node in tree.find_all(nodes.TemplateData)))
    words = set(re.findall(r"[A-Za-z]{2,}", text)) - {"sha", "edition", "problem", "briefing", "verify"}
    assert words == set(), f'write {{{{ _("…") }}}} around them: {words}'


DAYS = {
    "en": "16 February 2021",
    "de": "16. Februar 2021",
    "fr": "16 février 2021",
    "es": "16 de febrero de 2021",
    "ru": "16 февраля 2021 г.",
    "uk": "16 лютого 2021 р.",
}


@pytest.mark.parametrize("language", PAGE_LANGUAGES)
def test_a_day_is_written_as_a_reader_writes_it(language):
    """By the locale data of Unicode, without a nought."""
    assert " ".join(long_date(DAY, language).split()) == DAYS[language]
    assert re.match(r"1\D", long_date(date(2026, 3, 1), language))


def test_the_first_of_a_month_is_an_ordinal_in_french():
    """As every newspaper there has it."""
    assert long_date(date(2021, 3, 1), "fr") == "1er mars 2021"
    assert long_date(date(2021, 3, 2), "fr") == "2 mars 2021"


@pytest.mark.parametrize("language", ["xx", "", "../../etc"])
def test_what_is_none_of_our_languages_is_english(language):
    """Whatever a page claims."""
    assert Words(language).gettext("Key points") == "Key points"
    assert long_date(DAY, language) == "16 February 2021"


COUNTS = [
    ("en", 1, "1 article"), ("en", 1234, "1,234 articles"),
    ("de", 1, "1 Artikel"), ("de", 1234, "1.234 Artikel"),
    ("fr", 0, "0 article"), ("fr", 1, "1 article"), ("fr", 2, "2 articles"), ("fr", 1234, "1\u202f234 articles"),
    ("es", 1, "1 artículo"), ("es", 12, "12 artículos"),
    ("ru", 1, "1 статья"), ("ru", 3, "3 статьи"), ("ru", 5, "5 статей"), ("ru", 11, "11 статей"),
    ("ru", 21, "21 статья"), ("ru", 22, "22 статьи"), ("ru", 112, "112 статей"), ("ru", 0, "0 статей"),
    ("uk", 1, "1 стаття"), ("uk", 4, "4 статті"), ("uk", 14, "14 статей"), ("uk", 101, "101 стаття"),
    ("uk", 1234, "1\xa0234 статті"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "count", "want"), COUNTS)
def test_counts_have_their_nouns(language, count, want):
    """In the form that the language wants for the number, its digits in groups."""
    assert Words(language).plural(count, "article") == want


@pytest.mark.parametrize(
    ("count", "one", "many", "want"),
    [(1, "day", "", "1 day"), (0, "day", "", "0 days"), (2, "story", "stories", "2 stories")],
)
def test_a_noun_that_no_catalogue_has_is_said_as_it_is(count, one, many, want):
    """A template of a user's may count anything, on a page in any language."""
    for language in PAGE_LANGUAGES:
        assert Words(language).plural(count, one, many) == want


REASONS_SAID = [
    ("words run together: cleanedup", "zusammengelaufene Wörter: cleanedup"),
    ("longer than 1,000 characters", "länger als 1.000 Zeichen"),
    ("longer than 1,000 characters with what it needs", "mit dem Nötigen länger als 1.000 Zeichen"),
    (
        "nothing beside it explains it: a quotation whose speaker is not named in it",
        "nichts daneben erklärt es: ein Zitat, dessen Sprecher darin nicht genannt ist",
    ),
    (
        "stands in one quotation with a sentence that must not be printed: words run together: a_b",
        "steht in einem Zitat mit einem Satz, der nicht gedruckt werden darf: zusammengelaufene Wörter: a\\_b",
    ),
    ("damaged utf-8 at byte 7", "beschädigtes utf-8 an Byte 7"),
    ("its language, Thai, is not read", "seine Sprache (Thailändisch) wird nicht gelesen"),
    ("cannot be read: permission denied", "nicht lesbar: keine Berechtigung"),
    ("cannot be read: the disk is on *fire*", "nicht lesbar: the disk is on \\*fire\\*"),
    (
        "has failed on three days in a row and more, since 1 November 2026: its robots.txt, without which nothing is "
        "asked: it leads to a_b.example: status 503: it is out of order",
        "schlägt seit mindestens drei Tagen fehl, zuerst am 1. November 2026: die robots.txt, ohne die nichts "
        "abgerufen wird: führt zu a\\_b.example: Status 503: der Server ist gestört",
    ),
    (
        "is dated 31 November 2026, a day to come: left undated",
        "trägt das Datum 31 November 2026, das noch bevorsteht: bleibt undatiert",
    ),
    ("a plugin's own <reason>", "a plugin's own \\<reason\\>"),
    ("words run together", "words run together"),
    ("", ""),
]


@pytest.mark.parametrize(("reason", "want"), REASONS_SAID)
def test_a_reason_that_a_stage_gave_in_english_is_said_in_the_pages_language(reason, want):
    """With what it was filled with, reasons within reasons as well; what nobody translated is made safe as it is."""
    assert Words("de", markdown).gettext(reason) == want
    assert Words("en", markdown).gettext(reason) == markdown(reason)


@pytest.mark.parametrize(
    ("name", "want"),
    [
        ("a.txt", "a.txt"),
        ("a.jsonl, row 1,7", "a.jsonl, row 1,7"),
        ("a_b.jsonl, row 17", "a\\_b.jsonl, Zeile 17"),
        ("standard input", "Standardeingabe"),
        ("standard input, row 3", "Standardeingabe, Zeile 3"),
        ("Sources", "Sources"),
    ],
)
def test_a_place_is_named_in_the_pages_language(name, want):
    """Rows and standard input; a file's name stays what it is, even if it is one of our words."""
    assert Words("de", markdown).place(name) == want


def test_whatever_is_made_of_the_pages_own_words_is_made_safe_again():
    """Joined to a title or put in capitals they are a plain text, so that no format is ever escaped for another."""
    own = Words("fr").gettext("Key points")
    for made in (own + "x", "x" + own, own.upper(), f"{own}", "".join([own]), own[1:]):
        assert type(made) is str
    assert type(own) is Own


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(PAGE_LANGUAGES), st.text(max_size=60), st.text(max_size=20))
@example("de", "nothing beside it explains it: " * 3000, "")
@example("de", "longer than " * 3000, " characters")
def test_words_never_fail_and_keep_values_literal(language, text, value):
    """Whatever is said, and whatever it is filled with, even placeholders."""
    words = Words(language, markdown)
    words.gettext(text)
    assert markdown(value) in words.gettext("{theme}:", theme=value)
    assert markdown("{theme}") in words.gettext("{theme}:", theme="{theme}")
    assert words.place(text) is not None


@pytest.mark.parametrize("text", ["nothing beside it explains it: ", "its ", " at byte ", "longer than 1 characters "])
def test_a_megabyte_is_no_trouble(text):
    """Matching a reason is linear: no text takes longer than its length."""
    assert Words("uk").gettext(text * (1_000_000 // len(text)))


def test_numbers_are_grouped_as_the_language_groups_them():
    """Points, commas, blanks that do not break."""
    assert [number(1_234_567, language) for language in PAGE_LANGUAGES] == [
        "1,234,567", "1.234.567", "1\u202f234\u202f567", "1.234.567", "1\xa0234\xa0567", "1\xa0234\xa0567"
    ]  # fmt: skip


PERIODS = [
    ("en", date(2021, 2, 17), date(2021, 2, 18), "day", "17–18 February 2021"),
    ("de", date(2021, 2, 17), date(2021, 2, 18), "day", "17.–18. Februar 2021"),
    ("fr", date(2021, 3, 1), date(2021, 3, 3), "day", "1er–3 mars 2021"),
    ("es", date(2021, 2, 17), date(2021, 2, 18), "day", "17–18 de febrero de 2021"),
    ("uk", date(2021, 2, 17), date(2021, 2, 18), "day", "17–18 лютого 2021 р."),
    ("de", date(2021, 2, 17), date(2021, 2, 17), "day", "17. Februar 2021"),
    ("en", date(2021, 2, 27), date(2021, 3, 1), "day", "27 February 2021 – 1 March 2021"),
    ("ru", date(2021, 2, 1), date(2021, 2, 28), "month", "февраль 2021 г."),
    ("es", date(2021, 2, 1), date(2021, 2, 28), "month", "febrero de 2021"),
    ("de", date(2021, 1, 1), date(2021, 12, 31), "year", "2021"),
]


@pytest.mark.parametrize(("language", "first", "last", "unit", "want"), PERIODS)
def test_days_on_end_are_written_as_one(language, first, last, unit, want):
    """A month by its name alone, a year by its number."""
    assert " ".join(period(first, last, unit, language).split()) == want
