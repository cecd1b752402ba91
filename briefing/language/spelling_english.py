"""How English words are written, in the news."""

from __future__ import annotations

from briefing.language.spelling_model import Spelling
from briefing.language.word_set import word_set

# The words that a glued word may begin or end with, in this order.
_SMALL_BEFORE = """
the of at by from and but was were are been has have had that this these those his their its would could should said
says before into about
"""
_SMALL_AFTER = """
the of to for from and but was were been has have had that which this these those they his their would could should
said says before into
"""

ENGLISH = Spelling(
    never_last=word_set("the a an and or but my our your their whose than because mr mrs ms dr sen rep gov gen"),
    titles=word_set(
        """minister president secretary mr mrs ms mr. mrs. ms. dr dr. sen sen. rep rep. gov gov. gen gen. chancellor
        ambassador judge general chairman chairwoman spokesman spokeswoman spokesperson governor senator premier
        congressman congresswoman commissioner commander king queen prince princess pope mayor director envoy"""
    ),
    articles=("The",),
    verbs=(
        *("said", "told", "added", "says", "was", "were", "has", "stressed", "warned", "noted", "announced", "replied"),
        *("explained", "asked", "wrote", "tweeted", "insisted", "argued", "denied", "called", "met", "will", "had"),
    ),
    nouns=word_set(
        """agency agreement alliance army attack attacks attacker attackers bank bill bloc campaign chancellor city
        company conflict country court crisis deal decision delegation deployment election exercise fighting forces
        general government group leader leaders law meeting measure measures military minister ministers ministry
        mission move officer officers official officials operation opposition pandemic parliament party plan police
        policy premier president project prosecutor report sanctions secretary senate situation soldiers spokesman
        spokeswoman state statement strike study summit talks team troops union visit vote war withdrawal"""
    ),
    joined=frozenset(
        [
            f"{word}the"
            for word in [
                "of",
                "in",
                "to",
                "on",
                "for",
                "and",
                "that",
                "with",
                "from",
                "by",
                "at",
                "as",
                "into",
                "over",
                "after",
                "is",
                "was",
                "are",
                "said",
            ]
        ]
        + [f"said{word}" for word in ["that", "he", "she", "it", "they", "in", "on", "at", "there", "we"]]
        + [f"{word}been" for word in ["has", "have", "had"]]
        + [
            f"{word}not"
            for word in [
                "is",
                "are",
                "was",
                "were",
                "did",
                "does",
                "will",
                "would",
                "could",
                "should",
                "has",
                "have",
                "had",
            ]
        ]
        + ["willbe", "wouldbe"]
    ),
    compounds=word_set(
        """therein wherein thereby whereby thereto hereto thereof whereof hitherto
        forthwith therapist therapists Therapist Therapists Theses Theorist YouTube
        FaceTime PayPal MasterCard BlackRock BlackBerry WhatsApp
        LinkedIn ObamaCare RomneyCare TrumpCare JonBenét"""
    ),
    never_closing=word_set(
        """Archbishop Bank Bishop Department Duchess Duke Earl Minister Ministry Prince Princess Republic Secretary
        University coast county island outskirts shores date number series"""
    ),
    letters=word_set("a i o"),
    suspending=word_set(
        """and or to but nor not rather if even the a an his her its their our my your this that these those who which
        whose where when he she it they we you i in on at of for with from by as is was are were has had have all one"""
    ),
    endings=word_set(
        """tion tions tional sion sions ment ments mentary ister isters istry istries istration dent dents dential
        ernment ernments ernor ernors cial cials cially ity ities rity rities ly ing ings ning tian
        ed er ers ness ance ances ence ences ible al ent ary ory ture tures ure ures gress mittee
        mittees ington liament liamentary tween ple cle tive tives sive ous tious ious ish ism ist ists
        ician icians ican icans tary tory diers dier eral erals erally ical ically onal ional cused clude cluded
        cluding panies pany tinue tinued tinues duced ducing duction quired quire tained taining sponse sponded
        lation lations cation cations dation mation nomic nomy litical paign paigns ganization nization terday
        tember vember cember ruary nesday urday cies ency encies sident sidents tary taries cerned
        ceived lieve lieved curity yond gether nounced vestigation vestigators"""
    ),
    never_twice=word_set("the a an of and to from with by at be for"),
    clashes=frozenset(
        [f"{word} {other}" for word in ("the", "an") for other in ("of", "and", "from", "with", "which")]
        + [f"{word} {other}" for word in ("the", "an") for other in ("is", "was", "are", "were", "has", "have")]
        + ["the an", "an the", "a the", "a an", "a of"]
        + [f"{word} the {word} the" for word in ("of", "in", "on", "at", "to", "for", "from", "with", "by")]
    ),
    small_before=tuple(_SMALL_BEFORE.split()),
    small_after=tuple(_SMALL_AFTER.split()),
    beginnings=word_set(
        """im de re con com dis ap ac af ag en em inter pre sup sur sus trans un gov minis presi coun offi elec mili
        secu nego deci parlia peo dif exp inv oc sev thou vio adver vari negotia organi recog origi poli econ develo
        situ"""
    ),
    longest=24,
    unfinished=word_set("the a an and or but our your their whose than because which who whom"),
    stranded=word_set("of at from by into through between during until against under among towards"),
    seldom_last=word_set(
        """of to with from by into is was are were has have had will would for at in on as that if its his her be been
        about between while when where my this these can could may should must during until through against under"""
    ),
    lists_suffice=True,
)
