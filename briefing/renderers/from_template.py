"""Pages from Jinja templates: the only door to jinja2.

Every value that a template prints is made safe for the page's format on the way out (`finalize`), whether or not the
template says so: text from an article cannot break a page. Users' templates run in Jinja's sandbox.
"""

from __future__ import annotations

import re
import traceback
from calendar import month_name
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, get_args

from jinja2 import FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from briefing.errors import TemplateError
from briefing.language.display import shown
from briefing.model import Briefing, Citation, Kind, Reference
from briefing.renderers.links import file_link, path_link, place_name, problem_file, span_link
from briefing.renderers.markdown import markdown
from briefing.renderers.note import note

# How each format says a text literally, by the template's suffix.
_SAFE: dict[str, Callable[[str], str]] = {"md": markdown, "html": lambda text: str(escape(shown(text))), "txt": shown}

_BLANK_LINES = re.compile(r"\n{3,}")
_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class FromTemplate:
    """Renders with the template `name` ("briefing.md.j2") from the first of `folders` that holds it."""

    name: str
    suffix: str
    folders: tuple[str, ...]

    def __call__(self, briefing: Briefing, folder: str) -> str:
        """Return the page; raises TemplateError, with file and line, for a template that cannot be used."""
        try:
            environment = self._environment(folder)
            page = environment.get_template(self.name).render(briefing=briefing)
            return _BLANK_LINES.sub("\n\n", page).strip() + "\n"
        except TemplateNotFound as error:
            raise TemplateError(f"{error.name}: no such template in {', '.join(self.folders)}") from error
        except TemplateSyntaxError as error:
            raise TemplateError(f"{error.filename or error.name}:{error.lineno}: {error.message}") from error
        except (JinjaError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            raise TemplateError(f"{_place(error)}: {error}") from error

    @property
    def own_words(self) -> frozenset[str]:
        """The words that the template itself prints, in small letters: literals, months, kinds of what is set aside."""
        environment = self._environment("/")
        tree = environment.parse(environment.loader.get_source(environment, self.name)[0])  # type: ignore[union-attr]
        literals = [node.data for node in tree.find_all(nodes.TemplateData)]
        literals += [str(node.value) for node in tree.find_all(nodes.Const)]
        found = _WORDS.findall(" ".join([*literals, *month_name, *get_args(Kind)]))
        return frozenset(form for word in found for form in (word.casefold(), word.casefold() + "s"))

    def _environment(self, folder: str) -> ImmutableSandboxedEnvironment:
        safe = _SAFE[self.name.split(".")[-2]]
        environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(self.folders),
            autoescape=True,  # so that macros and blocks return Markup, which `finalize` leaves alone
            finalize=lambda value: value if isinstance(value, Markup) else Markup(safe(str(value))),  # noqa: S704
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        environment.filters.update(_filters(folder))
        return environment


def _filters(folder: str) -> dict[str, Callable[..., Any]]:
    return {
        "long_date": long_date,
        "span_link": partial(_span_link, folder),
        "file_link": partial(_file_link, folder),
        "place_link": lambda place, sha256: Markup(file_link(place, folder, sha256)),  # noqa: S704
        "file_name": lambda place: place.path.rsplit("/", 1)[-1],
        "note": note,
        "path_link": lambda path: Markup(path_link(path, folder)),  # noqa: S704
        "problem_file": problem_file,
        "place_name": place_name,
        "plural": plural,
    }


def long_date(day: date) -> str:
    """Return a day as a reader writes it: "22 November 2026"."""
    return f"{day.day} {month_name[day.month]} {day.year}"


def plural(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun: "1 article", "5 articles"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _span_link(folder: str, citation: Citation) -> Markup:
    reference = citation.reference
    return Markup(span_link(reference.location, citation.start, citation.end, folder, reference.sha256))  # noqa: S704


def _file_link(folder: str, reference: Reference) -> Markup:
    return Markup(file_link(reference.location, folder, reference.sha256))  # noqa: S704


def _place(error: BaseException) -> str:
    """Return file and line of the template where an error arose: Jinja puts its templates into the traceback."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(".j2")]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "template"
