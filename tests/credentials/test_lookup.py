"""Where a password comes from, in which order, and what is said where there is none."""

from __future__ import annotations

import sys
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked

from briefing.credentials import Credentials, Password, scrubbed
from briefing.errors import SettingsError

HOST, USER, VARIABLE = "mail.example.org", "anna", "BRIEFING_IMAP_PASSWORD"


class Ring(KeyringBackend):
    """A keyring in memory: a real back end of the library's, as other packages bring them."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        """Hold it."""
        self.held[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        """What is held under that name."""
        if "locked" in username:
            raise KeyringLocked("canary")
        return self.held.get((service, username))


@pytest.fixture(autouse=True)
def ring() -> Iterator[Ring]:
    """The keyring of these tests, and never that of whoever runs them."""
    before, made = keyring.get_keyring(), Ring()
    keyring.set_keyring(made)
    keyring.set_password("briefing", f"{USER}@{HOST}", "of the ring")
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A file with two users at one host, one who is anybody, and a default."""
    path = tmp_path / "netrc"
    path.write_text(
        f"machine {HOST} login anna password of-the-file\nmachine {HOST} login bert password berts\n"
        f"machine {HOST}:8080 login carla password carlas\n"
        "machine any.example password anybodys\nmachine empty.example login anna\n"
        "default login anna password canary\n"
    )
    path.chmod(0o600)
    return str(path)


def test_the_environment_goes_before_the_file_and_the_file_before_the_keyring(file: str) -> None:
    """An empty variable is none."""
    assert Credentials({VARIABLE: "of the environment"}, file).of(HOST, USER, variable=VARIABLE) == "of the environment"
    assert Credentials({VARIABLE: ""}, file).of(HOST, USER, variable=VARIABLE) == "of-the-file"
    assert Credentials({}).of(HOST, USER, variable=VARIABLE) == "of the ring"


@pytest.mark.parametrize(
    ("host", "user", "password"),
    [
        (HOST, "anna", "of-the-file"),
        (HOST.upper(), "bert", "berts"),
        ("any.example", "whoever", "anybodys"),
    ],
)
def test_the_file_is_asked_for_this_host_and_user(file: str, host: str, user: str, password: str) -> None:
    """An entry without a login is for everybody at its host."""
    assert Credentials({}, file).of(host, user, variable=VARIABLE) == password


@pytest.mark.parametrize(("host", "user"), [(HOST, "carla"), ("other.example", "anna"), ("empty.example", "anna")])
def test_where_there_is_none_every_place_is_named(file: str, host: str, user: str) -> None:
    """Another user's is not taken, nor netrc's default, which would go to any server."""
    with pytest.raises(SettingsError) as caught:
        Credentials({}, file).of(host, user, variable=VARIABLE)
    assert str(caught.value) == (
        f"no password for {user} at {host}: set {VARIABLE} in the environment, "
        f'or add "machine {host} login {user} password …" to {file}, '
        f"or `keyring set briefing {user}@{host}`; the keyring has none"
    )


def test_a_keyring_that_cannot_be_asked_is_none(ring: Ring) -> None:
    """Locked, or not there at all as under cron; why is said, in no words of its own."""
    with pytest.raises(SettingsError, match=r"the keyring could not be asked \(KeyringLocked\)$") as locked:
        Credentials({}).of("locked", USER, variable=VARIABLE)
    assert "canary" not in str(locked.value)
    keyring.set_keyring(NoKeyring())
    with pytest.raises(SettingsError, match=r"the keyring could not be asked \(NoKeyringError\)$"):
        Credentials({}).of(HOST, USER, variable=VARIABLE)


def test_without_the_library_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to install."""
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(SettingsError, match=r"the keyring needs pip install 'briefing\[keyring\]'"):
        Credentials({}).of(HOST, USER, variable=VARIABLE)


def test_a_file_that_is_not_safe_is_an_error_though_the_keyring_knows(file: str) -> None:
    """Its owner believes that it is used; and it lies open."""
    Path(file).chmod(0o644)
    with pytest.raises(SettingsError, match="chmod 600"):
        Credentials({}, file).of(HOST, USER, variable=VARIABLE)


def test_who_knows_the_host_alone_gets_the_first_user_and_the_password(file: str) -> None:
    """From the file; never netrc's default, and no entry without a login."""
    credentials = Credentials({}, file)
    assert credentials.pair(HOST) == ("anna", "of-the-file")
    assert credentials.pair(f"{HOST}:8443") == ("anna", "of-the-file")
    assert credentials.pair(f"{HOST}:8080") == ("carla", "carlas")
    assert credentials.pair("any.example") is None
    assert credentials.pair("other.example") is None
    assert Credentials({}).pair(HOST) is None


def test_nothing_that_holds_a_password_shows_it(file: str) -> None:
    """As it would stand in a log or a traceback."""
    credentials = Credentials({VARIABLE: "canary"}, file)
    shown = repr((credentials, credentials.of(HOST, USER, variable=VARIABLE), credentials.pair(HOST)))
    assert "canary" not in shown
    assert "of-the-file" not in shown


@pytest.mark.parametrize(
    "echo",
    [
        'no such password: hunter"2',
        'LOGIN anna "hunter\\"2" failed',
        b64encode(b'\0anna\0hunter"2').decode(),
        "AUTH LOGIN " + b64encode(b'hunter"2').decode(),
    ],
)
def test_a_server_that_echoes_the_password_does_not_bring_it_onto_the_page(echo: str) -> None:
    """As it is, quoted, and as it was sent."""
    hidden = scrubbed(echo, Password('hunter"2'), "anna")
    assert "…" in hidden
    for form in ("hunter", b64encode(b"hunter").decode()[:6], b64encode(b"\0anna\0hun").decode()):
        assert form not in hidden
    assert scrubbed(echo, "", "anna") == echo
