"""What `briefing explain --themes` says: what each theme caught, as lines for a person and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from briefing import assembly
from briefing.cli.build import plural
from briefing.cli.request import Request
from briefing.cli.telling import SCHEMA
from briefing.errors import SettingsError
from briefing.language.display import in_json, shown
from briefing.model.proof import Caught
from briefing.pipeline.catches import caught

_KEY = 10  # the width of the column of names


def catches(request: Request, *, as_json: bool) -> Iterator[str]:
    """Yield what each theme of the settings caught; raises SettingsError if they have none."""
    loaded = request.loaded()
    if not loaded.settings.themes:
        raise SettingsError("no theme: name one in the settings, as in [[theme]]")
    plan = assembly.plan(loaded, request.today(loaded.settings), cached=not request.no_cache)
    found = caught(plan.task, plan.shards, plan.executor)
    if as_json:
        yield in_json({"schema": SCHEMA, "themes": list(map(asdict, found))})
    else:
        yield from _lines(found)


def _lines(found: Sequence[Caught]) -> Iterator[str]:
    for theme in found:
        yield theme.theme
        yield from (f"   {name + ':':{_KEY}} {said}" for name, said in _told(theme) if said)
        yield ""


def _told(theme: Caught) -> Iterator[tuple[str, str]]:
    sizes = (
        plural(theme.articles, "article"), plural(theme.passages, "passage"), plural(theme.sentences, "sentence"),
        plural(theme.words, "word"),
    )  # fmt: skip
    yield "caught", ", ".join(sizes)
    yield "terms", ", ".join(f"“{shown(term)}” ×{count}" for term, count in theme.terms)
    yield "unfound", ", ".join(f"“{shown(term)}”" for term in theme.unfound)
    yield (
        "learnt",
        ", ".join(f"“{shown(w)}” +{weight:.2f} ({own} of {whole})" for w, weight, own, whole in theme.learnt),
    )
    yield (
        "proposed",
        ", ".join(f"“{shown(words)}” ({own} of {whole} sentences)" for words, own, whole in theme.proposed),
    )
    for warning in theme.warnings:
        yield "warning", shown(warning)
