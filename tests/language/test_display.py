"""How text from outside is shown."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.display import shown


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("plain words", "plain words"),
        ("a\n\n\tb\u00a0c\u2028d\x85e\x0bf\x1cg", "a b c d e f g"),
        ("a\u202eb", "a⟦U+202E⟧b"),
        ("\x00\x07\x1b[31m\x7f\x9b", "⟦U+0000⟧⟦U+0007⟧⟦U+001B⟧[31m⟦U+007F⟧⟦U+009B⟧"),
        ("\ufeffa\u200bb\u2060c", "⟦U+FEFF⟧a⟦U+200B⟧b⟦U+2060⟧c"),
        ("⟦U+202E⟧", "⟦U+27E6⟧U+202E⟦U+27E7⟧"),
        ("\ud800", "⟦U+D800⟧"),
        ("می\u200cخواهم 👩\u200d🚀 é", "می\u200cخواهم 👩\u200d🚀 é"),
    ],
)
def test_only_white_space_and_what_cannot_be_seen_is_shown_otherwise(text, want):
    """Folded, or as a mark with its number; joiners and everything else as they are."""
    assert shown(text) == want


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(), max_size=80))
def test_nothing_unseen_is_left_and_nothing_seen_is_lost(text):
    """No control, surrogate or direction character stays; taking the marks back gives the text, white space folded."""
    seen = shown(text)
    assert not [c for c in seen if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not [
        c
        for c in seen
        if unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    ]
    back = re.sub("⟦U\\+([0-9A-F]{4,6})⟧", lambda m: chr(int(m[1], 16)), seen)
    assert back == re.sub(r"\s+", " ", text)
