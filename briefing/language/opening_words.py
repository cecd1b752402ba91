"""Words of a sentence's opening by which its subject is known to have been told before, by language.

English alone has an article by which a thing told before is known as surely as by "the". German turns verb and pronoun
round behind an opening phrase, French, Russian and Ukrainian set a comma before it as English does; Spanish leaves the
pronoun out, and so has none to be found.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.language.word_set import phrases, word_set


@dataclass(frozen=True, slots=True)
class OpeningWords:
    """One language's words, in lower case.

    `likeners` open a phrase about the sentence's subject ("unlike its rivals, it …"), and behind it `subjects` stand
    for somebody or something told before; `persons` are those of them that are nothing else, and `inverted` the verbs
    that stand between the two where no comma does. `participles` open such a phrase though no ending tells. "The
    30-metre ship" is told before by its `units`, "the minimum level" by its `measures`, with `degrees` before them.
    """

    likeners: tuple[str, ...] = ()
    subjects: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    inverted: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    degrees: frozenset[str] = frozenset()


NO_OPENING_WORDS = OpeningWords()

OPENING_WORDS: dict[str, OpeningWords] = {
    "en": OpeningWords(
        likeners=phrases("like; unlike; along with; as well as; apart from; unable to; aware of; besides; alongside"),
        subjects=word_set("he she it they"),
        persons=word_set("he she"),
        participles=word_set("born known seen found hidden made built taken drawn driven struck held worn"),
        units=word_set(
            """foot feet metre meter mile kilometre kilometer inch ton tonne storey story bedroom room seat page minute
            second acre hectare judge car pound litre bed person man woman strong time"""
        ),
        measures=word_set(
            """number rate level total amount average minimum maximum price cost share proportion percentage speed
            height length width depth weight temperature size value limit sum toll tally distance capacity volume"""
        ),
        degrees=word_set("minimum maximum average total overall current combined final exact"),
    ),
    "de": OpeningWords(
        likeners=phrases(
            "wie andere; wie die meisten; anders als; ebenso wie; genau wie; im gegensatz zu; im unterschied zu"
        ),
        subjects=word_set("er sie"),
        persons=word_set("er sie"),
        inverted=word_set(
            """ist war hat hatte habe sei wird wurde würde will wollte kann konnte könnte soll sollte muss musste lebt
            lebte kommt kam geht ging steht stand sieht sah macht machte bleibt blieb"""
        ),
    ),
    "fr": OpeningWords(
        likeners=phrases(
            """comme d'autres; comme les autres; comme beaucoup; comme la plupart; comme tous; comme toutes; comme son;
            comme sa; comme ses; contrairement à; contrairement au; contrairement aux; à la différence de;
            à la différence des; à l'instar de; à l'instar des; né à; né en; née à; née en"""
        ),
        subjects=word_set("il elle ils elles"),
        persons=word_set("il elle ils elles"),
    ),
    "ru": OpeningWords(
        likeners=phrases("как и; так же как; подобно; в отличие от; наряду с; будучи"),
        subjects=word_set("он она оно они"),
        persons=word_set("он она они"),
    ),
    "uk": OpeningWords(
        likeners=phrases("як і; так само як; подібно до; на відміну від; поряд із; поряд з; будучи"),
        subjects=word_set("він вона воно вони"),
        persons=word_set("він вона вони"),
    ),
}
