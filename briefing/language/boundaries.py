"""Where sentences end inside a paragraph: each end mark is decided by what stands just before and just after it.

Quotation marks are never paired, so one that is never closed moves no boundary and costs nothing. Every look to either
side is bounded or stays between two end marks: the time is linear in the length of any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.language.abbreviations import NAMES_WITH_MARK, Abbreviations, Class
from briefing.language.glued import glued_end
from briefing.model import Span

# Marks that end a sentence whatever follows, even without white space: CJK, Devanagari, Arabic, Ethiopic, Armenian, …
_ALWAYS = "。！？｡।॥؟۔።፧։၊။"
_CLOSERS = "\"'”’»)\\]"
_HOLDING = frozenset(",;:)]}»”%/&=+|~<>–—-")  # what cannot begin a sentence
_LOOK_BACK = 24  # characters: the longest entry of the lists has 10, and "z. B." is read with its space

_BEFORE = re.compile(r"(?:(?<![\w.])[^\W\d_]\.[ \u00a0])*[\w&’'°№§.,:-]*$")
_AFTER = re.compile(r"\s*([\"'“‘„«»(\[¿¡]{0,4})([–—-]?)(\s?)([^\W_]+(?:['’][^\W\d_]+)?)?(\.?)")
_SPACED_CLOSER = re.compile(r"[ \u00a0\u202f][»”’](?=[\s.,;:!?]|\Z)")
_MARKER = re.compile(r"\s*(?:[•⁃‣◦]\s?)?(?:\d{1,3}|[^\W\d_])")
_DOTTED = re.compile(r"[^\W\d_]{1,3}(?:\.-?[^\W\d_]{1,3})+")
_MONEY = re.compile(r"[$£€¥(][A-Za-z]{0,3}\d{1,3}\Z")
_DECIMALS = re.compile(r"\s\d{1,3}\s?(?:[mbt]n?|million|billion|trillion|per|percent)\b")
_ROMAN = re.compile(r"[IVXLC]+")
# "… right?” Blinken asked." goes on: a name and a verb of saying that ends the clause.
_SAYS = re.compile(
    r"\s(?:[^\W\d_][\w.'’-]*+ ){1,3}(?:said|says|asked|asks|added|wrote|writes|replied|told|shouted|cried|wondered"
    r"|joked|tweeted)(?: \w{1,20}){0,2}[.,:]"
)


def boundaries(text: str, block: Span, known: Abbreviations) -> Iterator[int]:
    """Yield the offsets inside the block where a sentence ends, in order; the block's own end is not among them."""
    start = block.start
    for mark in _marks(known.marks).finditer(text, block.start, block.end):
        end = _end(text, start, mark, block.end, known)
        if start < end < block.end:
            yield end
            start = end + 1 if text[end].isspace() else end


@cache
def _marks(own: str) -> re.Pattern[str]:
    """Return the pattern of an end mark with all marks and closers after it; once begun, it cannot fail."""
    ends, always = f".!?…{own}", f"{_ALWAYS}{_CLOSERS}」』）"
    return re.compile(rf"[{ends}](?:[{ends}{_CLOSERS}]|[“‘«](?!\w)|[ \u00a0][.…](?!\w))*|[{_ALWAYS}][{always}]*")


def _end(text: str, start: int, mark: re.Match[str], stop: int, known: Abbreviations) -> int:
    """Return where the sentence ends that this mark ends, or 0 if it ends none."""
    begin, end = mark.span()
    if text[begin] in _ALWAYS or end >= stop:
        return end
    before = text[max(start, begin - _LOOK_BACK) : begin]
    if not text[end].isspace():
        return glued_end(text, before, mark, known)
    if text[end + 1 : end + 2] in "»”’" and (closer := _SPACED_CLOSER.match(text, end, stop)):
        end = closer.end()
    after = _AFTER.match(text, end, stop)
    if after is None or not _may_begin(text, after, stop, known) or not any(map(str.isalnum, before)):
        return 0
    if before[-1] in "([" or (_MONEY.search(before) and _DECIMALS.match(text, end)):
        return 0  # "(. 5)", "$1. 5 million": a figure that was taken apart
    if mark[0].strip("\"'”’»)]") == ".":
        return 0 if _marks_item(text, start, begin) or _holds(before, mark, after, known) else end
    return _end_of_run(before, mark, after, known)


def _may_begin(text: str, after: re.Match[str], stop: int, known: Abbreviations) -> bool:
    """Say whether a sentence may begin with what follows."""
    _, dash, space, word, _ = after.groups()
    if word is None:
        return after.end() < stop and text[after.end()] not in _HOLDING
    if dash and (known.spoken_dash or (not space and word.isdigit())):
        return False
    # A link behind a post's last sentence is none of its words.
    return not word[0].islower() or any(map(str.isupper, word)) or text.startswith("://", after.end(4))


def _marks_item(text: str, start: int, begin: int) -> bool:
    """Say whether the full stop belongs to the number or letter that opens a list item."""
    return begin - start <= 6 and _MARKER.fullmatch(text, start, begin) is not None


def _holds(before: str, mark: re.Match[str], after: re.Match[str], known: Abbreviations) -> bool:
    """Say whether a full stop belongs to the abbreviation before it only."""
    kind = _class(_last_word(before), before, known)
    if kind is None or kind == "title":
        return kind is not None
    following = after[4] or ""
    if kind == "number":
        return any(map(str.isdigit, following)) or bool(_ROMAN.fullmatch(following) and not _is_starter(after, known))
    if kind == "time":
        opens = before.count(" ") < 3 and len(before) < _LOOK_BACK  # "At 5 a.m. Mr. Smith went"
        return opens or following in known.zones or bool(len(following) == 1 and after[5])  # "5 p.m. E.T."
    return mark[0] in (".)", ".]") or (len(mark[0]) == 1 and not _is_starter(after, known))


def _is_starter(after: re.Match[str], known: Abbreviations) -> bool:
    *_, word, stop = after.groups("")
    return re.split("['’]", word, maxsplit=1)[0] in known.starters and (not stop or word in ("Mr", "Mrs", "Ms"))


def _last_word(before: str) -> str:
    """Return the word before an end mark, spaced letters as one ("z. B" is "z.B")."""
    word = before.rsplit(None, 1)[-1]
    if word.isalpha() and len(word) > 1:
        return word
    found = _BEFORE.search(before.rstrip())
    return re.sub(r"\s", "", found[0]).lstrip("'’.,:-") if found else ""


def _class(word: str, before: str, known: Abbreviations) -> Class | None:
    """Return the class of the last word of `before`: as it is listed, else as its shape says."""
    listed = known.classes.get(word) or known.classes.get(re.split("[-'’]", word)[-1])
    if listed is not None:
        return listed
    if len(word) == 1 and word.isalpha():
        return None if before.split()[-2:-1] and before.split()[-2] in known.labels else "ending"
    if _DOTTED.fullmatch(word) or word.endswith(known.tails) or (word.isupper() and word.title() in known.classes):
        return "ending"
    is_ordinal = known.ordinals and ((word.isdigit() and len(word) <= 2) or _ROMAN.fullmatch(word))
    return "ending" if is_ordinal else None


def _end_of_run(before: str, mark: re.Match[str], after: re.Match[str], known: Abbreviations) -> int:
    """Return where the sentence ends at "!", "?", an ellipsis or a run of these, or 0 if it goes on."""
    marks, end = mark[0], after.start()
    if marks[0] in "!?":
        goes_on = _last_word(before) in NAMES_WITH_MARK or _SAYS.match(mark.string, end)
        return 0 if goes_on and not _is_starter(after, known) else end
    if marks[1:2] in (" ", "\u00a0") and not before[-1].isspace():
        return mark.start() + 1  # "… compounds. . . . The practice": the omission belongs to what follows
    if before[-1].isspace() and marks in ("...", "…", ". . ."):
        return end if _is_starter(after, known) and after[4] != "I" else 0
    return end
