"""What Jinja makes of hostile templates of a user's: an error that names the file, or a page that tells nothing."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.cli.specimen import specimen
from briefing.errors import TemplateError
from briefing.renderers.from_template import FromTemplate
from tests.report.hostile.attempts import attempts
from tests.report.row import Row

OURS = Path(__file__).parents[3] / "templates"
CANARY = "canary-4711"
LEAK = re.compile(
    r"<class|<function|<module|<bound|<built-in|&lt;class|object at 0x|root:|uid=|canary-4711|\[project\]"
)


def rows() -> list[Row]:
    """Try each as a template of a user's; all of them, for one takes some milliseconds."""
    tried = [one for one in attempts(10**6) if one.kind == "template"]
    os.environ["BRIEFING_MAIL_PASSWORD"], before = CANARY, os.environ.get("BRIEFING_MAIL_PASSWORD")
    with TemporaryDirectory() as folder:
        came = [_rendered(Path(folder), one.text) for one in tried]
    os.environ.pop("BRIEFING_MAIL_PASSWORD")
    if before is not None:
        os.environ["BRIEFING_MAIL_PASSWORD"] = before
    errors = sum(page is None for page in came)
    leaks = [one.text for one, page in zip(tried, came, strict=True) if page and LEAK.search(page)]
    figure = f"{errors} are errors with the file's name, {len(came) - errors} print only their own; {len(leaks)} leaks"
    case = f"Jinja: templates of a user's{': ' + leaks[0] if leaks else ''}".replace("|", "¦")
    return [Row("S5", case, f"{len(tried)} templates", figure, "no leaks", not leaks)]


def _rendered(folder: Path, template: str) -> str | None:
    """The page, or None where it is an error as it should be."""
    (folder / "briefing.md.j2").write_text(template, "utf-8")
    try:
        return FromTemplate("briefing.md.j2", "md", (str(folder), str(OURS)))(specimen(date(2026, 11, 22)), "/")
    except TemplateError as error:
        if not re.search(r"briefing\.md\.j2|no such template|passwd|hostname|schema|pyproject", str(error)):
            raise
        return None
