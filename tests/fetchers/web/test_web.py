"""What a good server gives: whole bodies, what they are, where they were, and the word that nothing has changed."""

from __future__ import annotations

import gzip
import sys
import zlib

import pytest

from briefing.errors import SettingsError
from briefing.fetchers.answers import Answer, Ask, Failure
from briefing.fetchers.web import Manners, Web, agent
from tests.fetchers.web.conftest import NOW, Served, got, web
from tests.web_server import Reply, Route, Seen, WebServer, in_turn, page, redirect, validated

TEXT = "Der Damm über Orr brach am Freitag. " * 500
MONDAY = "Mon, 23 Nov 2026 07:00:00 GMT"


def test_a_page_comes_with_what_is_said_of_it(server: WebServer) -> None:
    """Its bytes as they are, kind, charset and validators."""
    kind = 'Application/RSS+XML; Charset="ISO-8859-1"'
    server.routes["/feed"] = page(TEXT.encode("latin-1"), Content_Type=kind, ETag='W/"7"', Last_Modified=MONDAY)
    answer = got(server, "/feed")
    assert answer == Answer(
        address=server.address("/feed"),
        data=TEXT.encode("latin-1"),
        content_type="application/rss+xml",
        charset="iso-8859-1",
        etag='W/"7"',
        modified=MONDAY,
    )


PACKED = {
    "as it is": ("", TEXT.encode()),
    "identity": ("identity", TEXT.encode()),
    "gzip": ("gzip", gzip.compress(TEXT.encode())),
    "gzip by its old name": ("x-gzip", gzip.compress(TEXT.encode())),
    "gzip in two members": ("gzip", gzip.compress(TEXT.encode()[:99]) + gzip.compress(TEXT.encode()[99:])),
    "gzip with padding": ("GZIP", gzip.compress(TEXT.encode()) + b"\0" * 512),
    "deflate": ("deflate", zlib.compress(TEXT.encode())),
    "deflate without its head": ("deflate", zlib.compress(TEXT.encode())[2:-4]),
}


@pytest.mark.parametrize(("packing", "data"), PACKED.values(), ids=PACKED)
@pytest.mark.parametrize("chunked", [False, True], ids=["length", "chunks"])
def test_a_body_is_unpacked(packing: str, data: bytes, chunked: bool, server: WebServer) -> None:
    """However it is packed and sent, and to the last byte."""
    headers = {"Content-Encoding": packing} if packing else {}
    pieces = [data[at : at + 777] for at in range(0, len(data), 777)]
    body = [b"%x\r\n%s\r\n" % (len(piece), piece) for piece in [*pieces, b""]]
    chunks = Reply(body, headers=headers | {"Transfer-Encoding": "chunked"})
    server.routes["/page"] = chunks if chunked else Reply(data, headers=headers)
    answer = got(server)
    assert isinstance(answer, Answer), answer
    assert answer.data == TEXT.encode()


ODD = {
    "no kind": (Reply(b"x", headers={"Content-Type": ""}), Answer("", b"x")),
    "a charset that nobody knows": (page("x", Content_Type="a/b;charset=utf-9"), Answer("", b"x", charset="utf-9")),
    "a charset that is none": (page("x", Content_Type="text/html; charset=\x1b[31m"), Answer("", b"x")),
    "a validator that is none": (page("x", ETag="\x01", Last_Modified="x" * 600), Answer("", b"x", charset="utf-8")),
    "more bytes than it says": (page("xxxx", Content_Length="1"), Answer("", b"x", charset="utf-8")),
    "an empty page": (page(""), Answer("", b"", charset="utf-8")),
    "a length that is none": (Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nx"), Answer("", b"x")),
    "HTTP/1.0": (Reply(raw=b"HTTP/1.0 200 OK\r\n\r\nx"), Answer("", b"x")),
    "203": (page("x", 203), Answer("", b"x", charset="utf-8")),
}  # fmt: skip


@pytest.mark.parametrize(("reply", "wanted"), ODD.values(), ids=ODD)
def test_what_is_oddly_said_costs_no_page(reply: Reply, wanted: Answer, server: WebServer) -> None:
    """The body is there; of what is said of it only what has its form is taken."""
    server.routes["/page"] = reply
    answer = got(server)
    assert isinstance(answer, Answer), answer
    assert (answer.data, answer.charset, answer.etag, answer.modified) == (wanted.data, wanted.charset, "", "")


@pytest.mark.parametrize(
    "route",
    [validated("x"), validated("x", 'W/"1"'), validated("x", "bare"), validated("x", "", MONDAY)],
    ids=["strong", "weak", "without quotation marks", "date"],
)
def test_what_has_not_changed_is_not_sent_again(route: Route, server: WebServer) -> None:
    """Validators go back as they came."""
    server.routes["/page"] = route
    first = got(server)
    assert isinstance(first, Answer)
    second = got(server, etag=first.etag, modified=first.modified)
    assert isinstance(second, Answer)
    assert (second.is_unchanged, second.data) == (True, b"")


def test_a_validator_that_would_make_a_header_is_not_sent(server: WebServer) -> None:
    """What the state holds came from outside once."""
    server.routes["/page"] = page("x")
    assert isinstance(got(server, etag='"1"\r\nX-Evil: 1', modified="\ud800"), Answer)
    assert "x-evil" not in server.seen[-1].headers
    assert "if-none-match" not in server.seen[-1].headers


def test_we_say_who_we_are(server: WebServer) -> None:
    """One honest name with a contact, what is wanted, and packings that are understood; no cookies, no referrer."""
    server.routes["/page"] = in_turn(page("x", Set_Cookie="a=b"), page("y"))
    client = web(agent=agent("0.5", "desk@example.org"))
    got(server, client=client)
    got(server, client=client)
    robots, first, second = (dict(seen.headers) for seen in server.seen)
    assert robots == first == second
    assert set(first) == {"host", "user-agent", "from", "accept", "accept-encoding"}
    assert first["user-agent"] == "briefing/0.5 (+desk@example.org)"
    assert (first["from"], first["accept-encoding"]) == ("desk@example.org", "gzip, deflate")


def test_a_contact_that_cannot_be_said_is_a_mistake_in_the_settings() -> None:
    """It would be a header of its own."""
    with pytest.raises(SettingsError, match=r"fetch\.contact"):
        agent("0.5", "me\r\nX: y")
    assert agent("0.5") == "briefing/0.5"


@pytest.mark.parametrize(
    ("made", "says"),
    [
        ({"allowed": frozenset({"http://x"})}, r"fetch\.allow: “http://x”"),
        ({"ca_file": __file__}, "PEM"),
        ({"ca_file": "/nowhere"}, "PEM"),
    ],
)
def test_mistakes_of_the_user_are_told_at_once(made: dict[str, object], says: str) -> None:
    """Before anything is asked."""
    with pytest.raises(SettingsError, match=says):
        Web(Manners("briefing/0.1", **made), now=lambda: NOW)  # type: ignore[arg-type]


def test_a_connection_is_used_again(server: WebServer) -> None:
    """As long as there is more to ask of a host, and not beyond."""
    server.routes |= {f"/{n}": page("x") for n in range(5)}
    asks = [Ask(server.address(f"/{n}"), named=frozenset({server.place()})) for n in range(5)]
    assert all(isinstance(answer, Answer) for _, answer in web().get_all(asks))
    assert (server.connections, len(server.seen)) == (1, 6)


def test_a_connection_that_was_closed_meanwhile_costs_nothing(server: WebServer) -> None:
    """A server may hang up whenever it likes: the next request opens another."""
    server.routes |= {f"/{n}": Reply(b"x", headers={"Connection": "close"}) for n in range(3)}
    server.routes["/robots.txt"] = Reply(raw=b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")
    asks = [Ask(server.address(f"/{n}"), named=frozenset({server.place()})) for n in range(3)]
    assert all(isinstance(answer, Answer) for _, answer in web(pause=0.1).get_all(asks))
    assert server.most_at_once == {"127.0.0.1": 1}


def test_the_environments_proxies_are_not_used(
    server: WebServer, serve: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy would connect where nobody checks."""
    proxy = serve()
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, proxy.address())
    server.routes["/page"] = page("x")
    assert isinstance(got(server), Answer)
    assert proxy.connections == 0


@pytest.mark.parametrize("library", ["urllib3.connection", "protego"])
def test_a_missing_library_is_a_failure_with_a_remedy(
    library: str, server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Never a traceback."""
    monkeypatch.setitem(sys.modules, library, None)
    failure = got(server)
    assert isinstance(failure, Failure)
    assert failure.remedy == "pip install 'briefing[web]'"


def test_a_password_goes_to_its_host_alone(server: WebServer) -> None:
    """With the request for the page, not for robots.txt; and if it is wrong, that is what is said."""

    def door(seen: Seen) -> Reply:
        return page("x", 200 if seen.headers.get("authorization") == "Basic ZGVzazpwdzpcw6k=" else 401)

    server.routes["/page"] = door
    assert "put them into the file of fetch.credentials" in got(server).remedy  # type: ignore[union-attr]
    wrong = got(server, client=web(credentials=lambda place: ("desk", "canary")))
    assert isinstance(wrong, Failure)
    assert "correct" in wrong.remedy
    assert "canary" not in repr(wrong)
    asked: list[str] = []

    def known(place: str) -> tuple[str, str]:
        asked.append(place)
        return "desk", "pw:\\é"

    assert isinstance(got(server, client=web(credentials=known)), Answer)
    assert asked == [server.place()]


def test_a_password_follows_no_redirect_to_another_host(serve: Served) -> None:
    """Nor do validators; to the same host they do."""
    one, two = serve(), serve()
    one.routes["/page"] = redirect("/there")
    one.routes["/there"] = redirect(two.address("/page"))
    two.routes["/page"] = page("x")
    named = frozenset({one.place(), two.place()})
    answer = got(one, client=web(credentials=lambda place: ("desk", "pw")), etag='"1"', modified=MONDAY, named=named)
    assert isinstance(answer, Answer)
    for seen in one.seen[1:]:
        assert {"authorization", "if-none-match", "if-modified-since"} <= set(seen.headers)
    for seen in two.seen:
        assert not {"authorization", "if-none-match", "if-modified-since"} & set(seen.headers)


def test_a_password_does_not_go_in_the_open(serve: Served) -> None:
    """Over http only to this machine itself: 127.0.0.2 is as good as any other host."""
    server = serve("127.0.0.2")
    server.routes["/page"] = page("x")
    ask = Ask(server.address("/page", "127.0.0.2"), named=frozenset({server.place("127.0.0.2")}))
    assert isinstance(web(credentials=lambda place: ("desk", "pw")).get(ask), Answer)
    assert all("authorization" not in seen.headers for seen in server.seen)


def test_credentials_that_cannot_be_read_are_a_failure(server: WebServer) -> None:
    """A file with open permissions, say."""

    def known(place: str) -> None:
        raise SettingsError("netrc: others can read it; chmod 600")

    failure = got(server, client=web(credentials=known))
    assert isinstance(failure, Failure)
    assert "chmod 600" in failure.what


def test_what_nobody_thought_of_is_a_failure_too(server: WebServer) -> None:
    """One bad address never ends a run; and it is told as what it is, a fault of ours."""

    def known(place: str) -> tuple[str, str]:
        raise LookupError("canary")

    failure = got(server, client=web(credentials=known))
    assert isinstance(failure, Failure)
    assert failure.what == "briefing could not handle what it sent (LookupError)"
    assert "report" in failure.remedy
