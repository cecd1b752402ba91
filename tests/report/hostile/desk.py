"""A news desk that gets hostile texts from everywhere: articles of every kind, a feed, and settings full of them."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import chdir, contextmanager, suppress
from dataclasses import dataclass, field
from email.header import Header
from html import escape
from pathlib import Path
from unittest.mock import patch

from briefing.assembly.proving import forget
from briefing.cli import start
from briefing.errors import DeliveryError, SettingsError
from briefing.renderers.mail import mailbox
from briefing.settings import load
from tests.report.hostile.attempts import Attempt
from tests.web_server import WebServer, page

BODY = (
    "The dam above Orr{k} broke on Friday after {place} days of heavy rain in the valley. Nobody was hurt, they said."
)
SAID = (
    "{body} The union of Orr{k} said {text} and went home to wait. “We will rebuild it,” said {text} of Orr{k}.\n\n"
    "{text}\n"
)
HARMLESS = {
    "theme": "The dam",
    "title": "The Orr briefing",
    "sender": "The desk",
    "recipient": "A reader",
    "pin": "dam",
}
SETTINGS = """\
name = "orr"
title = {title}
sources = ["news", {feed}]
words = 20000
formats = ["md", "html", "json", "text"]
output = "pages"
state = "state"
[editor]
drop = {drop}
[run]
log = "debug"
archive = "site"
[mail]
sender = {sender}
recipients = {recipients}
folder = "outgoing"
list_id = "orr.example.org"
attach = ["md"]
[fetch]
backlog = "400 days"
allow = ["127.0.0.1:{port}"]
"""


@dataclass
class Desk:
    """A folder with settings and news; `said` is what each command wrote to the terminal, `went` what got in where."""

    folder: Path
    attempts: Sequence[Attempt]
    server: WebServer
    said: list[tuple[str, str]] = field(default_factory=list)
    went: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """Write everything; nothing is made of it yet."""
        self.news = self.folder / "news"
        self.news.mkdir(parents=True)
        for write in (self._rows, self._front_matter, self._pages, self._mails, self._table, self._names, self._feed):
            write()
        self._settings()

    def run(self, *arguments: str) -> int:
        """Run a command as in a terminal, and keep what it said."""
        streams = [io.TextIOWrapper(io.BytesIO(), "utf-8", errors) for errors in ("strict", "backslashreplace")]
        before, (sys.stdout, sys.stderr) = (sys.stdout, sys.stderr), streams
        forget()
        try:
            with chdir(self.folder), patch("click.utils.should_strip_ansi", return_value=False):  # as on a terminal
                code = start(arguments)
        finally:
            sys.stdout, sys.stderr = before
        for stream in streams:
            stream.flush()
            self.said.append((" ".join(arguments[:2]), stream.buffer.getvalue().decode()))  # type: ignore[attr-defined]
        return code

    def _write(self, name: str, data: str | bytes, place: str, count: int | None = None) -> None:
        (self.news / name).write_bytes(data if isinstance(data, bytes) else data.encode())
        self.went[place] += len(self.attempts) if count is None else count

    def _rows(self) -> None:
        rows = []
        for k, one in enumerate(self.attempts):
            stated = dict.fromkeys(("title", "source", "url", "id", "language"), one.text)
            rows.append({"text": _said(k, one.text, "three"), "date": f"2026-11-27 {one.text}", **stated})
        self._write(
            "rows.jsonl", "".join(json.dumps(row) + "\n" for row in rows), "row of JSON: text, title, source, …"
        )

    def _front_matter(self) -> None:
        for k, one in enumerate(self.attempts):
            head = f"---\ntitle: {json.dumps(one.text)}\nsource: {json.dumps(one.text)}\n---\n"
            self._write(f"front{k}.md", head + _said(k, one.text, "four"), "front matter", 1)

    def _pages(self) -> None:
        for k, one in enumerate(self.attempts):
            text = escape(one.text)
            metas = "".join(
                f'<meta property="{name}" content="{text}">' for name in ("og:site_name", "og:url", "author")
            )
            paragraphs = "".join(f"<p>{escape(part)}</p>" for part in _said(k, one.text, "five").split("\n\n"))
            html = f"<html><head><title>{text}</title>{metas}</head><body><h1>{text}</h1>{paragraphs * 2}</body></html>"
            self._write(f"page{k}.html", html, "web page: title, site, author, heading, text", 1)

    def _mails(self) -> None:
        for k, one in enumerate(self.attempts):
            name = Header(one.text.replace("\0", ""), "utf-8", maxlinelen=70).encode().replace("\n", "\r\n")
            head = f"From: {name} <x@evil.example>\r\nSubject: {name}\r\nMessage-ID: <{k}@evil.example>\r\n"
            kind = "Content-Type: text/plain; charset=utf-8\r\n\r\n"
            self._write(f"mail{k}.eml", head + kind + _said(k, one.text, "six"), "mail: subject, sender, text", 1)

    def _table(self) -> None:
        stream = io.StringIO()
        table = csv.writer(stream)
        table.writerow(["text", "title", "source"])
        for k, one in enumerate(self.attempts):
            text = one.text.replace("\0", "")
            table.writerow([_said(k, text, "seven"), text, text])
        self._write("table.csv", stream.getvalue(), "cell of a table")

    def _names(self) -> None:
        for k, one in enumerate(self.attempts):
            name = one.text.replace("/", "_").replace("\0", "").encode()[:240].decode(errors="ignore")
            with suppress(OSError):
                self._write(f"{name}.txt", BODY.format(k=k, place="eight"), "name of a file", 1)
            with suppress(OSError):  # of which nothing can be read: it is told
                self._write(f"{name}.pdf", b"%PDF-1.4 \xff", "name of a file that cannot be read", 1)

    def _feed(self) -> None:
        items = "".join(
            f"<item><title>{_xml(one.text)}</title><link>{_xml(one.text)}</link><guid>{k}{_xml(one.text)}</guid>"
            f"<author>{_xml(one.text)}</author><pubDate>Fri, 27 Nov 2026 08:00:00 GMT</pubDate>"
            f"<description>{_xml(escape(_said(k, one.text, 'nine')))}</description></item>"
            for k, one in enumerate(self.attempts)
        )
        text = f"<rss version='2.0'><channel><title>{_xml(self.attempts[0].text)}</title>{items}</channel></rss>"
        self.server.routes["/feed.xml"] = page(text, Content_Type="application/rss+xml")
        self.went["feed: title, link, author, text"] += len(self.attempts)

    def _settings(self) -> None:
        """What settings take; what they refuse stays out."""
        taken = {place: [one.text for one in self.attempts if self._is_taken(place, one.text)] for place in HARMLESS}
        people = [_address(name, f"r{k}@example.com") for k, name in enumerate(taken["recipient"] or ["A reader"])]
        text = SETTINGS.format(
            title=_toml(" / ".join(taken["title"] or ["x"])),
            feed=_toml(self.server.address("/feed.xml")),
            port=self.server.port,
            drop=f"[{', '.join(map(_toml, taken['pin']))}]",
            sender=_toml(_address(" / ".join(taken["sender"])[:400], "desk@example.org")),
            recipients=f"[{', '.join(map(_toml, people))}]",
        )
        themes = [
            f"[[theme]]\nname = {name}\ndescription = {name}\nterms = [{_toml(f'Orr{k}')}, {name}]\n"
            for k, name in enumerate(map(_toml, {name.casefold(): name for name in taken["theme"]}.values()))
        ]
        (self.folder / "briefing.toml").write_text(text + "".join(themes), "utf-8")

    def _is_taken(self, place: str, text: str) -> bool:
        """Whether settings take a text at a place, among harmless ones at the others."""
        said = {**HARMLESS, place: text}
        theme, sender, recipient = (
            _toml(text) for text in (said["theme"], *map(_address, (said["sender"], said["recipient"])))
        )
        lines = (
            f"title = {_toml(said['title'])}\nsources = ['a']\n[editor]\ndrop = [{_toml(said['pin'])}]\n[mail]\n"
            f"sender = {sender}\nrecipients = [{recipient}]\nfolder = 'x'\n"
            f"[[theme]]\nname = {theme}\nterms = [{theme}]\ndescription = {theme}\n"
        )
        file = self.folder / "try.toml"
        file.write_text(lines, "utf-8")
        try:
            load(config=file, folder=self.folder, sources=(), environ={}, overrides={})
            mailbox(_address(text if place in ("sender", "recipient") else "x"))
        except (SettingsError, DeliveryError) as error:
            self.said.append(("settings", "".join(f"briefing: {line}\n" for line in str(error).splitlines())))
            self.refused[f"settings: {place}"] += 1
            return False
        finally:
            file.unlink()
        self.went[f"settings: {place}"] += 1
        return True


def _said(k: int, text: str, place: str) -> str:
    return SAID.format(body=BODY.format(k=k, place=place), k=k, text=text)


def _xml(text: str) -> str:
    """What XML can hold of a text."""
    return "".join(
        f"&#{ord(sign)};" if sign in "<>&'\"\r\n" or sign > "~" else sign
        for sign in text
        if sign >= " " or sign in "\t\r\n"
    )


def _address(name: str, address: str = "a@example.org") -> str:
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}" <{address}>'


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


@contextmanager
def environment(**variables: str) -> Iterator[None]:
    """Set variables of the environment."""
    before = dict(os.environ)
    os.environ.update(variables)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def worked(desk: Desk) -> Desk:
    """Do at a desk all that a user may do, and return it."""
    desk.run("fetch")
    desk.run("run", "--verbose")
    pages = sorted((desk.folder / "pages").iterdir())
    for path in pages:
        if path.suffix != ".txt":
            desk.run("verify", f"pages/{path.name}")
    day = pages[0].stem
    for arguments in _looking(day, desk.attempts):
        desk.run(*arguments)
    return desk


def _looking(day: str, attempts: Iterable[Attempt]) -> Iterator[tuple[str, ...]]:
    yield from [("build", "-o", "-", "--format", "json")]
    yield from (("explain",), ("explain", "--json"), ("explain", "--themes"), ("editions",), ("editions", "--json"))
    yield from (("editions", "show", day, "--format", form) for form in ("md", "html", "text", "subject", "mail"))
    yield from (("editions", "compare", day), ("editions", "prune", "--dry-run", "--keep-days", "1"))
    yield from (("check",), ("outbox", "show", "1", "--raw"))
    yield from (("outbox", "--all"), ("outbox", "--all", "--json"), ("outbox", "show", "1"), ("fetch", "--json"))
    yield from (("editions", "export", "exported"), ("archive", "site"), ("plugins",))
    for one in attempts:
        text = one.text.replace("\0", "")
        yield from (
            ("verify", text),
            ("explain", "news/front0.md", f"{text} "),
            ("build", f"{text}.txt", "-o", "-"),
            (text,),
            ("outbox", text),
        )
        yield from (
            ("build", "-o", "-", "--config", text),
            ("build", "-o", "-", "--format", text),
            ("build", "-o", "-", f"--{text}"),
        )
