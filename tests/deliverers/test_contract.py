"""Our own ways out keep what every one promises: the tests that others run on theirs."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from briefing.credentials import Credentials
from briefing.deliverers.files import EmlFolder
from briefing.deliverers.maildir import Maildir
from briefing.deliverers.sendmail import Sendmail
from briefing.deliverers.smtp import Smtp
from briefing.settings import Mail
from briefing.testing import DelivererContract


class InFiles(DelivererContract):
    """What arrives is a file."""

    where = "*"

    @pytest.fixture(autouse=True)
    def _make_room(self, tmp_path):
        self.root = tmp_path
        (tmp_path / "file").touch()

    def arrived(self):
        return [path.read_bytes() for path in (self.root / "out").glob(self.where)]


class TestFiles(InFiles):
    """A folder of `.eml` files."""

    def deliverer(self):
        return EmlFolder(self.root / "out")

    def broken(self):
        return EmlFolder(self.root / "file")


class TestMaildir(InFiles):
    """A Maildir."""

    where = "new/*"

    def deliverer(self):
        return Maildir(self.root / "out")

    def broken(self):
        return Maildir(self.root / "file")


class TestSendmail(InFiles):
    """A program."""

    def deliverer(self):
        (self.root / "out").mkdir()
        return self._program(f'cat >"{self.root}/out/$5"')

    def broken(self):
        return self._program("cat >/dev/null; exit 75")

    def _program(self, lines):
        file = self.root / "sendmail"
        file.write_text(f"#!/bin/sh\n{lines}\n")
        file.chmod(0o755)
        return Sendmail(str(file), 10)


class TestExample(InFiles):
    """The one that the guide shows."""

    def deliverer(self):
        (self.root / "out").mkdir(exist_ok=True)
        return self._loft(self.root / "out")

    def broken(self):
        return self._loft(self.root / "file")

    def _loft(self, folder):
        file = Path(__file__).parents[1] / "example_deliverer" / "example_loft.py"
        return runpy.run_path(str(file))["loft"](Mail(folder=str(folder)), Credentials({}))


class TestSmtp(DelivererContract):
    """A server with STARTTLS."""

    @pytest.fixture(autouse=True)
    def _serve(self, mailbox, serve, authority):
        self.mailbox, self.authority = mailbox, authority
        self.port = serve(mailbox, tls_context=authority.context("localhost"), require_starttls=True)

    def deliverer(self):
        return self._through(self.authority.file)

    def broken(self):
        return self._through("")

    def arrived(self):
        return [envelope.original_content for envelope in self.mailbox.taken]

    def _through(self, ca_file):
        return Smtp(Mail(host="localhost", port=self.port, ca_file=ca_file, timeout=5))
