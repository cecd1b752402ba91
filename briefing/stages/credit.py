"""List who says what on a page: each speaker once, with what the sources call him or her, and the statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from string import ascii_lowercase

from briefing.model import Citation, Extract, Role, Speaker, Voice

Cite = Callable[[Extract], Citation]
Said = tuple[Extract, Speaker]

_ROLES = 3  # of one speaker


def credit(extracts: Sequence[Extract], cite: Cite) -> tuple[Voice, ...]:
    """Return the speakers of the extracts, those with the most statements first, then as the page runs.

    In two articles somebody is the same only where each of them gives the name in full. A bare "Blinken" in an article
    that never says more stays apart.
    """
    said: dict[tuple[str, ...], list[Said]] = {}
    for extract in extracts:
        for speaker in extract.speakers:
            own = (extract.article, speaker.text)
            said.setdefault(speaker.key or own, []).append((extract, speaker))
    return tuple(_voice(own, cite) for own in sorted(said.values(), key=lambda own: -len(own)))


def _voice(said: Sequence[Said], cite: Cite) -> Voice:
    ordered = sorted(said, key=lambda one: (cite(one[0]).reference.number, one[0].start))
    extract, speaker = ordered[0]
    return Voice(
        name=" ".join(speaker.text.split()),
        citation=replace(cite(extract), start=speaker.name.start, end=speaker.name.end),
        roles=_distinct(list(_roles(ordered, cite))),
        statements=tuple(sorted((cite(one) for one, _ in ordered), key=lambda citation: citation.order)),
    )


def _roles(said: Sequence[Said], cite: Cite) -> Iterator[Role]:
    """Yield what each article calls a speaker, labelled behind the notes of the first statement that it carries."""
    articles: set[str] = set()
    for extract, speaker in said:
        letter = len(extract.notes) + extract.speakers.index(speaker)
        if speaker.role and extract.article not in articles and letter < len(ascii_lowercase):
            cited = cite(extract)
            label = cited.label + ascii_lowercase[letter]
            yield Role(speaker.role_text, replace(cited, label=label, start=speaker.role.start, end=speaker.role.end))
        articles.add(extract.article)


def _distinct(roles: Sequence[Role]) -> tuple[Role, ...]:
    """Leave out what another role already says: "Secretary of State" beside "US Secretary of State"."""
    words = [f" {' '.join(role.text.casefold().split())} " for role in roles]
    kept = [
        role
        for k, role in enumerate(roles)
        if not any(words[k] in other and (other != words[k] or j < k) for j, other in enumerate(words) if j != k)
    ]
    return tuple(kept[:_ROLES])
