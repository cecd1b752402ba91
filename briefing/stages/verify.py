"""Prove a page: hold everything that it says against the page that its own citations give when it is derived again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.model.proof import Claim, Proof, Verdict

_WORD = re.compile(r"[^\W\d_]+")


OTHER_SETTINGS = Claim("settings", "title, language or themes are not those that the page was made with")
OTHER_PAST = Claim(
    "marks", "the editions that the page was marked against are not remembered here, or not as they were"
)
OTHER_PILE = Claim("articles", "not all that were read and are not listed are found, or others as well")


@dataclass(frozen=True, slots=True)
class Known:
    """What can be known of a page from its sources.

    `expected` are the claims of the page derived again; `texts` gives each label's extract as the page's format writes
    it; `printed` are the labels that the page prints or names as another's wording; `faults` says of labels why their
    source cannot be checked, `broken` the same of article numbers; `words` are the template's own, `entries` the
    editor's, which a problem repeats; `has_settings` whether title and themes are known, `has_past` whether it is known
    what the page was marked against: without, the page derived again has no marks; `has_pile` whether the articles are
    there that the page counts and does not list.
    """

    expected: Sequence[Claim]
    texts: Mapping[str, str]
    printed: Collection[str]
    faults: Mapping[str, str]
    broken: Mapping[int, str]
    words: Collection[str] = ()
    entries: Sequence[str] = ()
    has_settings: bool = True
    has_past: bool = True
    has_pile: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether all is known that the page comes from."""
        return self.knows_themes and self.has_past and not self.broken

    @property
    def knows_themes(self) -> bool:
        """Whether it is known what stands under which theme: what is about one is learnt from the whole pile."""
        return self.has_settings and self.has_pile

    @property
    def plain_words(self) -> frozenset[str]:
        """The words of everything expected that has no words of a source, and of the editor's entries."""
        texts = (*(c.text for c in self.expected if not c.labels and not c.quoting), *self.entries)
        return frozenset(word for text in texts for word in _words(text))


def verify(claims: Sequence[Claim], labels: Sequence[str], known: Known) -> Proof:
    """Return the proof of a page that makes `claims` and defines `labels`."""
    extracts = {label: _extract(label, claims, known) for label in labels}
    unclaimed: list[Claim] = []
    lacking = ((known.has_settings, OTHER_SETTINGS), (known.has_past, OTHER_PAST), (known.has_pile, OTHER_PILE))
    unsure = [claim for is_known, claim in lacking if not is_known]
    for claim in _unexpected(claims, known):
        if _is_unsure(claim, known):
            unsure.append(claim)
        elif extracts.get(claim.defines, ("",))[0] == "taken out":
            continue
        elif not any(extracts.get(label, ("",))[0] == "absent" for label in claim.labels[:1]):
            unclaimed.append(claim)
    return Proof(extracts, tuple(unclaimed), tuple(unsure))


def _unexpected(claims: Sequence[Claim], known: Known) -> Iterator[Claim]:
    """Yield what the page derived again does not say, at that place and that often.

    Without the settings, or the articles that are only counted, it is not known what stands under which theme: then it
    is enough that it is said at all. Where anything is missing it is not known either what else a source is cited for:
    then it is enough that its words stand.
    """
    left = Counter((claim.under, claim.text) for claim in known.expected)
    said = set() if known.knows_themes else {claim.text for claim in known.expected}
    bare = set() if known.is_whole else {(claim.under, claim.bare) for claim in known.expected if claim.bare}
    for claim in claims:
        text = claim.text if known.has_past or claim.unmarked is None else claim.unmarked
        if left[claim.under, text]:
            left[claim.under, text] -= 1
        elif text and text not in said and (claim.under, claim.bare) not in bare:
            yield claim


def _extract(label: str, claims: Sequence[Claim], known: Known) -> tuple[Verdict, str]:
    if label in known.faults:
        return "cannot be checked", known.faults[label]
    if label not in known.printed:
        return "taken out", "its number is explained at the foot and stands nowhere above"
    printed = [claim for claim in claims if claim.labels[:1] == (label,)]
    if not printed:
        return "other wording", "the page prints another article's words; this span and hash are right"
    if all(known.texts[label] in claim.text for claim in printed):
        return "verbatim", "the words stand at that very place"
    return "absent", "the source has other words at that place"


def _is_unsure(claim: Claim, known: Known) -> bool:
    """Whether a claim may differ only because something it is derived from is missing.

    A claim that prints a readable extract in other words is never excused, nor is one with words of its own.
    """
    if any(label in known.texts and known.texts[label] not in claim.text for label in claim.labels[:1]):
        return False
    if any(number in known.broken for number in claim.articles):
        return True
    if (claim.heading and not known.knows_themes) or (claim.counted and not known.has_pile):
        return True
    return not known.is_whole and not claim.labels and not claim.quoting and _own_words(claim, known)


def _own_words(claim: Claim, known: Known) -> bool:
    """Whether a claim has no word but the template's and those of claims without extracts: only counts can differ."""
    return _words(claim.text) <= {*known.words, *known.plain_words}


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}
