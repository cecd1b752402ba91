"""Word documents: what a reader sees of them, and nothing that runs or is fetched."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from briefing.parsers import docx as parser
from briefing.parsers.parsed import Hints
from briefing.parsers.worker import parse

HINTS = Hints("/news/a.docx")
Filled = Callable[[Any], None]


def written(fill: Filled) -> bytes:
    """Return a document that a function has filled."""
    document, out = docx.Document(), io.BytesIO()
    fill(document)
    document.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Return the archive with a part replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            if item.filename != name:
                new.writestr(item, old.read(item))
        new.writestr(name, content)
    return out.getvalue()


def text_of(fill: Filled) -> str:
    """Return the text of the one document, which comes without a problem."""
    parsed = parse("docx", written(fill), HINTS)
    assert parsed.problems == ()
    (document,) = parsed.documents
    return document.text


def inside(xml: str) -> Filled:
    """Return what fills a document with a paragraph of this content."""

    def fill(document: Any) -> None:
        paragraph = parse_xml(f"<w:p {nsdecls('w', 'wp', 'a')}>{xml}</w:p>")
        document.element.body.insert(0, paragraph)

    return fill


def test_headings_paragraphs_and_tables_come_in_their_order():
    """A paragraph each, a table row by row with its cells parted by tabs."""

    def fill(document: Any) -> None:
        document.add_heading("Dam broke", 0)
        document.add_paragraph("The dam above ").add_run("Orr").bold = True
        table = document.add_table(2, 2)
        for k, cell in enumerate(c for row in table.rows for c in row.cells):
            cell.text = f"cell {k}"
        document.add_paragraph("Nobody was hurt.")

    assert text_of(fill).split("\n\n") == [
        "Dam broke",
        "The dam above Orr",
        "cell 0\tcell 1",
        "cell 2\tcell 3",
        "Nobody was hurt.",
    ]


def test_a_table_that_lays_a_page_out_is_read_cell_by_cell():
    """Columns of a newsletter: a cell with more than a paragraph is text."""

    def fill(document: Any) -> None:
        left, right = document.add_table(1, 2).rows[0].cells
        left.text = "The dam broke."
        left.add_paragraph("Nobody was hurt.")
        right.text = "The ferry stays."

    assert text_of(fill) == "The dam broke.\n\nNobody was hurt.\n\nThe ferry stays."


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (
            "<w:r><w:t>The dam </w:t></w:r><w:ins><w:r><w:t>above Orr </w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>not</w:delText></w:r></w:del><w:r><w:t>broke.</w:t></w:r>",
            "The dam above Orr broke.",
        ),
        ("<w:sdt><w:sdtContent><w:r><w:t>In a control.</w:t></w:r></w:sdtContent></w:sdt>", "In a control."),
        ("<w:hyperlink><w:r><w:t>A link.</w:t></w:r></w:hyperlink>", "A link."),
        ("<w:r><w:instrText>HYPERLINK x</w:instrText></w:r><w:r><w:t>Seen.</w:t></w:r>", "Seen."),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r><w:r><w:t>Seen.</w:t></w:r>", "Seen."),
        ("<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>", "One\ntwo\tthree"),
        ("<w:r><w:t>Rybin</w:t><w:softHyphen/><w:t>sk-</w:t><w:noBreakHyphen/></w:r>", "Rybin\u00adsk-\u2011"),
    ],
    ids=["tracked changes", "content control", "link", "field code", "hidden", "breaks", "hyphens"],
)  # fmt: skip
def test_what_a_reader_sees_is_the_text(xml, text):
    """What was inserted is there, what was taken out is not; signs are the characters that they stand for."""
    assert text_of(inside(xml)) == text


def test_a_text_box_is_read_once():
    """Word stores it twice, for itself and for older versions; it follows the paragraph that it hangs on."""
    box = "<w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = (
        f"<mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    assert text_of(inside(f"<w:r><w:t>Outside.</w:t>{both}</w:r>")) == "Outside.\n\nIn the box."


def test_title_and_language_are_as_stated_and_no_date_is_invented():
    """The day on which a file was made is no day of publication, and its author is no publication."""

    def fill(document: Any) -> None:
        properties = document.core_properties
        properties.title, properties.language, properties.author = "Dam broke", "de-DE", "A. Vale"
        properties.created = properties.modified = datetime(2026, 11, 20)  # noqa: DTZ001  (as the format has it)
        document.add_paragraph("Text.")

    (document,) = parse("docx", written(fill), HINTS).documents
    assert document.stated == {"title": "Dam broke", "language": "de-DE"}


def test_what_a_program_writes_for_a_title_is_none():
    """Nobody gave it."""

    def fill(document: Any) -> None:
        document.core_properties.title = "Word Document"
        document.add_paragraph("Text.")

    (document,) = parse("docx", written(fill), HINTS).documents
    assert document.stated == {}


def _text(document: Any) -> None:
    document.add_paragraph("The dam broke.")


def _bomb() -> bytes:
    return with_part(written(_text), "word/media/a.bin", b"\0" * (parser.LARGEST + 1))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04 and nothing else", "damaged"),
        (written(_text)[:3000], "damaged"),
        (with_part(written(_text), "word/document.xml", b"<w:document"), "damaged"),
        (with_part(written(_text), "[Content_Types].xml", b"<Types/>"), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old or encrypted"),
        (written(lambda document: None), "holds no text"),
    ],
    ids=["empty", "no archive", "cut off", "no XML", "no types", "the format before", "no text"],
)
def test_what_is_no_document_is_a_problem(data, said):
    """With what to do about it."""
    parsed = parse("docx", data, HINTS)
    assert parsed.documents == ()
    (problem,) = parsed.problems
    assert said in problem.what
    assert problem.remedy


def test_a_document_with_macros_is_a_problem():
    """It is not opened: what it says can be saved without them."""
    data = written(_text)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = archive.read("[Content_Types].xml")
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macros = types.replace(plain, b"application/vnd.ms-word.document.macroEnabled.main+xml")
    (problem,) = parse("docx", with_part(data, "[Content_Types].xml", macros), HINTS).problems
    assert "macros" in problem.what
    assert problem.remedy == "save it as .docx"


def test_a_bomb_is_told_by_its_list_of_contents():
    """It is never unpacked."""
    (problem,) = parse("docx", _bomb(), HINTS).problems
    assert "larger than" in problem.what


def test_nothing_that_it_points_to_is_fetched_and_no_entity_is_resolved():
    """A template on a server, an image on a server, a file of this machine: the text stays what stands there."""
    data = written(_text)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read("word/document.xml")
        relations = archive.read("word/_rels/document.xml.rels")
    secret = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    hostile = body.replace(b"?>", b"?>" + secret, 1).replace(b"The dam broke.", b"The dam broke&e;.")
    target = b'Type="http://t.example/image" Target="http://127.0.0.1:9/x" TargetMode="External"'
    outside = relations.replace(b"</Relationships>", b'<Relationship Id="x1" ' + target + b"/></Relationships>")
    linked = with_part(data, "word/_rels/document.xml.rels", outside)
    (document,) = parse("docx", with_part(linked, "word/document.xml", hostile), HINTS).documents
    assert document.text == "The dam broke."


def test_laughs_by_the_billion_cost_a_problem_or_nothing():
    """Entities that multiply are not."""
    entities = b"".join(b'<!ENTITY e%d "%s">' % (k, b"&e%d;" % (k - 1) * 10 if k else b"ha") for k in range(12))
    data = written(_text)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read("word/document.xml")
    hostile = body.replace(b"?>", b"?><!DOCTYPE x [" + entities + b"]>", 1).replace(b"broke.", b"broke&e11;.")
    parsed = parse("docx", with_part(data, "word/document.xml", hostile), HINTS)
    assert sum(len(document.text) for document in parsed.documents) < 100
