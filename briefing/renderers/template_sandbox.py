"""Where templates run: Jinja's sandbox, with limits to what a render may count and to where templates may lie."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes, pass_environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from briefing.renderers.template_names import suggested

STEPS = 2_000_000
"""The most turns of loops and calls of a render: 100 times what a page of 289 extracts takes."""

LARGEST = 100_000
"""The largest number that a template may give to what makes something so long: a width, a count, an exponent."""

_LENGTHENING = ("batch", "center", "format", "indent", "slice", "wordwrap")
_FORMAT = re.compile(r"[%{][^%{}\d]{0,20}(?:\d{0,5}[.:>^< ,=+-]{1,3})?(\d{6,})")


class Folder(FileSystemLoader):
    """Templates in a folder: a symbolic link that leads out of it is not followed."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return the source; raises SecurityError for what is not in the folder."""
        source, file, is_current = super().get_source(environment, template)
        folders = [Path(folder).resolve() for folder in self.searchpath]
        if not any(Path(file).resolve().is_relative_to(folder) for folder in folders):
            raise SecurityError(f"{file}: a link that leads out of its folder; copy the file there")
        return source, file, is_current


class _Generator(CodeGenerator):
    """Compiles `a ~ b` so that `Sandbox.joined` joins them."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class Missing(StrictUndefined):
    """What a template asks for and nothing has: an error that names the nearest that there is."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint or self._undefined_obj is missing:
            return super()._undefined_message
        kind = type(self._undefined_obj)
        known = [name for name in dir(kind) if not name.startswith("_")]
        article = "an" if kind.__name__[0].lower() in "aeiou" else "a"
        return f"{article} {kind.__name__} has no {suggested(str(self._undefined_name), known)}"


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox for one render.

    Texts joined to what a macro returns are made safe for the page's format: Jinja would do it for HTML only.
    """

    code_generator_class = _Generator
    intercepted_binops = frozenset(("*", "**", "%"))

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.steps = 0
        self.filters |= {name: _bounded(self.filters[name]) for name in _LENGTHENING}
        self.filters |= {"sum": _of_numbers(self.filters["sum"]), "_counted": _counted}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "_counted", [], [], None, None).set_lineno(loop.iter.lineno)
        return tree.set_environment(self)  # type: ignore[return-value]

    def step(self) -> None:
        """Count a turn; raises SecurityError where there are too many."""
        self.steps += 1
        if self.steps > STEPS:
            raise SecurityError(f"it goes on and on: more than {STEPS:,} turns of its loops and calls")

    def call(self, context: Context, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls."""
        self.step()
        _within((*args, *kwargs.values(), *_format_of(called)))
        return super().call(context, called, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Calculate what may come to something endless."""
        if operator == "%":
            _within([left] if isinstance(left, str) else [])
        elif _size(operator, left, right) > LARGEST * 10:
            raise SecurityError(f"what {operator!r} comes to here is too large")
        return super().call_binop(context, operator, left, right)

    def joined(self, parts: Sequence[object]) -> str:
        """Return the parts as one text; beside one that is already as the format writes it, the others are made so."""
        if self.finalize and any(isinstance(part, Markup) for part in parts):
            return Markup("".join(map(self.finalize, parts)))  # noqa: S704
        return "".join(map(str, parts))


def _size(operator: str, left: Any, right: Any) -> int:
    """How long the result of a calculation is: characters, items, or bits."""
    if isinstance(left, int) and isinstance(right, int):
        return left.bit_length() * abs(right) if operator == "**" else left.bit_length() + right.bit_length()
    long, times = (left, right) if isinstance(left, str | list | tuple) else (right, left)
    return len(long) * times if isinstance(long, str | list | tuple) and isinstance(times, int) else 0


@pass_environment
def _counted(environment: Sandbox, values: Iterable[Any]) -> Iterator[Any]:
    """Yield what a loop goes through, each counted."""
    for value in values:
        environment.step()
        yield value


def _bounded(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def within(*args: Any, **kwargs: Any) -> Any:
        _within((*args, *kwargs.values()))
        return function(*args, **kwargs)

    return within


def _of_numbers(function: Callable[..., Any]) -> Callable[..., Any]:
    """Lists added to lists take the square of their number, and nothing can end that on the way."""

    @wraps(function)
    def within(environment: Sandbox, values: Iterable[Any], attribute: str | None = None, start: Any = 0) -> Any:
        if not isinstance(start, int | float):
            raise SecurityError("sum: only numbers are added up")
        return function(environment, values, attribute, start)

    return within


def _format_of(called: Any) -> tuple[str, ...]:
    """The text whose method `format` is called."""
    method = getattr(called, "__wrapped__", called)
    text = getattr(method, "__self__", None)
    return (text,) if isinstance(text, str) and getattr(method, "__name__", "").startswith("format") else ()


def _within(values: Iterable[object]) -> None:
    """Raise SecurityError for a number by which something would become endless, also in a format: `%999999999d`."""
    for value in values:
        numbers = [int(value)] if isinstance(value, int) else _FORMAT.findall(value) if isinstance(value, str) else []
        if any(int(str(number)[:20]) > LARGEST for number in numbers):
            raise SecurityError(f"{str(value)[:40]!r}: no number may be larger than {LARGEST:,} there")
