"""What an article ties to a name: "NATO Secretary-General Jens Stoltenberg", "Jane Roe, the mayor of Gdansk,"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.language.name_words import OPENERS, PERSON_NOUNS, RESTRICTING
from briefing.stages.refer.capitals import Run, bare
from briefing.stages.refer.index import Name
from briefing.stages.refer.kinds import role

_LONGEST = 6  # words of a description: "the assistant secretary of defence for Asia" is cut at its first "of"
_ARTICLES = frozenset(("a", "an", "the", "former", "then", "now", "his", "her", "their", "its", "our"))
_ENDS = frozenset((",", ".", "of", "for", "at", "in", "who", "and", "from", "to", "on", "with", "whose", "(", ";"))


def roles_around(run: Run, words: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the plain descriptions that stand around a name in its sentence, in lower case."""
    return [found for found in (_before(run, words), _after(run, words)) if found]


def _before(run: Run, words: Sequence[str]) -> tuple[str, ...]:
    """Return a plain description right before a name: "the campaign's spokesman John Roe"."""
    if not run.first or words[run.first - 1] not in PERSON_NOUNS:
        return ()
    first = run.first - 1
    while first > max(0, run.first - _LONGEST) and _describes(words[first - 1]):
        first -= 1
    return role(words[first : run.first])


def _describes(word: str) -> bool:
    return word[0].isalpha() and (word in RESTRICTING or word.lower() not in OPENERS)


def _after(run: Run, words: Sequence[str]) -> tuple[str, ...]:
    """Return an apposition: what stands behind a name, a comma and an article, up to its first preposition."""
    at = run.last + 1
    if at + 2 >= len(words) or words[at] != "," or words[at + 1] not in _ARTICLES:
        return ()
    at += 1 if words[at + 1] in RESTRICTING else 2
    end = next((k for k in range(at, min(at + _LONGEST + 1, len(words))) if words[k] in _ENDS), at)
    return role(words[at:end])


def index(names: Sequence[Name]) -> Mapping[str, tuple[int, ...]]:
    """Return for each last word of a role the names that bear it."""
    found: dict[str, dict[int, None]] = {}
    for number, name in enumerate(names):
        for words in name.roles:
            found.setdefault(words[-1], {})[number] = None
    return {word: tuple(numbers) for word, numbers in found.items()}


def fits(description: Sequence[str], roles: Iterable[Sequence[str]]) -> bool:
    """Whether a description ("the NATO chief", without its article) is one of a name's roles."""
    return any(
        words[-1] == description[-1]
        and set(description) <= set(words)
        and not any(word in RESTRICTING and word not in description for word in words)
        for words in roles
    )


def description(words: Iterable[str]) -> tuple[str, ...]:
    """Return a description's words in lower case, spelled out, without article: "The Gen." is ("general",)."""
    return role(word for word in map(bare, words) if word.lower() not in ("the", "that", "this"))
