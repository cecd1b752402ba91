"""Read the front matter of a Markdown file: what stands between two lines of three dashes at its very beginning."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_OPENING = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_KEY = re.compile(r"\s*[\"']?[\w-]+[\"']?[ \t]*:")

LARGEST = 20_000
"""Characters. Real front matter has some hundred; PyYAML reads about 100,000 a second, so a cap keeps it a moment."""


MOST_BRACKETS = 200
"""PyYAML's time grows with the square of the open brackets: 200 take 10 ms, 5,000 some 10 s."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The keys (in small letters) with their values as written, the offset behind it, and why it cannot be read."""

    values: Mapping[str, object] = field(default_factory=dict)
    end: int = 0
    mistake: str | None = None


def front_matter(text: str) -> FrontMatter:
    """Return the front matter, empty if there is none; a rule of dashes above a text is none."""
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), opening.end() + LARGEST) if opening else None
    if not opening or not closing:
        return FrontMatter()
    block = text[opening.end() : closing.start()]
    try:
        values = _values(block)
    except ValueError as error:
        return FrontMatter({}, closing.end(), str(error)) if _KEY.match(block) else FrontMatter()
    return FrontMatter() if values is None else FrontMatter(values, closing.end())


def _values(block: str) -> dict[str, object] | None:
    """Return scalar values as they are written and lists and tables as (); None if this is no table at all.

    The nodes are only composed, never constructed: `language: no` stays "no" and is not False, a date keeps its zone,
    and references that multiply ("billion laughs") stay one node each. Raises ValueError.
    """
    import yaml

    if block.count("[") + block.count("{") > MOST_BRACKETS:
        raise ValueError("it has too many brackets")
    try:
        node = yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise ValueError(_line(error)) from None
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(node, yaml.MappingNode):
        return {} if node is None else None
    return {str(key.value).lower(): _value(value) for key, value in node.value}


def _value(node: object) -> object:
    import yaml

    if not isinstance(node, yaml.ScalarNode):
        return ()
    return None if node.tag == "tag:yaml.org,2002:null" else node.value


def _line(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"line {mark.line + 2} is not YAML" if mark else "it is not YAML"
