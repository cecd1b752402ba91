"""Expressions of time in English news: agencies' copy, British and American papers."""

from __future__ import annotations

import re

from briefing.language.dates.grammar import Grammar, Phrase
from briefing.language.dates.names import MONTHS, WEEKDAYS
from briefing.language.dates.tense import Cues

_PAST = """
was were had did wasn't weren't hadn't didn't went took made gave got held met won lost began broke brought built
bought caught chose died drew drove fell felt fought found flew left led kept knew lay paid ran rose saw sent sold
shot showed slid spoke spent stood struck swept swore taught thought threw wore wrote became sank hung shook stole
rode sang came cut sought heard grew withdrew overthrew forgave drank ate wound hid blew undertook arose awoke fled
bled fed sued spat laid fallen risen begun shown seen taken given gone been born done known written broken driven
killed hit beat stuck tore dealt meant slept
"""
_FUTURE = """
will won't shall he'll she'll it'll we'll they'll i'll you'll who'll there'll expected scheduled slated due planned
plans planning plan upcoming hopes hoping aims wants must intends tentatively forthcoming
"""
_VAGUE = """
would could might may should can if unless whether is are am isn't aren't it's that's there's comes begins starts
opens meets votes faces heads goes takes holds runs ends closes expires kicks returns travels visits arrives leaves
plays marks starting beginning effective ahead wouldn't couldn't shouldn't can't cannot deadline unclear tells says
sees makes gets gives
"""
_PROMISING = """
promised agreed vowed pledged decided offered invited hoped wanted intended proposed postponed rescheduled delayed
moved pushed ordered called urged voted approved announced faced
"""
_CLAUSE = """
said saying added noted insisted argued claimed told believed believes suggested warned stated explained predicted
tweeted reported confirmed acknowledged
"""
# Words in -ed that are no past forms of what their clause is about.
_NO_PAST = """
need indeed hundred united speed feed bed red unprecedented so-called wed armed naked sacred limited based related
concerned retired deceased aged supposed planned embed seed weed greed breed creed shed sled exceed proceed succeed
heed bleed unexpected interested wicked crooked beloved alleged unnamed ed ted fred med
"""
_ADVERBIALS = """
in at during from to on by after through via before of with near outside inside following early late this last
"""
_OPENERS = """
the a an his her their its my our your that these those some any each all reporters lawmakers journalists supporters
cnn
"""

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6}
_PLACED = {"last": -1, "this": 0, "next": 1}
_PHRASES = {
    "yesterday": Phrase("day", -1),
    "tomorrow": Phrase("day", 1, vague=True),
    "today": Phrase("day", 0, vague=True),
    **{f"{word} {unit}": Phrase(unit, n) for word, n in _PLACED.items() for unit in ("week", "month", "year")},
    **{f"this {part}": Phrase("day", 0, vague=True) for part in ("morning", "afternoon", "evening")},
    **{f"{word} days ago": Phrase("day", -n) for word, n in _NUMBERS.items()},
    **{f"{word} years ago": Phrase("year", -n) for word, n in _NUMBERS.items() if n <= 4},
    "a year ago": Phrase("year", -1),
    "one year ago": Phrase("year", -1),
}

# "Black Friday", "Fox News Sunday": days with a name of their own, which come in any year or are no days at all.
_NAMED_DAYS = (
    r"(?:Black|Good|Super|Cyber|Ash|Easter|Bloody|Palm|Ruby|Shrove|Fat|Holy|Maundy|Spy|Giving|Joe|Girl|Freaky|Whit|News"
    r"|CBS|Crazy|Meatless|Business|Remembrance|Blue|Manic|Red|Casual|Get|Mothering|Pentecost|Low|Clean|Green|Small"
    r"|NBC|ABC|PBS|Grey|Stormy|Man|Any|Sweet|Sandwich|Taco|Mail on)\s"
)
_DAYS_OF_HABIT = (
    r"\b(?:[Ee]very|[Ee]ach|[Oo]ne|[Oo]n an?|any|some|first|second|third|fourth|final|previous|following|ago"
    r"|weeks? from|preceding|that|by the|same|another|until every)\s"
)
_AFTER_DAYS = (
    r"\s(?:Times|Telegraph|Mirror|Mail|Express|Herald|Post|People|World|Sport|Sun|Independent|Night (?:Live|Football"
    r"|Lights|Takeaway|Baseball)|Mass|[Ss]chools?|Addams|prayers?|sermon|roast|Group|Club|Morning Futures|Brunch"
    r"|Politics|Business Post|[Mm]arket|papers?|newspapers?|supplement|[Mm]agazine|editions?|Review|Tribune|Star|or\b"
    r"|before last|through|to|and (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days)\b|[-–]\w|\s[-–]\s?(?=[A-Z][a-z]+day)"
)
# What follows a day that stands for what happened on it, perhaps in another year: "the Sept. 11 attacks".
_EVENTS = (
    r"(?:['’]s)?\s(?:\w+\s)?(?:attacks?|terror\w*|hijack\w*|bombings?|insurrection\w*|riot\w*|siege|massacre"
    r"|committee|commission|panel|uprising|movement|revolution|coup|disaster|anniversary|memorial|victims?|famil\w+"
    r"|Capitol|Commission|Committee|mob|plot|shootings?|protests?|crackdown|accords?|agreement|Memorial|Museum|Coalition"
    r"|Agreement|Movement|rally|babies|tragedy|incident|raid|crash|invasion|earthquake|storm|rebellion|plotters?"
    r"|defendants?|investigation|hearings?)\b"
)
_COUNTED = (
    r"\s(?:percent|per cent|people|million|billion|thousand|hundred|men|women|children|cases|points?|seats|votes|troops"
    r"|years?|days?|hours?|minutes?|times|dollars|pounds|euros|miles|schools|cities|countries|homes|households|soldiers"
    r"|places|locations|other|others|more|different|students|deaths|companies|states|of the)\b"
)

ENGLISH = Grammar(
    months=tuple(MONTHS["en"]),
    weekdays=tuple(name.split()[0] for name in WEEKDAYS["en"]),
    phrases=_PHRASES,
    cues=Cues(
        past=frozenset(_PAST.split()),
        future=frozenset(_FUTURE.split()),
        past_endings=re.compile(r"...ed$"),
        no_past=frozenset(_NO_PAST.split()),
        vague=frozenset(_VAGUE.split()),
        promising=frozenset(_PROMISING.split()),
        clause=frozenset(_CLAUSE.split()),
        addressing=frozenset(["told"]),
        adverbials=frozenset(_ADVERBIALS.split()),
        openers=frozenset(_OPENERS.split()),
        modifiers=frozenset(["early", "late", "mid", "the"]),
        ahead=frozenset(["until", "till", "to", "for", "before", "from", "through", "by"]),
        limits=frozenset(["by", "until", "till"]),
        since=frozenset(["since"]),
        hollow=frozenset(["be", "than", "as"]),
        infinitive="to",
        obliged=frozenset(["is", "are", "have", "has", "had", "need", "needs", "having"]),
    ),
    capitalised=True,
    ordinal=r"(?:st|nd|rd|th)?",
    joints=r"[-–/]|and|to|or|&",
    of="of",
    month_first=True,
    month_needs=(
        r"\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Ll]ast|[Tt]his|[Nn]ext|[Ee]arly|[Ll]ate|[Mm]id"
        r"|(?:end|middle|beginning|start) of|[Bb]y|[Uu]ntil)[\s-]"
    ),
    month_not_before=r"\b(?:confidence|faith|trust|the) in ",
    month_not_after=(
        r"['’]|-\w|\s(?:[A-Z]|for our|for life|madness|is\b|has\b|was\b|to \d|and [A-Z]|or [A-Z])|\sthrough\b|[-–]"
    ),
    weekday_not_before=rf"{_NAMED_DAYS}|{_DAYS_OF_HABIT}",
    weekday_not_after=_AFTER_DAYS,
    phrase_not_before=(
        r"(?:\b(?i:the|his|her|their|my|our|its|your|one|a|every|each|than|nearly|almost|about|around|roughly|over|some"
        r"|least|most|before|even|both|very|same|whole|entire|full|just|only|exactly|under|up to)|['’]s)\s|[-–]"
    ),
    phrase_not_after=(
        r"\s(?:still|of|or|and (?:a half|tomorrow|today)|before|today|to the day|this|last|in office|in a row)\b|-\w"
    ),
    day_not_before=r"\b(?:[Bb]etween|[Ll]ast|[Nn]ext|[Tt]his|[Ee]very|[Ee]ach) ",
    day_not_after=rf"{_COUNTED}|{_EVENTS}|,?\s{{1,2}}1[0-8]\d\d\b",
    year_needs=r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Ee]arly|[Ll]ate|[Mm]id|[Bb]ack in|end of)[\s-]",
    year_not_after=rf"{_COUNTED}|\s?[%°–/-]|[.,:]\d|['’]?s\b|\s[a-z]+s\b",
    week=_PLACED,
    week_behind={f"{of}{word} week": n for of in ("", "of ") for word, n in _PLACED.items()},
    years=_PLACED,
    years_behind={f"{of}{word} year": n for of in ("", "of ") for word, n in _PLACED.items()},
    surnames=r"\b(?:Theresa|Mrs\.?|Ms\.?|Mr\.?|Minister|PM|James|Brian|Peter|Elaine|Fiona|Imelda|Philip) May\b",
)
