"""Recognise captions that tell a moment in the present ("Ann Lee waves to the crowd after …"), as news hardly does.

Only what a camera sees counts, with its moment, and nothing else is told: no verb of speech, no other tense. In a live
page such sentences are news, and none is looked for. Read on 40,000 sentences of news: 14 found, all of them captions.
"""

from __future__ import annotations

import re

from briefing.stages.clean.caption_words import TELLS
from briefing.stages.clean.found import Found

_NAME = r"[A-Z][\w'’-]+"
_BEHIND = r"(?:to|at|as|after|before|during|with|for|outside|in|on|next|beside|alongside|from)\b"
_GOAL = r"(?:goal|winner|equali[sz]er|try|opener|penalty|second|first|third|hat-trick)"
_SEEN = (
    rf"(?:(?:waves|gestures|smiles|looks on) {_BEHIND}"
    r"|poses (?:with|beside|alongside|outside|next to|for (?:an? |the )?(?:photo|picture|selfie|portrait|camera)s?)\b"
    r"|celebrates (?:scoring|winning|with (?:his|her|their|a)|after (?:scoring|winning|beating))\b"
    rf"|(?:kisses|hugs) (?:his|her|{_NAME}|baby)\b[^.]{{0,80}} (?:after|during|before|as|at|on)\b"
    rf"|shakes (?:hands with\b|(?:{_NAME} ){{0,2}}{_NAME}['’]s? hand\b)"
    r"|patrols?\b[^.]{3,80}\b(?:this (?:morning|afternoon|evening)|yesterday|on \w{3,6}day)\b"
    r"|watch(?:es)? over [^.]{3,80} (?:before|after|during|as)\b"
    r"|works? to (?:clear|free|clean|remove|put out) .{3,80}?(?:\b\w{3,6}day\b|\bafter\b)"
    rf"|scores (?:his|her|the|an?|{_NAME}(?: {_NAME})?['’]s?)\b[^.]{{0,60}}\b{_GOAL}\b)"
)
# Up to eight words of a subject, and the verb: "Lisbon captain Rui Faro waves to …".
_CAPTION = re.compile(
    rf"(?!(?:They|We|I|You|He|She|It|There|This|That)\b)[A-Z][^\s,;:]*(?:\s[^\s,;:]+){{0,7}}?\s{_SEEN}"
)
_OTHERWISE = re.compile(
    r"\b(?:every|often|always|never|usually|rarely|if|when|can|could|may|might|should|must|do|does|did|is|are|to)\b"
)
_GOES_ON = re.compile(r"\b(?:said|says|told|announced|according)\b|[“\";:?!]|,\sand\s(?:will|has|is)\b")
_WORDS = 45
MOMENT_SIGN = re.compile(
    r"\b(?:waves|gestures|smiles|poses|looks on|celebrates|kisses|hugs|shakes|patrols?|watch(?:es)? over|works? to"
    r"|scores)\s"
)


def moment(text: str) -> Found | None:
    """Say why a sentence is a caption of a moment, or return None."""
    if not MOMENT_SIGN.search(text) or len(text.split()) > _WORDS or _GOES_ON.search(text):
        return None
    seen = _CAPTION.match(text)
    subject = text[: seen.start() + _verb(seen[0])] if seen else ""
    if not seen or TELLS.search(seen[0]) or _OTHERWISE.search(subject):
        return None
    return Found("caption", "a photo caption: a moment that is seen, told in the present")


def _verb(caption: str) -> int:
    sign = MOMENT_SIGN.search(caption)
    return sign.start() if sign else len(caption)
