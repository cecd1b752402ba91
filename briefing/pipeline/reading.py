"""Read each article once: what was found stays in memory between the maps, and on the disk between runs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from briefing.model import Article, Reading
from briefing.plugins import Executor
from briefing.stages.register import fault

if TYPE_CHECKING:
    from briefing.pipeline.task import Numbered, Task
    from briefing.records.readings import Readings

_Texts = frozenset[str]


def read_once(article: Article, zone: str, kept: Readings | None = None) -> Reading:
    """Return everything that depends on the article alone."""
    return _taken(article, zone, kept)[0]


# Enough that a day's pile is read once for all maps, and bounded, so that an archive does not fill the memory: 64 MB
# for news of 5,000 characters (63 kB a reading, measured over 200 articles).
@lru_cache(maxsize=1024)
def _taken(article: Article, zone: str, kept: Readings | None) -> tuple[Reading, bool]:
    """Return an article's reading, and whether it was kept; else it is read, and kept from now on."""
    if kept and (found := kept.get(article, zone)):
        return found, True
    from briefing.stages.read import read  # 0.2 s to import, of which a run that finds all readings is spared

    reading = read(article, zone)
    if kept:
        kept.put(article, zone, reading)
    return reading, False


def count_read(task: Task, shards: Sequence[Numbered], executor: Executor) -> tuple[int, int]:
    """Read all that the shards hold, and return how many texts had to be read, and how many readings were kept."""
    nothing: tuple[_Texts, _Texts] = frozenset(), frozenset()
    read, kept = executor.fold(partial(_read, task), shards, _both, nothing)
    return len(read), len(kept - read)


def _read(task: Task, shard: Numbered) -> tuple[_Texts, _Texts]:
    usable = (item for item in shard.read() if isinstance(item, Article) and fault(item) is None)
    found = {article.sha256: _taken(article, task.zone, task.kept)[1] for article in usable}
    return frozenset(sha for sha in found if not found[sha]), frozenset(sha for sha in found if found[sha])


def _both(one: tuple[_Texts, _Texts], other: tuple[_Texts, _Texts]) -> tuple[_Texts, _Texts]:
    return one[0] | other[0], one[1] | other[1]
