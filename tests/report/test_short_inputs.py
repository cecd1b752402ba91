"""Generated inputs, pathological texts and patterns, in small; and that what breaks is seen."""

from __future__ import annotations

import re

from tests.report.inputs import generated, ways
from tests.report.pathological import built
from tests.report.regexes.growth import growth


def test_generated_inputs_break_nothing():
    """Through every source, stage and renderer, and pages that are proved; `make report` has 20,000."""
    rows = generated.rows(400)
    assert {row.line for row in rows} == {"B1", "B2", "B3", "B4", "B5", "B6", "B7", "P1"}
    assert [row.figure for row in rows if "0 broke it" not in row.figure] == []


def test_an_input_that_breaks_something_is_in_the_figures():
    """Here one that no way is given: a span that lies outside its text."""
    row = generated.tried("B1", "all", 5, generated.BYTES, lambda data: ways.lies_in(slice_of(len(data)), ""))
    assert row.is_kept is False
    assert "AssertionError" in row.figure


def slice_of(length: int) -> ways.Span:
    """A span of an empty text that has more than nothing."""
    return ways.Span(0, length + 1)


def test_a_long_text_of_unclosed_quotations_is_built_and_proved(tmp_path):
    """By processes of their own; its news is printed."""
    row = built(tmp_path, "quotations never closed", 10)
    assert row.is_kept, row.figure
    assert row.figure.endswith("news printed")


def test_a_pattern_that_grows_with_the_square_is_steep():
    """And one that is made linear is not."""
    assert growth(re.compile(r"\s+x"), " ", {"search"}, (1_000, 10_000)).is_steep
    assert not growth(re.compile(r"(?<!\s)\s+x"), " ", {"search"}, (1_000, 10_000)).is_steep
