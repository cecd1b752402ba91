"""Asked as their owners wish: robots.txt, pauses, and away for as long as they say."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from time import monotonic

import pytest

from briefing.fetchers.answers import Answer, Ask, Failure
from briefing.fetchers.web.address import read
from briefing.fetchers.web.robots import Rules, _parsed
from tests.fetchers.web.conftest import NOW, Served, got, web
from tests.web_server import Reply, WebServer, in_turn, page, redirect

NOT_US = "does not allow it"

ROBOTS = {
    "not there": (page("", 404), ""),
    "forbidden itself": (page("", 403), ""),
    "behind a password": (page("", 401), ""),
    "empty": (page(""), ""),
    "everything is allowed": (page("User-agent: *\nDisallow:\n"), ""),
    "nothing is": (page("User-agent: *\nDisallow: /\n"), NOT_US),
    "nothing to us": (page("User-agent: Briefing/1.0\nDisallow: /\n\nUser-agent: *\nAllow: /\n"), NOT_US),
    "only to us": (page("User-agent: briefing\nAllow: /\n\nUser-agent: *\nDisallow: /\n"), ""),
    "to somebody else": (page("User-agent: briefingbot\nDisallow: /\n"), ""),
    "to the beginning of our name": (page("User-agent: brief\nDisallow: /\n"), ""),
    "the longest rule counts": (page("User-agent: *\nDisallow: /\nAllow: /page$\n"), ""),
    "a wildcard": (page("User-agent: *\nDisallow: /*ge\n"), NOT_US),
    "a page that is no robots.txt": (page("<html><p>User-agent</p>"), ""),
    "with a mark before it": (page("\ufeffUser-agent: *\nDisallow: /\n"), NOT_US),
    "out of order": (page("", 500), "without which nothing is asked: status 500"),
    "asked too often": (page("", 429), "without which nothing is asked: status 429"),
    "hung up": (Reply(raw=b""), "broke off"),
    "moved": (redirect("/moved"), NOT_US),
    "in a circle": (redirect("/robots.txt"), ""),
    "moved to a file": (redirect("file:///etc/passwd"), "without which nothing is asked: it leads to"),
    "more than is read of it": (page("User-agent: *\nDisallow: /page\n" + "#" * 600_000 + "\nAllow: /page\n"), NOT_US),
}


@pytest.mark.parametrize(("robots", "says"), ROBOTS.values(), ids=ROBOTS)
def test_robots_txt_is_heeded(robots: Reply, says: str, server: WebServer) -> None:
    """As RFC 9309 has it: what is not there allows, what cannot be read now does not."""
    server.routes |= {"/robots.txt": robots, "/page": page("x"), "/moved": page("User-agent: *\nDisallow: /\n")}
    result = got(server)
    assert isinstance(result, Failure if says else Answer), result
    if isinstance(result, Failure):
        assert says in result.what
        assert result.remedy
        assert result.is_temporary == (says != NOT_US and "file" not in result.what)
        assert "/page" not in server.paths()


def test_robots_txt_is_read_once_a_site(serve: Served) -> None:
    """Whatever it says, for the whole run; each port is a site of its own."""
    one, two = serve(), serve()
    one.routes["/robots.txt"] = page("", 500)
    client = web()
    for server in (one, one, two, two):
        got(server, client=client)
    assert [server.paths(robots=True).count("/robots.txt") for server in (one, two)] == [3, 1]


def test_a_refusal_says_what_to_do(server: WebServer) -> None:
    """Whose robots.txt it is, and what is left to do."""
    server.routes["/robots.txt"] = page("User-agent: *\nDisallow: /\n")
    failure = got(server)
    assert failure == Failure(
        f"robots.txt of {server.place()} does not allow it",
        "ask the site’s owner, look for a feed that is allowed, or take it out",
    )


def test_each_redirect_is_held_against_robots_txt(server: WebServer) -> None:
    """A page that is forbidden stays so by another way."""
    server.routes["/robots.txt"] = page("User-agent: *\nDisallow: /private\n")
    server.routes |= {"/page": redirect("/private/x"), "/private/x": page("x")}
    failure = got(server)
    assert isinstance(failure, Failure)
    assert NOT_US in failure.what
    assert server.paths() == ["/page"]


def test_a_robots_txt_made_to_hurt_costs_little() -> None:
    """14,000 robots with 19,000 rules each would be 266 million; a thousand stars are matched in one go."""
    robots = "".join(f"User-agent: robot{n}\n" for n in range(14_000))
    text = robots + "Disallow: /*a*a*a*a*a*a*a*a*b\n" * 8_000 + "Disallow: /" + "*a" * 1_000 + "b\n"
    begun = monotonic()
    rules = _parsed(text.encode(), "briefing")
    assert isinstance(rules, Rules)
    assert rules.allow(read("https://example.org/" + "a" * 5_000))
    assert monotonic() - begun < 30


def test_there_is_a_pause_between_two_requests(server: WebServer) -> None:
    """To one host, robots.txt and redirects included."""
    server.routes |= {"/page": redirect("/there"), "/there": page("x")}
    got(server, client=web(pause=0.2))
    times = [seen.at for seen in server.seen]
    assert len(times) == 3
    assert all(later - earlier >= 0.2 for earlier, later in pairwise(times))


def test_a_crawl_delay_makes_the_pause_longer(server: WebServer) -> None:
    """Up to a limit, so that no site can take the whole morning."""
    server.routes |= {"/robots.txt": page("User-agent: *\nCrawl-delay: 1.2\n"), "/page": page("x")}
    client = web(deadline=1.0)
    for _ in range(2):
        assert isinstance(got(server, client=client), Answer)  # to wait for one's turn is not held against the server
    times = [seen.at for seen in server.seen]
    assert times[2] - times[1] >= 1.2
    assert _parsed(b"User-agent: *\nCrawl-delay: 3600\n", "briefing").delay == 10.0
    assert _parsed(b"User-agent: *\nCrawl-delay: nan\n", "briefing").delay == 0.0


def test_a_passing_fault_is_asked_again(server: WebServer) -> None:
    """Twice more, a little later each time."""
    server.routes["/page"] = in_turn(page("", 503), Reply(raw=b""), page("x"))
    assert isinstance(got(server), Answer)
    times = [seen.at for seen in server.seen if seen.path == "/page"]
    assert times[2] - times[1] > times[1] - times[0] > 0.1


AWAY = {
    "seconds": ("3600", timedelta(hours=1)),
    "a date": ("Sat, 28 Nov 2026 09:00:00 GMT", timedelta(hours=2)),
    "years": ("999999999", timedelta(days=7)),
    "more digits than a number has": ("9" * 5_000, timedelta(days=7)),
    "a date in years": ("Fri, 28 Nov 2036 09:00:00 GMT", timedelta(days=7)),
}


@pytest.mark.parametrize(("header", "away"), AWAY.values(), ids=AWAY)
@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_says_when_to_come_back_is_left_alone_until_then(
    status: int, header: str, away: timedelta, server: WebServer
) -> None:
    """Nothing more is asked of it in this run, and when to come back is handed on; a week is the most."""
    server.routes["/page"] = page("", status, Retry_After=header)
    server.routes["/other"] = page("x")
    client = web()
    for path in ("/page", "/other"):
        failure = got(server, path, client)
        assert isinstance(failure, Failure)
        assert (failure.is_temporary, failure.not_before) == (True, NOW + away)
    assert server.paths() == ["/page"]


@pytest.mark.parametrize("header", ["1", "0", "Sat, 28 Nov 2026 07:00:01 GMT", "Sat, 28 Nov 2020 07:00:00 GMT"])
def test_a_short_wait_is_waited(header: str, server: WebServer) -> None:
    """It is part of the ask's time."""
    server.routes["/page"] = in_turn(page("", 429, Retry_After=header), page("x"))
    assert isinstance(got(server), Answer)
    times = [seen.at for seen in server.seen]
    assert times[2] - times[1] >= (1 if "1" in header[-6:] and "2020" not in header else 0)


@pytest.mark.parametrize("header", ["soon", "-5", "", "1e3", "٣", "Sat, 99 Foo 2026"])
def test_a_wait_that_is_none_is_not_heeded(header: str, server: WebServer) -> None:
    """It is asked again as without it."""
    server.routes["/page"] = in_turn(page("", 503, Retry_After=header), page("x"))
    assert isinstance(got(server), Answer)


def test_what_is_gone_is_gone(server: WebServer) -> None:
    """410 is said to be final, and nothing else is."""
    server.routes["/page"] = page("", 410)
    failure = got(server)
    assert isinstance(failure, Failure)
    assert (failure.is_gone, failure.is_temporary) == (True, False)
    missing = got(server, "/missing")
    assert isinstance(missing, Failure)
    assert not missing.is_gone


def test_a_host_that_never_answers_is_given_up_for_the_run(server: WebServer) -> None:
    """Else its hundred pages would cost a hundred times the limit."""
    server.routes |= {f"/{n}": Reply(raw=server.silence()) for n in range(9)}
    asks = [Ask(server.address(f"/{n}"), named=frozenset({server.place()})) for n in range(9)]
    results = [result for _, result in web(deadline=1.0).get_all(asks)]
    assert all(isinstance(result, Failure) and result.is_temporary for result in results)
    assert len(server.paths()) == 3
    assert "did not answer 3 times in a row" in results[-1].what  # type: ignore[union-attr]
