"""Tell a title or a nickname in quotation marks ("on “Face the Nation”") from what somebody says."""

from __future__ import annotations

import re

from briefing.language.speech_words import SpeechWords

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SMALL = 4  # letters: shorter words of a title may be without a capital
_LONGEST = 60  # characters of a title


def is_title(quoted: str, before: str, speech: SpeechWords) -> bool:
    """Whether a piece of quotation only names something: all its words have capitals, and a plain word leads up to it.

    `before` is the word before it: behind a verb of speech even a title is said, but for one that needs a listener
    ("told “Morning Joe”").
    """
    if before in speech.so_called:
        return True
    if len(quoted) > _LONGEST or not before[:1].isalpha() or _is_said(before, speech):
        return False
    words = _WORD.findall(quoted)
    return bool(words) and all(word[0].isupper() or word[0].isdigit() or len(word) < _SMALL for word in words)


def _is_said(before: str, speech: SpeechWords) -> bool:
    if before in speech.told:
        return False
    return before in speech.says or before in speech.saying or before in speech.names or before in speech.clause_openers
