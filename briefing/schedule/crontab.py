"""A user's crontab, to the byte, and in it the lines of each briefing, between two markers that name it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.errors import BriefingError

_LINES = re.compile(rb"[^\n]*\n|[^\n]+")
_MARKER = re.compile(rb'# briefing "([^"]*)": (begin|end)(?:[;,. ].*)?')
_ASSIGNMENT = re.compile(rb"""\s*(["']?)([A-Za-z_]\w*)\1\s*=\s*(.*?)\s*""")


@dataclass(frozen=True, slots=True)
class Crontab:
    """What `crontab -l` gives; each change is another one, with every byte that is not ours as it was."""

    data: bytes = b""

    def block(self, name: str) -> str:
        """Return the lines of a briefing with their markers, or "" if it has none; raises BriefingError if damaged."""
        start, end = self._place(name)
        return os.fsdecode(b"".join(self._lines[start:end]))

    def with_block(self, name: str, lines: Sequence[str]) -> Crontab:
        """Return it with these lines for a briefing, in the place of those that it has, else at the end."""
        start, end = self._place(name)
        before = b"".join(self._lines[:start])
        if before and not before.endswith(b"\n"):
            before += b"\n"  # cron takes no line without an end
        begin = f'# briefing "{name}": begin; written by briefing schedule, the lines around it are yours'
        block = "".join(f"{line}\n" for line in (begin, *lines, f'# briefing "{name}": end'))
        return Crontab(before + os.fsencode(block) + b"".join(self._lines[end:]))

    def without(self, name: str) -> Crontab:
        """Return it without the lines of a briefing; raises BriefingError if they are damaged."""
        start, end = self._place(name)
        return Crontab(b"".join(self._lines[:start] + self._lines[end:]))

    def variables(self, name: str) -> dict[str, str]:
        """Return what the lines before those of a briefing set, each as it stands behind its "="."""
        found = filter(None, (_ASSIGNMENT.fullmatch(line) for line in self._lines[: self._place(name)[0]]))
        return {os.fsdecode(match[2]): os.fsdecode(match[3]) for match in found}

    @property
    def _lines(self) -> list[bytes]:
        return _LINES.findall(self.data)

    def _place(self, name: str) -> tuple[int, int]:
        """Where the lines of a briefing begin and end, or would."""
        markers = [(number, *_marker(line)) for number, line in enumerate(self._lines)]
        ours = [number for number, whose, _ in markers if whose == name]
        if not ours:
            return len(markers), len(markers)
        within = [which for _, whose, which in markers[ours[0] : ours[-1] + 1] if whose is not None]
        if within != ["begin", "end"]:
            where = ", ".join(str(number + 1) for number in ours)
            remedy = "take these lines out with crontab -e, and what stood between them, then install again"
            raise BriefingError(f'crontab: the markers of "{name}" are no pair any more (line {where}); {remedy}')
        return ours[0], ours[-1] + 1


def _marker(line: bytes) -> tuple[str | None, str]:
    match = _MARKER.fullmatch(line.strip())
    return (os.fsdecode(match[1]), match[2].decode()) if match else (None, "")


def with_variables(line: str, wanted: Mapping[str, str], before: Mapping[str, str]) -> tuple[str, ...]:
    """Return a line with variables of its own, and behind it what they were `before`, for the lines that follow."""
    return (*(f"{name}={value}" for name, value in wanted.items()), line, *(f"{n}={before[n]}" for n in wanted))


def unquoted(value: str) -> str:
    """Return the value of a variable as cron reads it."""
    is_quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if is_quoted else value
