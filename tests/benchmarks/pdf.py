"""How much of an article comes back from the PDF that it was printed to, beside PDFium's own text.

`python tests/benchmarks/pdf.py write ARTICLES.jsonl FOLDER` lays the texts out as Word documents, in one column and in
three, in several types, half of them hyphenated. Print them, for instance with
`soffice --headless --convert-to pdf --outdir FOLDER FOLDER/*.docx`; then `python tests/benchmarks/pdf.py read FOLDER`
prints for each number of columns: the 4-gram recall of PDFium's text and of ours, the share of whole paragraphs
(hyphens aside).
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from statistics import mean

import docx
import pypdfium2
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from briefing.parsers.parsed import Hints
from briefing.parsers.pdf import documents

TYPES = (("DejaVu Serif", 8, 1.0), ("DejaVu Sans", 9, 1.15), ("DejaVu Serif", 11, 1.5))
COLUMNS = (1, 3)
MOST = 14_000  # characters of an article


def write(articles: Path, folder: Path) -> None:
    """Lay out every article of at least two paragraphs, and write its paragraphs beside it."""
    rows = [json.loads(line)["text"] for line in articles.read_text("utf-8").splitlines()]
    for number, text in enumerate(text for text in rows if "\n" in text and len(text) < MOST):
        paragraphs = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
        for columns in COLUMNS:
            path = folder / f"{number:03}-{columns}.docx"
            laid_out(paragraphs, number, columns).save(str(path))
            path.with_suffix(".txt").write_text("\n".join(paragraphs), "utf-8")


def laid_out(paragraphs: list[str], number: int, columns: int) -> docx.document.Document:
    """One document: set apart by room or by indentation, ragged or justified, hyphenated or not, by its number."""
    document = docx.Document()
    set_up = document.sections[0]._sectPr.find(qn("w:cols"))
    set_up.set(qn("w:num"), str(columns))
    if number % 2:
        switch = OxmlElement("w:autoHyphenation")
        switch.set(qn("w:val"), "true")
        document.settings.element.append(switch)
    name, size, spacing = TYPES[number % 3]
    for text in paragraphs:
        paragraph = document.add_paragraph(text)
        paragraph.runs[0].font.name, paragraph.runs[0].font.size = name, Pt(size)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if number % 4 in (1, 2) else WD_ALIGN_PARAGRAPH.LEFT
        paragraph.paragraph_format.line_spacing = spacing
        paragraph.paragraph_format.first_line_indent = Pt(14 if number % 3 == 1 else 0)
        paragraph.paragraph_format.space_after = Pt(0 if number % 3 else 8)
    return document


def grams(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words."""
    words = re.findall(r"\w+", text)
    return Counter(zip(*(words[k:] for k in range(4)), strict=False))


def recall(text: str, wanted: str) -> float:
    """Return the share of the wanted runs of words that a text has."""
    known = grams(wanted)
    return (grams(text) & known).total() / max(1, known.total())


def bare(data: bytes) -> str:
    """Return PDFium's own text, its hyphens as they are printed."""
    pages = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range().replace("\ufffe", "-") for page in pages)


def read(folder: Path) -> None:
    """Print what comes back."""
    for columns in COLUMNS:
        paths = sorted(folder.glob(f"*-{columns}.pdf"))
        theirs, ours, whole, count = [], [], 0, 0
        for path in paths:
            data, wanted = path.read_bytes(), path.with_suffix(".txt").read_text("utf-8")
            (document,) = documents(data, Hints(path.name)).documents
            theirs.append(recall(bare(data), wanted))
            ours.append(recall(document.text, wanted))
            found = Counter(document.text.replace("-", "").split("\n\n"))
            paragraphs = Counter(wanted.replace("-", "").split("\n"))
            whole, count = whole + (found & paragraphs).total(), count + paragraphs.total()
        if paths:
            figures = f"PDFium {mean(theirs):.3f}, ours {mean(ours):.3f}, whole paragraphs {whole / count:.1%}"
            print(f"{columns} columns, {len(paths)} files: {figures}")


if __name__ == "__main__":
    if sys.argv[1] == "write":
        write(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        read(Path(sys.argv[2]))
