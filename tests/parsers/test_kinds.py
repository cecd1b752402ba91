"""Kinds of files: by content, and by name or type only where that leaves it open."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from briefing.parsers.kinds import Kind, kind_of

CASES = tomllib.loads(Path(__file__).with_name("kinds.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["reason"])
def test_a_file_is_what_it_holds(case):
    """Each case says why it is there."""
    data = bytes.fromhex(case["hex"]) if "hex" in case else case["text"].encode()
    assert kind_of(data, name=case.get("name", ""), content_type=case.get("type", "")) == case["kind"]


def test_every_kind_has_a_case():
    """None is only promised; a letter is a mail of which only the words are wanted."""
    assert {case["kind"] for case in CASES} == set(get_args(Kind)) - {"letter"}


def test_the_example_is_text(seeds):
    """Whatever the articles of the example are called."""
    assert {kind_of(path.read_bytes(), name=path.name) for path in seeds.glob("*.txt")} == {"text"}


@given(
    st.binary(max_size=200) | st.text(max_size=80).map(str.encode),
    st.sampled_from(["", "a.html", "a.eml", "a.csv", "a.jsonl", "a.rss", "a", "."]),
    st.sampled_from(["", "text/html", "text/csv;charset=x", ";", "application/rss+xml"]),
)
@hypothesis_settings(max_examples=200, deadline=None)
def test_any_bytes_are_of_some_kind(data, name, content_type):
    """Nothing raises."""
    assert kind_of(data, name=name, content_type=content_type) in get_args(Kind)


@pytest.mark.parametrize(
    "data",
    [
        b"<",
        b"<!--",
        b"<?",
        b"<?xml ",
        b"a:\n ",
        b"From ",
        b" ",
        b"<!DOCTYPE ",
        b"a: b\n",
        b'{"version":',
        b"PK\x03\x04",
    ],
)
def test_hostile_bytes_cost_no_time(data):
    """Only a prefix is looked at, and each pattern once through it: the generous limit is for a busy machine."""
    began = time.process_time()
    kind_of(data * 400_000, name="a.html")
    assert time.process_time() - began < 2
