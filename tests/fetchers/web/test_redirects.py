"""Where an address leads: what is followed, what is remembered, and what is not gone along with."""

from __future__ import annotations

import pytest

from briefing.fetchers.answers import Answer, Ask, Failure
from tests.authority import Authority
from tests.fetchers.web.conftest import Served, got, web
from tests.web_server import Reply, Seen, WebServer, page, redirect

WAYS = {
    "moved for good": ([301], True),
    "moved for good, by its new name": ([308], True),
    "twice for good": ([301, 308], True),
    "for now": ([302], False),
    "for now, by its new name": ([307], False),
    "see there": ([303], False),
    "for good and then for now": ([301, 302], False),
    "for now and then for good": ([302, 301], False),
    "five times": ([301] * 5, True),
}


@pytest.mark.parametrize(("statuses", "is_moved"), WAYS.values(), ids=WAYS)
def test_a_redirect_is_followed_and_a_permanent_one_remembered(
    statuses: list[int], is_moved: bool, server: WebServer
) -> None:
    """`permanent` is said only where every step of the way is."""
    for number, status in enumerate(statuses):
        server.routes[f"/{number}"] = redirect(f"/{number + 1}", status)
    end = f"/{len(statuses)}"
    server.routes[end] = page("there")
    answer = got(server, "/0")
    assert isinstance(answer, Answer), answer
    assert (answer.address, answer.data) == (server.address(end), b"there")
    assert answer.permanent == (server.address(end) if is_moved else "")


def test_no_redirect_no_new_address(server: WebServer) -> None:
    """`permanent` is empty."""
    server.routes["/page"] = page("x")
    answer = got(server)
    assert isinstance(answer, Answer)
    assert answer.permanent == ""


PLACES = {
    "beside it": ("there", "/a/there"),
    "above it": ("../there", "/there"),
    "with a query": ("?page=2", "/a/page?page=2"),
    "a fragment is not sent": ("/there#part", "/there"),
    "blanks": ("/my page", "/my%20page"),
    "UTF-8": ("/über".encode().decode("latin-1"), "/%C3%BCber"),
    "Latin-1": ("/über", "/%C3%BCber"),
    "without a scheme": ("//{place}/there", "/there"),
    "a trailing dot is the same host": ("http://{dotted}/there", "/there"),
}


@pytest.mark.parametrize(("location", "path"), PLACES.values(), ids=PLACES)
def test_a_place_is_read_as_browsers_do(location: str, path: str, server: WebServer) -> None:
    """Relative, with blanks, in any bytes."""
    dotted = server.place("localhost.")
    server.routes["/a/page"] = redirect(location.format(place=server.place(), dotted=dotted))
    server.routes[path] = page("there")
    answer = got(server, "/a/page", named=frozenset({server.place(), server.place("localhost")}))
    assert isinstance(answer, Answer), answer
    assert server.paths()[-1] == path


ASTRAY = {
    "a circle": ("/page", "in a circle"),
    "a file": ("file:///etc/passwd", "leads to file:///etc/passwd: its address is not on the web"),
    "ftp": ("ftp://example.org/x", "is not on the web"),
    "gopher": ("gopher://127.0.0.1:70/_x", "is not on the web"),
    "data": ("data:text/html,x", "is not on the web"),
    "script": ("javascript:alert(1)", "is not on the web"),
    "nowhere": ("", "without saying where"),
    "a password": ("http://user:canary@example.org/", "user name or password"),
    "escape sequences": ("http://\x1b[2Jx/", "no address may hold"),
}


@pytest.mark.parametrize(("location", "says"), ASTRAY.values(), ids=ASTRAY)
def test_a_way_that_is_not_gone_is_told(location: str, says: str, server: WebServer) -> None:
    """In words that can be shown, without what may be a password; and nothing else is asked."""
    server.routes["/page"] = redirect(location)
    failure = got(server)
    assert isinstance(failure, Failure)
    assert says in failure.what
    assert failure.remedy
    assert failure.what.isprintable()
    assert "canary" not in repr(failure)
    assert server.paths() == ["/page"]


def test_a_way_without_end_is_left(server: WebServer) -> None:
    """Six redirects are too many, however different."""

    def on(seen: Seen) -> Reply:
        server.routes[seen.path + "x"] = on
        return redirect(seen.path + "x")

    server.routes["/page"] = on
    failure = got(server)
    assert isinstance(failure, Failure)
    assert "more than 5 times" in failure.what
    assert len(server.paths()) == 6


def test_https_does_not_lead_to_http(serve: Served, authority: Authority) -> None:
    """Who could change one answer could lead a reader away from what is proved; the other direction is taken."""
    proved, plain = serve(tls=authority.context("localhost")), serve()
    client = web(ca_file=authority.file)
    named = frozenset({plain.place("localhost"), proved.place("localhost")})
    proved.routes |= {"/page": redirect(plain.address("/page", "localhost")), "/good": page("good")}
    plain.routes |= {"/page": page("x"), "/up": redirect(proved.address("/good", "localhost"), 301)}
    failure = client.get(Ask(proved.address("/page", "localhost"), named=named))
    assert isinstance(failure, Failure)
    assert "from https to http://localhost" in failure.what
    assert plain.seen == []
    answer = client.get(Ask(plain.address("/up", "localhost"), named=named))
    assert isinstance(answer, Answer), answer
    assert answer.permanent == proved.address("/good", "localhost")


def test_what_fails_behind_a_redirect_says_where(serve: Served) -> None:
    """Another host than the one that was named is told by its name."""
    one, two = serve(), serve()
    one.routes["/page"] = redirect(two.address("/page"))
    failure = got(one, named=frozenset({one.place(), two.place()}))
    assert isinstance(failure, Failure)
    assert failure.what.startswith(f"it leads to {two.place()}: status 404")
