"""Into a folder of `.eml` files, or a Maildir."""

from __future__ import annotations

import mailbox
import os
import resource
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.deliverers.files import EmlFolder
from briefing.deliverers.maildir import Maildir
from briefing.errors import DeliveryError
from briefing.model import Letter
from tests.deliverers.letters import letter


def deliver(folder: Path, given: Letter) -> None:
    """Write the letter."""
    EmlFolder(folder)(given, lambda: None)


def test_a_file_is_the_letter(tmp_path: Path) -> None:
    """In a folder that is made, for its owner alone, named by day, byte for byte."""
    deliver(tmp_path / "a" / "b", letter())
    (file,) = (tmp_path / "a" / "b").iterdir()
    assert file.name.startswith("daily-2026-11-22-")
    assert file.suffix == ".eml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_bytes() == letter().data


def test_each_recipient_and_day_has_one_file(tmp_path: Path) -> None:
    """A later revision takes its place; the name does not show the address."""
    deliver(tmp_path, letter())
    deliver(tmp_path, replace(letter("A@example.com"), revision=2, data=b"Subject: again\r\n\r\n"))
    (file,) = tmp_path.iterdir()
    assert file.read_bytes() == b"Subject: again\r\n\r\n"
    deliver(tmp_path, letter("b@example.com"))
    deliver(tmp_path, replace(letter(), day=date(2026, 11, 23)))
    deliver(tmp_path, replace(letter(), name="weekly"))
    assert len(list(tmp_path.iterdir())) == 4
    assert "example" not in "".join(path.name for path in tmp_path.iterdir())


def test_a_maildir_is_one_that_others_read(tmp_path: Path) -> None:
    """The standard library's reader finds each letter, new, once, with the machine's line ends; only its owner may."""
    way = Maildir(tmp_path / "Mail" / "briefings")
    for given in (letter(), letter("b@example.com"), letter()):
        way(given, lambda: None)
    box = mailbox.Maildir(tmp_path / "Mail" / "briefings", create=False)
    assert sorted(message["Message-ID"] for message in box) == ["<a.22@example.org>", "<b.22@example.org>"]
    assert {message.get_subdir() for message in box} == {"new"}
    files = list((tmp_path / "Mail" / "briefings" / "new").iterdir())
    assert letter().data.replace(b"\r\n", b"\n") in [file.read_bytes() for file in files]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert list((tmp_path / "Mail" / "briefings" / "tmp").iterdir()) == []
    assert stat.S_IMODE((tmp_path / "Mail" / "briefings").stat().st_mode) == 0o700


@pytest.mark.parametrize("way", [EmlFolder, Maildir])
def test_a_folder_that_cannot_be_written_is_named(way: type[EmlFolder | Maildir], tmp_path: Path) -> None:
    """The error says where and which setting to change; no other letter would fare better."""
    (tmp_path / "file").write_text("")
    with pytest.raises(DeliveryError, match=r"file/mail/.*: cannot be written: .*mail\.folder") as caught:
        way(tmp_path / "file" / "mail")(letter(), lambda: None)
    assert (caught.value.temporary, caught.value.general, caught.value.uncertain) == (False, True, False)


def test_a_full_disk_leaves_no_half_letter(tmp_path: Path) -> None:
    """What could not be written whole is not there, and may be tried again."""
    pid = os.fork()
    if pid == 0:  # a limit of its own for the size of files, as good as a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
        try:
            Maildir(tmp_path / "box")(letter(), lambda: None)
        except DeliveryError as error:
            os._exit(0 if error.general and "cannot be written" in str(error) else 2)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    assert [path for path in (tmp_path / "box").rglob("*") if path.is_file()] == []
