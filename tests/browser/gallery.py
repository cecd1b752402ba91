"""The pictures of what comes out, for the page that shows them: `python -m tests.browser.gallery [FOLDER]`."""

from __future__ import annotations

import contextlib
import html
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from briefing.cli import start
from tests.browser.conftest import FLAGS, ROOT

FOLDER = ROOT / "briefing" / "renderers" / "pictures"
DAY = "2021-08-21"
SETTINGS = """
name = "nato"
sources = ["news"]
state = "state"
output = "pages"
formats = ["md", "html", "pdf"]

[mail]
sender = "News desk <desk@example.org>"
recipients = ["reader@example.org"]
folder = "outgoing"
"""
# Which of the example's articles had come by which day.
DAYS = {"2021-02-20": ("000", "001"), "2021-04-15": ("003", "004"), DAY: ("002",)}
TERMINAL = "background: #17191c; color: #e6e3dc; font: 15px/1.4 'DejaVu Sans Mono', monospace; padding: 16px 20px"


def gallery(browser: Browser, desk: Path, folder: Path) -> list[Path]:
    """Take every picture of the editions that are made at the desk."""
    folder.mkdir(exist_ok=True)
    said = _editions(desk)
    edition = desk / "pages" / f"{DAY}.html"
    shots: dict[str, Callable[[], Image.Image]] = {
        "page": lambda: _shown(browser, edition, (1100, 900)),
        "card": lambda: _shown(browser, edition, (1100, 620), look=_card),
        "figures": lambda: _shown(browser, edition, (1100, 620), look=_figures),
        "phone": lambda: _shown(browser, edition, (390, 844)),
        "mail": lambda: _shown(browser, _letter(desk), (700, 900)),
        "archive": lambda: _shown(browser, desk / "public" / "index.html", (1100, 700)),
        "paper": lambda: _pages(desk / "pages" / f"{DAY}.pdf"),
        "terminal": lambda: _shown(browser, _terminal(desk, said), (720, 760)),
    }
    return [_kept(folder / f"{name}.webp", shot()) for name, shot in shots.items()]


def _editions(desk: Path) -> str:
    """Make the editions of three days, and the archive; return what the last one is in a terminal."""
    for path in (ROOT / "seeds").glob("*.toml"):
        (desk / "briefing.toml").write_text(SETTINGS.replace("\n[mail]", _themes(path) + "\n[mail]"), "utf-8")
    (desk / "news").mkdir()
    with contextlib.chdir(desk):
        for day, names in DAYS.items():
            for name in names:
                (source,) = (ROOT / "seeds").glob(f"{name}_*.txt")
                shutil.copy(source, "news")
            _run("build", "--publish", "--date", day)
        _run("send", DAY, "--dry-run", "-o", "look")
        _run("archive", "public")
        _run("build", "--date", DAY, "--format", "text", "-o", "page.txt")
    return (desk / "page.txt").read_text("utf-8")


def _themes(settings: Path) -> str:
    return settings.read_text("utf-8").partition("title =")[2].join(("title =", ""))


def _run(*arguments: str) -> None:
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        code = start(list(arguments))
    if code:
        raise SystemExit(f"briefing {' '.join(arguments)}: exit code {code}\n{said.getvalue()}")


def _shown(
    browser: Browser, file: Path, size: tuple[int, int], *, look: Callable[[Page], None] | None = None
) -> Image.Image:
    """The upper part of a page, or what one looks at after `look`."""
    width, height = size
    page = browser.new_page(
        viewport={"width": width, "height": height}, reduced_motion="reduce", device_scale_factor=1.25
    )
    page.goto(file.as_uri())
    if look:
        look(page)
    picture = Image.open(io.BytesIO(page.screenshot()))
    page.close()
    return picture


def _card(page: Page) -> None:
    """Point at the first statement of the first theme."""
    statement = page.locator("a.cite").nth(4)
    statement.scroll_into_view_if_needed()
    page.mouse.wheel(0, 250)
    statement.hover()
    page.wait_for_timeout(400)


def _figures(page: Page) -> None:
    page.locator("table").first.evaluate("table => { table.scrollIntoView(); scrollBy(0, -90) }")


def _letter(desk: Path) -> Path:
    """The HTML part of the mail, as a mail program shows it."""
    (file,) = (desk / "look").glob("*.eml")
    part = message_from_bytes(file.read_bytes(), policy=policy.default).get_body(("html",))
    (desk / "mail.html").write_text(part.get_content(), "utf-8")
    return desk / "mail.html"


def _pages(pdf: Path) -> Image.Image:
    """The first two pages of a PDF, side by side."""
    pages = [page.render(scale=1.15).to_pil() for page in list(pypdfium2.PdfDocument(pdf))[:2]]
    both = Image.new("RGB", (sum(page.width for page in pages) + 20, pages[0].height), "#b9b5aa")
    for number, page in enumerate(pages):
        both.paste(page, (number * (page.width + 20), 0))
    return both


def _terminal(desk: Path, said: str) -> Path:
    """What is printed, in a window as dark as a terminal's."""
    line = f"$ briefing build --date {DAY} --format text -o -\n{said}"
    file = desk / "terminal.html"
    file.write_text(f'<!DOCTYPE html><meta charset="utf-8"><body style="margin: 0"><pre style="{TERMINAL}; margin: 0; '
                    f'min-height: 100vh">{html.escape(line)}</pre>', "utf-8")  # fmt: skip
    return file


def _kept(path: Path, picture: Image.Image) -> Path:
    picture.convert("RGB").save(path, quality=72, method=6)
    return path


@contextlib.contextmanager
def _chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        raise SystemExit("no Chromium on this machine (apt-get install chromium)")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=list(FLAGS))


def main() -> None:
    """Take them all, and say how large each is."""
    folder = Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else FOLDER
    with tempfile.TemporaryDirectory() as desk, _chromium() as browser:
        for path in gallery(browser, Path(desk), folder):
            print(f"{os.path.relpath(path)}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
