"""Nobody leads us into a network: not by an address, its spelling, a redirect, a name, or a name that changes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing.fetchers.answers import Answer, Ask, Failure
from tests.fetchers.web.conftest import Served, got, web
from tests.web_server import Reply, WebServer, page, redirect

# "{port}" is that of a real server on 127.0.0.1, which must not see any of them.
SPELLINGS = {
    "loopback": "http://127.0.0.1:{port}/",
    "all of it is loopback": "http://127.8.9.10:{port}/",
    "a name": "http://localhost:{port}/",
    "a name in capitals": "http://LOCALHOST:{port}/",
    "a trailing dot": "http://localhost.:{port}/",
    "two trailing dots": "http://localhost..:{port}/",
    "a dot behind a number": "http://127.0.0.1.:{port}/",
    "short": "http://127.1:{port}/",
    "hexadecimal": "http://0x7f.1:{port}/",
    "hexadecimal in one": "http://0x7f000001:{port}/",
    "octal": "http://0177.0.0.1:{port}/",
    "decimal in one": "http://2130706433:{port}/",
    "zero": "http://0:{port}/",
    "this host": "http://0.0.0.0:{port}/",
    "IPv6 loopback": "http://[::1]:{port}/",
    "IPv6 unspecified": "http://[::]:{port}/",
    "mapped": "http://[::ffff:127.0.0.1]:{port}/",
    "mapped in hexadecimal": "http://[::ffff:7f00:1]:{port}/",
    "compatible": "http://[::127.0.0.1]:{port}/",
    "translated": "http://[64:ff9b::127.0.0.1]:{port}/",
    "6to4": "http://[2002:7f00:1::]:{port}/",
    "Teredo": "http://[2001::80ff:fffe]:{port}/",
    "a zone": "http://[::1%25lo]:{port}/",
    "percent-encoded": "http://127.0.0.%31:{port}/",
    "a percent-encoded name": "http://%6cocalhost:{port}/",
    "full-width digits": "http://１２７.０.０.１:{port}/",
    "circled letters": "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:{port}/",
    "an ideographic full stop": "http://127。0。0。1:{port}/",
    "a soft hyphen": "http://local\u00adhost:{port}/",
    "a user": "http://example.org@127.0.0.1:{port}/",
    "a user with a port": "http://example.org:80@localhost:{port}/",
    "a backslash": "http://example.org\\@127.0.0.1:{port}/",
    "a backslash for the host": "http:\\\\127.0.0.1:{port}\\",
    "a tab": "http://127.0.0\t.1:{port}/",
    "a line end": "http://127.0.0.1:{port}/\r\nHost: x",
    "a fragment for a host": "http://127.0.0.1:{port}#@example.org/",
    "a blank before it": " http://127.0.0.1:{port}/",
    "capitals in the scheme": "HTTP://127.0.0.1:{port}/",
    "a mapped link-local": "http://[::ffff:169.254.169.254]/",
    "the clouds' metadata": "http://169.254.169.254/latest/meta-data/",
    "the clouds' metadata by name": "http://metadata.google.internal/",
    "Alibaba's": "http://100.100.100.200/latest/",
    "Azure's": "http://168.63.129.16/",
    "ten": "http://10.0.0.1/",
    "one hundred and ninety-two": "https://192.168.1.1/",
    "one hundred and seventy-two": "http://172.16.0.1/",
    "a provider's own": "http://100.64.0.1/",
    "link-local": "http://[fe80::1]/",
    "unique local": "http://[fd00::1]/",
    "multicast": "http://224.0.0.1/",
    "IPv6 multicast": "http://[ff02::1]/",
    "broadcast": "http://255.255.255.255/",
    "reserved": "http://240.0.0.1/",
    "documentation": "http://192.0.2.1/",
    "a mail server": "http://127.0.0.1:25/",
}  # fmt: skip


def named_by_nobody(host: str) -> Sequence[str]:
    """A resolver that knows this machine and the metadata's name, as some networks do."""
    return ["169.254.169.254"] if host.endswith("internal") else ["127.0.0.1"]


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
def test_an_address_inside_a_network_is_not_asked(spelling: str, server: WebServer) -> None:
    """However it is written, and whoever looks it up."""
    server.routes["/"] = page("secret")
    ask = Ask(spelling.format(port=server.port))
    for client in (web(deadline=2.0), web(resolve=named_by_nobody)):
        failure = client.get(ask)
        assert isinstance(failure, Failure)
        assert failure.remedy
    assert server.connections == 0


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
def test_a_redirect_into_a_network_is_not_followed(spelling: str, serve: Served) -> None:
    """Nor is that of a robots.txt: to be named yourself is no leave to lead on."""
    outside, inside = serve(), serve()
    inside.routes["/"] = page("secret")
    outside.routes["/page"] = outside.routes["/robots.txt"] = redirect(spelling.format(port=inside.port))
    assert isinstance(got(outside, client=web(deadline=2.0)), Failure)
    outside.routes["/robots.txt"] = page("")
    assert isinstance(got(outside, client=web(deadline=2.0)), Failure)
    assert inside.connections == 0


def test_a_refusal_says_how_to_allow_it(server: WebServer) -> None:
    """And with that it is allowed: for one ask by who named it, for all by the settings."""
    server.routes["/page"] = page("x")
    ask = Ask(server.address("/page"))
    failure = web().get(ask)
    assert isinstance(failure, Failure)
    assert failure.what == "it is at 127.0.0.1, which is not on the public internet"
    assert failure.remedy == f'if it is meant, add "{server.place()}" to fetch.allow'
    assert isinstance(web(allowed=frozenset({server.place()})).get(ask), Answer)
    assert isinstance(got(server), Answer)


@pytest.mark.parametrize("named", ["127.0.0.1", "127.0.0.1:1", "localhost:{port}", "x", "", "127.0.0.1:{port}/page"])
def test_a_name_with_a_port_allows_that_port_only(named: str, server: WebServer) -> None:
    """And one without the web's own two; another name of the same machine is another name."""
    failure = got(server, named=frozenset({named.format(port=server.port)}))
    assert isinstance(failure, Failure)
    assert server.connections == 0


@pytest.mark.parametrize("named", ["LOCALHOST:{port}", "localhost.:{port}", "localhost:{port}"])
def test_a_host_is_the_same_however_it_is_written(named: str, server: WebServer) -> None:
    """In capitals, with the root's dot."""
    server.routes["/page"] = page("x")
    ask = Ask(server.address("/page", "localhost"), named=frozenset({named.format(port=server.port)}))
    assert isinstance(web().get(ask), Answer)


def test_ipv6_is_asked_by_its_number(serve: Served) -> None:
    """In brackets, and named in brackets; where there is no IPv6, that is told like any other network."""
    try:
        server = serve("::1")
    except OSError:
        failure = web().get(Ask("http://[::1]:8000/", named=frozenset({"[::1]:8000"})))
        assert isinstance(failure, Failure)
        assert "cannot be reached" in failure.what
        return
    server.routes["/page"] = page("x")
    ask = Ask(server.address("/page", "[::1]"), named=frozenset({server.place("[::1]")}))
    assert isinstance(web().get(ask), Answer)
    assert server.seen[-1].headers["host"] == f"[::1]:{server.port}"


def test_nobody_is_told_how_to_let_a_page_at_the_clouds_keys() -> None:
    """A remedy is followed by who is in a hurry."""
    failure = web().get(Ask("http://169.254.169.254/latest/meta-data/"))
    assert isinstance(failure, Failure)
    assert "allow" not in failure.remedy


def test_a_name_that_changes_its_meaning_gains_nothing(server: WebServer) -> None:
    """Looked up for the check and again for the connection, it could mean two things; it is looked up once."""
    answers = [["203.0.113.1"], ["127.0.0.1"], ["127.0.0.1"], ["127.0.0.1"]]
    failure = web(resolve=lambda _: answers.pop(0)).get(Ask(server.address("/", "rebind.example")))
    assert isinstance(failure, Failure)
    assert len(answers) == 3
    assert server.connections == 0


def test_each_connection_is_looked_at(serve: Served) -> None:
    """A name that was allowed for robots.txt and means another address for the page, too."""
    server = serve("127.0.0.1", "127.0.0.2")
    server.routes["/robots.txt"] = Reply(raw=b"HTTP/1.0 200 OK\r\n\r\n")
    answers = [["127.0.0.1"], ["169.254.169.254"]]
    named = frozenset({server.place("rebind.example")})
    client = web(resolve=lambda _: answers.pop(0))
    failure = client.get(Ask(server.address("/page", "rebind.example"), named=named))
    assert isinstance(failure, Failure)
    assert "169.254.169.254" in failure.what
    assert server.paths() == []


def test_a_name_that_was_public_stays_so(server: WebServer) -> None:
    """Even where the user named it: it was named as what it was."""
    answers = [["127.0.0.1", "1.1.1.1"], ["127.0.0.1"]]
    named = frozenset({"feeds.example:81"})
    client = web(resolve=lambda _: answers.pop(0), deadline=0.5)
    for _ in range(2):
        failure = client.get(Ask("http://feeds.example:81/", named=named))
        assert isinstance(failure, Failure)
    assert "not on the public internet any more" in failure.what


def test_an_address_that_does_not_answer_is_followed_by_the_next(server: WebServer) -> None:
    """A host with several is there as long as one of them is."""
    server.routes["/page"] = page("x")
    client = web(resolve=lambda _: ["::1", "127.0.0.9", "127.0.0.1"])
    ask = Ask(server.address("/page", "several.example"), named=frozenset({server.place("several.example")}))
    assert isinstance(client.get(ask), Answer)


def test_a_named_host_may_not_become_the_clouds_metadata() -> None:
    """Whoever answers for the name could; only the number itself, written by the user, would be asked."""
    named = frozenset({"feeds.example"})
    for meant in ("169.254.169.254", "100.100.100.200", "fe80::1", "0.0.0.0", "fd00:ec2::254"):
        failure = web(resolve=lambda _, meant=meant: [meant]).get(Ask("http://feeds.example/", named=named))
        assert isinstance(failure, Failure)
        assert meant in failure.what


def test_the_environment_of_a_hostile_page_is_left_alone(server: WebServer) -> None:
    """A port of another service on a public host is nothing that a page may send us to."""
    asked: list[str] = []

    def known(host: str) -> list[str]:
        asked.append(host)
        return ["1.1.1.1"]

    failure = web(resolve=known).get(Ask("http://mail.example:25/"))
    assert isinstance(failure, Failure)
    assert failure.what == "port 25 of mail.example is not one of the web"
    assert asked == []


@pytest.mark.parametrize(
    "text",
    [
        "http://user:canary@example.org/", "http://canary@example.org/", "http://u:canary/@example.org/",
        "http://u:ca#nary@example.org:x/", "//u:canary@example.org/", "u:canary@example.org", "http:\\\\u:canary@h\\",
        "ftp://u:canary@example.org/@", "http://u:canary@[::1/", "https://u:canary\n@example.org/",
    ],
)  # fmt: skip
def test_a_password_in_an_address_is_neither_sent_nor_told(text: str) -> None:
    """It is refused, with the place where it belongs; and what is told holds none of it."""
    failure = web(resolve=named_by_nobody).get(Ask(text))
    assert isinstance(failure, Failure)
    assert "nary" not in failure.what + failure.remedy


def test_a_page_that_was_asked_sends_nobody_else_there(server: WebServer) -> None:
    """A name in an ask counts for that ask alone."""
    server.routes["/page"] = page("x")
    client = web()
    assert isinstance(got(server, client=client), Answer)
    before = len(server.seen)
    assert isinstance(client.get(Ask(server.address("/page"))), Failure)
    assert len(server.seen) == before
