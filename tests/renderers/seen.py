"""What an HTML page is made of, as the standard library's parser sees it."""

from __future__ import annotations

from html.parser import HTMLParser

_EMPTY = frozenset({"br", "circle", "hr", "img", "input", "line", "link", "meta"})


class Seen(HTMLParser):
    """The tags, attributes, links and texts of a page; `open` are the elements that nothing has closed.

    With `is_closed` every end tag must close the element that was opened last.
    """

    def __init__(self, page: str, *, is_closed: bool = False) -> None:
        super().__init__()
        self.is_closed = is_closed
        self.tags: list[str] = []
        self.attributes: set[tuple[str, str]] = set()
        self.links: list[str | None] = []
        self.text: list[str] = []
        self.others: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {(tag, name) for name, _ in attrs}
        self.links += [value for name, value in attrs if name == "href"]
        if self.is_closed and tag not in _EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if self.is_closed:
            assert self.open.pop() == tag, self.getpos()

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.text.append(data)

    def handle_comment(self, data):
        self.others.append(data)

    def handle_pi(self, data):
        self.others.append(data)

    def unknown_decl(self, data):
        self.others.append(data)
