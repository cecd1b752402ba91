"""Files by what they hold: pages, PDF, Word documents, mail, archives, and folders of them."""

from __future__ import annotations

import base64
import gzip
import io
import pickle
import tarfile
import zipfile
from pathlib import Path

import docx
import pytest

from briefing.model import Article, Location, Problem
from briefing.sources import archive
from briefing.sources.file import File
from briefing.sources.folder import Folder
from briefing.sources.locate import locate
from tests.parsers.pdf_files import Set, bomb, pdf

DAM = "The dam above Orr broke on Friday, the authority said in a letter to the council. Nobody was hurt."
FERRY = "The ferry company will keep both lines open until the spring, it said on Friday after long talks."
PAGE = (
    "<!DOCTYPE html><html lang='en'><head><title>Dam broke</title></head><body><article><h1>Dam broke</h1>"
    f"<p>{DAM}</p><p>{FERRY}</p></article></body></html>"
)
MAIL = (
    "From: Orr Courier <d@orr.example>\nSubject: Dam\nDate: Fri, 20 Nov 2026 10:00:00 +0000\nMessage-ID: <1@o>\n"
    f"\n{DAM}\n"
)


def word(text: str) -> bytes:
    """Return a Word document of one paragraph."""
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def packed(*members: tuple[str, bytes | str]) -> bytes:
    """Return a .zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in members:
            new.writestr(name, data)
    return out.getvalue()


def read(source) -> list[Article | Problem]:
    """Return all that a source yields, its shards sent through a pickle, and the same when they are read again."""
    shards = pickle.loads(pickle.dumps(list(source.shards())))
    found = [item for shard in shards for item in shard.read()]
    assert [item for shard in shards for item in shard.read()] == found
    return found


def of_file(path: Path, data: bytes | str, **given: str) -> list[Article | Problem]:
    """Return what a file with these bytes holds."""
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read(File(str(path), **given))


def said(items: list[Article | Problem]) -> list[tuple[int, str]]:
    """Return the rows and texts of articles; nothing else may have come up."""
    assert all(isinstance(item, Article) for item in items), items
    return [(item.location.row, item.text) for item in items]


FILES = {
    "page.html": PAGE,
    "dam.pdf": pdf([[Set(50, 700 - 12 * k, line) for k, line in enumerate((DAM[:60], DAM[60:]))]]),
    "dam.docx": word(DAM),
    "dam.eml": MAIL,
    "dam.txt": DAM,
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("called", ["", ".txt", ".bin"])
def test_a_file_is_read_by_what_it_holds(tmp_path, name, called):
    """Whatever it is called: its text, in the one row that has no number."""
    (article,) = of_file(tmp_path / (name + called), FILES[name])
    assert isinstance(article, Article)
    assert DAM.partition(" in a")[0] in article.text
    assert article.location == Location(str(tmp_path / (name + called)))


@pytest.mark.parametrize(
    "text",
    [
        "How to use <p> and <html>\n\nThe tag <p> opens a paragraph.",
        "From: the harbour\nSubject: dams\n\nThe dam broke.",
        "5 < 6 and 7 > 6, the mayor said.",
        "%PDF is what such a file begins with.",
        "text,title\nare two words",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_text_that_only_looks_like_something_else_stays_a_text(tmp_path, text, name):
    """To the letter."""
    assert said(of_file(tmp_path / name, text)) == [(0, text)]


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.pdf", "no PDF at all", "damaged, or no PDF"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "an old or encrypted Word file"),
        ("a.zip", "no archive", "damaged: it cannot be unpacked"),
        ("a.gz", "not packed", "damaged: it cannot be unpacked"),
        ("a.txt", "{\\rtf1 The dam.}", "of a kind that is not read"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "not a text"),
        ("a.eml", "no mail", "no mail"),
    ],
)
def test_what_a_file_is_not_is_told(tmp_path, name, data, what):
    """And what to do about it."""
    (problem,) = of_file(tmp_path / name, data)
    assert isinstance(problem, Problem)
    assert problem.what.startswith(what)
    assert problem.where == str(tmp_path / name)
    assert problem.remedy


def test_a_mail_states_its_metadata(tmp_path):
    """Under the names that articles have."""
    (article,) = of_file(tmp_path / "a.eml", MAIL)
    assert (article.title, article.source, article.id) == ("Dam", "Orr Courier", "1@o")
    assert str(article.date) == "2026-11-20"


def test_an_mbox_gives_an_article_a_mail(tmp_path):
    """Numbered; a line that only begins with "From" parts nothing, and one that was marked loses its mark."""
    second = MAIL.replace(DAM, f"{FERRY}\n\nFrom Monday on it rests.\n\n>From there to Marn it does not.")
    mark = "From d@orr.example Fri Nov 20 10:00:00 2026\n"
    found = said(of_file(tmp_path / "a.mbox", f"{mark}{MAIL}\n{mark}{second}"))
    last = f"{FERRY}\n\nFrom Monday on it rests.\n\nFrom there to Marn it does not."
    assert found == [(1, DAM), (2, last)]


def test_an_mbox_of_one_mail_is_one_article(tmp_path):
    """Without a number; and what is wrong with a mail is said with its own."""
    mark = "From d@orr.example Fri Nov 20 10:00:00 2026\n"
    assert said(of_file(tmp_path / "a.mbox", mark + MAIL)) == [(0, DAM)]
    sealed = "From: a@a.example\nContent-Type: application/pkcs7-mime\n\nx\n"
    article, problem = of_file(tmp_path / "b.mbox", f"{mark}{MAIL}\n{mark}{sealed}")
    assert article.text == DAM
    assert problem.what == "its mail 2: encrypted (S/MIME)"


def test_a_maildir_gives_an_article_a_mail(tmp_path):
    """From `new` and `cur`, whatever the names; what is being delivered is none, and nothing is moved or changed."""
    for name in ("cur", "new", "tmp", ".Sent/cur"):
        (tmp_path / "box" / name).mkdir(parents=True)
    (tmp_path / "box/cur/1700000000.M1.host:2,S").write_text(MAIL)
    (tmp_path / "box/new/1700000001.M2.host").write_text(MAIL.replace(DAM, FERRY))
    (tmp_path / "box/tmp/1700000002.M3.host").write_text(MAIL)
    (tmp_path / "box/dovecot.index").write_bytes(b"\0")
    before = {path: path.stat() for path in (tmp_path / "box").rglob("*")}
    for source in (Folder(str(tmp_path)), Folder(str(tmp_path / "box"))):
        assert sorted(item.text for item in read(source)) == sorted([DAM, FERRY])
    assert {path: path.stat().st_mtime_ns for path in before} == {p: s.st_mtime_ns for p, s in before.items()}
    (again,) = read(locate(str(tmp_path / "box/cur/1700000000.M1.host:2,S")))
    assert again.text == DAM


def test_a_folder_is_searched_for_every_kind(tmp_path):
    """But for the folder that a browser saves beside a page."""
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data.encode() if isinstance(data, str) else data)
    for beside in ("page_files", "page-Dateien"):
        (tmp_path / beside).mkdir()
        (tmp_path / beside / "frame.html").write_text(PAGE)
    (tmp_path / "other_files").mkdir()
    (tmp_path / "other_files" / "a.txt").write_text(FERRY)
    found = read(Folder(str(tmp_path)))
    assert all(isinstance(item, Article) for item in found)
    assert [Path(item.location.path).name for item in found] == [*sorted(FILES), "a.txt"]


def test_an_archive_gives_the_articles_of_its_files(tmp_path):
    """In their order, numbered; a file is named for its name unless it begins with a title or states one."""
    data = packed(
        ("one/dam.txt", DAM),
        ("one/.hidden.txt", "x"),
        ("README.md", "x"),
        ("logo.png", b"\x89PNG"),
        ("__MACOSX/one/._dam.txt", "x"),
        ("rows.jsonl", '{"text": "One."}\nnot JSON\n{"text": "Two."}\n'),
        ("headed.txt", f"Ferries stay\n\n{FERRY}"),
        ("page.html", PAGE),
        ("page_files/frame.html", PAGE),
        ("inner.zip", packed(("a.md", "---\ntitle: Ballot\n---\nVoters go to the polls."))),
        ("dam.pdf.gz", gzip.compress(FILES["dam.pdf"])),
    )
    found = of_file(tmp_path / "a.zip", data)
    articles = [item for item in found if isinstance(item, Article)]
    assert [a.location.row for a in articles] == list(range(1, 8))
    assert [a.title for a in articles] == ["dam", None, None, None, "Dam broke", "Ballot", "dam.pdf"]
    assert [a.id for a in articles][:4] == ["dam.txt", "", "", "headed.txt"]
    (problem,) = [item for item in found if isinstance(item, Problem)]
    assert (problem.where, problem.what) == (str(tmp_path / "a.zip"), "its member rows.jsonl, row 2: not JSON")


def test_names_in_an_archive_are_never_paths(tmp_path):
    """Nothing is written anywhere, and nothing but the archive's own path is where an article is."""
    inside = tmp_path / "in"
    inside.mkdir()
    data = packed(("../../escaped.txt", DAM), ("/etc/briefing-test.txt", FERRY), ("C:\\x\\y.txt", "Third."))
    found = of_file(inside / "a.zip", data)
    assert {item.location.path for item in found} == {str(inside / "a.zip")}
    assert [item.id for item in found] == ["escaped.txt", "briefing-test.txt", "y.txt"]
    assert [path.name for path in tmp_path.rglob("*")] == ["in", "a.zip"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_files_of_one_name_the_last_is_read(tmp_path):
    """As when the archive is unpacked; that there was another one is told."""
    problem, article = of_file(tmp_path / "a.zip", packed(("a.txt", DAM), ("a.txt", FERRY)))
    assert article.text == FERRY
    assert "more than once in it" in problem.what


def test_an_encrypted_file_in_an_archive_is_told(tmp_path):
    """The others are read."""
    data = bytearray(packed(("a.txt", DAM), ("b.txt", FERRY)))
    listed = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[listed + 8] |= 1
    problem, article = of_file(tmp_path / "a.zip", bytes(data))
    assert article.text == FERRY
    assert problem.what == "encrypted in it: a.txt"


def test_a_damaged_file_in_an_archive_costs_itself(tmp_path):
    """The others are read."""
    data = bytearray(packed(("a.txt", DAM), ("b.txt", FERRY)))
    place = data.index(b"a.txt") + 9
    data[place : place + 20] = b"\xff" * 20
    problem, article = of_file(tmp_path / "a.zip", bytes(data))
    assert article.text == FERRY
    assert problem.what == "its member a.txt: damaged: it cannot be unpacked"


def test_archives_have_an_end(tmp_path, monkeypatch):
    """In what comes of them, in their depth, in the number of their files."""
    bomb = packed(("a.txt", b" " * 30_000_000), ("b.txt", DAM))
    problem, article = of_file(tmp_path / "a.zip", bomb)
    assert "its member a.txt: more than 200 bytes come of one" in problem.what
    assert article.text == DAM
    (problem,) = of_file(tmp_path / "a.jsonl.gz", gzip.compress(b" " * 30_000_000))
    assert "more than 200 bytes come of one" in problem.what
    deep = packed(("a.zip", packed(("b.zip", packed(("c.txt", DAM))))))
    (problem,) = of_file(tmp_path / "b.zip", deep)
    assert "an archive in an archive in an archive" in problem.what
    monkeypatch.setattr(archive, "MOST_MEMBERS", 2)
    (problem,) = of_file(tmp_path / "c.zip", packed(*((f"{k}.txt", DAM) for k in range(3))))
    assert "holds more than 2 files" in problem.what


def test_an_archive_without_news_is_told(tmp_path):
    """It may have been packed by mistake."""
    (problem,) = of_file(tmp_path / "a.zip", packed(("a.png", b"x")))
    assert problem.what == "holds no file of a kind that is read"


@pytest.mark.parametrize("suffix", [".txt", ".html", ".pdf", ".docx", ".eml"])
def test_a_packed_file_is_the_file_in_it(tmp_path, suffix):
    """By what it holds, in one row without a number."""
    data = next(data for name, data in FILES.items() if name.endswith(suffix))
    (article,) = of_file(tmp_path / f"a{suffix}.gz", gzip.compress(data.encode() if isinstance(data, str) else data))
    assert DAM.partition(" in a")[0] in article.text
    assert article.location.row == 0


def test_packed_rows_keep_their_numbers(tmp_path):
    """Those of the lines in the file that is packed; what is cut off is told, and the rows before it are read."""
    rows = "".join(f'{{"text": "Row {k}."}}\n' for k in range(1, 20_001))
    whole = gzip.compress(rows.encode())
    assert said(of_file(tmp_path / "a.jsonl.gz", whole))[-1] == (20_000, "Row 20000.")
    *articles, problem = of_file(tmp_path / "b.jsonl.gz", whole[: len(whole) // 2])
    assert articles[0].text == "Row 1."
    assert "its end is missing" in problem.what


def test_a_tar_archive_is_told(tmp_path):
    """It would have to be unpacked from its beginning for each article."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as new:
        new.addfile(tarfile.TarInfo("a.txt"), io.BytesIO(b""))
    (problem,) = of_file(tmp_path / "a.tar.gz", out.getvalue())
    assert problem.what == "a tar archive"
    assert [type(item) for item in read(Folder(str(tmp_path)))] == [Problem]


def test_a_mail_whose_attachment_ends_the_parser_is_read_without_it(tmp_path):
    """The bomb costs its own text."""
    mail = (
        b"From: a@a.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n" + DAM.encode() + b"\n--b\n"
        b"Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n"
        b"Content-Disposition: attachment; filename=x.pdf\n\n" + base64.encodebytes(bomb()) + b"--b--\n"
    )
    article, problem = of_file(tmp_path / "a.eml", mail)
    assert article.text == DAM
    assert "attachments cannot be read" in problem.what
