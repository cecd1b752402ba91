"""The words of a file in netrc form, one after the other, with the line of the last."""

from __future__ import annotations

import re

_BLANK = re.compile(r"\s*")
_LINE = re.compile(r"[^\n]*")
_PARAGRAPH = re.compile(r".*?(?:\n[ \t\r]*\n|\Z)", re.DOTALL)
# A backslash takes the character behind it as it is, a blank and a quotation mark too.
_WORD = re.compile(r'"(?P<quoted>(?:\\.|[^"\\])*)"|(?!")(?P<plain>(?:\\.|[^\s\\])+)', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class Words:
    """Iterates over the words; what reads them may skip the rest of a line or a paragraph.

    `is_open`: the words ended before the text did, at a quotation mark without its other or a final backslash.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._start = self._end = 0

    def __iter__(self) -> Words:
        return self

    def __next__(self) -> str:
        self._start = self._skipped(_BLANK)
        match = _WORD.match(self._text, self._start)
        if not match:
            raise StopIteration
        self._end = match.end()
        return _ESCAPED.sub(r"\1", match["plain"] if match["quoted"] is None else match["quoted"])

    @property
    def line(self) -> int:
        """The line on which the last word begins, or what is no word."""
        return self._text.count("\n", 0, self._start) + 1

    @property
    def is_open(self) -> bool:
        """Whether there is more that is no word."""
        return self._skipped(_BLANK) < len(self._text)

    def skip_line(self) -> None:
        """Go on with the next line."""
        # From the word itself: a backslash in a comment may have taken the line's end into it.
        self._end = self._start
        self._end = self._skipped(_LINE)

    def skip_paragraph(self) -> None:
        """Go on behind the next empty line."""
        self._end = self._skipped(_PARAGRAPH)

    def _skipped(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self._text, self._end)
        return match.end() if match else self._end
