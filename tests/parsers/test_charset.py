"""Charsets: what the bytes prove comes before what anybody says of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from briefing.parsers.charset import decoded

WEST = "<html><body>“Das Übel”, sagte Frau Müller – für 40 € am Café de l’Été, naïve Señora Ñandú.</body></html>"
EAST = "<html><body>Мост закрыли в пятницу, сообщил мэр города. Паром ходит каждые двадцать минут.</body></html>"
FAR = "<html><body>橋は金曜日に閉鎖されたと市長が発表した。フェリーは二十分ごとに運航される。</body></html>"


def declaring(text: str, charset: str) -> str:
    """A page with a declaration in its head."""
    return text.replace("<body>", f"<head><meta charset={charset}></head><body>")


@pytest.mark.parametrize(
    ("text", "really", "server", "page"),
    [
        (WEST, "utf-8", "", ""),
        (WEST, "utf-8", "iso-8859-1", ""),
        (WEST, "utf-8", "", "windows-1252"),
        (WEST, "utf-8-sig", "iso-8859-1", "iso-8859-1"),
        (WEST, "utf-16", "utf-8", "utf-8"),
        (WEST, "utf-16-le", "", ""),
        (WEST, "utf-16-be", "utf-8", ""),
        (WEST, "utf-32", "", ""),
        (WEST, "cp1252", "", ""),
        (WEST, "cp1252", "utf-8", ""),
        (WEST, "cp1252", "", "utf-8"),
        (WEST, "cp1252", "iso-8859-1", ""),
        (WEST, "cp1252", "", "ISO-8859-1"),
        (WEST, "cp1252", "ascii", "no-such-code"),
        (EAST, "utf-8", "windows-1251", "koi8-r"),
        (EAST, "cp1251", "windows-1251", ""),
        (EAST, "cp1251", "", "windows-1251"),
        (EAST, "cp1251", "utf-8", "windows-1251"),
        (EAST, "koi8-r", "koi8-r", ""),
        (EAST, "cp1251", "", ""),
        (FAR, "shift_jis", "", "Shift_JIS"),
        (FAR, "euc-jp", "EUC-JP", ""),
        (FAR, "iso2022_jp", "", "ISO-2022-JP"),
        (FAR, "utf-8", "shift_jis", "euc-jp"),
        (FAR, "shift_jis", "utf-8", ""),
    ],
)
def test_no_mojibake(text, really, server, page):
    """Whoever lies, server or page, the characters come out as they were written."""
    text = declaring(text, page) if page else text
    assert decoded(text.encode(really), server) == text


def test_a_byte_of_damage_spoils_nothing_else():
    """UTF-8 that was cut in a character, or holds one byte of another code, stays UTF-8."""
    data = WEST.encode() + "“cut".encode()[:2]
    assert decoded(data, "utf-8").startswith(WEST)


@pytest.mark.parametrize(
    "charset", ["utf-7", "hex", "base64", "rot13", "zlib", "unicode_escape", "punycode", "idna", "\0", "x" * 99]
)
def test_what_is_no_charset_is_passed_over(charset):
    """Codecs that are none of text, and UTF-7, which hides markup, are never used."""
    assert decoded(WEST.encode("cp1252"), charset) == WEST
    hidden = declaring(WEST, charset).replace("Señora", "+ADw-script+AD4-")
    assert "<script>" not in decoded(hidden.encode("cp1252"), charset)


@given(st.binary(max_size=200), st.sampled_from(["", "utf-8", "utf-16", "big5", "iso2022_jp", "hz", "idna", "x"]))
@hypothesis_settings(max_examples=300, deadline=None)
def test_any_bytes_are_characters(data, said):
    """Nothing raises, and no half characters come out."""
    text = decoded(data, said)
    assert text.encode().decode() == text
