"""The serial executor."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.executors.serial import Serial


@dataclass(frozen=True)
class Letters:
    """A shard of a few letters."""

    text: str

    def read(self):
        """Yield the letters."""
        yield from self.text


def test_it_merges_the_work_of_every_shard():
    """Each shard is worked on once, in order, and everything is merged."""
    shards = (Letters(text) for text in ("ab", "", "c"))
    assert Serial().fold(lambda shard: [*shard.read()], shards, lambda a, b: a + b, []) == ["a", "b", "c"]


def test_no_shards_give_the_empty_result():
    """With nothing to do the result is the empty one."""
    assert Serial().fold(len, [], max, 0) == 0
