"""Words that carry no subject of their own, by language."""

from __future__ import annotations

_ENGLISH = """
a about above across after again against all almost along already also although always am among an and another any
anyone anything are aren't around as at away back be became because become been before behind being below between
beyond both but by came can can't cannot come could couldn't did didn't do does doesn't doing don't done down during
each either else enough etc even ever every everyone everything few first for from further gave get gets getting give
given go goes going gone got had hadn't has hasn't have haven't having he he'd he'll he's her here hers herself him
himself his how however i i'd i'll i'm i've if in indeed instead into is isn't it it's its itself just kept know known
last later least less let like likely made make makes making many may maybe me might mine more most mr mrs ms much must
my myself near never next no nobody none nor not nothing now of off often on once one only onto or other others our ours
ourselves out over own per perhaps put rather really s said same saw say saying says see seem seemed seems seen several
shall she she'd she'll she's should shouldn't since so some someone something soon still such t take taken takes taking
tell than that that's the their theirs them themselves then there there's therefore these they they'd they'll they're
they've thing things this those though through thus to together told too took toward towards under until up upon us use
used uses using very via want wants was wasn't way we we'd we'll we're we've well went were weren't what when where
whether which while who whom whose why will with within without won't would wouldn't yes yet you you'd you'll you're
you've your yours yourself
"""

STOP_WORDS: dict[str, tuple[str, ...]] = {"en": tuple(_ENGLISH.split())}
