"""Make the tables of figures that differ: each row with the words of its source, and a citation that leads to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from string import ascii_lowercase

from briefing.model import Citation, Difference, Figure, FigureRow, FigureTable, Moment, Reference, Span, Unit

Place = tuple[str, int, int]

_MONTH = 27  # days from the first of the shortest to its last


def tabulate(
    differences: Sequence[Difference],
    references: Mapping[str, Reference],
    printed: Mapping[Place, str],
    taken: Mapping[str, int],
) -> dict[str, tuple[FigureTable, ...]]:
    """Return the tables of each theme; `printed` are the labels of the page's extracts, by place.

    A sentence that the page prints is cited by its label there, any other by one of its article's own, with a letter
    ("3.0b") behind those that are `taken` by what the article corrects in itself.
    """
    figures = [figure for difference in differences for figure in difference.figures]
    cited = _Citations(references, printed)
    own: defaultdict[str, list[Span]] = defaultdict(list)
    for article, place in sorted({(f.article, f.place) for f in figures if cited.printed(f) is None}):
        own[article].append(place)
    numbers = {(a, place): k + taken.get(a, 0) for a, places in own.items() for k, place in enumerate(places)}
    tables: defaultdict[str, list[FigureTable]] = defaultdict(list)
    for difference in differences:
        rows = (_row(f, cited.printed(f) or cited.own(f, numbers[f.article, f.place])) for f in difference.figures)
        tables[difference.theme].append(FigureTable(tuple(sorted(rows, key=_order))))
    return {theme: tuple(found) for theme, found in tables.items()}


class _Citations:
    """Cites the sentence of a figure."""

    def __init__(self, references: Mapping[str, Reference], labels: Mapping[Place, str]) -> None:
        self.references = references
        self.places: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for (article, start, end), label in labels.items():
            self.places[article].append((start, end, label))

    def printed(self, figure: Figure) -> Citation | None:
        """Return the citation of the shortest extract that prints the sentence, or None."""
        around = [x for x in self.places[figure.article] if x[0] <= figure.place.start and figure.place.end <= x[1]]
        if not around:
            return None
        start, end, label = min(around, key=lambda x: (x[1] - x[0], x))
        return Citation(label, self.references[figure.article], start, end)

    def own(self, figure: Figure, number: int) -> Citation:
        """Return a citation under a label of the article's own."""
        reference = self.references[figure.article]
        return Citation(f"{reference.number}.0{_letters(number)}", reference, *figure.place)


def _letters(number: int) -> str:
    """A letter for a number from 0, or two: a to z, aa to zz."""
    first, last = divmod(number, len(ascii_lowercase))
    return (ascii_lowercase[first - 1] if first else "") + ascii_lowercase[last]


def _row(figure: Figure, citation: Citation) -> FigureRow:
    quantity = figure.quantity
    return FigureRow(
        words=" ".join(figure.words.split()),
        of=" ".join(figure.of.split()),
        speaker=figure.speaker,
        citation=citation,
        sentence=figure.sentence,
        start=quantity.start,
        end=quantity.end,
        low=quantity.low,
        high=quantity.high,
        measure=quantity.measure,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        moment=_moment(figure, citation.reference) if quantity.measure == "date" else None,
    )


def _moment(figure: Figure, reference: Reference) -> Moment | None:
    """The days that a date without its year means, as beside any extract."""
    quantity = figure.quantity
    first, last = date.fromordinal(int(quantity.low)), date.fromordinal(int(quantity.high))
    if str(first.year) in figure.words:
        return None
    unit: Unit = "day" if (last - first).days < _MONTH else "month"
    inferred = reference.dated.confidence == "inferred"
    return Moment(" ".join(figure.words.split()), quantity.start, quantity.end, first, last, unit, inferred)


def _order(row: FigureRow) -> tuple[int, int]:
    return row.citation.reference.number, row.start
