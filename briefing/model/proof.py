"""What is said of a page afterwards: whether it is proved, and why it is as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from briefing.model.choosing import Extract, Passage
from briefing.model.page import Reference
from briefing.model.reading import Aside


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a page says: a line, or a JSON value with its path.

    `under` is the section where it stands; `labels` are those of the extract that it prints, the printed wording's
    first; `articles` the numbers of all articles it names; `heading` says that it holds a title or a theme's name,
    which come from the settings.
    """

    where: str
    text: str
    under: str = ""
    labels: tuple[str, ...] = ()
    articles: tuple[int, ...] = ()
    heading: bool = False


Verdict = Literal["verbatim", "other wording", "absent", "cannot be checked"]


@dataclass(frozen=True, slots=True)
class Proof:
    """What `verify` found: a verdict with its reason for each extract by label, and every claim that nothing bears out.

    `unsure` are claims that could not be derived again because something they come from is missing or has changed.
    """

    extracts: Mapping[str, tuple[Verdict, str]]
    unclaimed: tuple[Claim, ...] = ()
    unsure: tuple[Claim, ...] = ()

    @property
    def exit_code(self) -> int:
        """0: all proved. 1: something absent or unclaimed. 3: otherwise, something could not be checked."""
        verdicts = {verdict for verdict, _ in self.extracts.values()}
        if "absent" in verdicts or self.unclaimed:
            return 1
        return 3 if "cannot be checked" in verdicts or self.unsure else 0


# ---------------------------------------------------------------------------------------------------------- the reasons


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an extract, and why: printed (with its `label`), or not."""

    extract: Extract
    label: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Explained:
    """One article's part of an explanation, in the order of the text."""

    reference: Reference
    text: str
    asides: tuple[Aside, ...]
    passages: tuple[Passage, ...]
    fates: tuple[Fate, ...]
