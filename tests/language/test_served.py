"""Which languages are read, and by what names they are known."""

from __future__ import annotations

import pytest

from briefing.language.served import SERVED, code_of, complaint, is_claimed, name_of


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ("en", "en"), ("EN-gb", "en"), ("pt_BR", "pt"), ("deu", "de"), ("German", "de"), (" Deutsch ", "de"),
        ("français", "fr"), ("nb-NO", "no"), ("iw", "he"), ("ua", "uk"), ("Turkish", "tr"), ("xx", "xx"),
        ("zh-Hant-TW", "zh"),
    ],
)  # fmt: skip
def test_a_stated_language_has_its_code(stated: str, code: str) -> None:
    """Codes of any standard, with or without a region, and names."""
    assert code_of(stated) == code


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("German", 'did you mean "de"?'),
        ("deu", 'did you mean "de"?'),
        ("en-GB", 'did you mean "en"?'),
        ("germn", 'did you mean "de"?'),
        ("ua", 'did you mean "uk"?'),
        ("tr", "Turkish (tr) is not read; `briefing plugins`"),
        ("klingon", "`briefing plugins` lists them"),
    ],
)
def test_a_wrong_setting_is_told_the_right_one(setting: str, said: str) -> None:
    """As far as there is one."""
    assert said in (complaint(setting) or "")


def test_what_is_read_is_no_mistake() -> None:
    """Every code; six are claimed."""
    assert [code for code in SERVED if complaint(code)] == []
    assert sum(map(is_claimed, SERVED)) == 6
    assert (name_of("tr"), name_of("xx")) == ("Turkish (tr)", "“xx”")
