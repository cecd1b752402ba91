"""The ways that foreign text and bytes take through the product; each raises where a promise is broken."""

from __future__ import annotations

import contextlib
import io
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default
from functools import cache
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt

from briefing.errors import BriefingError, RecordsError, SettingsError
from briefing.fetchers.mailbox.address import box
from briefing.fetchers.web import address
from briefing.fetchers.web.failed import Failed
from briefing.fetchers.web.networks import Reach, reach
from briefing.language.dates.expressions import expressions
from briefing.language.display import shown, shown_again
from briefing.language.sentences import sentences
from briefing.language.served import SERVED
from briefing.model import Article, Edition, Problem, Recipient, Span
from briefing.parsers import feed, mail
from briefing.parsers.parsed import Hints
from briefing.records import state
from briefing.renderers.mail.message import letter
from briefing.renderers.mail.message import mail as written
from briefing.renderers.markdown import markdown
from briefing.settings import Mail, load
from briefing.sources.content import items
from briefing.sources.manner import Manner
from briefing.stages.clean import clean
from briefing.stages.read import read
from briefing.stages.register import fault

Way = Callable[[bytes], None]
_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_LANGUAGES = sorted(SERVED)


def text_of(data: bytes) -> str:
    """Return the text of some bytes, with the lone surrogates that stand in them."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def reads(data: bytes) -> None:
    """An article is read: all that points at its text lies in it, and says what stands there."""
    article = Article(text=text_of(data), language=_language(data))
    if fault(article) is None:
        lies_in(read(article), article.text)


def cleans(data: bytes) -> None:
    """Every character but white space is in exactly one block or aside."""
    text = text_of(data)
    found = clean(Article(text=text))
    spans = sorted((one.start, one.end) for one in (*found.blocks, *found.asides))
    assert all(end <= start for (_, end), (start, _) in pairwise(spans)), "two overlap"
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split()), "something is in none"


def splits(data: bytes) -> None:
    """Sentences are in order, apart, not empty, and hold every letter and digit."""
    text = text_of(data)
    found = sentences(text, _language(data))
    assert all(0 <= a.start < a.end <= len(text) for a in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert sum(sum(map(str.isalnum, text[a.start : a.end])) for a in found) == sum(map(str.isalnum, text))


def dates(data: bytes) -> None:
    """Expressions are in order, apart, and in the text."""
    text = text_of(data)
    found = expressions(text, [Span(0, len(text))] if text else [], _language(data))
    assert all(0 <= a.start < a.end <= len(text) for a in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def feeds(data: bytes) -> None:
    """A feed has documents of text; its parser says what is wrong, or raises no more than its worker takes."""
    found = feed.documents(data, Hints("a.xml", "https://news.example/feed"))
    assert all(isinstance(document.text, str) for document in found.documents)
    assert all(problem.remedy for problem in found.problems)


def mails(data: bytes) -> None:
    """A mail has documents of text."""
    found = mail.documents(data, Hints("a.eml"))
    assert all(isinstance(document.text, str) for document in found.documents)
    assert all(problem.remedy for problem in found.problems)


def files(data: bytes, name: str = "a.txt") -> None:
    """A file has articles and problems, whatever its name; the articles can be read."""
    for item in items(io.BytesIO(data), name, f"/news/{name}", Manner()):
        assert isinstance(item, Article | Problem)
        if isinstance(item, Problem):
            assert item.what
            assert shown_again(str(item)) == str(item), "a sign that cannot be seen"
        elif fault(item) is None and len(item.text) < 20_000:
            lies_in(read(item), item.text)


def settings(data: bytes) -> None:
    """A file of settings is taken, or each mistake is told on one line that can be printed."""
    folder = _folder()
    (folder / "briefing.toml").write_bytes(data)
    mistakes: tuple[str, ...] = ()
    try:
        load(config=folder / "briefing.toml", folder=folder, sources=(), environ={}, overrides={})
    except SettingsError as error:
        mistakes = error.mistakes or ("",)
    assert all(line and line.isprintable() for line in mistakes), mistakes


def states(data: bytes) -> None:
    """A state that was damaged opens and can be asked, or is refused as records that cannot be read."""
    folder = Path(tempfile.mkdtemp(dir=_folder()))
    folder.chmod(0o700)
    (folder / "state.sqlite").write_bytes(data)
    said = ""
    try:
        state.remembered(folder, "news", date(2026, 11, 22))
        with state.opened(folder) as found:
            found.entries("news")
            found.edition("news")
            found.letters("news")
            found.damage()
    except RecordsError as error:
        said = str(error)
    finally:
        for file in folder.glob("*"):
            file.unlink()
        folder.rmdir()
    assert said.isprintable()


def addresses(data: bytes) -> None:
    """An address is read and written again the same, or refused; a number that is private is for nobody."""
    text = text_of(data)
    for known in (text, f"https://{text}", f"https://news.example/{text}"):
        with contextlib.suppress(Failed):
            found = address.read(known)
            assert str(address.read(str(found))) == str(found), known
            assert str(found).isascii()
            assert str(found).isprintable()
    for known in (text, f"imaps://ann@{text}"):
        with contextlib.suppress(BriefingError):
            box(known)
    address.places(text)
    address.tell(text)


def numbers(data: bytes) -> None:
    """A number is for anybody only where the standard library calls it global, too."""
    from ipaddress import ip_address

    for text in ({text_of(data)} | ({str(ip_address(data[:4]))} if len(data) >= 4 else set())) | (
        {str(ip_address(data[:16]))} if len(data) >= 16 else set()
    ):
        with contextlib.suppress(ValueError):
            if reach(text) is Reach.ANYBODY:
                assert ip_address(text).is_global, text


def escapes(data: bytes) -> None:
    """What is written as Markdown is read as one paragraph of that text, and nothing else."""
    text = text_of(data)
    tokens = _MARKDOWN.parse(f"a {markdown(text)}")
    inner = [token for outer in tokens for token in outer.children or ()]
    seen = "".join(token.content if token.type in ("text", "text_special") else "" for token in inner)
    assert {token.type for token in inner} <= {"text", "text_special"}, text
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert " ".join(seen.split()) == " ".join(f"a {shown(text)}".split()), text


def heads(data: bytes) -> None:
    """A mail's head is parsed back: the same names in the same order, and the title that was given."""
    title = " ".join(shown(text_of(data)).encode(errors="replace").decode().split())[:300]
    edition = Edition("news", date(2026, 11, 22), title=title, pages={})
    recipient = Recipient("ann@news.example")
    settled = Mail(sender="Desk <desk@news.example>", list_id="news.example")
    now = datetime(2026, 11, 22, 7, tzinfo=UTC)
    message = written(edition, recipient, {"text": title, "subject": title}, settled, now=now)
    back = message_from_bytes(letter(message), policy=default)
    assert back.keys() == message.keys()
    # The standard library breaks long words, and puts blanks where it does.
    assert "".join(str(back["Subject"]).split()) == "".join(title.replace("=?", "= ?").split()), title


WAYS: dict[str, Way] = {
    "splitter": splits, "cleaner": cleans, "reader": reads, "dates": dates, "feeds": feeds, "mails": mails,
    "settings": settings, "state": states, "markdown": escapes, "heads": heads, "addresses": addresses,
    "numbers": numbers,
}  # fmt: skip


def _language(data: bytes) -> str:
    return _LANGUAGES[sum(data[:64]) % len(_LANGUAGES)]


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="briefing-inputs-"))


def lies_in(found: object, text: str) -> None:
    """Raise AssertionError where something in it points outside the text, or says what does not stand there."""
    for one in _spans(found):
        start, end = one.start, one.end  # type: ignore[attr-defined]
        assert 0 <= start <= end <= len(text), one
        said = getattr(one, "text", None)
        assert said is None or said == text[start:end], one


def _spans(found: object) -> Iterator[object]:
    """Yield everything in it that has a start and an end."""
    if isinstance(found, tuple | list) and not hasattr(found, "start"):
        for one in found:
            yield from _spans(one)
        return
    if isinstance(getattr(found, "start", None), int) and isinstance(getattr(found, "end", None), int):
        yield found
    if is_dataclass(found) and not isinstance(found, type):
        for one in fields(found):
            yield from _spans(getattr(found, one.name))
