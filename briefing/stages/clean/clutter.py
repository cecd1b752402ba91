"""Recognise page furniture by its phrases: notices, links, credits of reporters, copyright lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.model import Aside, Span
from briefing.stages.clean.corrections import is_kept
from briefing.stages.clean.credits import CREDITS
from briefing.stages.clean.links import LINKS, PHRASES, POSTS
from briefing.stages.clean.newsletters import NEWSLETTERS
from briefing.stages.clean.notices import NOTICES
from briefing.stages.clean.other_languages import OTHERS
from briefing.stages.clean.rules import REPORTED, Rule

# Every sign with its rule and that one's number: one loop over them takes half the time of one for each rule.
_OPENINGS, _PHRASES = (
    [(sign, number, rule) for number, rule in enumerate(rules) for sign in rule.signs]
    for rules in ((*NOTICES, *NEWSLETTERS, *CREDITS, *LINKS, *POSTS, *OTHERS), PHRASES)
)
_LONGEST = 600  # characters; no furniture is longer


def rules_for(text: str) -> tuple[list[Rule], list[Rule]]:
    """Return the rules for openings and those for phrases of which a sign stands in the text."""
    lower = text.lower()
    return _signed(lower, _OPENINGS), _signed(lower, _PHRASES)


def _signed(lower: str, signs: Sequence[tuple[str, int, Rule]]) -> list[Rule]:
    """Return the rules of which a sign stands in a text in lower case, in their order."""
    found = {number: rule for sign, number, rule in signs if sign in lower}
    return [found[number] for number in sorted(found)]


def near(lower: str, rules: Iterable[Rule]) -> list[Rule]:
    """Return the rules of which a sign stands in a text in lower case."""
    return [rule for rule in rules if any(sign in lower for sign in rule.signs)]


def furniture(text: str, start: int, end: int, rules: Iterable[Rule]) -> Aside | None:
    """Say which rule the whole of `text[start:end]`, a paragraph or sentence, is furniture by, or return None."""
    if end - start > _LONGEST:
        return None
    piece = text[start:end]
    words = len(piece.split())
    for rule in rules:
        is_it = rule.pattern.match(piece) if rule.words else rule.pattern.fullmatch(piece)
        if is_it and words <= (rule.words or _LONGEST) and not is_kept(piece) and not REPORTED.search(piece):
            return Aside(start, end, rule.kind, rule.reason)
    return None


def phrases(text: str, span: Span, rules: Iterable[Rule]) -> Iterator[Aside]:
    """Yield the phrases of furniture inside a span."""
    for rule in rules:
        for match in rule.pattern.finditer(text, span.start, span.end):
            yield Aside(match.start(), match.end(), rule.kind, rule.reason)
