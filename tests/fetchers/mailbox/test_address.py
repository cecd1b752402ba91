"""What the address of a mailbox means, and how a folder's name is written on the wire."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import SettingsError
from briefing.fetchers.mailbox import box
from briefing.fetchers.mailbox.folder_name import decoded, encoded

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("addresses.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", [c for c in CASES if "means" in c], ids=lambda case: case["address"])
def test_what_an_address_means(case: dict[str, Any]) -> None:
    """Scheme, host, port, user and the levels of the folder."""
    found = box(case["address"])
    assert [found.scheme, found.host, found.port, found.user, *found.folder] == case["means"]


@pytest.mark.parametrize("case", [c for c in CASES if "says" in c], ids=lambda case: case["address"])
def test_what_cannot_be_meant_is_told(case: dict[str, Any]) -> None:
    """Never with a password that stands in it."""
    with pytest.raises(SettingsError) as caught:
        box(case["address"])
    assert case["says"] in str(caught.value)
    assert "canary" not in str(caught.value)
    assert "can%61ry" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "wire"),
    [
        ("INBOX", "INBOX"),
        ("~peter/mail/台北/日本語", "~peter/mail/&U,BTFw-/&ZeVnLIqe-"),  # RFC 3501, 5.1.3
        ("Entwürfe & mehr", "Entw&APw-rfe &- mehr"),
        ("📰", "&2D3c8A-"),
    ],
)
def test_folders_are_named_as_imap_spells_them(name: str, wire: str) -> None:
    """Modified UTF-7, there and back."""
    assert (encoded(name), decoded(wire)) == (wire, name)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_name_comes_back(name: str) -> None:
    """In printable ASCII on the way."""
    wire = encoded(name)
    assert wire.isascii()
    assert not wire or wire.isprintable()
    assert decoded(wire) == name


@given(st.text(st.sampled_from("&-,+AZaz09/ü")))
def test_what_is_no_name_is_shown_as_it_is(wire: str) -> None:
    """A server may list anything."""
    assert decoded(wire) == wire or "&" in wire
