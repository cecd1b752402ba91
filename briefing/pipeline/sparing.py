"""Go on without what cannot be worked on: an article that costs every worker its life is a problem like others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from briefing.errors import BriefingError
from briefing.model import Article, Problem
from briefing.pipeline.task import WHOLE, Numbered
from briefing.plugins import Lost
from briefing.stages.register import where

T = TypeVar("T")

DIED = "whatever worked on it died, each time"
_REMEDY = "leave it out, or give it more memory"


def sparing(build: Callable[[Sequence[Numbered]], T], shards: Sequence[Numbered]) -> T:
    """Return what is built of the shards, from the beginning without whatever was lost on the way.

    So nothing is counted that is not read in the end: the page is as if the problem had been there from the start.
    Raises BriefingError where workers die of nothing.
    """
    while True:
        try:
            return build(shards)
        except Lost as lost:
            shards = [_without(shard, [part for part, _ in lost.shards]) for shard in shards]


def _without(shard: Numbered, parts: Sequence[Numbered]) -> Numbered:
    own = [part for part in parts if part.number == shard.number]
    return replace(shard, spent={**shard.spent, **dict(map(_spent, own))})


def _spent(part: Numbered) -> tuple[int, Problem]:
    """Return the position that a lost part stands for, and the problem; without a last one it could not be halved."""
    if WHOLE in part.spent:
        raise BriefingError("every worker dies, whatever it is given; build with --executor serial")
    if part.last is None:
        return WHOLE, Problem(named(part), DIED, _REMEDY)
    item = next(islice(part.shard.read(), part.first, None), None)
    place = where(item) if isinstance(item, Article) else item.where if item else _unnamed(part)
    return part.first, Problem(place, DIED, _REMEDY)


def named(part: Numbered) -> str:
    """Return what a problem calls a shard: the path of its file, or its place among the sources."""
    return getattr(part.shard, "path", "") or _unnamed(part)


def _unnamed(part: Numbered) -> str:
    return f"part {part.number + 1} of the sources"
