"""The PDF edition: all that the page says, on paper, the same bytes each time, and nothing from outside."""

from __future__ import annotations

import ctypes
import json
import os
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

import briefing
from briefing.cli.specimen import specimen
from briefing.model import Article, Theme

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 22)
BODY = "The dam above Orr broke on Friday after days of heavy rain. Nobody was hurt, the mayor said."


@contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """A PDF as another program reads it."""
    document = pypdfium2.PdfDocument(data)
    try:
        yield document
    finally:
        document.close()


def text_of(document: pypdfium2.PdfDocument) -> list[str]:
    """What each page says, without white space and the marks of hyphens."""
    found = (page.get_textpage().get_text_bounded() for page in document)
    return ["".join(text.replace("\ufffe", "").split()) for text in found]


def inside(data: bytes) -> bytes:
    """What a PDF holds, unpacked."""
    streams = re.findall(rb"stream\n(.*?)\nendstream", data, re.DOTALL)
    return b"\n".join([data, *(zlib.decompress(stream) for stream in streams if stream[:1] == b"x")])


@pytest.fixture(scope="module")
def sample(seeds, tmp_path_factory) -> bytes:
    """The PDF of the sample articles."""
    path = tmp_path_factory.mktemp("pdf") / "p.pdf"
    built(seeds, path, "0")
    return path.read_bytes()


def built(seeds: Path, path: Path, seed: str) -> None:
    """Build in a process of its own."""
    arguments = [sys.executable, "-m", "briefing", "build", str(seeds), "--date", str(DAY), "-o", str(path)]
    subprocess.run(arguments, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}, cwd=ROOT)


def test_the_example_is_two_to_four_numbered_pages_of_a4(sample, command, seeds):
    """With every statement on them, and a heading for each theme."""
    with opened(sample) as document:
        pages = text_of(document)
        assert 2 <= len(pages) <= 4
        for number, page in enumerate(document, 1):
            assert [round(side) for side in page.get_size()] == [595, 842]
            assert pages[number - 1].endswith(f"{number}/{len(pages)}")
    page = json.loads(command("build", seeds, "--date", str(DAY), "--format", "json", "-o", "-").out)
    whole = "".join(pages)
    words = [point["text"] for section in page["sections"] for by in section["articles"] for point in by["points"]]
    assert len(words) > 10
    for said in (*words, "Afghanistan withdrawal", "Who said what", "How this was made"):
        assert "".join(said.split()) in whole
    for hidden in ("Skip to the content", "The sources as they stand", "Why it is here"):
        assert "".join(hidden.split()) not in whole


def test_the_same_page_has_the_same_bytes(sample, seeds, tmp_path):
    """In another process, whatever its hash seed and whenever it runs."""
    built(seeds, tmp_path / "again.pdf", "7")
    assert (tmp_path / "again.pdf").read_bytes() == sample


def test_it_says_what_it_is(sample):
    """Title, language, day, and tags for those who have it read to them."""
    with opened(sample) as document:
        known = document.get_metadata_dict()
        assert document.is_tagged()
    assert known["Title"] == "NATO briefing, 22 November 2026"
    assert known["CreationDate"].startswith("D:20261122")
    assert known["ModDate"] == ""
    assert b"/Lang (en)" in inside(sample)


def test_a_number_leads_to_the_place_that_it_cites(sample):
    """The sources are not in the PDF: a link goes to the list of places at its end, and none goes nowhere."""
    with opened(sample) as document:
        found = [link for page in document for link in links(page)]
    assert len(found) > 40
    assert set(found) <= set(range(4))
    assert found.count(3) > 30


def links(page: pypdfium2.PdfPage) -> Iterator[int]:
    """The pages to which a page's links lead, -1 for nowhere."""
    raw = pypdfium2.raw
    at, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, ctypes.byref(at), ctypes.byref(link)):
        dest = raw.FPDFLink_GetDest(page.pdf, link)
        yield raw.FPDFDest_GetDestPageIndex(page.pdf, dest) if dest else -1


@pytest.mark.parametrize("language", ["en", "uk"])
def test_a_page_with_everything_can_be_laid_out(language):
    """In either alphabet."""
    with opened(briefing.render(replace(specimen(DAY), language=language), "pdf")) as document:
        whole = "".join(text_of(document))
    for said in ("Atitle", "Astatement.", "Another.", "Agency", "VeraHolm"):
        assert said in whole


@pytest.mark.parametrize(
    "text",
    [
        '<img src="http://127.0.0.1:9/x.png">',
        '</style><link rel="stylesheet" href="http://127.0.0.1:9/x.css">',
        '<a href="javascript:alert(1)">x</a>',
        "url(file:///etc/passwd)",
        "<svg><image href='file:///etc/passwd'/></svg>",
        "\u202edrowkcab \x1b[31m",
    ],
)
def test_no_text_becomes_markup(text):
    """It is printed as it is, nothing is loaded, nothing is attached, and no link leads to a script or file."""
    articles = [Article(BODY, title=text, source=text, url=text), Article(f"The union said {text} and left.")]
    data = briefing.render(briefing.build(articles, [Theme(text, ("dam",))], date=DAY, title=text), "pdf")
    unpacked = inside(data)
    assert b"/Catalog" in unpacked
    for active in (b"/JavaScript", b"/EmbeddedFile", b"/Launch", b"/URI", b"/Image"):
        assert active not in unpacked
    with opened(data) as document:
        whole = "".join(text_of(document))
    shown = text.replace("\u202e", "⟦U+202E⟧").replace("\x1b", "⟦U+001B⟧")
    assert "".join(shown.split()) in whole


def test_without_weasyprint_the_error_says_how_to_get_it(command, seeds, monkeypatch):
    """And no page is written."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    ran = command("build", seeds, "-o", "p.pdf")
    assert ran.code == 1
    assert "a PDF needs WeasyPrint: pip install 'briefing[pdf]'" in ran.err
    assert not Path("p.pdf").exists()


def test_verify_says_that_it_reads_no_pdf(command, sample, tmp_path):
    """And what it does read."""
    (tmp_path / "p.pdf").write_bytes(sample)
    ran = command("verify", tmp_path / "p.pdf")
    assert ran.code == 1
    assert "a PDF, which is not read back; verify reads Markdown, HTML and JSON pages" in ran.err


def test_a_recorded_pdf_comes_back_to_the_byte(command, seeds, tmp_path):
    """From `editions show` and `export`; recorded again, it is the same revision."""
    settings = (seeds / "briefing.toml").read_text("utf-8")
    head = f'name = "nato"\nsources = ["{seeds}"]\nformats = ["md", "pdf"]\noutput = "pages"\n'
    Path("briefing.toml").write_text(head + settings)
    for _ in range(2):
        assert command("build", "--publish", "--date", str(DAY)).code == 0
    data = Path(f"pages/{DAY}.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert command("editions", "export", "out").code == 0
    assert Path(f"out/{DAY}-r1.pdf").read_bytes() == data
    assert not Path(f"out/{DAY}-r2.pdf").exists()
    shown = subprocess.run(
        [sys.executable, "-m", "briefing", "editions", "show", str(DAY), "--format", "pdf"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert shown.stdout == data
