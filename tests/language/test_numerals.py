"""Figures in one form."""

from __future__ import annotations

import pytest

from briefing.language.numerals import figures

CASES = [
    ("en", "10,000 and 10 000 and ten thousand", ["10000"] * 3),
    ("en", "about 10,000, fewer than 10,000, at least 10,000", ["10000", "<10000", ">10000"]),
    ("en", "5%, 5 per cent, five percent, 5.0 percent", ["5%"] * 4),
    ("en", "$160 million, $160m, 160 million dollars", ["160000000$"] * 3),
    ("en", "€5, £5, five", ["5€", "5£", "5"]),
    ("en", "two hundred and fifty thousand, twenty-five", ["250000", "25"]),
    ("en", "a hundred, a dozen", ["100", "12"]),
    ("en", "the 16th, the second", ["16.", "2."]),
    ("en", "in 2008 at 9:25", ["2008", "9:25"]),
    ("en", "one of them, anyone", []),
    ("de", "10.000 Euro, 3,5 Prozent, mehr als 20 Millionen Euro", ["10000€", "3.5%", ">20000000€"]),
    ("fr", "dix mille, 10 000 euros, 5 %, 5 pour cent", ["10000", "10000€", "5%", "5%"]),
    ("es", "diez mil, 10.000, 5 por ciento, menos de tres", ["10000", "10000", "5%", "<3"]),
    ("ru", "5 тысяч, пять тысяч, 3,5 млн долларов, более 20 процентов", ["5000", "5000", "3500000$", ">20%"]),
    ("uk", "п’ять тисяч, 5 тис., понад 20 відсотків", ["5000", "5000", ">20%"]),
]


@pytest.mark.parametrize(("language", "text", "forms"), CASES)
def test_a_figure_has_one_form_however_it_is_written(language, text, forms):
    """Digits, words, units and bounds."""
    assert [figure.form for figure in figures(text, language)] == forms


def test_a_figure_stands_where_it_says():
    """With its unit, so that what is left are the other words."""
    text = "They spent $5 million and 5 per cent more."
    assert [text[figure.start : figure.end] for figure in figures(text)] == ["5 million", "5 per cent"]
