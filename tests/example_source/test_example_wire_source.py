"""The wire keeps what every source promises."""

import pytest
from example_wire_source import Wire

from briefing.testing import SourceContract

WIRE = """ZCZC 7 2026-11-20 Harbour wall to be mended
The northern harbour wall will be mended before the winter, the harbour office said on Friday.
NNNN
ZCZC 8 2026-11-21 Ferries stay in port
Two ferries stayed in port on Saturday. The wind is to drop on Monday.
NNNN
"""


class TestWire(SourceContract):
    @pytest.fixture(autouse=True)
    def _wires(self, tmp_path, monkeypatch):
        monkeypatch.setenv("WIRE_FOLDER", str(tmp_path))
        (tmp_path / "harbour.wire").write_text(WIRE, "utf-8")
        (tmp_path / "quiet.wire").write_text("", "utf-8")

    def source(self):
        return Wire("harbour")

    def broken(self):
        return Wire("missing")

    def empty(self):
        return Wire("quiet")
