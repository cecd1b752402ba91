"""Where a source quotes, by the measure's own pairing of marks."""

from __future__ import annotations

import pytest

from briefing.evaluation.context.quoted import LONGEST, quoted_spans

CASES = [
    ('He said: "The dam holds." Rain fell.', ['"The dam holds."']),
    ("‘The dam holds,’ Ray’s boss said.", ["‘The dam holds,’"]),
    ("The players’ bus broke down. 'We walked,' one said.", ["'We walked,'"]),
    ("'It was on the long way to Marn that the players' bus broke down,' one said.", None),
    ("She wore 'shots' badly.", ["'shots'"]),
    ("Built in the '90s, it is 'new'.", ["'new'"]),
    ("An inch is 1\" and no more. Nobody \"spoke\".", ['"spoke"']),
    ("It 'never closed. The other 'did'.", ["'did'"]),
    ("'One runs on. 'The next closes.'", ["'One runs on. 'The next closes.'"]),
    ("“Not over\nthe line” but “here”", ["“here”"]),
    ("“Not " + "x" * LONGEST + "” but “here”", ["“here”"]),
    ("no marks", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[:30] for text, _ in CASES])
def test_quotations_are_paired(text, wanted):
    """Each with its marks; an apostrophe opens and closes nothing."""
    if wanted is None:
        wanted = [text[: text.index(",'") + 2]]
    assert [text[start:end] for start, end in quoted_spans(text)] == wanted
