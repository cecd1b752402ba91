"""Number the extracts, and make of each what the page shows of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from string import ascii_lowercase

from briefing.model import Citation, Extract, Listing, Moment, Noted, Point, Reference, Statement
from briefing.stages.justify import Place
from briefing.stages.mark import mark
from briefing.stages.recall import Memory
from briefing.stages.resolve import resolve
from briefing.stages.trace import trace


@dataclass
class Citer:
    """Gives every extract its number in the order in which the page first names it."""

    references: dict[str, Reference]
    listings: Mapping[str, Listing]
    memory: Memory
    reasons: Mapping[Place, tuple[str, ...]]
    given: dict[tuple[str, int, int], str] = field(default_factory=dict)
    counted: Counter[int] = field(default_factory=Counter)

    def citation(self, extract: Extract) -> Citation:
        reference = self.references[extract.article]
        key = (extract.article, extract.start, extract.end)
        if key not in self.given:
            self.counted[reference.number] += 1
            self.given[key] = f"{reference.number}.{self.counted[reference.number]}"
        return Citation(self.given[key], reference, extract.start, extract.end)

    def about(self, theme: str) -> tuple[Reference, ...]:
        """The articles that are used and have a passage of the theme, in the order of their numbers."""
        used = (reference for reference in self.references.values() if reference.is_used)
        return tuple(r for r in used if theme in self.listings[r.sha256].themes)

    def point(self, statement: Statement) -> Point:
        extract = statement.extract
        also = sorted(statement.also, key=lambda e: self.references[e.article].number)
        return Point(
            text=extract.text,
            citation=self.citation(extract),
            also=tuple(map(self.citation, also)),
            unfit=extract.unfit,
            score=extract.score,
            theme=extract.theme,
            notes=tuple(self._notes(extract)),
            moments=tuple(self._moments(extract)),
            core=extract.core,
            mark=mark(statement, self.memory),
            origins=len(trace(self.listings[e.article] for e in (extract, *also))),
            reasons=self.reasons[extract.article, extract.start, extract.end],
        )

    def _moments(self, extract: Extract) -> Iterator[Moment]:
        """Yield what the words do not say themselves, each once: neither a full date nor "this year" needs one."""
        dated = self.references[extract.article].dated
        said = [e for e in extract.expressions if e.year is None and (e.unit == "day" or e.offset != 0)]
        found = resolve(extract.text, said, dated, offset=extract.start)
        firsts = {(moment.words.casefold(), moment.first): moment for moment in reversed(found)}
        yield from sorted(firsts.values(), key=lambda moment: moment.start)

    def _notes(self, extract: Extract) -> Iterator[Noted]:
        cited = self.citation(extract)
        for letter, note in zip(ascii_lowercase, extract.notes, strict=False):
            yield Noted(
                words=extract.text[note.at.start - extract.start : note.at.end - extract.start],
                means=note.text,
                citation=replace(cited, label=cited.label + letter, start=note.means.start, end=note.means.end),
                sentence=note.sentence,
                kind=note.kind,
            )
