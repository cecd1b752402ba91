"""Restrict an edition to what a recipient's mail tells: their themes, in their language; on a quiet day, just that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from string import ascii_lowercase

from briefing.model import NO_REST, Briefing, Citation, Recipient, Voice
from briefing.model.choosing import length


def tailor(briefing: Briefing, recipient: Recipient) -> Briefing:
    """Return the briefing as the mail to this recipient has it: numbers and labels stay those of the edition.

    With themes it has their sections, in the order of the edition, and what these name; nothing of other developments.
    Where nothing is new, it says just that: of what is only carried over nothing is left (`has_news` is false, and
    there are no points), but how many articles were read and what could not be.
    """
    whole = replace(briefing, language=recipient.language or briefing.language, excerpt=recipient.themes)
    own = _restricted(whole, recipient.themes) if recipient.themes else whole
    return own if own.has_news else _quiet(whole)


def _restricted(briefing: Briefing, themes: tuple[str, ...]) -> Briefing:
    sections = tuple(section for section in briefing.sections if section.theme in themes)
    own = replace(
        briefing,
        glance=tuple(point for point in briefing.glance if point.theme in themes),
        sections=sections,
        other=None,
    )
    kept = {r.number for r in (*own.named, *(r for section in sections for r in section.about))}
    return replace(
        own,
        references=tuple(r for r in own.references if r.number in kept),
        left_out=tuple(item for item in own.left_out if item.reference.number in kept),
        words=sum(length(point.text) for point in (*own.glance, *own.points)),
        corrections=tuple(c for c in own.corrections if c.citation.reference.number in kept),
        voices=tuple(_voices(own)),
        originals=tuple(o for o in own.originals if o.reference.number in kept),
        rest=NO_REST,
    )


def _voices(briefing: Briefing) -> Iterator[Voice]:
    """Yield the speakers of what is printed, again those with the most statements first."""
    printed = {point.citation.label for point in briefing.points}
    restricted = [
        replace(
            voice,
            statements=tuple(said for said in voice.statements if said.label in printed),
            roles=tuple(role for role in voice.roles if _extract(role.citation) in printed),
        )
        for voice in briefing.voices
    ]
    yield from sorted((v for v in restricted if v.statements), key=lambda voice: -len(voice.statements))


def _extract(citation: Citation) -> str:
    """The label of the extract whose note this is: "3.4" of "3.4a"."""
    return citation.label.rstrip(ascii_lowercase)


def _quiet(briefing: Briefing) -> Briefing:
    return replace(
        briefing, glance=(), sections=(), other=None, left_out=(), corrections=(), voices=(), originals=(), words=0
    )
