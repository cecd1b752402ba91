"""What is said of a page afterwards: whether it is proved, and why it is as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from briefing.model.choosing import Extract, Passage
from briefing.model.citing import Reference
from briefing.model.reading import Aside, Sentence


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a page says: a line, or a JSON value with its path.

    `under` is the section where it stands; `labels` are those of the extract that it prints, the printed wording's
    first; `articles` the numbers of all articles it names; `heading` says that it holds what comes from the settings: a
    title, a theme's name, an entry of a theme's timeline or a figure; `unmarked` is the text without its mark against
    earlier editions, None if it has none. `quoting`: it shows a source's words without printing an extract.
    `bare` are these words without the marks of what is cited. `defines` is the label of the extract whose place, or
    that of a note to it, is told here. `counted`: it is about the articles that the page counts and does not list.
    """

    where: str
    text: str
    under: str = ""
    labels: tuple[str, ...] = ()
    articles: tuple[int, ...] = ()
    heading: bool = False
    unmarked: str | None = None
    quoting: bool = False
    bare: str | None = None
    defines: str = ""
    counted: bool = False


Verdict = Literal["verbatim", "other wording", "taken out", "absent", "cannot be checked"]


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
class Features:
    """What speaks for an extract when a page is composed; shares and cosines are between 0 and 1.

    `place` is its core's among the `places` of its article under its theme, from 1. `score` is the method's. Cosines:
    `centrality` to what its article says under the theme, `fit` to what all articles say there, `agreement` to the
    nearest beginning of another article. `titled` of the `title` words of its article's title are in it. `worth` is
    what it counts by itself. `nearest` is the label of the extract of the page most like it, `likeness` their cosine.
    """

    place: int
    places: int
    score: float
    centrality: float
    fit: float
    agreement: float
    titled: int
    title: int
    worth: float
    nearest: str | None = None
    likeness: float = 0.0


@dataclass(frozen=True, slots=True)
class Reworded:
    """Another article's wording of a printed statement, by its label.

    `parts` are the words of both in order: what is printed, and what stands there instead ("" for nothing).
    """

    label: str
    parts: tuple[tuple[str, str], ...]

    @property
    def is_equal(self) -> bool:
        """Whether both have the same words."""
        return all(printed == instead for printed, instead in self.parts)


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an extract, and why: printed (with its `label`), or not.

    `lost_to` are the labels of extracts of its theme that were printed and count more by themselves, the most first.
    `wordings` are those of the other articles that carry what is printed.
    """

    extract: Extract
    label: str | None
    reason: str
    features: Features | None = None
    lost_to: tuple[str, ...] = ()
    wordings: tuple[Reworded, ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """One article's part of an explanation, in the order of the text; `sentences` are all that cleaning left."""

    reference: Reference
    text: str
    asides: tuple[Aside, ...]
    passages: tuple[Passage, ...]
    fates: tuple[Fate, ...]
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Caught:
    """What a theme caught of a pile, and on what evidence.

    `terms` are the user's with the sentences that hold them, the most first, `unfound` those that none does. `learnt`
    are words of the pile with their weight (nats), and in how many of the theme's paragraphs, of all, they stand.
    `proposed` are words that could be terms, with the theme's sentences and all sentences that hold them. `warnings`
    say what is wrong with the theme.
    """

    theme: str
    articles: int
    passages: int
    sentences: int
    words: int
    terms: tuple[tuple[str, int], ...] = ()
    unfound: tuple[str, ...] = ()
    learnt: tuple[tuple[str, float, int, int], ...] = ()
    proposed: tuple[tuple[str, int, int], ...] = ()
    warnings: tuple[str, ...] = ()
