"""Lay a selection out in the order of the page, and number everything on it."""

from briefing.stages.arrange.arrange import Heading, arrange
from briefing.stages.arrange.references import UNNUMBERED, Numbers, refer_to
from briefing.stages.arrange.sections import OTHER
from briefing.stages.reasons import NO_PASSAGE, NO_ROOM, NOTHING_FIT

__all__ = ["NOTHING_FIT", "NO_PASSAGE", "NO_ROOM", "OTHER", "UNNUMBERED", "Heading", "Numbers", "arrange", "refer_to"]
