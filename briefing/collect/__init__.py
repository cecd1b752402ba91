"""The third story: ask feeds, pages and mailboxes, and keep what is new there.

What a channel says and the items that it stands for are committed together, so that whenever a run ends, the next one
finds either both or neither; nothing is lost, and nothing is asked for twice that is there already.
"""

from briefing.collect.story import Doors, collect

__all__ = ["Doors", "collect"]
