"""The PDF edition: the HTML edition's page on paper, laid out by WeasyPrint. The only door to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NoReturn
from xml.etree import ElementTree

from briefing.errors import BriefingError
from briefing.model import Briefing
from briefing.renderers.from_template import FromTemplate

_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class AsPdf:
    """Lays out on paper what the HTML template `name` from the first of `folders` that holds it renders.

    The same page and fonts give the same bytes: the only date in them is the edition's day, which the template states.
    """

    name: str
    suffix: str
    folders: tuple[str, ...]

    def own_words(self, language: str) -> frozenset[str]:
        """The words that the template itself prints."""
        return self._on_screen.own_words(language)

    @property
    def _on_screen(self) -> FromTemplate:
        return FromTemplate(self.name, "html", self.folders)

    def __call__(self, briefing: Briefing, folder: str) -> bytes:
        """Return the PDF; raises TemplateError as `FromTemplate` does, BriefingError where WeasyPrint is not there."""
        html = _html()
        found = html(string=self._on_screen(briefing, folder), url_fetcher=_refused)
        _style_drawings(found.etree_element)
        _lead_to_places(found.etree_element)
        return bytes(found.write_pdf(pdf_variant="pdf/ua-1") or b"")


def _html() -> Any:
    try:
        from weasyprint import HTML
    except ImportError as error:
        raise BriefingError("a PDF needs WeasyPrint: pip install 'briefing[pdf]'") from error
    except OSError as error:  # its own text names the library that is missing, and a page that says how to get it
        where = "Debian and Ubuntu have it as libpango-1.0-0 and libpangoft2-1.0-0"
        raise BriefingError(f"a PDF needs the system library Pango, which cannot be loaded; {where}") from error
    return HTML


def _refused(url: str, *_: Any, **__: Any) -> NoReturn:
    """Nothing is loaded from anywhere: not from the network, and no file either."""
    raise ValueError(f"{url}: not loaded")


def _style_drawings(page: ElementTree.Element) -> None:
    """WeasyPrint takes a drawing for a picture of its own, which the page's style does not reach."""
    style = "\n".join(element.text or "" for element in page.iter("style"))
    for drawing in page.iter(f"{_SVG}svg"):
        own = ElementTree.Element(f"{_SVG}style")
        own.text = style
        drawing.insert(0, own)


def _lead_to_places(page: ElementTree.Element) -> None:
    """The sources are not in the PDF: what led there leads to where they stand, which its end names."""
    there = {element.get("id") for element in page.iter()}
    for link in page.iter("a"):
        kind, name = (link.get("href") or "")[:2], (link.get("href") or "")[2:]
        if kind in ("#x", "#t") and kind[1] + name not in there:
            link.set("href", f"#d{name}")
