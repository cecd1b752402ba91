"""Through a sendmail: programs that do what real ones do, and fail as they fail."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.credentials import Credentials
from briefing.deliverers import sendmail
from briefing.deliverers.sendmail import Sendmail
from briefing.errors import DeliveryError, SettingsError
from briefing.settings import Mail
from tests.deliverers.letters import letter

Program = Callable[[str], str]


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Write a sendmail that runs these lines of shell in a folder of its own."""

    def written(lines: str) -> str:
        file = tmp_path / "sendmail"
        file.write_text(f"#!/bin/sh\ncd {tmp_path}\n{lines}\n")
        file.chmod(0o755)
        return str(file)

    return written


def test_it_gets_the_letter_and_the_envelope(program: Program, tmp_path: Path) -> None:
    """Dots do not end it (-i), an address that looks like an option is none (--), lines end as the machine's do."""
    way = Sendmail(program('printf "%s\\n" "$@" >said; cat >got'), 5)
    way(letter("-oQ/tmp@bücher.example"), lambda: None)
    said = (tmp_path / "said").read_text()
    assert said.splitlines() == ["-i", "-f", "desk@example.org", "--", "-oQ/tmp@xn--bcher-kva.example"]
    assert (tmp_path / "got").read_bytes() == letter("-oQ/tmp@x").data.replace(b"\r\n", b"\n")


FAULTS = [
    ("exit 75", "not now", (True, False, False)),
    ("cat >/dev/null; echo deferred: no route >&2; exit 75", "deferred: no route", (True, False, False)),
    ("echo 'x\033[1m: user unknown' >&2; exit 67", r"no such user\): x⟦U\+001B⟧\[1m: user", (False, False, False)),
    ("exit 78", "configuration", (False, False, True)),
    ("exit 71", "the system", (True, False, True)),
    ("exit 1", "exit code 1$", (False, False, True)),
    ("cat >/dev/null; kill -9 $$", "ended by signal 9", (False, True, False)),
    ("cat >/dev/null; sleep 30", "not done with the letter after 0.3 seconds", (False, True, True)),
]


@pytest.mark.parametrize(("lines", "says", "flags"), FAULTS, ids=[fault[0][-12:] for fault in FAULTS])
def test_what_it_ends_with_is_told(lines: str, says: str, flags: tuple[bool, bool, bool], program: Program) -> None:
    """By the codes of sysexits and in its own words; whoever is killed over a letter may have sent it."""
    told: list[int] = []
    with pytest.raises(DeliveryError, match=says) as caught:
        Sendmail(program(lines), 0.3 if "sleep" in lines else 5)(letter(), lambda: told.append(1))
    assert (caught.value.temporary, caught.value.uncertain, caught.value.general) == flags
    assert told == [1]


def test_a_child_that_stays_behind_does_not_hold_it_up(program: Program) -> None:
    """Some deliver in the background, with what the program says still open."""
    Sendmail(program("cat >/dev/null; sleep 60 &"), 5)(letter(), lambda: None)


def test_what_stops_us_leaves_no_half_letter(program: Program, tmp_path: Path) -> None:
    """The program is not even started before the letter may arrive: it would send an empty one."""
    way = Sendmail(program("touch started"), 5)
    with pytest.raises(KeyboardInterrupt):
        way(letter(), _interrupt)
    assert not (tmp_path / "started").exists()


def _interrupt() -> None:
    raise KeyboardInterrupt


def test_it_is_looked_for_where_it_usually_is(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else on the PATH; a machine without one is told so before anything is sent."""
    mail, known = Mail(recipients=("a@example.com",)), Credentials({})
    monkeypatch.setattr(sendmail, "USUAL", "/nowhere/sendmail")
    path = program("exit 0")
    monkeypatch.setenv("PATH", str(Path(path).parent))
    assert sendmail.sendmail(mail, known).program == path
    monkeypatch.setattr(sendmail, "USUAL", path)
    monkeypatch.setenv("PATH", "/nowhere")
    assert sendmail.sendmail(mail, known).program == path
    monkeypatch.setattr(sendmail, "USUAL", "/nowhere/sendmail")
    with pytest.raises(SettingsError, match=r"mail\.transport: there is no /nowhere/sendmail here"):
        sendmail.sendmail(mail, known)


def test_one_that_is_gone_since_is_told() -> None:
    """Nothing was sent."""
    with pytest.raises(DeliveryError, match="/nowhere/sendmail: cannot be run: No such file") as caught:
        Sendmail("/nowhere/sendmail", 5)(letter(), lambda: None)
    assert (caught.value.uncertain, caught.value.general) == (False, True)
