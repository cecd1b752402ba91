"""A folder with a file of each kind: from the files to a page, and back to the files."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from pathlib import Path
from urllib.parse import quote

import docx
import pytest

from tests.parsers.pdf_files import column, pdf

DAY = "2026-11-22"
NEWS = (
    "The dam above Orr broke on Friday, the authority said in a letter to the council. Nobody was hurt.",
    "The ferry company will keep both lines open until the spring, it said on Friday after long talks.",
    "Voters in Marn go to the polls on Sunday, the district said. The mayor is not standing again.",
    "A loan of 40 million crowns will pay for the railway to the harbour, the ministry announced.",
    "Dock workers went back to the quays on Monday, the union said. The vote had been put off twice.",
    "The museum of the valley opened its new hall on Saturday, its director said. It cost nine million crowns.",
    "Farmers on the plain have sown less wheat than last autumn, the chamber said in its yearly report.",
    "Two bridges over the Orr will be closed for repairs until March, the road office announced.",
    "The school board of Marn wants three new teachers, its chair said on Thursday after a long debate.",
    "A storm took the roofs off eleven houses on the coast, the fire brigade said. No one was at home.",
    "The price of bread has risen by a tenth since the summer, the office for statistics said.",
    "The orchestra of the capital will play in the old mill next week, its conductor announced.",
    "Scientists counted fewer storks in the marshes this year, the institute said in its report.",
)


def _word(text: str) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def _packed(*members: tuple[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, text in members:
            new.writestr(name, text)
    return out.getvalue()


def _mail(text: str, subject: str = "") -> bytes:
    return f"From: Orr Courier <d@orr.example>\nSubject: {subject}\nMessage-ID: <1@o>\n\n{text}\n".encode()


FILES = {
    "a.txt": f"{NEWS[0]}\n-----\n{NEWS[1]}\n".encode(),
    "b.pdf": pdf([column(NEWS[2], width=60)]),
    "c.docx": _word(NEWS[3]),
    "d.eml": _mail(NEWS[4], "Back to the quays"),
    "e.mbox": b"".join(b"From d@o Fri Nov 20 10:00:00 2026\n" + _mail(text) + b"\n" for text in NEWS[5:7]),
    "f.csv": f'title;text\nBridges;"{NEWS[7]}"\n'.encode(),
    "g.zip": _packed(("school.txt", NEWS[8]), ("storm.txt", NEWS[9])),
    "h.jsonl.gz": gzip.compress(f'{{"text": "{NEWS[10]}"}}\n'.encode()),
    "i.html": f"<!DOCTYPE html><html><body><article><h1>Music</h1><p>{NEWS[11]}</p></article></body></html>".encode(),
    "box/cur/1700000000.M1.host:2,S": _mail(NEWS[12], "Storks"),
}


@pytest.fixture
def news(tmp_path) -> Path:
    """A folder with a file of each kind, and the settings that it needs."""
    folder = tmp_path / "news"
    for name in ("box/cur", "box/new", "box/tmp"):
        (folder / name).mkdir(parents=True)
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    (folder / "briefing.toml").write_text('separator = "-----"\nwords = 2000\nsources = ["."]\n')
    return folder


@pytest.fixture(params=["md", "json"])
def page(request, command, news) -> Path:
    """A page of that folder."""
    path = news.parent / f"{DAY}.{request.param}"
    ran = command("build", "--config", news / "briefing.toml", "--date", DAY, "-o", path)
    assert ran.code == 0, ran.err
    return path


def test_a_file_of_each_kind_is_on_the_page_and_is_proved(command, page):
    """Each article once under Sources, with its file and its row, and every extract verbatim."""
    text = page.read_text("utf-8")
    if page.suffix == ".md":
        cited = re.findall(r"^\[\d+\]: (news/\S+) \"sha256", text, re.MULTILINE)
        rows = {"a.txt": (1, 2), "e.mbox": (1, 2), "g.zip": (1, 2), "f.csv": (2,), "h.jsonl.gz": (1,)}
        links = {name: [f"{quote(f'news/{name}')}#row={row}" for row in rows.get(name, ())] for name in FILES}
        assert sorted(cited) == sorted(link for name in FILES for link in links[name] or [quote(f"news/{name}")])
    ran = command("verify", page)
    assert (ran.code, ran.err) == (0, ""), ran.out
    assert "absent" not in ran.out


@pytest.mark.parametrize(
    ("name", "new", "says"),
    [
        ("a.txt", FILES["a.txt"].replace(b"council", b"mayors"), "its source has changed"),
        ("c.docx", _word(NEWS[3].replace("40", "50")), "its source has changed"),
        ("g.zip", _packed(("storm.txt", NEWS[9]), ("school.txt", NEWS[8])), "its source has changed"),
        ("h.jsonl.gz", b"\x1f\x8b", "its source: its end is missing"),
    ],
    ids=["a word", "a document", "another order", "damaged"],
)
def test_a_file_that_was_changed_is_told(command, page, name, new, says):
    """What it no longer says cannot be checked; the others are still proved."""
    path = page.parent / "news" / name
    old = path.read_bytes()
    assert old == FILES[name] != new
    path.write_bytes(new)
    ran = command("verify", page)
    assert ran.code == 3
    assert f"cannot be checked: {says}" in ran.out
    path.write_bytes(old)
    assert command("verify", page).code == 0


def test_a_mail_that_was_read_meanwhile_is_still_proved(command, page):
    """A mail program moves it and changes its name; it is the same mail."""
    box = page.parent / "news" / "box"
    (box / "cur" / "1700000000.M1.host:2,S").rename(box / "cur" / "1700000000.M1.host:2,RS")
    ran = command("verify", page)
    assert (ran.code, ran.err) == (0, ""), ran.out
    (box / "cur" / "1700000000.M1.host:2,RS").unlink()
    assert command("verify", page).code == 3


def test_a_page_is_proved_by_the_separator_that_it_was_made_with(command, page):
    """It stands in the page's note, like the editor's hand: what parts articles tomorrow changes no page of today."""
    settings = page.parent / "news" / "briefing.toml"
    settings.write_text(settings.read_text().replace("-----", "* * *"))
    ran = command("verify", page)
    assert (ran.code, ran.err) == (0, ""), ran.out


def test_a_page_of_parted_texts_is_explained(command, page):
    """Each part with its own sentences, also when the page is all that is named."""
    ran = command("explain", "--page", page, "ferry company")
    assert ran.code == 0, ran.err
    assert "both lines open until the spring" in ran.out
    assert "The dam above Orr" not in ran.out


def test_an_article_in_an_archive_is_named_by_its_file(command, news):
    """For the editor's hand, as a row or by the name that it has there."""
    common = ("build", "--config", news / "briefing.toml", "--date", DAY, "-o", "-")
    assert "storks" in command(*common).out
    for entry in ("article:storm.txt", "article:g.zip, row 2"):
        ran = command(*common, "--exclude", entry)
        assert ran.code == 0, ran.err
        assert "eleven houses" not in ran.out
        assert "three new teachers" in ran.out


def test_problems_of_every_kind_are_on_the_page_and_are_proved(command, news):
    """A scan, a damaged archive, a torn row, a sealed mail: named with file and row, in exit code 3, and proved."""
    (news / "scan.pdf").write_bytes(pdf([[]], image=True))
    (news / "z.zip").write_bytes(b"PK\x03\x04")
    (news / "torn.csv").write_text(f"text,title\n{NEWS[0]},Dam\n")
    (news / "sealed.eml").write_text("From: a@a.example\nContent-Type: application/pkcs7-mime\n\nx\n")
    page = news.parent / f"{DAY}.md"
    ran = command("build", "--config", news / "briefing.toml", "--date", DAY, "-o", page)
    assert ran.code == 3
    for said in ("ocrmypdf", "cannot be unpacked", "torn.csv, row 2: has 3 fields", "encrypted (S/MIME)"):
        assert said in ran.err
    ran = command("verify", page)
    assert (ran.code, ran.err) == (0, ""), ran.out
