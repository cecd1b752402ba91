"""The loft keeps what every way out promises."""

import pytest
from example_loft import loft

from briefing.credentials import Credentials
from briefing.settings.schema import Mail
from briefing.testing import DelivererContract


class TestLoft(DelivererContract):
    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path):
        self.folder = tmp_path / "loft"
        self.folder.mkdir()

    def deliverer(self):
        return loft(Mail(folder=str(self.folder)), Credentials({}))

    def broken(self):
        return loft(Mail(folder=str(self.folder / "missing")), Credentials({}))

    def arrived(self):
        return [path.read_bytes() for path in self.folder.glob("*.eml")]
