"""Deliver through the machine's own `sendmail`, which Postfix, Exim, OpenSMTPD, msmtp and others bring."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO

from briefing.credentials import Credentials
from briefing.deliverers.clock import Clock
from briefing.deliverers.envelope import bare
from briefing.errors import DeliveryError, SettingsError
from briefing.language.display import shown
from briefing.model import Letter
from briefing.settings import Mail

USUAL = "/usr/sbin/sendmail"

_EXITS = {
    64: "it does not know its arguments",
    65: "it cannot read the letter",
    67: "there is no such user",
    68: "there is no such host",
    69: "it is not available",
    70: "it stumbled over itself",
    71: "the system refused it something",
    72: "a file of the system is missing",
    73: "it cannot make a file",
    74: "it cannot read or write",
    75: "not now",
    77: "it may not do that",
    78: "its configuration is wrong",
}
"""What the codes of sysexits.h mean."""

_TEMPORARY = frozenset({71, 74, 75})
_ABOUT_THE_LETTER = frozenset({64, 65, 67, 68, 69, 75})


@dataclass(frozen=True, slots=True)
class Sendmail:
    """Gives letters to `program`; `seconds` are how long it may take over one."""

    program: str
    seconds: float

    def __call__(self, letter: Letter, handing_over: Callable[[], None]) -> None:
        """Hand the letter over; raises DeliveryError with the program's words."""
        sender, recipient = bare(letter.sender).encode(), bare(letter.recipient).encode()
        # From a file, not through a pipe: the program would take whatever came before our end for the whole letter.
        with _laid_out(letter.data.replace(b"\r\n", b"\n")) as text, _laid_out(b"") as said:
            handing_over()
            code = self._run([self.program.encode(), b"-i", b"-f", sender, b"--", recipient], text, said)
            said.seek(0)
            words = shown(said.read(2000).decode(errors="replace").strip())
        if code:
            raise _refused(self.program, code, words)

    def close(self) -> None:
        """Nothing is kept open."""

    def _run(self, command: list[bytes], text: IO[bytes], said: IO[bytes]) -> int:
        """Return the exit code. In a session of its own: what interrupts us does not cut a letter in two."""
        try:
            # No shell: the arguments are a path of the system's and two addresses that were looked at.
            running = subprocess.Popen(command, stdin=text, stdout=said, stderr=said, start_new_session=True)  # noqa: S603
        except OSError as error:
            raise DeliveryError(f"{self.program}: cannot be run: {error.strerror}", general=True) from error
        try:
            return running.wait(self.seconds)
        except subprocess.TimeoutExpired:
            with suppress(OSError):
                os.killpg(running.pid, signal.SIGKILL)
            running.wait()
            what = f"{self.program}: not done with the letter after {self.seconds:g} seconds"
            raise DeliveryError(what, uncertain=True, general=True) from None


def sendmail(mail: Mail, _: Credentials) -> Sendmail:
    """Return the machine's sendmail; raises SettingsError where there is none."""
    found = shutil.which(USUAL) or shutil.which("sendmail") or ""
    if mail.recipients and not found:
        remedy = "install a mail server or msmtp, or name a server (mail.host)"
        raise SettingsError(f"mail.transport: there is no {USUAL} here, nor a sendmail on the PATH; {remedy}")
    return Sendmail(found, Clock(mail.timeout).whole)


def _laid_out(data: bytes) -> IO[bytes]:
    """Return a file without a name that holds the bytes, at its beginning."""
    try:
        made = TemporaryFile()  # noqa: SIM115 (whoever asked closes it)
        made.write(data)
        made.seek(0)
    except OSError as error:
        what = f"no file can be made for the letter: {error.strerror}; see TMPDIR and the room on its disk"
        raise DeliveryError(what, temporary=True, general=True) from error
    return made


def _refused(program: str, code: int, words: str) -> DeliveryError:
    if code < 0:
        what = f"ended by signal {-code} with the letter in its hands"
        return DeliveryError(f"{program}: {what}: {words}".rstrip(": "), uncertain=True)
    meaning = f" ({_EXITS[code]})" if code in _EXITS else ""
    what = f"{program}: exit code {code}{meaning}: {words}".rstrip(": ")
    return DeliveryError(what, temporary=code in _TEMPORARY, general=code not in _ABOUT_THE_LETTER)
