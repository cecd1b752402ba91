"""Group the articles that report the same outside all themes, and name each group in words of its own sources.

Few honest groups rather than many odd ones: articles that share no phrase that could stand above them are no group.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.model import Event, Pile, Story
from briefing.stages.group import group
from briefing.stages.label.phrases import phrases
from briefing.stages.label.shared import shared
from briefing.stages.label.story import story

__all__ = ["label", "phrases", "story"]


def label(stories: Iterable[Story], pile: Pile) -> tuple[Event, ...]:
    """Return the events that several of the articles report, those of the most publications first."""
    ordered = sorted(stories, key=lambda one: one.signature.article)
    members = ([ordered[k] for k in places] for places in group([one.signature for one in ordered]))
    events = [event for several in members if len(several) > 1 and (event := _event(several, pile))]
    return tuple(sorted(events, key=lambda event: (-event.independent, event.articles)))


def _event(stories: Sequence[Story], pile: Pile) -> Event | None:
    found = shared(stories, pile)
    if found is None:
        return None
    article, phrase = found
    return Event(phrase.text, article, tuple(one.signature.article for one in stories), _independent(stories))


def _independent(stories: Sequence[Story]) -> int:
    """How many publications report it: two articles of one are one, those of none cannot be told to be."""
    named = {one.source for one in stories if one.source}
    return len(named) + sum(not one.source for one in stories)
