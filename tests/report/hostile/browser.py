"""What Chromium makes of pages, mails and the archive: no dialog, request or message, no element that is not ours."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from email import message_from_bytes, policy
from pathlib import Path

from playwright.sync_api import sync_playwright

from briefing.language.display import shown
from tests.browser.conftest import FLAGS, Reader
from tests.report.hostile.desk import Desk
from tests.report.hostile.kept import PACKAGE
from tests.report.hostile.pages import tight, titles

_TAG = re.compile(r"<([a-z][a-z0-9]*)")
_LOOK = """() => {
  const all = [...document.querySelectorAll('*')];
  return {
    tags: [...new Set(all.map(one => one.localName))],
    handlers: all.filter(one => [...one.attributes].some(a => a.name.startsWith('on'))).map(one => one.outerHTML),
    links: [...document.querySelectorAll('[href]')].map(one => one.href).filter(to => !/^(file|https?|data):/.test(to)),
    words: document.body.textContent,
  };
}"""


class Browser(ExitStack):
    """Chromium, started when the first page is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        self.is_there = self.path is not None
        sources = (*PACKAGE.parent.glob("templates/*"), *PACKAGE.glob("renderers/**/*.py"))
        self.ours = {tag for source in sources for tag in _TAG.findall(source.read_text("utf-8"))} | {
            "tbody",
            "h2",
            "h3",
            "h4",
        }

    def __enter__(self) -> Browser:
        """Start it."""
        if self.path:
            playwright = self.enter_context(sync_playwright())
            self.chromium = playwright.chromium.launch(executable_path=self.path, args=list(FLAGS))
            self.callback(self.chromium.close)
        return self

    def look(self, desk: Desk) -> Iterator[str]:
        """Yield what any page does or holds that it should not."""
        if self.path:
            for path in self._pages(desk):
                yield from (f"{path.name}: {what}" for what in self._odd(path, desk))

    def _pages(self, desk: Desk) -> Iterator[Path]:
        yield from (desk.folder / "pages").glob("*.html")
        yield from sorted((desk.folder / "site").rglob("*.html"))
        letter = min((desk.folder / "outgoing").glob("*.eml"))
        message = message_from_bytes(letter.read_bytes(), policy=policy.default)
        path = desk.folder.parent / "mail.html"
        path.write_text(message.get_body(("html",)).get_content(), "utf-8")  # type: ignore[attr-defined]
        yield path
        path.unlink()

    def _odd(self, path: Path, desk: Desk) -> Iterator[str]:
        reader = Reader(self.chromium)
        seen = reader.open(path)
        found = seen.page.evaluate(_LOOK)
        if not seen.is_quiet:
            yield f"{seen.requests} {seen.messages} {seen.dialogs}"
        yield from (f"<{tag}>" for tag in found["tags"] if tag not in self.ours)
        yield from (*found["handlers"], *found["links"])
        if path.parent.name == "pages":
            words = tight(found["words"])
            yield from (f"cannot be read: {title}" for title in titles(desk) if tight(shown(title)) not in words)
        for context in reader.contexts:
            context.close()
