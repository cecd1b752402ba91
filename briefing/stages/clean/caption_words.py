"""The words of captions, as data: sides, what pictures show, and the verbs that only news has."""

from __future__ import annotations

import re

SIDE = (
    r"(?:(?:far|second|third|fourth|top|bottom|front|back|seated|standing|pictured)\s)?"
    r"(?:left|right|cent(?:er|re)|middle|second\sleft|second\sright|above|below|foreground|background)"
    r"(?:\s(?:to\sright|to\sleft))?"
)
SHOWS = re.compile(
    r"\b(?:speaks?|arrives?|walks?|stands?|poses?|gestures?|waves?|listens?|holds?|sits?|addresse?s?|delivers?|gathers?"
    r"|protests?|waits?|watche?s?|rides?|carry|carries|inspects?|shakes?|greets?|attends?|meets?|smiles?|reacts?|looks?"
    r"|leaves?|enters?|boards?|patrols?|prays?|lies?|burns?|rises?|marche?s?|cheers?|celebrates?|chants?|signs?|search"
    r"|searches|clears?|cleans?|sweeps?|shovels?|digs?|removes?|queues?|lines? up|mourns?|embraces?|hugs?|kisses"
    r"|applauds?|claps?|raises?|points?|salutes?|reviews?|chats?|talks?|works?|drives?|flies|fly|lands?|docks?|sails?|guards?"
    r"|secures?|checks?|examines?|surveys?|observes?|receives?|votes?|casts?|counts?|plays?|performs?|dances?|trains?"
    r"|takes? part|lays?|lights?|throws?|fires?|aims?|loads?|unloads?|distributes?|welcomes?|appears?|runs?|passe?s?"
    r"|testif(?:y|ies)|(?:are|is)\s(?:seen|pictured))\b"
)
TELLS = re.compile(
    r"\b(?:said|says|told|will|would|announced|according|added|has|have|had|was|were|warned|agreed|reported)\b|[“\"]"
)
SAYS = re.compile(r"\b(?:said|says|told)\b|[“\"]")
# Other verbs by which somebody says something.
ADMITS = re.compile(
    r"\b(?:admitt?(?:ed|s)|add(?:ed|s)|insist(?:ed|s)|claim(?:ed|s)|explain(?:ed|s)|warn(?:ed|s)|tweet(?:ed|s)|wrote"
    r"|argu(?:ed|es)|confirm(?:ed|s)|announc(?:ed|es)|according)\b"
)
