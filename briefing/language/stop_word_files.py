"""The stop words that sumy ships for languages without a list of ours: its data files, read without its code.

NLTK's own lists would have to be downloaded. `import sumy.utils` costs 0.2 s (requests, pycountry) and is not needed.
"""

from __future__ import annotations

from importlib.resources import files

_FILES = {
    "ar": "arabic", "cs": "czech", "el": "greek", "he": "hebrew", "it": "italian", "ja": "japanese", "ko": "korean",
    "pl": "polish", "pt": "portuguese", "sk": "slovak", "sv": "swedish", "zh": "chinese",
}  # fmt: skip


def shipped_stop_words(language: str) -> tuple[str, ...]:
    """Return the words of sumy's list for a language; none where it has no list."""
    if language not in _FILES:
        return ()
    text = files("sumy").joinpath("data", "stopwords", f"{_FILES[language]}.txt").read_text("utf-8")
    return tuple(word for line in text.splitlines() if (word := line.strip()))
