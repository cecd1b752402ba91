"""A password that a run uses or is refused with stands nowhere afterwards: not on the screen, not on the disk."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

import pytest

from tests.cli.desk import desk
from tests.machine import free_ports
from tests.mail_server import PASSWORD

WRONG = "canary-7431 wrong"
SETTINGS = """\
name = "orr"
sources = ["news", "http://127.0.0.1:{web}/feed.xml"]
formats = ["md", "html", "json", "text"]
output = "pages"
state = "state"
[fetch]
credentials = "netrc"
[run]
log = "debug"
archive = "site"
ping = "http://127.0.0.1:{ping}/canary-in-a-path"
[mail]
sender = "desk@example.org"
recipients = ["a@example.com"]
host = "127.0.0.1"
port = {port}
security = "none"
user = "desk"
"""
COMMANDS = (
    ("fetch",), ("run", "--verbose"), ("send", "--again"), ("check", "--online"), ("outbox", "--all", "--json"),
    ("outbox", "show", "1"), ("explain",), ("editions", "--json"), ("build", "-v"), ("outbox", "retry", "--all"),
)  # fmt: skip


def forms(secret: str) -> list[bytes]:
    """Return a secret as it could be found: in words, and as servers are sent it."""
    sent = (secret, f"\0desk\0{secret}", f"desk:{secret}")
    return [secret.encode(), *(b64encode(one.encode()).rstrip(b"=")[:-1] for one in sent)]


@pytest.mark.parametrize("given", ["environment", "file"])
@pytest.mark.parametrize("password", [PASSWORD, WRONG])
def test_no_password_is_left_anywhere(command, serve, mailbox, web_server, tmp_path, monkeypatch, given, password):
    """From the environment and from a file, for the server that sends and for one that is asked, right and wrong."""
    port, (closed,) = serve(mailbox, login=True), free_ports(1)
    settings = desk(tmp_path, SETTINGS.format(web=web_server.port, ping=closed, port=port))
    logins = [f'machine 127.0.0.1:{web_server.port} login desk password "canary-web"\n']
    if given == "environment":
        monkeypatch.setenv("BRIEFING_MAIL_PASSWORD", password)
    else:
        logins.append(f'machine 127.0.0.1 login desk password "{password}"\n')
    (tmp_path / "netrc").write_text("".join(logins))
    (tmp_path / "netrc").chmod(0o600)
    said = [command(*arguments, "--config", settings) for arguments in COMMANDS]
    assert bool(mailbox.taken) == (password == PASSWORD)
    assert [seen for seen in web_server.seen if "authorization" in seen.headers]
    left = "".join(ran.out + ran.err for ran in said).encode() + everything(tmp_path)
    for secret in (password, "canary-web", "canary-in-a-path"):
        assert not [form for form in forms(secret) if form in left], secret


def everything(folder: Path) -> bytes:
    """Return what lies in the folder, but for what the user wrote there."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name not in ("netrc", "briefing.toml"))
    return b"".join(path.name.encode() + path.read_bytes() for path in files)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_a_file_of_passwords_that_others_can_read_is_refused(command, tmp_path, mode):
    """Before anything is sent or asked, with what mends it; and so is a password in the settings."""
    (port,) = free_ports(1)
    settings = desk(tmp_path, SETTINGS.format(web=port, ping=port, port=port))
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login desk password canary\n")
    (tmp_path / "netrc").chmod(mode)
    for arguments in (["send"], ["check"]):
        ran = command(*arguments, "--config", settings)
        assert f"netrc: others can get at it (mode {mode:04o}); chmod 600 {tmp_path / 'netrc'}" in ran.err
        assert "canary\n" not in ran.out + ran.err
    (tmp_path / "netrc").chmod(0o600)
    settings.write_text(settings.read_text() + 'password = "canary-here"\n')
    ran = command("check", "--config", settings)
    assert (ran.code, "a password does not belong in a file" in ran.err) == (78, True)
    assert "canary-here" not in ran.out + ran.err
