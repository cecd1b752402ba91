"""A real Chromium, and the pages that it is shown. Where it is missing this is said; in CI nothing may be missing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

import briefing
from briefing.cli import start
from briefing.model import Article, Briefing, Location, Past, Theme
from tests.machine import unavailable

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 22)
ARTEFACTS = ROOT / ".artefacts"
# A runner is root in a container, where Chromium's sandbox cannot be; the pages are ours, and nothing is fetched.
FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip
NEWS = {
    "flood": ("The valley after the flood", "The flood below the dam has driven 900 people from their homes in the "
              "valley of the Orr, the county said.\n\nMayor Ada Vale of Orr thanked the helpers on Friday. “We will "
              "rebuild every house,” Vale said.\n\nThe wall of the dam was built in 1993. In the evening the ministry "
              "announced that she had asked for help from the capital by 1 May 2027."),
    "mill": ("Mill blast in Orr", "A blast at the mill below the dam in Orr hurt 40 people and shut the quay.\n\nThe "
             "miller had been warned of dust in the old loft, the harbour union said. Ferries were held up."),
    "quay": ("Blast shuts the quay", "The quay at Orr was shut after a blast in the mill below the dam.\n\n“We were "
             "lucky,” the miller said. The mill blast in Orr hurt 55 people, the clinic said."),
    "wall": (None, "Photo: The dam of Orr on Friday.\n\nEngineers from the capital will close the hole in the dam with "
             "steel before the winter, the ministry said. It wrote to the county on Tuesday."),
}  # fmt: skip


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of the system: none is downloaded."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        unavailable("no Chromium on this machine (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@dataclass
class Shown:
    """A page in the browser, with everything that it asked for, complained of, or popped up."""

    page: Page
    requests: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    @property
    def is_quiet(self) -> bool:
        """Whether it loaded itself and nothing else, and nothing was amiss."""
        return not self.messages and not self.dialogs and [r for r in self.requests if not r.startswith("data:")] == []


class Reader:
    """Opens pages, each in a context of its own."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.contexts: list[BrowserContext] = []

    def open(
        self, path: Path, *, width: int = 1440, scheme: str = "light", script: bool = True, touch: bool = False
    ) -> Shown:
        """Show the page in `path` to a reader with that screen."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=script,
            has_touch=touch,
            reduced_motion="reduce",
        )
        self.contexts.append(context)
        shown = Shown(context.new_page())
        shown.page.on("request", lambda request: shown.requests.append(request.url))
        shown.page.on("response", lambda response: shown.answers.append(response.url))
        shown.page.on("console", lambda message: shown.messages.append(message.text))
        shown.page.on("pageerror", lambda error: shown.messages.append(str(error)))
        shown.page.on("dialog", lambda dialog: (shown.dialogs.append(dialog.message), dialog.dismiss()))
        shown.page.goto(path.as_uri())
        shown.requests.remove(path.as_uri())
        shown.answers.clear()
        return shown


@pytest.fixture
def reader(chromium: Browser) -> Iterator[Reader]:
    """Somebody who reads pages."""
    found = Reader(chromium)
    yield found
    for context in found.contexts:
        context.close()


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the pages stand."""
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="session")
def sample(shelf: Path) -> Path:
    """The HTML edition of the example."""
    path = shelf / "sample.html"
    assert start(["build", str(ROOT / "seeds"), "--date", str(DAY), "-q", "-o", str(path)]) == 0
    return path


def _news(language: str) -> list[Article]:
    texts = sorted((ROOT / "tests" / "languages" / language).glob("*.txt"))
    own = [
        Article(p.read_text("utf-8"), language=language, location=Location(str(p)), date=date(2026, 11, 19))
        for p in texts
    ]
    return own + [
        Article(text, title=title, source="Orr Courier" if name != "mill" else "AP", date=None if name == "wall" else
                date(2026, 11, 20), location=Location(f"/news/{name}.txt"), url=f"https://news.example/{name}?a=1&b=2")
        for name, (title, text) in NEWS.items()
    ]  # fmt: skip


def foreign_briefing(language: str) -> Briefing:
    """An edition with marks against the day before, notes, figures that differ, a timeline and a foreign language."""
    themes = [
        Theme("Orr: der Damm" if language == "de" else "Дамба в Орре", ("dam", "flood", "mill", "blast", "quay")),
        Theme("Energie" if language == "de" else "Энергия", ("Gaspreis", "газ", "Strompreis", "цены")),
    ]
    news = _news(language)
    older = [replace(a, text=a.text.replace("900 people", "500 people")) for a in news if a.title != NEWS["quay"][0]]
    made = {
        "words": 700,
        "page_language": language,
        "title": {"de": "Lage am Morgen", "ru": "Утренняя сводка"}[language],
    }
    yesterday = briefing.build(older, themes, date=date(2026, 11, 21), **{**made, "words": 90})
    past = briefing.remember(Past(), yesterday)
    return briefing.build(news, themes, date=DAY, past=past, **made)


@pytest.fixture(scope="session", params=["de", "ru"])
def foreign(request: pytest.FixtureRequest, shelf: Path) -> Path:
    """An edition in another language that has everything beside its statements."""
    path = shelf / f"{request.param}.html"
    path.write_text(briefing.render(foreign_briefing(request.param), "html", folder="/pages"), "utf-8")
    return path
