"""Any text for an address, any number: read in one way only, and public only if it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.fetchers.answers import Ask, Failure
from briefing.fetchers.web import address as addresses
from briefing.fetchers.web.failed import Failed
from briefing.fetchers.web.networks import Reach, reach
from tests.fetchers.web.conftest import web
from tests.web_server import WebServer, page


@given(st.ip_addresses(v=4) | st.ip_addresses(v=6))
@example(ip_address("192.0.0.9"))
def test_what_python_calls_private_is_not_public(ip: object) -> None:
    """Our lists are stricter than those of any release, never looser."""
    address = ip_address(str(ip))
    inner = getattr(address, "ipv4_mapped", None) or address
    nat = address.version == 6 and int(address) >> 32 == 0x64FF9B << 64
    if not nat and (not inner.is_global or inner.is_multicast or inner.is_reserved or inner.is_loopback):
        assert reach(str(address)) is not Reach.ANYBODY


PUBLIC = ["1.1.1.1", "8.8.8.8", "93.184.216.34", "2606:4700:4700::1111", "2a00:1450:4001::1", "64:ff9b::8.8.8.8"]


@pytest.mark.parametrize("ip", PUBLIC)
def test_the_public_internet_is_public(ip: str) -> None:
    """Also through a network that translates."""
    assert reach(ip) is Reach.ANYBODY


URLS = st.text(max_size=80) | st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(["http://", "https://", "http:", "//", "HTTP:\\\\", "ftp://", "\thttp://", "http://a@", ""]),
    st.sampled_from(["localhost", "127.0.0.1", "[::1]", "0", "①②⑦.0.0.1", "127.1", "%6c", "[", "ß.example", "a..b"])
    | st.text(max_size=12),
    st.sampled_from(["", ":{port}", ":{port}0", ":", ":x", ":99999999", ":-1", "@127.0.0.1:{port}"]),
    st.sampled_from(["", "/", "?", "#", "\\", "\r\n", " ", "/../%00"]),
    st.text(max_size=12),
)


PROPERTY = web(resolve=lambda host: ["127.0.0.1"], deadline=2.0)


@pytest.fixture(scope="module")
def inside() -> Iterator[WebServer]:
    """A server that nobody names."""
    made = WebServer()
    made.routes["/"] = page("secret")
    yield made
    made.stop()


@settings(deadline=None, max_examples=400)
@given(text=URLS)
def test_no_text_makes_get_raise_or_connect_to_this_machine(text: str, inside: WebServer) -> None:
    """Whatever stands in a feed for an address; the resolver says that everything is this machine."""
    ask = Ask(text.replace("{port}", str(inside.port)), etag=text, modified=text, named=frozenset({text}))
    failure = PROPERTY.get(ask)
    assert isinstance(failure, Failure)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", failure.what)
    assert inside.connections == 0


@settings(deadline=None, max_examples=400)
@given(text=URLS)
def test_an_address_once_read_is_read_the_same_again(text: str) -> None:
    """What is shown, stored and asked again is what was checked."""
    try:
        read = addresses.read(text)
    except Failed:
        return
    assert addresses.read(str(read)) == read
    assert str(read).isascii()
    assert str(read).isprintable()
