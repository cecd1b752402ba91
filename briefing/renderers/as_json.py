"""The JSON page, under the schema `briefing/page/1` (page.schema.json beside this file documents every field)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args

from briefing.language.display import in_json
from briefing.model import (
    Bound,
    Briefing,
    ByArticle,
    Citation,
    Correction,
    FigureRow,
    FigureTable,
    Group,
    Kind,
    Location,
    Made,
    Mark,
    Moment,
    Noted,
    Point,
    Problem,
    Reference,
    Section,
)
from briefing.renderers.index_json import timeline, voice
from briefing.renderers.links import file_link, path_link, place_name, problem_file

SCHEMA = "briefing/page/1"

# What no file can hold; in JSON it can be written all the same. It comes only through the API, in titles and names.


@dataclass(frozen=True)
class AsJson:
    """Renders every field of a briefing as JSON, with scores, positions and hashes."""

    suffix: str = "json"

    def own_words(self, language: str) -> frozenset[str]:
        """The words of the fields' names, and of the kinds of what is set aside: English on every page."""
        schema = json.loads(Path(__file__).with_name("page.schema.json").read_text("utf-8"))
        return frozenset(re.findall("[a-z]+", " ".join(["null true false", *_fields(schema), *get_args(Kind)])))

    def __call__(self, briefing: Briefing, folder: str) -> str:
        """Return the page; paths in it are relative to `folder`."""
        page = {
            "schema": SCHEMA,
            "title": briefing.title,
            "date": briefing.day.isoformat(),
            "language": briefing.language,
            "last": _iso(briefing.last),
            "counts": {
                "articles": briefing.count,
                "undated": briefing.count_undated,
                "extracts": len(briefing.points),
                "words": briefing.words,
                "minutes": briefing.minutes,
                "inferred": briefing.count_inferred,
            },
            "glance": [point.citation.label for point in briefing.glance],
            "sections": [_section(section) for section in briefing.sections],
            "other": _section(briefing.other) if briefing.other else None,
            "voices": [voice(one) for one in briefing.voices],
            "sources": [_source(reference, folder, briefing.corrections) for reference in briefing.references],
            "left_out": [{"article": item.reference.number, "reason": item.reason} for item in briefing.left_out],
            "rest": _rest(briefing, folder) if briefing.rest else None,
            "problems": [_problem(problem, folder) for problem in briefing.problems],
            "set_aside": dict(briefing.set_aside),
            "made": _made(briefing.made, folder),
        }
        return in_json(page) + "\n"


def _fields(schema: Any) -> Iterator[str]:
    """Yield the name of every field that a JSON schema describes."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for inner in schema.values():
            yield from _fields(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _fields(inner)


def _made(made: Made, folder: str) -> dict[str, Any]:
    days = {"since": _iso(made.since), "until": _iso(made.until), "after": _iso(made.after)}
    stated = {name: value for name, value in asdict(made).items() if name != "sources"}
    return {**stated, **days, "file": path_link(made.file, folder)}


def _rest(briefing: Briefing, folder: str) -> dict[str, Any]:
    digest = briefing.read.digest
    return {
        "articles": len(briefing.rest),
        "reasons": dict(sorted(briefing.rest.reasons.items())),
        "sources": [file_link(Location(path), folder, digest) for path in briefing.made.sources or [""]],
        "sha256": digest,
    }


def _iso(day: Bound | None) -> str | None:
    return day.isoformat() if day else None


def _section(section: Section) -> dict[str, Any]:
    return {
        "theme": section.theme,
        "silent": section.silent,
        "unchanged": _iso(section.unchanged),
        "groups": [_group(group) for group in section.groups],
        "key_points": [_point(point) for point in section.key_points],
        "articles": [_by_article(by) for by in section.articles],
        "timeline": timeline(section.timeline) if section.timeline else None,
        "figures": [_figures(table) for table in section.figures],
    }


def _figures(table: FigureTable) -> dict[str, Any]:
    return {
        "reported_by": [reference.number for reference in table.references],
        "rows": [_figure(row) for row in table.rows],
    }


def _figure(row: FigureRow) -> dict[str, Any]:
    is_date = row.measure == "date"
    low, high = ((date.fromordinal(int(x)).isoformat() if is_date else exact(x)) for x in (row.low, row.high))
    return {
        **_citation(row.citation),
        "words": row.words,
        "words_start": row.start,
        "words_end": row.end,
        "of": row.of,
        "speaker": row.speaker,
        "sentence": row.sentence,
        "low": low,
        "high": high,
        "measure": row.measure,
        "unit": row.unit,
        "qualifier": row.qualifier,
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "label": group.label,
        "article": group.reference.number,
        "reported_by": [reference.number for reference in group.references],
        "key_points": [_point(point) for point in group.key_points],
        "articles": [_by_article(by) for by in group.articles],
    }


def _by_article(by: ByArticle) -> dict[str, Any]:
    return {"article": by.reference.number, "points": [_point(p) for p in by.points], "see": list(by.see)}


def _point(point: Point) -> dict[str, Any]:
    return {
        **_citation(point.citation),
        "text": point.text,
        "score": point.score,
        "unfit": point.unfit,
        "also": [_citation(citation) for citation in point.also],
        "notes": [_noted(noted) for noted in point.notes],
        "moments": [_moment(moment) for moment in point.moments],
        "mark": _mark(point.mark) if point.mark else None,
        "origins": point.origins,
    }


def _mark(mark: Mark) -> dict[str, Any]:
    changes = [{"was": was, "now": now} for was, now in mark.changes]
    return {"kind": mark.kind, "day": _iso(mark.day), "in_part": mark.in_part, "changes": changes}


def _moment(moment: Moment) -> dict[str, Any]:
    return {**asdict(moment), "first": moment.first.isoformat(), "last": moment.last.isoformat()}


def _noted(noted: Noted) -> dict[str, Any]:
    said = {"words": noted.words, "means": noted.means, "sentence": noted.sentence, "kind": noted.kind}
    return {**_citation(noted.citation), **said}


def exact(value: Fraction) -> str:
    """Return a number in digits, nothing rounded: "1900000000000", "45.5"; "100/3" where no digits can say it."""
    decimals = next((k for k in range(13) if (value * 10**k).denominator == 1), None)
    if decimals is None:
        return str(value)
    whole, rest = divmod((value * 10**decimals).numerator, 10**decimals)
    return f"{whole}.{rest:0{decimals}}" if decimals else str(whole)


def _citation(citation: Citation) -> dict[str, Any]:
    number = citation.reference.number
    return {"label": citation.label, "article": number, "start": citation.start, "end": citation.end}


def _source(reference: Reference, folder: str, corrections: Iterable[Correction]) -> dict[str, Any]:
    dated = reference.dated
    own = [c for c in corrections if c.citation.reference.number == reference.number]
    return {
        "number": reference.number,
        "title": None if reference.untitled else reference.title,
        "date": _iso(dated.day),
        "date_origin": dated.origin,
        "date_confidence": dated.confidence,
        "date_last": _iso(dated.last),
        "date_words": dated.words or None,
        "date_witness": dated.witness,
        "date_shared": dated.shared,
        "source": reference.source,
        "place": reference.place,
        "url": reference.url,
        "language": reference.language,
        **_place(reference.location, folder, reference.sha256),
        "sha256": reference.sha256,
        "copies": [_place(copy, folder, reference.sha256) for copy in reference.copies],
        "outside": reference.outside,
        "updated": _iso(reference.updated),
        "excluded": reference.excluded,
        "corrections": [{**_citation(c.citation), "words": c.text} for c in own],
    }


def _problem(problem: Problem, folder: str) -> dict[str, Any]:
    path = path_link(problem_file(problem), folder)
    return {"path": path, "where": place_name(problem), "what": problem.what, "remedy": problem.remedy}


def _place(location: Location, folder: str, sha256: str) -> dict[str, Any]:
    return {"path": file_link(location._replace(row=0), folder, sha256), "row": location.row or None}
