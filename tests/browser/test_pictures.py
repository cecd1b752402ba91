"""Pictures of each edition for people to look at, in `.artefacts/`: no test can say whether a page is beautiful."""

from __future__ import annotations

import pytest

from .conftest import ARTEFACTS
from .pictures import print_pages

SCREENS = [(width, scheme) for width in (360, 800, 1440) for scheme in ("light", "dark")]


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_each_edition_has_its_picture_taken(reader, sample, foreign, width, scheme):
    """At three widths, in both schemes."""
    ARTEFACTS.mkdir(exist_ok=True)
    for path in (sample, foreign):
        picture = ARTEFACTS / f"{path.stem}-{width}-{scheme}.png"
        reader.open(path, width=width, scheme=scheme).page.screenshot(path=picture, full_page=True)
        assert picture.stat().st_size > 10_000


def test_the_printed_pages_have_theirs_taken(reader, sample, foreign):
    """As PDF, and each page of it."""
    ARTEFACTS.mkdir(exist_ok=True)
    for path in (sample, foreign):
        pdf = ARTEFACTS / f"{path.stem}.pdf"
        reader.open(path).page.pdf(path=pdf, format="A4", prefer_css_page_size=True)
        assert print_pages(pdf, ARTEFACTS / f"{path.stem}-page") <= 6
