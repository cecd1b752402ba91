"""Why an article or a theme has nothing on the page."""

from __future__ import annotations

NO_PASSAGE = "no article speaks of it"
NOTHING_FIT = "nothing in it is fit to print"
NO_ROOM = "no room within the budget of words"
