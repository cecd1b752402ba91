"""Build again what a page was built from, and say what is different by now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path

from briefing import assembly
from briefing.cli.request import Request
from briefing.errors import BriefingError
from briefing.pipeline.reasons import Explanation, explained
from briefing.renderers.read_back import Page, read_back
from briefing.settings import Settings


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What was built again, with which settings, and the page that is asked about, if there is one."""

    explanation: Explanation
    settings: Settings
    page: Page | None


def rebuilt(request: Request, path: Path | None) -> Rebuilt:
    """Return what the request, or the page at `path`, was built from, built again."""
    page = _read(path) if path else None
    if page and path:
        request = _as_page(request, page)
    loaded = request.loaded()
    if page and not any(name.startswith("editor.") for name in request.overrides):
        loaded = replace(loaded, settings=replace(loaded.settings, editor=page.made.hand))
    plan = assembly.plan(loaded, request.today(loaded.settings), cached=not request.no_cache)
    found = explained(plan.task, plan.shards, plan.executor, plan.heading, past=plan.past)
    return Rebuilt(found, loaded.settings, page)


def changes(again: Rebuilt, path: Path) -> Iterator[str]:
    """Yield what the page would say otherwise if it were built now, as a diff without its foot."""
    form = again.page.format if again.page else "md"
    now = str(assembly.renderer(form, again.settings)(again.explanation.briefing, str(path.absolute().parent)))
    then = path.read_text("utf-8")
    if now == then:
        yield f"{path} would be built just so again."
    else:
        yield f"{path} would not be built so again; what differs:"
        lines = unified_diff(then.splitlines(), now.splitlines(), str(path), "built now", lineterm="", n=0)
        yield from (line for line in lines if not line[1:].startswith("[") and line[:2] != "@@")
    yield ""


def _read(path: Path) -> Page:
    page = read_back(path.read_text("utf-8", errors="replace"), str(path.absolute().parent))
    if page is None:
        raise BriefingError(f"{path}: not a page of briefing's: the note at its foot is missing or damaged")
    return page


def _as_page(request: Request, page: Page) -> Request:
    """The request with what the page says of itself wherever the command line says nothing."""
    made = page.made
    since = "last" if made.after else made.since
    stated = {"words": made.words, "method": made.method, "since": since, "until": made.until}
    stated |= {"page_language": page.language, "separator": made.separator}
    named = [cited.target.location.path for cited in page.articles.values()]
    places = dict.fromkeys(page.pile or (*named, *page.unread))
    return replace(
        request,
        sources=request.sources or tuple(filter(None, places)),
        config=request.config or (Path(made.file) if made.file and Path(made.file).is_file() else None),
        day=request.day or page.day,
        overrides={**{name: value for name, value in stated.items() if value}, **request.overrides},
    )
