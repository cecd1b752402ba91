"""What tests of the whole need: the command line in this process, the example's articles, and news that never was."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import strategies as st

from briefing.assembly.proving import forget
from briefing.cli import start
from briefing.model import Article, Location, Theme
from tests.authority import Authority
from tests.mail_server import Mailbox, MailServers
from tests.web_server import WebServer

ROOT = Path(__file__).resolve().parent.parent

# Packages of their own, with tests that run where they are installed.
collect_ignore = ["example_deliverer", "example_source"]

WHO = ("The dam authority", "The harbour union", "Mayor Ada Vale", "The ministry", "Governor Lund", "The ferry company")
DID = ("announced", "rejected", "delayed", "defended", "approved", "suspended", "questioned", "presented")
WHAT = (
    "a plan to repair the old dam above Orr", "the dock workers’ claim for higher wages", "the ballot of the district",
    "a loan of 40 million crowns for the railway", "the closure of two ferry lines", "the flood report of last spring",
    "a vote on the new harbour wall", "the polls that were held in Marn",
)  # fmt: skip
WHEN = (
    "on Friday",
    "after a long debate",
    "before the winter",
    "in a letter to the council",
    "without a date",
    "again",
)
BREAKS = (" ", " ", " ", "\n\n")


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]


@pytest.fixture(scope="session", autouse=True)
def caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep readings of all tests, and of the commands that they start, in a folder that goes with them."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("caches")
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the project."""
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the example."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def themes() -> tuple[Theme, ...]:
    """Three themes for the news below; nothing is ever said of the last one."""
    return (
        Theme("The dam", ("dam", "flood"), "What becomes of the old dam."),
        Theme("Elections", ("polls", "ballot", "vote")),
        Theme("Space travel", ("rocket", "astronaut")),
    )


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Command]:
    """Return a function that runs a command line in this process, in an empty folder, as a process of its own would."""

    def ran(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        forget()  # a command reads a source once; the next command is another process
        try:
            code = start([str(argument) for argument in arguments])
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        return Ran(code, *capsys.readouterr())

    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    before = signal.getsignal(signal.SIGTERM)
    yield ran
    signal.signal(signal.SIGTERM, before)


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """One certificate authority for all tests: making keys takes a moment."""
    return Authority.made(tmp_path_factory.mktemp("authority") / "ca.pem")


@pytest.fixture
def mailbox() -> Mailbox:
    """An empty mailbox."""
    return Mailbox()


@pytest.fixture
def serve() -> Iterator[Callable[..., int]]:
    """Start a mail server that delivers into a mailbox; see `MailServers.start`."""
    with MailServers() as servers:
        yield servers.start


@pytest.fixture
def web_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    """A web server on this machine, which commands ask without a pause."""
    monkeypatch.setenv("BRIEFING_FETCH_PAUSE", "0")
    found = WebServer()
    yield found
    found.stop()


@st.composite
def _article(draw: st.DrawFn) -> Article:
    parts = []
    for _ in range(draw(st.integers(1, 9))):
        said = " ".join((draw(st.sampled_from(WHO)), draw(st.sampled_from(DID)), draw(st.sampled_from(WHAT))))
        parts += [f"{said} {draw(st.sampled_from(WHEN))}.", draw(st.sampled_from(BREAKS))]
    number = draw(st.integers(1, 99))
    return Article(
        text="".join(parts).strip(),
        title=draw(st.none() | st.sampled_from(("Dam to be mended", "What the polls say", "Ferries stay"))),
        date=draw(st.none() | st.dates(date(2026, 10, 1), date(2026, 11, 30))),
        source=draw(st.none() | st.sampled_from(("Orr Courier", "Marn Post"))),
        location=Location(f"/news/{number:02}.txt", draw(st.integers(0, 3))),
    )


@st.composite
def _anything(draw: st.DrawFn) -> Article:
    texts = st.text(st.characters(), max_size=300)  # lone surrogates and NUL as well: they become problems
    title = draw(st.none() | st.text(max_size=40))
    return Article(draw(texts), title=title, source=draw(st.none() | st.text(max_size=20)))


@pytest.fixture(scope="session")
def news() -> st.SearchStrategy[list[Article]]:
    """A pile of articles in the news register."""
    return st.lists(_article(), max_size=7)


@pytest.fixture(scope="session")
def piles() -> st.SearchStrategy[list[Article]]:
    """A pile of articles, some of which are any text at all."""
    return st.lists(_article() | _anything(), max_size=7)
