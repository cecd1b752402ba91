"""Say whether a sentence points at what no page of sentences holds: a picture, a graph, what a colon announces."""

from __future__ import annotations

import re

PICTURED = "points at a picture that does not stand beside it"
ANNOUNCES = "announces what does not follow"

_PLACE = r"(?:far |second |top |bottom |front |back )?(?:left|right|cent(?:re|er)|middle|above|below|inset)"
_BESIDE = r"(?:,? (?:and|with|in|front|holding|wearing)[^()]{0,60})?"
# In brackets behind a word: "Ray Holm (left)", "the ship (pictured in May)".
_BRACKETED = re.compile(
    rf"(?<=[\w’'”\"]) \((?:{_PLACE}{_BESIDE}|(?:both |also )?pictured[^()]{{0,60}}"
    r"|(?:file|stock|library) (?:photo|picture|image)[a-z A-Z]{0,50})\)"
)
_PARTED = re.compile(r"[,;] pictured(?:,| (?:here|left|right|above|below|at|in|on|with|before|after|during|outside)\b)")
# "Ann Lee, left, …": two capitals, so that "the coalition, left, …" and "Then, right, …" are none.
_SIDED = re.compile(
    r"(?:[A-Z][\w.'’-]{0,60}[\w.] )[A-Z][\w'’-]+(?:, \d{1,3})?, (?:far |second )?(?:left|right|cent(?:re|er)),"
    r" (?!but\b|and\b|after\b)"
)
# "The graph below shows", but not "the chart below the 3,200 level".
_SHOWN = re.compile(
    r"\b(?:plot|graph|chart|map|table|diagram|(?:pictures?|photos?|photographs?|images?|video|clip|slideshow|gallery))"
    r" (?:above|below)\b(?! (?:the|a|an|his|her|its|their|\W?\d))"
)
_ANNOUNCED = re.compile(r":\s?\.[\"'”’]?$")  # such a page set apart what it quoted, and ended the line with a stop


def elsewhere(text: str) -> str | None:
    """Return what a sentence points at that is not printed with it, or None."""
    if (
        ("(" in text and _BRACKETED.search(text))
        or (" pictured" in text and _PARTED.search(text))
        or (("left" in text or "right" in text) and _SIDED.search(text))
        or ((" above" in text or " below" in text) and _SHOWN.search(text))
    ):
        return PICTURED
    return ANNOUNCES if ":" in text[-5:] and _ANNOUNCED.search(text) else None
