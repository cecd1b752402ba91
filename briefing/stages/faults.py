"""What speaks against printing a sentence, in words, and the longest that is printed."""

from __future__ import annotations

TOO_SHORT = "too short to say anything"
ASKS = "asks, and says nothing"
NO_ANSWER = "says only that nobody answered"
BROKEN = "broken in the middle: an end mark stands before a word that goes on"
CUT_OFF = "cut off"
CORRECTS = "a correction: it stands whole beside its source"
HARMLESS = frozenset((None, TOO_SHORT, ASKS, NO_ANSWER))  # beside others, in a quotation say, such a sentence may stand
LIMIT = 1000  # characters: the design's bound for an extract
