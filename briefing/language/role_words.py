"""Words around a name that tell a role ("the foreign minister") from an address, a verb or somebody else's role."""

from __future__ import annotations

from briefing.language.word_set import word_set

# Titles that say how somebody is addressed, not what he or she is.
HONORIFICS = word_set(
    """mr mrs ms miss mx dr sir dame lord lady hon fr herr frau monsieur madame mademoiselle mme mlle m
    señor señora don doña prof father sister brother"""
)
# What makes a title a former or a deputy's, right before it.
MODIFIERS = word_set("former ex then vice deputy acting interim outgoing incoming assistant")
# Titles of several, and words that alone may be adjectives: "the official China Daily".
VAGUE_ROLES = word_set("reps sens govs official expert executive father major general")
# Nouns inside a role that end like verbs: "press secretary", "foreign affairs spokesman".
NOUNS_IN_S = word_set(
    """press affairs sports news communications operations relations services business sales systems rights politics
    economics sciences arts securities resources"""
)
# Whose: what they stand for is told elsewhere. "Another lawyer" is one beside others.
OWNERS = word_set("his her their its our my your another other one both each")
