"""Thousands of generated inputs through every source, stage and renderer (hypothesis, the same in every run)."""

from __future__ import annotations

import contextlib
import io
import tempfile
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.report.inputs import ways
from tests.report.inputs.seeds import NEWS, SETTINGS, SIGNS, files
from tests.report.row import Row

SLOWEST = 2.0
"""Seconds of CPU for one input; one for a whole build and its proof has ten times as many."""

PROMISE = (
    "no crash but documented errors, none over 2 s of CPU (without the parsers’ worker, which has its deadline), "
    "no span outside its text"
)
TEXTS = st.lists(st.sampled_from(SIGNS) | st.text(max_size=8), max_size=60).map("".join)
BYTES = TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))
ENCODED = st.sampled_from(SIGNS).map(lambda sign: sign.encode("utf-8", "replace"))
TEXT = ("splitter", "cleaner", "reader", "dates", "markdown", "heads", "addresses", "numbers")
"""Ways of a text; files take the others."""

FORMATS = ("md", "html", "json")


@dataclass
class Count:
    """What became of the inputs of one way."""

    tried: int = 0
    slowest: float = 0.0
    wrong: list[str] = field(default_factory=list)


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """Bytes cut off, doubled, turned or overwritten at a few places."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        how, length = draw(st.sampled_from(["cut", "write", "drop", "double", "sign"])), draw(st.integers(1, 40))
        if how == "cut":
            del data[at:]
        elif how == "drop":
            del data[at : at + length]
        elif how == "double":
            data[at:at] = data[at : at + length] * draw(st.sampled_from((1, 3, 500)))
        else:
            sign = draw(st.binary(max_size=8) if how == "write" else ENCODED)
            data[at : at + len(sign)] = sign
    return bytes(data)


def rows(load: int) -> list[Row]:
    """Try `load` inputs in all, shared out by what they cost."""
    with tempfile.TemporaryDirectory() as folder:
        found = [tried("B1", f"text: {name}", load // 12, BYTES, ways.WAYS[name]) for name in TEXT]
        for name, data in files().items():
            found.append(tried(*_of_file(name), load // 64, damaged(data), partial(ways.files, name=name)))
        found.append(tried("B7", "settings", load // 12, damaged(SETTINGS), ways.settings))
        pages = partial(_built, Path(folder))
        case = "whole builds of three generated texts, and their proof"
        found.append(tried("P1", case, max(3, load // 200), BYTES, pages, 10 * SLOWEST))
    return found


def _of_file(name: str) -> tuple[str, str]:
    line = {"html": "B2", "xml": "B3", "json": "B3", "opml": "B3", "pdf": "B4", "eml": "B5", "mbox": "B5", "1": "B5"}
    line |= {"jsonl": "B6", "parquet": "B6", "csv": "B6"}
    return line.get(name.replace(":2,S", "").rpartition(".")[2].replace("M1", "1"), "B1"), f"damaged files like {name}"


def tried(
    line: str, case: str, load: int, strategy: st.SearchStrategy[bytes], way: ways.Way, most: float = SLOWEST
) -> Row:
    """Return what became of so many inputs on one way; `most` are the seconds for one of them."""
    count = Count()
    settled = settings(max_examples=load, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
                       suppress_health_check=list(HealthCheck))  # fmt: skip

    @settled
    @given(strategy)
    def given_to(data: bytes) -> None:
        _once(way, count, data)

    given_to()
    figure = f"{count.tried:,} inputs, {len(count.wrong)} broke it, slowest {count.slowest:.2f} s"
    said = "; ".join([figure, *count.wrong[:3]])
    return Row(line, case, f"{load:,} inputs", said, PROMISE, not count.wrong and count.slowest <= most)


def _once(way: ways.Way, count: Count, data: bytes) -> None:
    """Go one way, and count; a fault does not end the count of the others."""
    count.tried += 1
    begun = time.process_time()
    try:
        way(data)
    except Exception as error:
        count.wrong.append(f"{type(error).__name__}: {str(error)[:80]!a} on {data[:80]!r}")
    count.slowest = max(count.slowest, time.process_time() - begun)


def _built(folder: Path, data: bytes) -> None:
    """Build a page of three texts cut out of one, and some news, and have `verify` prove it."""
    from briefing.assembly.proving import forget
    from briefing.cli import start

    third = len(data) // 3 + 1
    for name in ("0", "1", "2"):
        (folder / f"{name}.txt").write_bytes(data[int(name) * third :][:third])
    (folder / "news.txt").write_text(f"{NEWS}\n\n{len(data)} people went home.", "utf-8")
    form = FORMATS[len(data) % len(FORMATS)]
    page = folder / f"page.{form}"
    said = io.StringIO()
    for words in (["build", str(folder), "-q", "--date", "2026-11-22", "-o", str(page)], ["verify", str(page)]):
        forget()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said), contextlib.suppress(SystemExit):
            code = start(words)
        assert code in (0, 3), said.getvalue()[-300:]
        assert "Traceback" not in said.getvalue()
    assert code == 0, said.getvalue()[-300:]
    page.unlink()
