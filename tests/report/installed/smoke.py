"""Use an installed briefing as its README tells, from the example to the first mail, and with every extra."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.parsers.pdf_files import column, pdf

DAY = "2026-11-22"
DAM = "The dam above Orr broke on Friday, the authority said in a letter to the council. Nobody was hurt."
SETTINGS = """\
name = "smoke"
title = "Smoke"
sources = ["try-it", "Maildir"]
output = "pages"
state = "state"
zone = "UTC"
formats = ["md", "html", "text", "json"]

[mail]
sender = "desk@example.org"
recipients = ["ada@example.com", "ben@example.com"]
folder = "outgoing"

[[theme]]
name = "Ukraine"
terms = ["Ukraine", "Crimea"]
"""
MAIL = f"From: Orr Courier <d@orr.example>\nSubject: Dam\nDate: Fri, 20 Nov 2026 10:00:00 +0000\n\n{DAM}\n"
PAGE = (
    "<!DOCTYPE html><html lang='en'><head><title>Dam broke</title></head><body><article><h1>Dam broke</h1>"
    f"<p>{DAM}</p><p>{DAM.replace('dam', 'harbour')}</p></article></body></html>"
)
COMMANDS = (
    *("build", "fetch", "send", "run", "outbox", "schedule", "verify", "explain", "editions", "archive"),
    *("init", "check", "plugins", "evaluate", "completion"),
)
FORMATS = {"md": "md", "html": "html", "text": "txt", "json": "json", "mail": "mail.html"}
"""The formats of a page that need no extra, with the ending of its file."""

MODULES = {"keyring": "keyring", "s3": "s3fs", "gs": "gcsfs"}
"""Extras that ask somebody: that they can be imported is all that is tried."""

ARROW = (
    "import sys; from pyarrow import parquet, table; parquet.write_table(table({'text': [sys.argv[2]]}), sys.argv[1])"
)
ZSTD = "import sys, zstandard; open(sys.argv[1], 'wb').write(zstandard.compress(sys.argv[2].encode()))"


@dataclass
class Smoke:
    """A folder in which a command is used; `faults` is what did not go as it should, `pages` what came out."""

    briefing: Path
    folder: Path
    environ: Mapping[str, str]
    faults: list[str] = field(default_factory=list)
    done: int = 0
    pages: list[bytes] = field(default_factory=list)

    def call(self, *arguments: str, code: int = 0, says: str = "", **environ: str) -> str:
        """Run a command, which is to end with `code` and to say so; return its output."""
        known = {**self.environ, **environ}
        called = subprocess.run(
            [self.briefing, *arguments], cwd=self.folder, env=known, capture_output=True, timeout=300
        )
        out, err = (stream.decode(errors="replace") for stream in (called.stdout, called.stderr))
        said = f"{' '.join(arguments)}: {called.returncode}: {(err.splitlines() or ['nothing said'])[-1]}"
        self.check(said, called.returncode == code and says in out + err and "Traceback" not in err)
        return out

    def check(self, what: str, is_so: bool) -> None:
        """Note a fault unless it is so."""
        self.done += 1
        if not is_so:
            self.faults.append(what)

    def take(self, name: str) -> None:
        """Keep the bytes of a page, to be held against those of other environments."""
        path = self.folder / name
        self.check(f"{name} is missing", path.is_file())
        self.pages.append(path.read_bytes() if path.is_file() else b"")

    @property
    def digest(self) -> str:
        """Of all pages taken."""
        return hashlib.sha256(b"\0".join(self.pages)).hexdigest()[:12]


def everything(smoke: Smoke, extras: Sequence[str]) -> None:
    """Use all of it, with the extras that are installed."""
    first_page(smoke)
    every_morning(smoke)
    for name in COMMANDS:
        smoke.call(name, "--help", says="Usage: briefing")
    for extra in extras:
        with_extra(smoke, extra)


def first_page(smoke: Smoke) -> None:
    """From nothing to pages in every format, each proved."""
    smoke.call("--version", says="briefing ")
    smoke.call("init", "--example", "try-it")
    smoke.call("build", "try-it", "--date", DAY, *(option for name in FORMATS for option in ("--format", name)))
    for ending in FORMATS.values():
        smoke.take(f"briefings/{DAY}.{ending}")
    for name in ("md", "html", "json"):
        smoke.call("verify", f"briefings/{DAY}.{name}", says="verbatim")
    smoke.call("explain", "try-it", "Blinken", says="Blinken")


def every_morning(smoke: Smoke) -> None:
    """A run with two recipients, and the questions that one asks afterwards."""
    (smoke.folder / "briefing.toml").write_text(SETTINGS)
    for name in ("cur", "new", "tmp"):
        (smoke.folder / "Maildir" / name).mkdir(parents=True)
    (smoke.folder / "Maildir" / "new" / "1.orr").write_text(MAIL)
    smoke.call("check", says="settings: well")
    smoke.call("run")
    smoke.call("run")
    smoke.check("not one mail for each recipient", len([*(smoke.folder / "outgoing").glob("*.eml")]) == 2)
    smoke.call("editions", says="1")
    smoke.call("archive", "site")
    smoke.call("outbox", "--all", says="sent")


def with_extra(smoke: Smoke, extra: str) -> None:
    """Use what an extra brings."""
    more = smoke.folder / "more"
    more.mkdir(exist_ok=True)
    python = smoke.briefing.with_name("python")
    if extra in MODULES:
        imported = subprocess.run([python, "-c", f"import {MODULES[extra]}"], cwd=smoke.folder, env=smoke.environ)
        smoke.check(f"{MODULES[extra]} cannot be imported", imported.returncode == 0)
    elif extra == "pdf":
        smoke.call("build", "try-it", "--format", "pdf", "-o", "page.pdf")
        smoke.check("no PDF", (smoke.folder / "page.pdf").read_bytes()[:5] == b"%PDF-")
    elif extra == "cluster":
        for executor in ("dask", "serial"):
            smoke.call("build", "try-it", "--date", DAY, "--executor", executor, "-o", f"more/{executor}.md")
        one, other = ((more / f"{executor}.md").read_bytes() for executor in ("dask", "serial"))
        smoke.check("dask makes another page", one == other)
    elif extra == "evaluate":
        row = {"text": f"{DAM} {DAM.replace('dam', 'harbour')}", "references": [DAM]}
        (more / "rows.jsonl").write_text(json.dumps(row) + "\n")
        smoke.call("evaluate", "more/rows.jsonl", "--method", "lead", "--only", "single", says="lead")
    else:
        for file in files(more, extra, python):
            smoke.call("build", f"more/{file}", "--date", DAY, "-o", f"more/{file}.md", **_language(extra))
            smoke.take(f"more/{file}.md")
            smoke.check(f"{file} was not read", b"1 article" in smoke.pages[-1])


def without_extra(smoke: Smoke, extra: str, folder: Path) -> None:
    """Ask for what an extra brings, where it is missing; `folder` has the files that it reads."""
    wanted = {
        "pdf": (1, "try-it", "--format", "pdf"),
        "cluster": (78, "try-it", "--executor", "dask"),
        "s3": (78, "s3://orr/news"),
        "gs": (78, "gs://orr/news"),
        "web": (3, folder / "page.html"),
        "documents": (3, folder / "page.docx"),
        "parquet": (3, folder / "rows.parquet"),
        "zstd": (3, folder / "page.txt.zst"),
        "languages": (3, folder / "fr.txt"),
    }
    if extra in wanted:
        code, *arguments = wanted[extra]
        where = ["-o", "none.pdf" if extra == "pdf" else "none.md"]
        smoke.call("build", *map(str, arguments), *where, code=code, says=f"briefing[{extra}]", **_language(extra))
    elif extra == "evaluate":
        smoke.call("evaluate", str(folder / "rows.jsonl"), code=2, says="briefing[evaluate]")


def files(folder: Path, extra: str, python: Path) -> list[str]:
    """Write the files that need an extra to be read; return their names."""
    if extra == "web":
        (folder / "page.html").write_text(PAGE)
        return ["page.html"]
    if extra == "documents":
        (folder / "page.pdf").write_bytes(pdf([column(f"{DAM}\n\n{DAM.replace('dam', 'harbour')}")]))
        (folder / "page.docx").write_bytes(_word(DAM))
        return ["page.pdf", "page.docx"]
    if extra == "languages":
        (folder / "fr.txt").write_text("Le barrage a cédé vendredi au-dessus de la ville, a dit le maire. Personne.")
        return ["fr.txt"]
    name, write = {"parquet": ("rows.parquet", ARROW), "zstd": ("page.txt.zst", ZSTD)}[extra]
    subprocess.run([python, "-c", write, folder / name, DAM], check=True)
    return [name]


def _language(extra: str) -> dict[str, str]:
    return {"BRIEFING_LANGUAGE": "auto"} if extra == "languages" else {}


def _word(text: str) -> bytes:
    """A Word document of one paragraph, as small as one can be."""
    office, vnd = "http://schemas.openxmlformats.org", "application/vnd.openxmlformats"
    links, part = f"{vnd}-package.relationships+xml", f"{vnd}-officedocument.wordprocessingml.document.main+xml"
    named = {
        "[Content_Types].xml": f'<Types xmlns="{office}/package/2006/content-types"><Default Extension="rels" '
        f'ContentType="{links}"/><Override PartName="/word/document.xml" ContentType="{part}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{office}/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{office}/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{text}'
        "</w:t></w:r></w:p></w:body></w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, content in named.items():
            new.writestr(name, content)
    return out.getvalue()
