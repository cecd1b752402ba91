"""How text from outside is shown: white space folded, what cannot be seen made visible, nothing else."""

from __future__ import annotations

import re

# Control characters, zero-width ones that hide, and the bidirectional ones with which a line can be made to read as
# another (Boucher and Anderson 2021, "Trojan Source"). The mark's own brackets are marked too, so that a mark on a
# page is always ours. A lone surrogate, which no file can hold, comes only
# through the API. The joiners U+200C and U+200D stay: several scripts need them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff⟦⟧\ud800-\udfff]"
)
_SPACE = re.compile(r"\s+")


def shown(text: str) -> str:
    """Return the text on one line, white space folded and each character that cannot be seen as a mark (`⟦U+202E⟧`)."""
    return _UNSEEN.sub(lambda match: f"⟦U+{ord(match[0]):04X}⟧", _SPACE.sub(" ", text))
