"""Links, buttons and galleries, as data: what leads away from the article."""

from __future__ import annotations

from briefing.stages.clean.rules import BULLET, phrase, rule

_OTHERS = r"(?:topics?|articles?|stories|story|posts?|news|content|coverage|reading|video|headlines)"
# The rest of a line, if no second sentence begins in it, or if it lacks an end mark as headlines do.
_REST = r"(?:(?:[^.!?]|[.!?](?!\s+(?-i:[A-Z])))*$|.*[^.!?\"'”’)\s]$)"
_NETWORKS = r"(?:twitter|facebook|instagram|linkedin|youtube|telegram|whatsapp|x)"

LINKS = (
    rule(
        "link",
        "a link to other articles",
        BULLET + r"read (?:more|next|also|on|the full (?:story|article|report))\s?[:»>]" + _REST,
        BULLET + r"read (?:more|also|next)\W*$",
        BULLET + r"read (?:more|also) (?:from|about|on|here)\b" + _REST,
        BULLET + r"read or share\b",
        BULLET + rf"(?:similar|related|recommended|more|other|latest|top|trending) {_OTHERS}\W*$",
        BULLET + r"related(?: topics?)?(?:\W{0,2}$|(?:\s?:| video\b)" + _REST + ")",
        BULLET + r"(?:(?:most|now) (?:read|popular|viewed|shared|watched)|popular|more on this story)\W*$",
        BULLET + r"(?:also )?in (?:this|today['’]s) (?:edition|issue)\W*$",
        # A headline behind its label, without a space: "Secret deal:Mayor showed an empty page."
        r"(?-i:['\"‘“]?[A-Z][^.!?:\n]{2,60} (?!(?:added|adds|asked|wrote|writes|replied|follows|tweeted|explained):)"
        r"[a-z]{3,}:[A-Z][a-z]+ [^.!?\n]{8,120}[.!?]?)$",
        BULLET + r"(?:also|more|elsewhere) in this (?:section|series|category)\s?:" + _REST,
        BULLET + r"similar articles?\b",
        BULLET + r"see (?:also|more)(?:\s?[:»>]|\W*$)",
        BULLET + r"(?-i:See|SEE)\s?:\s" + _REST,
        BULLET + r"also (?:read|see|watch)\s?:" + _REST,
        BULLET + r"(?:(?:also|next) (?:read|up)|what to read next)\W*$",
        BULLET + r"watch\s?:[^.!?]*\??$",
        BULLET + r"(?:watch|listen|read) (?:here|now|live)\W*$",
        BULLET + r"(?:full|more|live|complete) coverage\s?:" + _REST,
        BULLET + r"more\s?:\s" + _REST,
        BULLET + r"(?:more|related):\S",
        BULLET + r"more (?:from|on|about|coverage)\b[^.!?]*$",
        BULLET + r"you (?:may|might) also (?:like|be interested)\b",
        BULLET + r"don['’]t miss\s?:",
        BULLET + r"(?:must[ -]reads?|trending(?: now)?)\W*$",
        BULLET + r"(?:opinion|analysis|fact check|video)\s?:\s?\S[^.]*$",
        signs=":|popular|viewed|shared|watched|edition|issue|read|related|similar|more|also|watch|see|listen|latest|top|other|recommended|opinion|analysis"
        "|fact check|video|trending|next up|miss",
        words=22,
    ),
    rule(
        "link",
        "a link that asks to be clicked",
        r"(?:please )?click here\b[^.!?]{0,160}[.!?]?$",
        r"(?:download|get) the .{0,40}\bapp\b",
        r"tap here\b",
        BULLET + r"(?:read|watch|see|view|find|listen|sign)\b[^.!?]{0,80}\b(?-i:HERE)\W*$",
        r".{0,60}\bby clicking here\W*$",
        signs="click|app| here",
        words=25,
    ),
    rule(
        "link",
        "a link to other pages: “Read more” or an address at its end",
        r".{4,160}\bread more\W*$",
        r"https?://\S{4,500}$",
        r"(?:[-*+] |\d{1,2}\. )?\[[^\]\n]{1,200}\]\(\S{1,500}\)$",
        r"[^\"“”]{10,300}[.!?]\s{1,3}https?://\S{4,200}$",
        signs="read more|http",
        words=40,
    ),
    rule(
        "link",
        "buttons for sharing",
        BULLET + r"share (?:this|on|via|the|with)\b.{0,60}$",
        BULLET + r"share or comment\b.{0,60}$",
        BULLET + r"share\W*$",
        BULLET + r"\d[\d.,]{0,8}k? shares?\W*$",
        BULLET
        + rf"(?:(?:{_NETWORKS}|tweet|e?-?mail|pinterest|reddit|print|copy link|share|play)\b[\s|,/·•]{{0,3}}){{1,10}}$",
        BULLET
        + rf"follow (?:@\S+|(?:us|me|him|her|them|(?-i:[A-Z])\w+ (?-i:[A-Z])\w+)(?:\W*$| on {_NETWORKS}\b)).{{0,80}}",
        BULLET + r"follow (?:all )?(?:of )?(?-i:[A-Z])[\w .]{1,30}['’]s?\b.{0,60}\bcoverage\b.{0,80}$",
        BULLET + rf".{{0,60}}can follow \w+.{{0,20}} on {_NETWORKS}\b.{{0,60}}",
        BULLET + rf"(?:to stay updated, )?follow .{{0,60}} on {_NETWORKS}\b.{{0,40}}$",
        BULLET + r"(?:find|like|join) us on\b.{0,60}",
        signs="share|facebook|twitter|tweet|whatsapp|follow|instagram|telegram|us on|pinterest|reddit|print|mail"
        "|copy link|play|linkedin|youtube",
        words=20,
    ),
    rule(
        "link",
        "a link to a film or to pictures",
        BULLET + r"now watch\s?:.{0,120}$",
        BULLET + r"(?:watch|see) (?:(?:an?|the|this|these|our|more|live|full) (?:[^\s.!?]+ ){0,4})?"
        r"(?:videos?|footage|photos?|pictures?|images?)\b[^.!?\"“”]{0,60}[.!?]?$",
        signs="watch|see ",
        words=20,
    ),
    rule(
        "link",
        "pictures that the page showed, or that its text points to",
        r"(?:slideshow|gallery|photo gallery|in pictures|in photos|view gallery|launch gallery)\b.{0,40}$",
        r"hide caption\W*$",
        r"!\[[^\]\n]{0,300}\]\([^)\s]{0,500}\)\W*$",
        r"\(?\d+ (?:images|photos|pictures)\)?\W*$",
        r"(?:video|photos?|pics?|audio)\W*$",
        signs="slideshow|gallery|photo|images|pictures|video|caption|audio|pic|![",
        words=30,
    ),
)

POSTS = (
    rule(
        "post",
        "what a network writes around a post that is embedded",
        r"(?:a |shared )?(?:post|photo|video) shared by .{1,80}\(@[\w.]{1,30}\)",
        r"view this (?:post|photo|video|profile) on \w{2,20}\W*$",
        r"posts? from the \w{2,20} community on reddit\W*$",
        r"tweets by @?\w{1,30}\W*$",
        signs="shared by|view this|on reddit|tweets by",
        words=30,
    ),
)

# Set aside wherever they stand in a line, and nothing around them.
PHRASES = (
    phrase(
        "link",
        "a link to a film further down the page",
        r"(?:VIDEO[:\s]{1,3})?(?:Scroll [Dd]own|SCROLL DOWN) (?:[Ff]or|FOR|to (?:see|watch)(?: the)?) (?:a )?"
        r"(?:[Vv]ideos?|VIDEOS?)\b\W{0,2}(?=\s|$)",
        r"(?:VIDEO |(?<![^.!?]\s)(?<!\w))Scroll down (?:to|for) [^.!?\n]{0,120}[.!?](?!\S)",
        signs="scroll down",
    ),
    phrase(
        "link",
        "a link that asks to be clicked",
        r"CLICK (?:HERE|TO)\b[^.!?a-z\n]{0,80}(?:[.!?]|(?=\s[A-Z]?[a-z]|$))",
        r"Click here (?:to|for)\b[^.!?\n]{0,120}(?:[.!?]|$)",
        signs="click",
    ),
    phrase(
        "link",
        "buttons for sharing",
        r"Share or comment on this (?:article|story)\b\W{0,2}(?=\s|$)",
        r"E-mail (?:to a friend|the author)\b\W{0,3}(?=\s|$)",
        r"(?:Share this (?:article|story|page)|SHARE THIS (?:ARTICLE|STORY|PAGE))\b\W{0,2}(?=\s|$)",
        signs="e-mail|share this|share or",
    ),
    phrase(
        "link",
        "a link to other articles",
        r"Read more (?:from|about|on) [^.!?\n\"“”'’]{2,80}[.!?](?=\s|$)",
        signs="read more",
    ),
    phrase(
        "heading",
        "a question that a box on the page answers",
        r"Q&A\s[A-Z][^.!?\n]{5,120}\?(?=\s|$)",
        r"Show Hide(?=\s[A-Z])",
        signs="q&a|show hide",
    ),
    phrase(
        "notice",
        "a notice on comments",
        r"Sorry,? we are (?:not currently accepting|unable to accept) comments[^.!?\n]{0,60}(?:[.!?]|$)",
        signs="comments",
    ),
    phrase(
        "link",
        "a link to a film or picture",
        r"(?:Watch|See|Read|Learn|Explore|Listen)\b[^.!?»\n]{2,100}»[\s.]{0,3}",
        signs="»",
    ),
)
