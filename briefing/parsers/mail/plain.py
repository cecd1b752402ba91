"""The text of a plain part: soft line breaks joined, without quoted replies and the signature."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"(?:>|\|\s?>)")
_ATTRIBUTION = re.compile(
    r"(?:On|Am|Le|El|Op|Il|Den|W dniu)\b.{5,200}"
    r"\b(?:wrote|schrieb|a écrit|escribió|schreef|ha scritto|skrev|napisał[(]?a?[)]?)\b.{0,80}:$",
    re.DOTALL,
)
_ORIGINAL = re.compile(
    r"-{3,}\s?(?:Original Message|(?:Original-|Ursprüngliche )Nachricht|Message d'origine|Mensaje original)\s?-{3,}"
)
_SIGNATURE = ("-- ", "--")
_LONGEST_SIGNATURE = 12  # lines; RFC 3676 knows no limit, netiquette four; a rule of two dashes parts longer texts


def own_words(text: str, *, flowed: bool = False, delsp: bool = False, is_reply: bool = False) -> str:
    """Return what the sender wrote: a message that quotes only is its quotation.

    `flowed` and `delsp` are the part's parameters of RFC 3676. What stands below "Original Message" goes in a reply;
    a forwarded message is what its sender wanted read.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    if flowed:
        lines = _unflowed(lines, delsp=delsp)
    kept = _without_signature(lines)
    if is_reply:
        kept = kept[: next((k for k, line in enumerate(kept) if _ORIGINAL.match(line)), len(kept))]
    bare = _without_quotations(kept)
    return "\n".join(bare if any(map(str.strip, bare)) else kept).strip("\n")


def _unflowed(lines: list[str], *, delsp: bool) -> list[str]:
    """Return the paragraphs of a `format=flowed` text: a line that ends with a blank goes on in the next."""
    joined: list[str] = []
    goes_on, last_depth = False, 0
    for line in lines:
        depth = len(line) - len(line.lstrip(">"))
        bare = line[depth:].removeprefix(" ")
        if goes_on and depth == last_depth and bare != "-- ":
            joined[-1] += bare
        else:
            joined.append(">" * depth + (" " if depth else "") + bare)
        goes_on = bare.endswith(" ") and bare != "-- "
        if goes_on and delsp:
            joined[-1] = joined[-1][:-1]
        last_depth = depth
    return joined


def _without_signature(lines: list[str]) -> list[str]:
    """Return the lines above the last line of two dashes, if no more than a signature stands below it."""
    found = [k for k, line in enumerate(lines) if line in _SIGNATURE]
    if not found or sum(1 for line in lines[found[-1] :] if line.strip()) > _LONGEST_SIGNATURE:
        return lines
    return lines[: found[-1]]


def _without_quotations(lines: list[str]) -> list[str]:
    """Return the lines that are not quoted, and not the one that says who is quoted in those below it."""
    kept: list[str] = []
    is_behind = False
    for line in lines:
        if not _QUOTED.match(line):
            if line.strip() or not is_behind:
                kept.append(line)
                is_behind = False
            continue
        is_behind = True
        while kept and not kept[-1].strip():
            kept.pop()
        if (begins := _attribution(kept)) is not None:
            del kept[begins:]
        if kept:
            kept.append("")
    return kept


def _attribution(lines: list[str]) -> int | None:
    """Return where "On …, … wrote:" begins, which mail programs break into at most three lines."""
    for count in range(1, min(3, len(lines)) + 1):
        if _ATTRIBUTION.match(" ".join(lines[-count:])):
            return len(lines) - count
    return None
