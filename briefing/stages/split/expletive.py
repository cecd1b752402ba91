"""Tell a pronoun that stands for nothing ("It is likely that …") from one that stands for something."""

from __future__ import annotations

from briefing.language.context_words import ContextWords


def pronoun_in(word: str) -> str:
    """The pronoun within "he's" or "they'll"."""
    return word.partition("'")[0]


def is_expletive(lower: list[str], words: ContextWords) -> bool:
    """Whether "it" opens "it is likely that", "it is hard to", "it took … to", "it is the first time"."""
    rest = lower[1:]
    while rest and rest[0] in words.auxiliaries:
        rest = rest[1:]
    if lower[0] != "it's":
        if rest[:1] == ["took"]:
            return "to" in rest or "for" in rest
        if not rest or rest[0] not in words.being:
            return False
        rest = rest[1:]
    rest = [word for word in rest if word not in words.auxiliaries and not word.endswith("ly")][:6]
    if rest[:1] in (["a"], ["the"], ["an"]):
        nth = rest[1:2] in (["first"], ["second"], ["third"], ["last"]) and "time" in rest
        return nth or rest[1:3] == ["fact", "that"]
    if any(word in words.clause_openers for word in rest[:4]) and rest[0] not in ("in", "at", "on", "for"):
        return True
    return "to" in rest and bool(words.adjectives_of_doing & set(rest[: rest.index("to")]))
