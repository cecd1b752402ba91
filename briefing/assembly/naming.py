"""Everything that can be named in settings: ours and what other packages bring, imported when it is used."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from briefing.errors import SettingsError
from briefing.language.served import AUTO, SERVED, complaint

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "briefing.plugins"


_NONE = re.compile("(?!)")
_COUNT = r"[1-9]\d{0,2}"
_ARGUMENTS = {"processes": re.compile(_COUNT), "dask": re.compile(rf"{_COUNT}|(?:tcp|tls|ws|wss)://[^\s/@]+:\d{{1,5}}")}
_WRITTEN = {"processes": ("processes", "processes:4"), "dask": ("dask", "dask:4", "dask:tcp://host:8786")}
_SUMY = ("edmundson", "kl", "lexrank", "lsa", "luhn", "reduction", "sumbasic", "textrank")


OURS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "source": {
        "FOLDER": ("files in a folder and those in it, by what they hold; a Maildir", "briefing.sources.folder:Folder"),
        "PATTERN": ("files by pattern, such as news/**/*.txt", "briefing.sources.folder:Folder"),
        "FILE": ("one file: text, page, PDF, Word, mail, rows or an archive of them", "briefing.sources.file:File"),
        "ADDRESS": ("a feed, a list of feeds, a web page or a mailbox", "briefing.sources.collected:Collected"),
        "BUCKET": ("files at s3://… or gs://…, also by pattern", "briefing.sources.from_fsspec:Bucket"),
        "-": ("standard input", "briefing.sources.standard_input:StandardInput"),
    },
    "method": {
        "ours": ("our own position-aware centrality (the default)", "briefing.summarisers.ours:Ours"),
        "lead": ("the first sentences", "briefing.summarisers.lead:Lead"),
        **{f"sumy:{n}": (f"sumy's {n}", "briefing.summarisers.from_sumy:FromSumy") for n in _SUMY},
    },
    "format": {
        "md": ("the Markdown page", "briefing.renderers.from_template:FromTemplate"),
        "json": ("every field, under the schema briefing/page/1", "briefing.renderers.as_json:AsJson"),
        "subject": ("the mail's subject line", "briefing.renderers.from_template:FromTemplate"),
        "text": ("plain text in 72 columns, the mail's first part", "briefing.renderers.from_template:FromTemplate"),
        "html": ("the HTML edition, one file with its sources", "briefing.renderers.from_template:FromTemplate"),
        "pdf": ("the HTML edition on A4, needs briefing[pdf]", "briefing.renderers.as_pdf:AsPdf"),
        "mail": ("HTML for mail programs, the mail's second part", "briefing.renderers.mail.as_html:AsMail"),
    },
    "delivery": {
        "smtp": ("through a mail server (mail.host)", "briefing.deliverers.smtp:Smtp"),
        "sendmail": ("through the machine's own sendmail", "briefing.deliverers.sendmail:sendmail"),
        "maildir": ("into a Maildir (mail.folder)", "briefing.deliverers.maildir:maildir"),
        "files": ("as .eml files (mail.folder)", "briefing.deliverers.files:eml_folder"),
    },
    "executor": {
        "auto": ("serial or processes, by the size of the sources (the default)", "briefing.executors.by_size:BySize"),
        "serial": ("one article after the other, in this process", "briefing.executors.serial:Serial"),
        "processes": ("several processes, one a processor, or processes:N", "briefing.executors.processes:Processes"),
        "dask": ("a cluster: here, or at dask:tcp://HOST:PORT", "briefing.executors.from_dask:FromDask"),
    },
}
"""Everything of ours that can be named, by kind and name: what it is, and where it lives."""


def plugins() -> list[tuple[str, str, str]]:
    """Return everything that can be named, as (kind, name, what it is), ours first."""
    own = [(kind, name, what) for kind, known in OURS.items() for name, (what, _) in known.items()]
    brought = [(*kind_and_name(each.name), f"from {each.value}") for each in theirs()]
    return [*own, *_languages(), *sorted(brought)]


def _languages() -> list[tuple[str, str, str]]:
    """Return the languages that are read, and "auto"."""
    basic = "basic: split and ranked, without cases of its own"
    said = {"claimed": "every stage has words of its own for it", "basic": basic}
    listed = [("language", one.code, f"{one.name}; {said[one.level]}") for one in SERVED.values()]
    return [*listed, ("language", AUTO, "told by each article's own text, unless it states one")]


def theirs() -> tuple[EntryPoint, ...]:
    from importlib.metadata import entry_points

    return tuple(sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)))


def point(kind: str, name: str) -> EntryPoint | None:
    """Return where another package says that this plugin of its own lives, or None."""
    return next((point for point in theirs() if kind_and_name(point.name) == (kind, name)), None)


def kind_and_name(name: str) -> tuple[str, str]:
    kind, _, rest = name.partition(":")
    return kind, rest


def ours(kind: str, name: str) -> Callable[..., Any]:
    module, _, attribute = OURS[kind][name][1].partition(":")
    return getattr(import_module(module), attribute)  # type: ignore[no-any-return]


def named(kind: str, name: str) -> Callable[..., Any]:
    if name in OURS[kind]:
        return ours(kind, name)
    if found := point(kind, name):
        return found.load()  # type: ignore[no-any-return]
    raise SettingsError(f"{kind}: {no_such(kind, name)}")


def no_such(kind: str, name: str) -> str:
    from difflib import get_close_matches

    known = [n for k, n, _ in plugins() if k == kind]
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}"
    return f"there is no {name!r}; {hint}"


def judge(key: str, value: Any) -> str | None:
    """Return what is wrong with a setting that names plugins or languages, or None."""
    if key == "language" or (key.endswith(".terms") and isinstance(value, dict)):
        stated = [value] if key == "language" and value != AUTO else value if isinstance(value, dict) else ()
        return next((said for name in stated if (said := complaint(name))), None)
    if key == "executor":
        return _misnamed(value)
    if key not in _KINDS or not value:
        return None
    kind, names = _KINDS[key], [value] if isinstance(value, str) else list(value)
    unknown = [name for name in names if not exists(kind, name)]
    return no_such(kind, unknown[0]) if unknown else None


_KINDS = {"method": "method", "formats": "format", "mail.transport": "delivery"}
"""The settings that name plugins, with the kind of what they name."""


def _misnamed(executor: str) -> str | None:
    """Return what is wrong with the name of an executor and the argument behind its colon, or None."""
    name, colon, argument = executor.partition(":")
    if name not in OURS["executor"]:
        return no_such("executor", name)
    if colon and not _ARGUMENTS.get(name, _NONE).fullmatch(argument):
        return f"{executor!r} is none; write {' or '.join(_WRITTEN.get(name, (name,)))}"
    return None


def exists(kind: str, name: str) -> bool:
    return name in OURS[kind] or point(kind, name) is not None
