"""What is wrong in a template, whether or not a page would come across it: misspelt names above all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, nodes
from jinja2.meta import find_referenced_templates, find_undeclared_variables

from briefing.renderers.template_names import attributes, suggested

_BY_ATTRIBUTE = ("selectattr", "rejectattr", "groupby")
_SPECIAL = frozenset(("briefing", "self", "super", "loop", "caller", "varargs", "kwargs"))
_OF_SITE = frozenset(("site", "edition", "before", "after", "theme", "look_up", "is_whole"))

Found = tuple[int, str]
"""A line, and what is wrong there."""


def mistakes(environment: Environment, name: str, ours: str) -> list[str]:
    """Return every mistake in a template and those that it names, as "file:line: what", but for those of a folder.

    Raises TemplateSyntaxError for what cannot be read at all, TemplateNotFound for one that is not there.
    """
    templates = _reachable(environment, name)
    top = {found for tree, _ in templates.values() for found in _top_level(tree)}
    top |= _OF_SITE if name.startswith("archive-") else set()
    parents = {found for tree, _ in templates.values() for found in _blocks(tree, once=True)}
    told = []
    for tree, file in templates.values():
        if Path(file).is_relative_to(ours):
            continue
        found = [
            *_unknown_functions(tree, environment),
            *_unknown_attributes(tree, top | parents),
            *_unseen(tree, parents),
        ]
        if not any("filter" in what or "test" in what for _, what in found):
            found += _unknown_names(tree, {*environment.globals, *top, *_included(templates)})
        told += [f"{file}:{line}: {what}" for line, what in sorted(found)]
    return told


Templates = dict[str, tuple[nodes.Template, str]]


def _reachable(environment: Environment, name: str) -> Templates:
    found: Templates = {}
    waiting = [name]
    while waiting:
        here = waiting.pop()
        if here not in found:
            source, file, _ = environment.loader.get_source(environment, here)  # type: ignore[union-attr]
            found[here] = environment.parse(source, here, file), file or here
            waiting += [other for other in find_referenced_templates(found[here][0]) if other]
    return found


def _top_level(tree: nodes.Template) -> Iterator[str]:
    """Yield the names that a template gives to its blocks and to those that extend or import it."""
    for node in tree.body:
        yield from _assigned(node)
        if isinstance(node, nodes.FilterBlock | nodes.If):
            yield from (name for inner in node.body for name in _assigned(inner))


def _assigned(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Macro):
        yield node.name
    elif isinstance(node, nodes.Import):
        yield node.target
    elif isinstance(node, nodes.FromImport):
        yield from (name if isinstance(name, str) else name[1] for name in node.names)
    elif isinstance(node, nodes.Assign | nodes.AssignBlock):
        yield from (name.name for name in node.target.find_all(nodes.Name))
        yield from [node.target.name] if isinstance(node.target, nodes.Name) else ()


def _included(templates: Templates) -> set[str]:
    """Every name that any template sets, if one of them includes another: that one sees them all."""
    trees = [tree for tree, _ in templates.values()]
    if not any(tree.find(nodes.Include) for tree in trees):
        return set()
    return {name.name for tree in trees for name in tree.find_all(nodes.Name) if name.ctx in ("store", "param")}


def _unknown_functions(tree: nodes.Template, environment: Environment) -> Iterator[Found]:
    for kind, known, node_type in (
        ("filter", environment.filters, nodes.Filter),
        ("test", environment.tests, nodes.Test),
    ):
        for node in tree.find_all(node_type):
            if node.name is not None and node.name not in known:
                yield node.lineno, f"there is no {kind} {suggested(node.name, known)}"


def _unknown_names(tree: nodes.Template, known: set[str]) -> Iterator[Found]:
    set_here = {name.name for name in tree.find_all(nodes.Name) if name.ctx in ("store", "param")}
    allowed = known | set_here | _SPECIAL
    missing = find_undeclared_variables(tree) - allowed
    for name in missing:
        lines = [node.lineno for node in tree.find_all(nodes.Name) if node.name == name and node.ctx == "load"]
        yield min(lines, default=1), f"there is no {suggested(name, allowed)}"


def _unknown_attributes(tree: nodes.Template, top: set[str]) -> Iterator[Found]:
    known = attributes() | top | set(_blocks(tree)) | set(_own_keys(tree))
    for line, name in (*_accessed(tree), *_named_in_filters(tree)):
        if name not in known and not name.startswith("_"):  # what begins with one, the sandbox refuses
            yield line, f"nothing has {suggested('.' + name, {'.' + one for one in known})}"


def _accessed(tree: nodes.Template) -> Iterator[Found]:
    yield from ((node.lineno, node.attr) for node in tree.find_all(nodes.Getattr))
    for node in tree.find_all(nodes.Getitem):
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            yield node.lineno, node.arg.value


def _named_in_filters(tree: nodes.Template) -> Iterator[Found]:
    """`map(attribute="reference.number")`, `selectattr("outside")`."""
    for node in tree.find_all(nodes.Filter):
        named: list[nodes.Node] = [pair.value for pair in node.kwargs if pair.key == "attribute"]
        named += node.args[:1] if node.name in _BY_ATTRIBUTE else []
        for value in named:
            if isinstance(value, nodes.Const) and isinstance(value.value, str):
                yield from ((node.lineno, name) for name in value.value.split(".") if not name.isdigit())


def _own_keys(tree: nodes.Template) -> Iterator[str]:
    """What a template's own dictionaries and namespaces hold."""
    for pair in tree.find_all(nodes.Pair):
        if isinstance(pair.key, nodes.Const):
            yield str(pair.key.value)
    yield from (keyword.key for keyword in tree.find_all(nodes.Keyword))
    yield from (reference.attr for reference in tree.find_all(nodes.NSRef))


def _blocks(tree: nodes.Template, *, once: bool = False) -> Iterator[str]:
    """Yield the names of a template's blocks; `once`: only where they are printed, not where they replace another."""
    if not (once and tree.find(nodes.Extends)):
        yield from (block.name for block in tree.find_all(nodes.Block))
    elif once:
        yield from (inner.name for block in tree.find_all(nodes.Block) for inner in block.find_all(nodes.Block))


def _unseen(tree: nodes.Template, parents: set[str]) -> Iterator[Found]:
    """Yield what a template that extends another says where it is never printed."""
    if tree.find(nodes.Extends) is None:
        return
    for node in tree.body:
        if isinstance(node, nodes.Block) and node.name not in parents:
            yield node.lineno, f"what it extends has no block {suggested(node.name, parents)}"
        if isinstance(node, nodes.Output) and any(_is_said(part) for part in node.nodes):
            yield node.lineno, "this is never printed: a template that extends another prints only its blocks"


def _is_said(part: nodes.Node) -> bool:
    return bool(part.data.strip()) if isinstance(part, nodes.TemplateData) else True
