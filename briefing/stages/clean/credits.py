"""Credits of reporters, agencies' sign-offs and copyright lines, as data."""

from __future__ import annotations

from briefing.stages.clean.rules import BULLET, rule

CREDITS = (
    rule(
        "notice",
        "an agency's sign-off",
        r"our standards\s?:\s",
        r"enditem\b",
        r"source\s?:\s?(?-i:[A-Z])[\w .&-]{1,30}$",
        signs="our standards|enditem|source",
        words=12,
    ),
    rule(
        "credit",
        "who contributed to the report",
        BULLET
        + r"[^.!?\"“”]{0,240}\bcontributed (?:to this (?:report|story|article|post|piece)|reporting|from)\b.{0,60}$",
        BULLET + r"[^.!?\"“”]{0,80}\b(?:writers?|reporters?|journalists?|correspondents?|producers?) (?-i:[A-Z])"
        r"[^.!?\"“”]{0,120}\bcontributed\W*$",
        r"\(by (?-i:[A-Z])[\w'’. -]{1,80}\)$",
        BULLET + r"cnn['’]s [^.!?]{0,80}\breported from\b.{0,120}$",
        r"(?-i:[A-Z][\w'’-]+(?:(?:,| and)? [A-Z][\w'’-]+){0,5}) reported from (?-i:[A-Z])[\w ,;'’.-]{2,120}$",
        BULLET + r"thanks to (?:our )?(?:editors?|producers?)\b[^.!?]{0,120}[.!?]?$",
        BULLET + r"contributing\s?:.{0,160}$",
        BULLET + r"\(?(?:additional )?reporting (?:and writing )?by (?-i:[A-Z]).{0,240}$",
        BULLET + r"(?:additional )?reporting by the (?-i:[A-Z])[^.!?]*$",
        BULLET + r"\(?(?:edited|editing|compiled|produced) by (?-i:[A-Z]).{0,160}$",
        BULLET + r"\(?with inputs? from\b.{0,80}$",
        BULLET + r"content created by\b",
        signs="contribut|reported from|thanks to|reporting|edited by|editing by|compiled by|produced by|with input|(by "
        "|content created by",
        words=60,
    ),
    rule(
        "copyright",
        "a copyright line",
        r"©\s?(?-i:[A-Z\d]|copyright)",
        r"\(c\) ?\d{4}",
        r"copyright\b\s?(?:©|\(c\)|\d{4}|by (?-i:[A-Z])|notice)",
        r".{0,80}\ball rights reserved",
        r"(?:this|the) (?:material|article|content|story|report|text|work)\b.{0,60}\bmay not be (?:published|reproduced"
        r"|copied|used|redistributed)",
        r"reproduction\b.{0,60}\b(?:prohibited|forbidden|without)",
        r"click here for reprint",
        r"for (?:licensing|reprint|syndication)\b",
        signs="©|copyright|rights reserved|may not be|reprint|reproduction|licensing|syndication|(c)",
        words=60,
    ),
)
