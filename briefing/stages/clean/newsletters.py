"""The frame of newsletters, press releases and live pages, as data: greetings, invitations, ways out."""

from __future__ import annotations

from briefing.stages.clean.rules import BULLET, rule

NEWSLETTERS = (
    rule(
        "notice",
        "an invitation to subscribe",
        BULLET + r"sign up (?:for|to|here|now|today)\b",
        BULLET + r"(?:sign up|subscribe)\W*$",
        BULLET + r"subscribe (?:to|now|here|today|for)\b",
        BULLET + r"get (?:the|our|your|all|usa|more|breaking)\b.{0,80}\b(?:inbox|newsletter|email|daily briefing)",
        BULLET + r"let our news meet your inbox",
        BULLET + r"join our (?:newsletter|mailing)",
        BULLET + r"to read (?:the full|this) (?:story|article), (?:subscribe|sign|log)",
        BULLET
        + r"to (?:continue|keep) reading(?: this (?:story|article))?, (?:please )?(?:subscribe|sign|log|register)\b",
        BULLET + r"already a subscriber\b",
        BULLET + r"(?:this article is|exclusive) (?:for|available to) subscribers",
        BULLET + r"for .{0,60}\bsubscribe to\b",
        BULLET + r"start the day smarter\b",
        BULLET + r"our (?:daily |weekly )?newsletter\b",
        signs="sign up|subscri|newsletter|inbox|mailing|daily briefing|reading",
        words=60,
    ),
    rule(
        "notice",
        "the frame of a newsletter or press release",
        r"view (?:this (?:e-?mail|newsletter) )?(?:in|online)(?: (?:your|a|the))?(?: web)?(?: browser)?\W*$",
        r"(?:to )?unsubscribe\b.{0,60}$",
        r"you(?:['’]re| are) receiving this (?:e-?mail|newsletter)\b",
        r"(?:manage|update|change) (?:your )?(?:e-?mail )?(?:preferences|subscription|settings)\b",
        r"(?:was this|did someone) forward(?:ed)?\b",
        r"forward (?:this )?to a friend\b",
        r"(?:press release|for immediate release|embargo(?:ed)? until\b.{0,60})\W*$",
        r"[-–—]{1,3}\s?(?:ends?|30)\s?[-–—]{1,3}\W*$",
        r"(?-i:ENDS)\W*$",
        r"for (?:more|further) information,? (?:please )?(?:contact|visit|see|call)\b",
        r"(?:media|press) contacts?\s?:",
        r"(?:notes?|information) (?:to|for) (?:the )?editors\s?(?::|\W*$)",
        signs="browser|online|unsubscribe|receiving this|preferences|subscription|settings|forward|release|embargo|end"
        "|30|information|contact|editors",
        words=40,
    ),
    rule(
        "notice",
        "how a live page or a newsletter ends",
        r"thank(?:s| you) for (?:reading|watching|joining|listening|following|signing up|your support)\b.{0,60}$",
        r"that(?:['’]s| is) (?:all|it) (?:from us|for (?:now|today|this week))\b.{0,60}$",
        r"(?:this|our) live (?:blog|page|coverage) (?:is|has) (?:now )?(?:closed|ended|been closed)\b.{0,60}$",
        signs="thank|all from|all for|it for|it from|live blog|live page|live coverage",
        words=20,
    ),
    rule(
        "notice",
        "how a newsletter greets its readers",
        r"welcome (?:back )?to (?:the |our |your )?[^.!?]{0,60}\b(?:newsletter|report|briefing|edition|round-?up|digest"
        r"|live (?:blog|coverage|updates))\W*$",
        r"(?:hello|hi|good (?:morning|afternoon|evening))\b,?(?: (?:all|everyone|readers))?,?(?: and)?"
        r" (?:thank(?:s| you) for (?:reading|joining|subscribing|following|watching|listening)"
        r"|welcome (?:back )?to (?:our|the|this|your|another)\b[^.!?\"“”]{0,60}\b(?:newsletter|briefing|edition|digest"
        r"|live blog|live coverage|live page|live updates))\b[^.!?\"“”]{0,60}\W*$",
        r"happy (?:mon|tues|wednes|thurs|fri|satur|sun)day\W*$",
        r"good (?:morning|afternoon|evening)\W*$",
        r"and finally\W*$",
        r"(?:find|reach) us (?:@|at\b|on\b).{0,120}$",
        r"we(?:['’]d)? (?:want|love|would love) to hear from you\b.{0,60}$",
        r"we invite you to (?:share|subscribe|join|sign)\b",
        r"(?:the|this) [^.!?]{0,40}\b(?:report|newsletter|briefing)\b is (?:created|written|compiled|produced"
        r"|curated) by\b",
        signs="welcome|happy |hello|thank|good |finally|find us|reach us|hear from you|we invite|created by|written by"
        "|compiled by|produced by|curated by",
        words=25,
    ),
)
