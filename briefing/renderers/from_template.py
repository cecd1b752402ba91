"""Pages from Jinja templates: the only door to jinja2.

Every value that a template prints is made safe for the page's format on the way out (`finalize`), whether or not the
template says so: text from an article cannot break a page. Users' templates run in Jinja's sandbox.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, get_args

from jinja2 import (
    ChoiceLoader,
    Environment,
    PrefixLoader,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
    pass_environment,
)
from jinja2 import TemplateError as JinjaError
from jinja2.meta import find_referenced_templates
from markupsafe import Markup

from briefing.errors import TemplateError
from briefing.model import Briefing, Citation, Kind, Location, Reference, Unit
from briefing.renderers.columns import COLUMNS, cells, columns
from briefing.renderers.html import assets, drawings, pieces
from briefing.renderers.links import file_link, host, is_web, path_link, place_name, problem_file, span_link
from briefing.renderers.note import note
from briefing.renderers.safe import SAFE
from briefing.renderers.template_limits import MEMORY, SECONDS, OutOfProcessor, bounded
from briefing.renderers.template_mistakes import mistakes
from briefing.renderers.template_sandbox import Folder, Missing, Sandbox
from briefing.renderers.words import ASIDES, Own, Words
from briefing.renderers.words.catalogue import own_texts
from briefing.renderers.words.formats import long_date, months, offset, period, short, time_of_day

_BLANK_LINES = re.compile(r"\n{3,}")
# Python's own compiler has limits, too: loops inside loops, for one.
_MISTAKES = (JinjaError, SyntaxError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class FromTemplate:
    """Renders with the template `name` ("briefing.md.j2") from the first of `folders` that holds it."""

    name: str
    suffix: str
    folders: tuple[str, ...]

    def __call__(self, briefing: Briefing, folder: str) -> str:
        """Return the page; raises TemplateError, with file and line, for a template that cannot be used."""
        self.check()
        return self.filled(folder, briefing.language)(briefing=briefing)

    def filled(self, folder: str, language: str) -> Callable[..., str]:
        """Return what fills the template with names; raises TemplateError. It is compiled once for many pages."""
        with self._explained():
            template = self._environment(folder, language).get_template(self.name)

        def fill(**names: object) -> str:
            with self._explained():
                return _BLANK_LINES.sub("\n\n", template.render(names)).strip() + "\n"

        return fill

    def check(self) -> None:
        """Raise TemplateError for every mistake in templates of a user's, whether or not a page would show it."""
        if len(self.folders) > 1:
            with self._explained():
                found = mistakes(self._environment("/", "en"), self.name, self.folders[-1])
            if found:
                raise TemplateError(*found)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn whatever a template can raise into a TemplateError with its place; a user's is kept within limits."""
        try:
            with bounded() if len(self.folders) > 1 else nullcontext():
                yield
        except TemplateNotFound as error:
            where = error.message if error.message != error.name else ""
            raise TemplateError(where or f"{error.name}: no such template in {', '.join(self.folders)}") from error
        except TemplateSyntaxError as error:
            raise TemplateError(f"{error.filename or error.name}:{error.lineno}: {error.message}") from error
        except OutOfProcessor as error:
            what = f"it takes more than {SECONDS:.0f} seconds of the processor"
            raise TemplateError(f"{self._place(error)}: {what}") from error
        except MemoryError as error:
            raise TemplateError(f"{self._place(error)}: it takes more than {MEMORY // 10**6} MB of memory") from error
        except (*_MISTAKES, RecursionError) as error:
            raise TemplateError(f"{self._place(error)}: {error or type(error).__name__}") from error

    def _place(self, error: BaseException) -> str:
        """Return file and line of the template where an error arose: Jinja puts its templates into the traceback."""
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(".j2")]
        return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else self.name

    def own_words(self, language: str) -> frozenset[str]:
        """The words that the template itself prints, in small letters: literals, messages, months, kinds of asides."""
        literals = _literals(self._environment("/", language), self.name)
        texts = [*literals, *own_texts(language), *months(language), *get_args(Kind), *ASIDES.values()]
        found = _WORDS.findall(" ".join(texts))
        return frozenset(form for word in found for form in (word.casefold(), word.casefold() + "s"))

    def _environment(self, folder: str, language: str) -> Sandbox:
        words = Words(language, SAFE[self.name.split(".")[-2]])
        environment = Sandbox(
            loader=ChoiceLoader([*map(Folder, self.folders), PrefixLoader({"ours": Folder(self.folders[-1])})]),
            autoescape=True,  # so that macros and blocks return Markup, which `finalize` leaves alone
            finalize=partial(_printed, words.safe),
            undefined=Missing,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,  # folding constants takes 12 of the 81 ms in which a page compiles, and saves none
        )
        environment.filters.update(_filters(folder, words))
        environment.globals.update(_functions(words))
        return environment


def _literals(environment: Environment, name: str, seen: frozenset[str] = frozenset()) -> list[str]:
    """Everything that a template says in its own words, and those that it imports or extends."""
    tree = environment.parse(environment.loader.get_source(environment, name)[0])  # type: ignore[union-attr]
    found = [node.data for node in tree.find_all(nodes.TemplateData)]
    found += [str(node.value) for node in tree.find_all(nodes.Const)]
    named = (other for other in find_referenced_templates(tree) if other and other not in seen)
    return [*found, *(text for other in named for text in _literals(environment, other, seen | {name, other}))]


_ENGLISH = Words()


def _printed(safe: Callable[[str], str], value: object) -> Markup:
    if isinstance(value, Markup):
        return value
    return Markup(value if isinstance(value, Own) else safe(str(value)))  # noqa: S704


def _functions(words: Words) -> dict[str, Callable[..., Any]]:
    """Named as in Jinja's own extension for messages, which makes values safe for HTML on any page."""
    return {"_": words.gettext, "gettext": words.gettext, "ngettext": words.ngettext}


def _filters(folder: str, words: Words = _ENGLISH) -> dict[str, Callable[..., Any]]:
    return {
        "long_date": lambda day: Own(long_date(day, words.language)),
        "time_of_day": lambda moment: Own(time_of_day(moment, words.language)),
        "offset": lambda moment: Own(offset(moment)),
        "period": partial(_period, words),
        "span_link": partial(_span_link, folder),
        "file_link": partial(_file_link, folder),
        "place_link": lambda place, sha256: Markup(file_link(place, folder, sha256)),  # noqa: S704
        "source_link": lambda path, sha256: Markup(file_link(Location(path), folder, sha256)),  # noqa: S704
        "file_name": lambda place: place.path.rsplit("/", 1)[-1],
        "note": note,
        "path_link": lambda path: Markup(path_link(path, folder)),  # noqa: S704
        "problem_file": problem_file,
        "place_name": lambda problem: words.place(place_name(problem)),
        "plural": words.plural,
        "aside": words.aside,
        "name": partial(_name, words),
        "kind": words.kind,
        "short": lambda first, unit: Own(short(first, unit, words.language)),
        "columns": lambda page, width=COLUMNS: Markup(columns(str(page), width)),  # noqa: S704
        "cells": lambda text: cells(words.safe(str(text))),
        "texts": pieces.texts,
        "context": pieces.context,
        "line": drawings.line,
        "coverage": drawings.coverage,
        "cites_first": drawings.cites_first,
        "asset": _asset,
        "integrity": lambda content: Markup(assets.integrity(content)),  # noqa: S704
        "is_web": is_web,
        "host": host,
        "data": lambda value: Markup(assets.data(value)),  # noqa: S704
    }


@pass_environment
def _asset(environment: Environment, name: str) -> Markup:
    """A style sheet or script, from a user's folder or ours; it is code, and stands in the page as it is."""
    return Markup(assets.folded(environment.loader.get_source(environment, name)[0], name))  # type: ignore[union-attr] # noqa: S704


def _period(words: Words, first: date, last: date | None = None, unit: Unit = "day") -> Own:
    return Own(period(first, last or first, unit, words.language))


def _name(words: Words, reference: Reference) -> str:
    """An article's title, else what its file is called."""
    return words.place(reference.title) if reference.untitled else reference.title


def _span_link(folder: str, citation: Citation) -> Markup:
    reference = citation.reference
    return Markup(span_link(reference.location, citation.start, citation.end, folder, reference.sha256))  # noqa: S704


def _file_link(folder: str, reference: Reference) -> Markup:
    return Markup(file_link(reference.location, folder, reference.sha256))  # noqa: S704
