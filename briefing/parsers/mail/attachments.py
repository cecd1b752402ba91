"""Read the files that come with a mail, each by what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import import_module

from briefing.model import Problem
from briefing.parsers.charset import decoded
from briefing.parsers.kinds import kind_of
from briefing.parsers.mail.parts import Attached, payload
from briefing.parsers.parsed import Document, Hints, Parsed
from briefing.parsers.titled import titled

_PARSERS = {"pdf": "briefing.parsers.pdf", "docx": "briefing.parsers.docx", "html": "briefing.parsers.html"}
_EXTRAS = {"pdf": "documents", "docx": "documents", "html": "web"}
_TEXTS = (".txt", ".md", ".markdown")
_SHOWN = 5  # names in a problem


def attached(
    files: Sequence[Attached], head: Mapping[str, str], hints: Hints, with_files: bool
) -> Iterator[Document | Problem]:
    """Yield an article for each file of a kind that is read, and one problem for all others, with their names.

    What a file does not state itself, such as a date, is the mail's.
    """
    unread = []
    for file in files if with_files else ():
        data = payload(file.part)
        parsed = _parsed(data, file, replace(hints, charset=_charset(file)))
        if parsed is None:
            unread.append(file.name or file.kind)
            continue
        known = {key: head[key] for key in ("date", "source", "language") if key in head}
        for document in parsed.documents:
            title = titled(document.text, file.name.rpartition(".")[0] or file.name)
            yield replace(document, stated={**known, **title, **document.stated})
        named = file.name or file.kind
        yield from (replace(problem, what=f"its attachment {named}: {problem.what}") for problem in parsed.problems)
    if unread:
        names = ", ".join([*unread[:_SHOWN], *["…"] * (len(unread) > _SHOWN)])
        what = f"attachments of kinds that are not read ({len(unread)}): {names}"
        yield Problem(hints.where, what, "save them as text, HTML, PDF or DOCX, if they hold news")


def _parsed(data: bytes, file: Attached, hints: Hints) -> Parsed | None:
    """Return what a file says, or None for a kind that is not read."""
    kind = kind_of(data, name=file.name, content_type=file.kind)
    if kind == "text" and _is_text(file):
        text = decoded(data, hints.charset)
        return Parsed((Document(text),)) if text.strip() else Parsed()
    if kind == "mail":
        from briefing.parsers.mail.message import documents

        return documents(data, hints)
    if kind not in _PARSERS:
        return None
    try:
        found: Parsed = import_module(_PARSERS[kind]).documents(data, hints)
    except ImportError as error:
        what = f"cannot be read: {error.name or 'a library'} is not installed"
        return Parsed(problems=(Problem(hints.where, what, f"pip install 'briefing[{_EXTRAS[kind]}]'"),))
    return found


def _is_text(file: Attached) -> bool:
    """Whether a file is called a text, by its type or its name: bytes of any kind may be one."""
    return file.kind.startswith("text/") or file.name.lower().endswith(_TEXTS)


def _charset(file: Attached) -> str:
    charset = file.part.get_param("charset", "")
    return charset if isinstance(charset, str) else ""
