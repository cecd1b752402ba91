"""From a mailbox to a page, with the password in a file that nobody else can read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PASSWORD = "Canary hörse"
LETTER = """\
From: Harbour news <news@example.org>
To: desk@example.org
Subject: Dock workers walk out
Message-ID: <walk-out@example.org>
Date: Fri, 20 Nov 2026 07:00:00 +0000
Content-Type: text/plain; charset=utf-8

About 1,200 dock workers walked out at the northern harbour on Friday after talks over shift allowances broke down.

The harbour authority said that eleven ships were waiting outside the breakwater.
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dovecot: Any) -> Path:
    """A folder with a file of passwords and settings; the server's authority is trusted as the README says."""
    monkeypatch.setenv("SSL_CERT_FILE", dovecot.authority)
    monkeypatch.delenv("BRIEFING_IMAP_PASSWORD", raising=False)
    return tmp_path


def settings(home: Path, address: str, password: str = PASSWORD) -> Path:
    """Write them down."""
    user = address.partition("://")[2].partition("@")[0]
    (home / "netrc").write_text(f'machine localhost login {user} password "{password}"\n', encoding="utf-8")
    (home / "netrc").chmod(0o600)
    file = home / "briefing.toml"
    file.write_text(
        f'name = "harbour"\nsources = ["{address}"]\nstate = "state"\n[fetch]\ncredentials = "netrc"\n'
        '[[theme]]\nname = "Harbour strike"\nterms = ["harbour", "dock workers"]\n'
    )
    return file


def kept(home: Path) -> bytes:
    """All bytes of the state, and of whatever else was written, but for the file of passwords."""
    written = [path for path in home.rglob("*") if path.is_file() and path.name not in {"netrc", "briefing.toml"}]
    return b"".join(path.read_bytes() for path in written)


def test_a_letter_becomes_an_article(home: Path, dovecot: Any, command: Callable[..., Any]) -> None:
    """It is collected once, printed, and left in the mailbox as it was; the password is nowhere."""
    user = dovecot.user()
    user.deliver(LETTER.encode())
    before = user.files()
    file = settings(home, f"imaps://{user.name}@localhost:{dovecot.tls}")
    page = home / "page.md"
    ran = command("build", "--config", file, "-o", page, "--date", "2026-11-21", "--since", "2026-11-19")
    assert ran.code == 0, ran.err
    assert "1,200 dock workers walked out" in page.read_text("utf-8")
    assert user.files() == before
    assert PASSWORD.encode() not in kept(home)
    assert PASSWORD not in ran.out + ran.err
    again = command("fetch", "--config", file)
    assert again.code == 0, again.err


def test_a_wrong_password_is_a_problem_without_it(home: Path, dovecot: Any, command: Callable[..., Any]) -> None:
    """On standard error, and in nothing that is kept."""
    user = dovecot.user()
    ran = command("fetch", "--config", settings(home, f"imaps://{user.name}@localhost:{dovecot.tls}", "canary-wrong"))
    assert ran.code == 3
    assert "AUTHENTICATIONFAILED" in ran.err
    assert "canary" not in ran.out + ran.err
    assert b"canary" not in kept(home)


def test_check_logs_in_and_fetches_nothing(home: Path, dovecot: Any, command: Callable[..., Any]) -> None:
    """Not a letter is opened; a wrong password is a fault."""
    user = dovecot.user()
    user.deliver(LETTER.encode())
    before = user.files()
    address = f"imaps://{user.name}@localhost:{dovecot.tls}"
    ran = command("check", "--online", "--config", settings(home, address))
    assert f"source: well; {address}: logged in, and the folder opened after " in ran.out
    assert (user.files(), kept(home)) == (before, b"")
    ran = command("check", "--online", "--config", settings(home, address, "canary-wrong"))
    assert ran.code == 1
    assert f"source: {address}: the server did not let us in: [AUTHENTICATIONFAILED]" in ran.err
    assert "canary" not in ran.out + ran.err


@pytest.mark.parametrize("secret", ["canary-here", "canary/here", "here#canary", "here?canary", "a@canary"])
def test_a_password_in_the_address_goes_no_further(secret: str, home: Path, command: Callable[..., Any]) -> None:
    """It is refused, whatever signs it has; neither shown nor kept."""
    ran = command("fetch", "--config", settings(home, f"imaps://anna:{secret}@localhost/News"))
    assert ran.code != 0
    assert "canary" not in ran.out + ran.err
    assert b"canary" not in kept(home)
