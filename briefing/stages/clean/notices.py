"""Notices, as data: what a page says about itself, and what it asks of its readers."""

from __future__ import annotations

from briefing.stages.clean.rules import BULLET, rule

NOTICES = (
    rule(
        "notice",
        "a notice of machine translation",
        BULLET + r"(?:(?:beta )?v\.?\s?\d[\d.]*\W{1,3})?(?:powered by )?(?:automat\w+|machine|google)[ -]?translat",
        BULLET + r"(?:beta )?v\.?\s?\d[\d.]*\W{1,3}powered by",
        BULLET + r"this (?:article|page|text|story) (?:was|has been|is) (?:automatically|machine)[ -]translated",
        BULLET + r"translated (?:by|with|using) (?:google|deepl|machine|an? )",
        signs="translat",
    ),
    rule(
        "notice",
        "a notice that the story was updated, without what changed",
        BULLET
        + r"(?:this (?:story|article|report|post|page|item)|the (?:story|article)) (?:has been|was|is being|will be)"
        r" (?:last )?updated(?:\W*$| (?:with|to|at|on|after|as|following|throughout)\b)",
        BULLET + r"this (?:story|article|report|post|piece|essay|column) (?:was )?(?:originally |first )"
        r"(?:appeared|published|ran)\b",
        BULLET + r"this is a (?:developing|breaking)(?: news)? story",
        signs="updated|developing|breaking|originally|this story first|this article first",
        words=35,
    ),
    rule(
        "notice",
        "a notice on how the text was made",
        BULLET + r"[(\[]?(?:this|the) (?:interview|conversation|transcript|q ?& ?a|exchange|discussion)"
        r" (?:has been|was|is) (?:(?:lightly|slightly|heavily) )?(?:edited|condensed|abridged|shortened)\b"
        r"[^\"“”]{0,80}$",
        signs="edited|condensed|abridged|shortened",
        words=25,
    ),
    rule(
        "notice",
        "a notice on what may change, or when more is published",
        BULLET + r"(?:all |the )?(?:times|dates|prices|timetables|schedules|programmes)(?: and (?:times|dates|prices"
        r"|venues|programmes))? (?:are|may be) subject to change\b[^\"“”]{0,60}$",
        BULLET + r"the next (?:update|bulletin|advisory) (?:will be|is) (?:issued|due|posted|published|released"
        r"|expected) (?:at|by|around|before|in|within|on|tomorrow|shortly)\b[^!?\"“”]{0,40}$",
        BULLET + r"(?:see|visit) (?-i:(?:[a-z\d-]{2,40}\.){1,3}[a-z]{2,10})(?:/\S{0,100})?\W*$",
        signs="subject to change|the next |see |visit ",
        words=20,
    ),
    rule(
        "notice",
        "a rate of exchange, for the reader",
        r"\(\s?(?:[$€£¥]\s?1|1 (?-i:[A-Z])?[\w. ]{2,20})(?:[.,]0{1,4})?\s?=\s?[$€£¥]?\s?\d[\d.,]{0,12}"
        r"(?: [\w.'’ -]{2,40})?\)\W{0,2}$",
        signs="=",
        words=12,
    ),
    rule(
        "notice",
        "a notice on the article's age",
        r"this article is more than \d+ (?:year|month)s? old",
        signs="this article is more than",
    ),
    rule(
        "notice",
        "an advertisement's place",
        r"(?:advertisement|advertising|advert|ad|sponsored(?: content)?|promoted(?: content)?|paid content)\W*$",
        signs="ad|sponsored|promoted|paid content",
        words=3,
    ),
    rule(
        "notice",
        "a player or page that loads",
        r"loading\W{0,3}$",
        r"related video video length\b",
        r".{0,80}\bautoplay\b",
        r"media playback\b",
        r".{0,60}\bvideo player\b[^.]*$",
        r".{0,60}(?:enable|requires?) javascript\b",
        r"your browser (?:does not|doesn['’]t) support\b",
        signs="loading|video length|autoplay|playback|video player|javascript|your browser",
        words=40,
    ),
    rule(
        "notice",
        "a player of sound",
        r".{0,300}?\blisten\s?[·•|]\s?\d{1,3}:\d\d\b.{0,20}$",
        signs="listen ·|listen •|listen |",
        words=60,
    ),
    rule(
        "notice",
        "the page goes on below",
        r"(?:story|article) continues\b.{0,30}$",
        r"continue reading\b.{0,30}$",
        r"story continued below\W*$",
        signs="continue",
        words=6,
    ),
    rule(
        "notice",
        "a notice on cookies or privacy",
        r"(?:we|this (?:site|website|page)) uses? cookies\b",
        r"by (?:continuing|signing up|clicking|using|subscribing)\b.{0,80}\b(?:agree|accept|consent)\b",
        r"we and our (?:\d[\d,.]* )?(?:trusted )?(?:partners|vendors)\b.{0,80}\b(?:cookies|data|information|device)\b",
        r"you (?:can|may) (?:change|withdraw|manage) your (?:choices?|consent|preferences) at any time\b",
        r"(?:accept|manage|reject) (?:all )?cookies\b",
        r"(?:read )?our (?:privacy|cookie) policy\b",
        r"cookies? (?:policy|settings|notice)\W*$",
        r"privacy policy\b",
        r"terms of (?:use|service)\b",
        signs="cookie|privacy policy|terms of|by |we and our|at any time",
        words=50,
    ),
    rule(
        "notice",
        "an appeal for support",
        r"support (?:our|the|vox|independent|quality)\b.{0,60}journalism\b",
        r"(?:please )?(?:consider|make) a (?:donation|contribution)\b",
        r"(?:donate|contribute) (?:now|today|here)\W*$",
        signs="journalism|donat|contribut",
        words=40,
    ),
    rule(
        "notice",
        "a notice on comments",
        r"(?:sorry,? )?(?:we are|we're) (?:not currently|unable to|no longer) accept(?:ing)? comments\b",
        r"comments? (?:are|is) (?:now )?(?:closed|off|disabled)\b",
        r"(?:view|post|leave|add|read|show)(?: a| all| your)? comments?\W*$",
        r"\d* ?comments?\W*$",
        r"(?:what do you think|have your say)\b.{0,60}comments?\b",
        r"join the (?:conversation|discussion)\W*$",
        signs="comment|conversation|discussion",
        words=20,
    ),
    rule(
        "notice",
        "an invitation to write to the newsroom",
        r"contact us (?:at|on)\b",
        r"e-?mail (?:the author|us|to a friend|this|me)\b",
        r"(?:please )?share your (?:experiences|story|thoughts|videos?|photos|pictures|stories)\b",
        r"do you have (?:a|any) (?:story|tip|information)\b",
        r"have you been affected by [^?]*\? (?:share|e-?mail|contact|get in touch|tell)\b",
        r"(?:email|write to)\b.{0,40}@",
        BULLET + r"(?:please )?(?:send|got|have) (?:us )?(?:an? |your |any )?(?:news |confidential )?tips?\b"
        r"(?: to\b|\?|\W*$).{0,60}$",
        signs="contact us|mail|share your|write to|do you have|affected by|tip",
        words=40,
    ),
    rule(
        "notice",
        "an offer to follow a subject",
        r"interested in .{2,60}\? add\b",
        r"add .{2,60} as an interest\b",
        signs="interested in|as an interest",
        words=40,
    ),
    rule(
        "notice",
        "the page's own summary",
        r"story highlights\b",
        r"highlights\W*$",
        r"key (?:points|takeaways)\W*$",
        signs="highlights|key points|key takeaways",
        words=40,
    ),
    rule(
        "notice",
        "a disclaimer of opinion",
        r"the (?:opinions|views) expressed\b.{0,80}\b(?:are|do|is)\b",
        r"(?:analysis|opinion)/(?:opinion|analysis)\W*$",
        signs="expressed|opinion/|/opinion",
        words=60,
    ),
)
