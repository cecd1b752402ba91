"""What inputs are made from: small files of every format, and the signs that foreign text is strange by."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from functools import cache
from pathlib import Path

from tests.parsers.pdf_files import column, pdf
from tests.report.regexes.texts import UNITS

ROOT = Path(__file__).parents[3]
NEWS = (
    "ORR (Marn Post) - The dam above Orr broke on Friday, 20 November 2026. “Nobody was hurt,” Mayor Ada Vale said.\n\n"
    "Some 400 people had left their homes on Thursday. She will speak to them again next Tuesday, she said."
)
STRANGE = (
    "\x00", "\x1b[31m", "\x07", "\u202e", "\u2066", "\u200d", "\u200b", "\u0301" * 40, "\ud800", "\ufeff", "\r",
    "\x85", "\u2028",
    "ไทยไม่มีช่องว่าง", "漢字。", "“" * 9, "‘", "{{ 7*7 }}", "<script>", "[a](javascript:x)", "=?utf-8?q?=0A?=",
    "\\", "`", "|", "&#x41;",
    "31 February 2026", "Sept. 11", "99 May", "-0001-13-45", "1e999", "٣٤", "½", "ǅ", "ﬁ", "İ", "ß",
)  # fmt: skip
SIGNS = (*STRANGE, *UNITS, *NEWS.split(" "), NEWS, " ", "\n\n", ". ")
"""Pieces of generated texts."""

SETTINGS = (ROOT / "seeds" / "briefing.toml").read_text("utf-8").encode()


@cache
def files() -> dict[str, bytes]:
    """Return a small file of each format, by a name."""
    row = json.dumps({"text": NEWS, "title": "The dam", "date": "2026-11-20", "url": "https://news.example/1"})
    page = f"<!doctype html><html><head><title>Dam</title></head><body><article><p>{NEWS}</p></article></body></html>"
    letter = f"From: a@b.example\nSubject: The dam\nDate: Fri, 20 Nov 2026 10:00:00 +0000\n\n{NEWS}\n"
    item = f"<item><title>Dam</title><link>https://news.example/1</link><description>{NEWS}</description></item>"
    plain = {
        "a.txt": NEWS,
        "a.md": f"---\ntitle: The dam\ndate: 2026-11-20\n---\n# Dam\n\n{NEWS}",
        "a.jsonl": f"{row}\n{row}\n",
        "a.csv": f'title,text,date\nDam,"{NEWS}",2026-11-20\n',
        "a.html": page,
        "feed.xml": f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{item}</channel></rss>',
        "feed.json": json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "N", "items": [{"id": "1"}]}),
        "a.eml": letter,
        "a.mbox": "\n".join(f"From a@b.example Fri Nov 20 1{hour}:00:00 2026\n{letter}" for hour in (0, 1)),
        "cur/1.M1:2,S": letter,
        "a.opml": '<opml version="2.0"><body><outline xmlUrl="https://news.example/feed"/></body></opml>',
    }
    found = {name: text.encode() for name, text in plain.items()}
    found |= {"a.pdf": pdf([column(NEWS)]), "a.docx": _docx(), "a.parquet": _parquet(), "a.jsonl.zst": _zstd(row)}
    return found | {"a.txt.gz": gzip.compress(NEWS.encode(), mtime=0), "a.zip": _zip(found)}


def _zip(files_: dict[str, bytes]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in ("a.txt", "a.html", "a.eml"):
            packed.writestr(name, files_[name])
    return into.getvalue()


def _docx() -> bytes:
    import docx

    into, document = io.BytesIO(), docx.Document()
    document.add_paragraph(NEWS)
    document.save(into)
    return into.getvalue()


def _parquet() -> bytes:
    import pyarrow
    from pyarrow import parquet

    into = io.BytesIO()
    parquet.write_table(pyarrow.table({"text": [NEWS, NEWS], "title": ["a", "b"]}), into)
    return into.getvalue()


def _zstd(row: str) -> bytes:
    import zstandard

    return zstandard.compress(f"{row}\n".encode())
