"""Where a source quotes, by a pairing of its own: opening and closing marks of one kind within a line."""

from __future__ import annotations

import re

_MARK = re.compile(r"[\"“”„«»]|(?<![^\W_])['‘](?=\S)|['’](?![^\W_])")
_KINDS = {'"': '"', "“": '"', "”": '"', "„": '"', "«": "«", "»": "«", "'": "'", "‘": "'", "’": "'"}
# Characters of one quotation; an opening mark that is not closed within them opens nothing.
LONGEST = 2_000
# A shorter quotation may close behind a plural (‘shots’); a longer one has met an apostrophe (the players’ bus).
SHORT = 40


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each outermost quotation with its marks, in order; none runs over the end of a line."""
    spans: list[tuple[int, int]] = []
    kind, begin = "", 0
    for match in _MARK.finditer(text):
        at = match.start()
        if kind and (at - begin > LONGEST or "\n" in text[begin:at]):
            kind = ""
        if not kind:
            kind, begin = (_KINDS[match[0]], at) if _opens(text, at) else ("", 0)
        elif _KINDS[match[0]] == kind and _closes(text, at, begin):
            spans.append((begin, at + 1))
            kind = ""
        elif _KINDS[match[0]] == kind and _opens(text, at) and not _opens_sentence(text, at):
            begin = at  # what seemed to open before was an apostrophe, or was never closed
    return spans


def _opens(text: str, at: int) -> bool:
    then = text[at + 1 : at + 2]
    if text[at] in "'‘’" and then.isdigit():
        return False  # the '90s
    return text[at] in "“‘„«" or (text[at] in "\"'" and not then.isspace() and _is_free(text, at))


def _opens_sentence(text: str, at: int) -> bool:
    """Whether a mark opens a paragraph of a running quotation anew: it stands behind a full stop."""
    return text[max(0, at - 3) : at].rstrip()[-1:] in ("", ".", "!", "?", '"', "'", "’", "”")


def _is_free(text: str, at: int) -> bool:
    """Whether nothing stands before a straight mark but white space, a bracket or a dash."""
    return at == 0 or text[at - 1].isspace() or text[at - 1] in "([—–-.:,"


def _closes(text: str, at: int, begin: int) -> bool:
    if text[at] in "“‘„«":
        return False
    before, after = text[at - 1], text[at + 1 : at + 2]
    if before.isspace() or (text[at] in "\"'" and before in "([—" and after.isalnum()):
        return False
    is_plural = before == "s" and after == " " and text[at + 2 : at + 3].islower()
    return text[at] not in "'’" or not is_plural or at - begin < SHORT
