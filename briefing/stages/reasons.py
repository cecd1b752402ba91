"""Why an article or a theme has nothing on the page."""

from __future__ import annotations

DROPPED = "dropped by the editor"
NO_PASSAGE = "no article speaks of it"
NOTHING_FIT = "nothing in it is fit to print"
NO_ROOM = "no room within the budget of words"
OUTSIDE = "outside the days asked for, not used"
EXCLUDED = "excluded by the editor, not used"

COUNTED = (NO_ROOM, NOTHING_FIT, DROPPED, OUTSIDE, EXCLUDED)
"""Those of articles that a page counts."""
