"""What English news says how many, how much and of what with."""

from __future__ import annotations

import re
from fractions import Fraction

from briefing.language.number_words import NUMBER_WORDS
from briefing.language.word_set import word_set

_WORDS = NUMBER_WORDS["en"]
SMALL = {"zero": 0, "one": 1} | {word: n for word, n in _WORDS.values.items() if n < 20 and word != "dozen"}
TENS = {word: number for word, number in _WORDS.values.items() if number >= 20}
SCALES = {word: scale for word, scale in _WORDS.multipliers.items() if len(word) > 2}
SHORT_SCALES = {"k": 1_000, "trn": 10**12} | {w: scale for w, scale in _WORDS.multipliers.items() if len(w) <= 2}
PARTS = {
    "half": Fraction(1, 2), "a third": Fraction(1, 3), "one third": Fraction(1, 3), "one-third": Fraction(1, 3),
    "two thirds": Fraction(2, 3), "two-thirds": Fraction(2, 3), "a quarter": Fraction(1, 4),
    "one quarter": Fraction(1, 4), "one-quarter": Fraction(1, 4), "three quarters": Fraction(3, 4),
    "three-quarters": Fraction(3, 4), "a fifth": Fraction(1, 5), "one-fifth": Fraction(1, 5),
}  # fmt: skip

CURRENCIES = {
    "US$": "USD", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₽": "RUB",
    "₴": "UAH",
}  # fmt: skip
MONEY_WORDS = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pounds": "GBP", "rubles": "RUB",
    "roubles": "RUB", "yen": "JPY", "yuan": "CNY", "rupees": "INR", "francs": "CHF", "hryvnias": "UAH",
    "hryvnia": "UAH", "kroner": "NOK", "crowns": "CZK", "lira": "TRY", "pesos": "MXN", "shekels": "ILS",
}  # fmt: skip

# The meaning of what stands before a number; the longer ones are tried first.
QUALIFIERS = {
    "no more than": "most", "not more than": "most", "no fewer than": "least", "no less than": "least",
    "not less than": "least", "more than": "more", "upwards of": "more", "upward of": "more", "in excess of": "more",
    "well over": "more", "just over": "more", "slightly more than": "more", "over": "more", "above": "more",
    "exceeding": "more", "at least": "least", "a minimum of": "least", "fewer than": "fewer", "less than": "fewer",
    "under": "fewer", "below": "fewer", "up to": "most", "at most": "most", "as many as": "most",
    "as much as": "most", "a maximum of": "most", "close to": "nearly", "just under": "nearly",
    "just short of": "nearly", "nearly": "nearly", "almost": "nearly", "about": "about", "around": "about",
    "roughly": "about", "approximately": "about", "an estimated": "about", "estimated": "about", "some": "about",
    "a total of": "exact", "exactly": "exact", "only": "exact", "just": "exact", "all": "exact",
}  # fmt: skip

# Who is one and the same lot of people under several names. What stands in none is its own stem.
KIN = {
    "troops": "troops troop soldiers forces personnel servicemen servicemembers mission contingent garrison",
    "people": "people persons person lives victims dead deaths fatalities casualties",
    "police": "police policemen officers",
    "civilians": "civilians",
    "children": "children kids",
    "protesters": "protesters protestors demonstrators marchers",
    "refugees": "refugees migrants asylum-seekers",
    "votes": "votes",
    "women": "women", "men": "men",
}  # fmt: skip
KIN_OF = {word: kin for kin, words in KIN.items() for word in words.split()}

# What befalls those who are counted. Of another verb its stem is taken.
EVENTS = {
    "die": "kill kills killed killing dead die died dies dying deaths death fatalities perished slain toll",
    "injure": "injured injuring injuries injure wounded wounding wound hurt hurting",
    "arrest": "arrested arrest arrests arresting detained detaining",
    "infect": "infected infections cases",
    "miss": "missing unaccounted",
    "flee": "displaced fled fleeing evacuated flee",
    "leave": "leave leaves leaving left withdraw withdraws withdrawing withdrew withdrawn withdrawal pullout "
    "pullback exit exits depart departs departing departure",
}  # fmt: skip
EVENT_OF = {word: event for event, words in EVENTS.items() for word in words.split()}
# What a day is set for. Each row is one action under several words.
DATED = {
    "leave": EVENTS["leave"] + " pull pulled pulling evacuate evacuated evacuation return",
    "begin": "begin begins began beginning start starts started starting launch launched launches",
    "end": "end ends ended ending expire expires expired finish finished conclude concluded cease",
    "vote": "vote votes voted election elections referendum ballot runoff polls",
    "open": "open opens opened opening reopen reopens reopened reopening",
    "close": "close closes closed closing shut",
    "meet": "meet meets met meeting summit talks",
    "pay": "pay pays paid repay payment",
    "resign": "resign resigns resigned step quit",
    "sign": "sign signs signed signing",
    "decide": "decide decided ruling rule verdict",
}
DATED_OF = {word: action for action, words in DATED.items() for word in words.split()}

HARM = frozenset(("die", "injure", "arrest", "infect", "miss", "flee"))
"""Events without which a count of people is of another thing: twelve killed are not twelve hurt."""

# Modifiers that leave the thing what it is.
IDLE = word_set(
    """the a an of all remaining total whole entire current its their his her our some these those combined overall so
    only just more than new other official different individual estimated"""
)
# A number of "others" or "more" people is counted from another one that is not known.
FURTHER = word_set("other others more another additional extra further fellow dozen")

PER = re.compile(
    r"\s+(?:a|an|per|each|every)[ -](hour|day|night|week|month|quarter|year|person|head|capita|household|barrel|gallon"
    r"|family|student|share|ton|tonne)\b|\s+(daily|weekly|monthly|annually|yearly|apiece)\b",
    re.IGNORECASE,
)
