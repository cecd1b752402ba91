"""Say of every statement of a page why it was chosen, in words that a reader of the page understands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from briefing.model import Extract, Selection, Statement

Place = tuple[str, int, int]


def justify(selection: Selection, pinned: Collection[Extract] = ()) -> Mapping[Place, tuple[str, ...]]:
    """Return the reasons for each statement by the place of its extract; `pinned` is what the editor pinned.

    They follow from the selection and from what each extract knows of itself, so that they cost nothing: what an
    extract lost or won against others is measured only for those who ask (`measure`).
    """
    wanted = {(pin.article, pin.core) for pin in pinned if pin.unfit is None}
    glance = {place(statement.extract) for statement in selection.glance}
    # Whatever the order of the statements: a proof has that of the page.
    by_score = sorted((s.extract for s in selection.statements), key=lambda e: (-e.rank, -e.start))
    first_places = frozenset({extract.article: place(extract) for extract in by_score}.values())

    def reasons(statement: Statement) -> Iterator[str]:
        extract = statement.extract
        if (extract.article, extract.core) in wanted:
            yield "pinned by the editor"
        yield f"number {extract.rank + 1} of its article by score"
        if statement.also:
            yield f"carried by {1 + len(statement.also)} articles"
        if place(extract) in glance:
            yield "the best of its theme within its share of the words"
        elif place(extract) in first_places:
            yield "the first of its article"
        if extract.theme and extract.named:
            yield "it names its theme"

    return {place(statement.extract): tuple(reasons(statement)) for statement in selection.statements}


def place(extract: Extract) -> Place:
    """Return where an extract stands."""
    return (extract.article, extract.start, extract.end)
