"""PDF files: the text as it is printed, in paragraphs, and what is no text."""

from __future__ import annotations

import random

import pytest

from briefing.model import Problem
from briefing.parsers.parsed import Hints, Parsed
from briefing.parsers.pdf import documents
from briefing.parsers.worker import parse
from tests.parsers.pdf_files import Set, assembled, bomb, column, pdf

HINTS = Hints("/news/a.pdf")
DAM = "The dam above Orr broke on Friday, the authority said in a letter to the council."
FERRY = "The ferry company will keep both of its lines open until the spring, whatever the union says."
STRIKE = "Dock workers went back to the quays on Monday, after a vote that had been put off twice."
PILE = f"{DAM} Nobody was hurt.\n\n{FERRY}\n\n{STRIKE} It was close."


def read(data: bytes) -> Parsed:
    """Return what a worker says, as users get it."""
    return parse("pdf", data, HINTS)


def text_of(*pages: list[Set]) -> str:
    """Return the text of the one document, which comes without a problem."""
    parsed = read(pdf(pages))
    assert parsed.problems == ()
    (document,) = parsed.documents
    return document.text


def problem_of(data: bytes) -> Problem:
    """Return the one problem of a file that gives no document."""
    parsed = read(data)
    assert parsed.documents == ()
    (problem,) = parsed.problems
    assert problem.where == HINTS.where
    assert problem.remedy
    return problem


@pytest.mark.parametrize("width", [30, 40, 72])
@pytest.mark.parametrize("indent", [0, 12])
def test_the_lines_of_a_paragraph_are_one_paragraph(width, indent):
    """Whether an empty line or an indented one sets paragraphs apart, and however narrow the column is."""
    assert text_of(column(PILE, width=width, indent=indent)) == PILE


def test_paragraphs_go_on_across_columns_and_pages():
    """A column that ends inside a sentence goes on at the top of the next one."""
    lines = column(PILE, width=40)
    left, right = lines[:4], [Set(330, 700 - 12 * k, line.text) for k, line in enumerate(lines[4:6])]
    below = [Set(50, 700 - (lines[6].y - line.y), line.text) for line in lines[6:]]
    assert text_of([*left, *right], below).split("\n\n")[0] == PILE.split("\n\n", maxsplit=1)[0]
    assert " ".join(text_of([*left, *right], below).split()) == " ".join(PILE.split())


def test_columns_that_the_file_goes_across_are_read_one_after_the_other():
    """Some programs write line by line over both columns."""
    left, right = column(f"{DAM} {FERRY} {DAM}", width=38), column(f"{STRIKE} {STRIKE} {STRIKE}", x=330, width=38)
    assert len(left) >= 6
    across = [line for pair in zip(left, right, strict=True) for line in pair]
    assert text_of(across) == f"{DAM} {FERRY} {DAM}\n\n{STRIKE} {STRIKE} {STRIKE}"


def test_a_row_of_a_table_is_one_line():
    """Few short cells beside each other are no columns of text."""
    rows = [Set(x, 700 - 12 * y, f"cell {x}") for y in range(3) for x in (50, 200, 350)]
    assert text_of(rows) == "\n\n".join(["cell 50\tcell 200\tcell 350"] * 3)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("The gov|ernment fell; the new government stands.", "The government fell; the new government stands."),
        ("A well-|known man and a well-known dam.", "A well-known man and a well-known dam."),
        ("The mayor of Ry|binsk spoke of the old harbour.", "The mayor of Ry-binsk spoke of the old harbour."),
        ("A presi|dential vote, said a former president.", "A presidential vote, said a former president."),
    ],
    ids=["the document has the word", "the word has a hyphen", "nothing says so", "goes on like another word"],
)
def test_a_hyphen_at_the_end_of_a_line_goes_only_where_the_document_shows_it(printed, read):
    """A printer's hyphen and a word's own look the same: no word comes in that the document does not have."""
    width = printed.index("|") + (0 if printed[printed.index("|") - 1] == "-" else 1)
    assert text_of(column(printed, width=width)) == read


def test_what_is_raised_in_a_line_stays_in_it():
    """The mark of a note, an exponent."""
    raised = [
        Set(50, 700, "The dam"),
        Set(92.2, 704, "1", 6),
        Set(102, 700, "broke."),
        Set(50, 688, "Nobody was hurt."),
    ]
    assert text_of(raised) == "The dam1 broke. Nobody was hurt."


def test_a_hyphen_before_a_capital_or_a_number_stays():
    """ "Orr-Marn" and "COVID-19" lose nothing; a dash is no hyphen."""
    assert text_of([Set(50, 700, "The line Orr-"), Set(50, 688, "Marn opened.")]) == "The line Orr-Marn opened."
    assert text_of([Set(50, 700, "It was COVID-"), Set(50, 688, "19 again.")]) == "It was COVID-19 again."
    assert text_of([Set(50, 700, "It was late -"), Set(50, 688, "too late.")]) == "It was late - too late."


def test_what_repeats_at_the_edge_of_pages_is_no_text():
    """Running heads, footers and page numbers, whatever the numbers are; the same words elsewhere stay."""
    pages = [
        [Set(50, 760, "The Orr Courier"), *column(text, top=700), Set(300, 30, f"Page {number} of 3")]
        for number, text in enumerate((DAM, FERRY, "The Orr Courier\n\n" + STRIKE), start=1)
    ]
    assert text_of(*pages) == f"{DAM}\n\n{FERRY}\n\nThe Orr Courier\n\n{STRIKE}"


def test_one_page_keeps_all_that_stands_on_it():
    """Nothing repeats that could be told by it."""
    assert "Page 1" in text_of([*column(DAM), Set(300, 30, "Page 1")])


def test_title_and_language_are_as_stated_and_no_date_is_invented():
    """The day on which a file was made is no day of publication, and its author is no publication."""
    info = {"Title": "Damm gebrochen – “Orr”", "Author": "A. Vale", "CreationDate": "D:20261120100000Z"}
    (document,) = read(pdf([column(DAM)], info, language="de-DE")).documents
    assert document.stated == {"title": "Damm gebrochen – “Orr”", "language": "de-DE"}


@pytest.mark.parametrize("title", ["", "untitled", "Microsoft Word - dam_final2.docx", "dam.indd", "Document1"])
def test_what_a_program_writes_for_a_title_is_none(title):
    """Nobody gave it."""
    (document,) = read(pdf([column(DAM)], {"Title": title})).documents
    assert "title" not in document.stated


def test_a_headline_is_known_by_its_type_where_no_title_is_stated():
    """The largest type of the first page, well above that of the text; a head in the text's own type is none."""
    lines = [Set(50, 760, "The Orr Courier"), Set(50, 730, "Dam broke above", 16), Set(50, 712, "the town of Orr", 16)]
    page = [*lines, *column(DAM, top=690)]
    (document,) = read(pdf([page])).documents
    assert document.stated == {"title": "Dam broke above the town of Orr"}
    assert document.text.startswith("The Orr Courier\n\nDam broke above the town of Orr\n\nThe dam")
    (document,) = read(pdf([page], {"Title": "Dam"})).documents
    assert document.stated == {"title": "Dam"}
    (document,) = read(pdf([column(PILE), [Set(50, 700, "Ferries stay on", 16)]])).documents
    assert document.stated == {}


def test_a_scan_is_a_problem_that_says_what_to_do():
    """It holds an image and no text: there is nothing to brief on."""
    problem = problem_of(pdf([[], []], image=True))
    assert "a scan" in problem.what
    assert "ocrmypdf" in problem.remedy


def test_pages_of_images_among_pages_of_text_are_told():
    """The text is kept, and the reader knows what is missing."""
    scanned = pdf([[], column(DAM)], image=True)
    parsed = read(scanned)
    assert [document.text for document in parsed.documents] == [DAM]
    assert "on page 1" in parsed.problems[0].what


def test_a_file_without_any_text_is_a_problem():
    """An empty page is no article."""
    assert "holds no text" in problem_of(pdf([[]])).what


def test_a_file_that_was_cut_off_gives_what_is_left_and_says_so():
    """Or nothing, and says that."""
    whole = pdf([column(DAM)])
    parsed = read(whole[: whole.index(b"startxref")])
    assert [document.text for document in parsed.documents] == [DAM]
    assert "its end is missing" in parsed.problems[0].what
    assert "damaged" in problem_of(whole[:60]).what


def test_an_encrypted_file_is_a_problem():
    """Its text is for those who have its password."""
    locked = (
        f"/Root 1 0 R /ID [<{'00' * 16}> <{'00' * 16}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
        f"/O <{'11' * 32}> /U <{'22' * 32}> >>"
    )
    assert (
        "encrypted"
        in problem_of(assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Kids [] /Count 0 >>"], locked)).what
    )


def test_too_many_pages_are_a_problem():
    """A thousand pages are no article."""
    assert "5,000 pages" in problem_of(pdf([[Set(50, 700, "x")]] * 5000)).what


@pytest.mark.parametrize("trailer", ["/Root 1 0 R /Prev 9", "/Root 1 0 R /Prev 0", "/Root 2 0 R"])
def test_a_table_of_places_that_leads_round_in_a_circle_ends(trailer):
    """Whatever is made of it: a text or a problem, and no hang."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 99 /Parent 2 0 R >>"]
    assert read(assembled(objects, trailer)).problems


def test_a_bomb_costs_a_problem():
    """A page whose few bytes come to gigabytes ends a worker, not the run; the next file is read."""
    assert len(bomb()) < 100_000
    assert problem_of(bomb())
    assert [document.text for document in read(pdf([column(DAM)])).documents] == [DAM]


def test_any_damage_is_a_text_or_a_problem():
    """Bytes changed at random: the parser may give up, but it says so."""
    chance = random.Random(7)
    whole = pdf([column(PILE), column(DAM)])
    for _ in range(40):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        parsed = read(bytes(damaged))
        assert parsed.documents or parsed.problems


def test_the_parser_itself_says_the_same_as_the_worker():
    """It is a pure function of the bytes."""
    data = pdf([column(PILE)])
    assert documents(data, HINTS) == documents(data, HINTS) == read(data)
