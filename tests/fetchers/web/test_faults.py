"""What servers do wrong, by accident or on purpose: each costs one Failure that says what it was, and nothing else."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.fetchers.answers import Answer, Failure
from tests.fetchers.web.conftest import got, web
from tests.web_server import Reply, Route, WebServer, deflate_bomb, gzip_bomb, gzip_nested, page

TEXT = b"The dam above Orr broke on Friday. " * 200
LATER, NEVER = True, False


@dataclass(frozen=True)
class Fault:
    """One thing that goes wrong: why it is here, what the server does, what is said, and how often it is asked."""

    why: str
    does: Callable[[WebServer], Reply | Route]
    says: str
    is_temporary: bool
    asked: int = 1


def raw(data: bytes) -> Callable[[WebServer], Reply]:
    """What goes over the line as it stands."""
    return lambda _: Reply(raw=data)


def head(*lines: str) -> bytes:
    """The head of a good response with these lines in it."""
    return "".join(f"{line}\r\n" for line in ("HTTP/1.1 200 OK", "Content-Type: text/html", *lines, "")).encode()


def then(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    """One thing, and then the others."""
    yield first
    yield from rest


def packed(data: bytes, packing: str = "gzip") -> Callable[[WebServer], Reply]:
    """A body that says it is packed."""
    return lambda _: page(data, Content_Encoding=packing)


CHUNKED = head("Transfer-Encoding: chunked")
FAULTS = {
    "500": Fault("a passing one, tried three times", lambda _: page("x", 500), "status 500: .*out of order", LATER, 3),
    "501": Fault("a lasting one, not tried again", lambda _: page("x", 501), "status 501", LATER),
    "404": Fault("the most frequent one", lambda _: page("x", 404), "status 404: there is nothing", NEVER),
    "403": Fault("walls against robots", lambda _: page("x", 403), "status 403: it does not let us in", NEVER),
    "451": Fault("withheld by law", lambda _: page("x", 451), "status 451: .*legal", NEVER),
    "204": Fault("no body is no article", lambda _: page("", 204), "status 204", NEVER),
    "206": Fault("a part that nobody asked for is half an article", lambda _: page("x", 206), "status 206", NEVER),
    "999": Fault("LinkedIn's, which is none of HTTP's", lambda _: page("x", 999), "status 999", LATER),
    "304": Fault("a lost cache believed would lose the entries", lambda _: page("", 304), "not asked whether", LATER),
    "short body": Fault(
        "a body cut in the middle must not pass for an article",
        lambda _: Reply(raw=head("Content-Length: 9000") + TEXT), "broke off", LATER, 3,
    ),
    "first line cut": Fault("a server that died within it", raw(b"HTTP/1.1 20"), "broke off", LATER, 3),
    "head cut": Fault(
        "before the length: an empty page is none", raw(b'HTTP/1.1 200 OK\r\nETag: "1"\r\n'), "broke off", LATER, 3
    ),
    "redirect cut": Fault("before it says where", raw(b"HTTP/1.1 301 Moved\r\nServer: x\r\n"), "broke off", LATER, 3),
    "two lengths": Fault(
        "which of them is true is how requests are smuggled",
        raw(head("Content-Length: 4", "Content-Length: 9") + b"123456789"), "broke off", LATER, 3,
    ),
    "chunks of garbage": Fault(
        "a size that is no number", raw(CHUNKED + b"zz\r\n" + TEXT), "broke off", LATER, 3
    ),
    "chunks cut": Fault(
        "the last chunk is missing", raw(CHUNKED + b"4\r\nhalf\r\n"), "broke off", LATER, 3
    ),
    "a chunk of -1": Fault(
        "http.client reads all there is in one piece, past every limit on the body",
        lambda s: Reply(raw=[CHUNKED + b"-1\r\n", *[b"x" * 1_000_000] * 40]),
        "larger than is read", NEVER,
    ),
    "chunks without end": Fault(
        "each of them is fine",
        lambda s: Reply(raw=then(CHUNKED, s.endless(b"10000\r\n" + b"x" * 65_536 + b"\r\n"))),
        "larger than", NEVER,
    ),
    "chunk extensions without end": Fault(
        "bytes that never become part of the body",
        lambda s: Reply(raw=then(CHUNKED, s.endless(b"1;" + b"x" * 60_000 + b"\r\na\r\n"))),
        "larger than", NEVER,
    ),
    "trailers without end": Fault(
        "http.client reads them until an empty line",
        lambda s: Reply(raw=then(CHUNKED + b"0\r\n", s.endless(b"a: " + b"x" * 60_000 + b"\r\n"))),
        "larger than", NEVER,
    ),
    "a body without end": Fault("no length, no end", lambda s: Reply(s.endless(b"x" * 65_536)), "larger than", NEVER),
    "a length too large": Fault(
        "known before a byte of it is read",
        raw(head("Content-Length: 99999999999")), "larger than", NEVER,
    ),
    "unknown coding": Fault(
        "http.client would hand out the seams of the chunks as text",
        raw(head("Transfer-Encoding: gzip, chunked") + b"4\r\nseam\r\n0\r\n\r\n"), "packed as gzip, chunked", NEVER,
    ),
    "a gzip bomb": Fault(
        "2 GB in 2 MB",
        lambda _: Reply(gzip_bomb(), headers={"Content-Encoding": "gzip"}), "larger than 10,000,000 bytes", NEVER,
    ),
    "a deflate bomb": Fault(
        "the same by the other door",
        lambda _: Reply(deflate_bomb(), headers={"Content-Encoding": "deflate"}), "larger than 10,000,000", NEVER,
    ),
    "packed twice": Fault("a bomb in a bomb", packed(gzip_nested(), "gzip, gzip"), "packed as gzip, gzip", NEVER),
    "packed unasked": Fault("brotli was not asked for", packed(b"\x0b\x02\x80x\x03", "br"), "packed as br", NEVER),
    "garbage for gzip": Fault("nothing of it is an article", packed(TEXT), "packing .gzip. is broken", LATER),
    "a wrong checksum": Fault(
        "bits that fell over on the way", packed(gzip.compress(TEXT)[:-8] + b"\0" * 8), "packing .* is broken", LATER
    ),
    "gzip cut": Fault(
        "the length is right, so only gzip's own end tells", packed(gzip.compress(TEXT)[:-9]), "broke off", LATER, 3
    ),
    "deflate cut": Fault("the same", packed(zlib.compress(TEXT)[:-5], "deflate"), "broke off", LATER, 3),
    "HTTP/0.9": Fault("a page without a head", raw(b"<p>" + TEXT), "not HTTP", NEVER),
    "headers without end": Fault(
        "they stand before every limit on the body",
        lambda s: Reply(raw=then(b"HTTP/1.1 200 OK\r\n", s.endless(b"x-more: 1\r\n"))), "not HTTP|headers", NEVER,
    ),
    "a header without end": Fault(
        "one line", lambda s: Reply(raw=then(b"HTTP/1.1 200 OK\r\nx: ", s.endless(b"x" * 9_999))), "too long", NEVER
    ),
    "100 without end": Fault(
        "http.client waits for the real status",
        lambda s: Reply(raw=s.endless(b"HTTP/1.1 100 Continue\r\n\r\n" * 99)), "larger than", NEVER,
    ),
    "closed at once": Fault("restarting", raw(b""), "broke off", LATER, 3),
    "drip of the head": Fault(
        "each byte resets a read timeout", lambda s: Reply(raw=s.drip(head("x: y") * 9)), "after 1 seconds", LATER
    ),
    "drip of the body": Fault("the same", lambda s: Reply(s.drip(TEXT)), "not there after 1 seconds", LATER),
    "silent": Fault("hung up on us without hanging up", lambda s: Reply(raw=s.silence()), "after 1 seconds", LATER),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_in_words(fault: Fault, server: WebServer) -> None:
    """What it was, what to do, whether another time can help; and it is asked again only where that can help now."""
    server.routes["/page"] = fault.does(server)
    slow = fault.says.endswith("seconds")
    failure = got(server, client=web(deadline=1.0 if slow else 20.0))
    assert isinstance(failure, Failure)
    assert re.search(fault.says, failure.what), failure.what
    assert failure.remedy
    assert failure.is_temporary == fault.is_temporary
    assert server.paths().count("/page") == fault.asked


HEADS = st.sampled_from([
    b"HTTP/1.1 200 OK\r\n", b"HTTP/1.0 200\r\n", b"HTTP/9.9 200 OK\r\n", b"HTTP/1.1 -1 x\r\n", b"HTTP/1.1 301 x\r\n",
    b"", b"HTTP/1.1 304 x\r\n", b"HTTP/1.1 100 x\r\n\r\n", b"HTTP/1.1 429 x\r\n", b"ICY 200 OK\r\n", b"\r\n\r\n",
])  # fmt: skip
LINES = st.sampled_from([
    b"Content-Length: 5\r\n", b"Content-Length: -5\r\n", b"Content-Length: 5, 6\r\n", b"Content-Length:\r\n",
    b"Transfer-Encoding: chunked\r\n", b"Transfer-Encoding: x\r\n", b"Content-Encoding: gzip\r\n", b"no colon\r\n",
    b"Content-Encoding: deflate\r\n", b"Location: //\r\n", b"Location: http://[\r\n", b"Retry-After: 1 2 3\r\n",
    b" folded\r\n", b": nameless\r\n", b"Content-Type: \xff\xfe;charset\r\n", b"ETag: \xf0\x28\r\n", b"\x00: \x00\r\n",
])  # fmt: skip
BODIES = st.binary(max_size=40) | st.sampled_from([
    b"5\r\nhello\r\n0\r\n\r\n", b"-5\r\nhello\r\n", b"0x5\r\nhello", b"1_0\r\n", b"hello", gzip.compress(b"x"),
    b"\x1f\x8b\x08",
])  # fmt: skip
RESPONSES = st.builds(lambda h, ls, b: h + b"".join(ls) + b"\r\n" + b, HEADS, st.lists(LINES, max_size=5), BODIES)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=RESPONSES | st.binary(max_size=200))
def test_whatever_a_server_sends_is_an_answer_or_a_failure_in_words(sent: bytes, server: WebServer) -> None:
    """No bytes make it raise, and none come to what nobody thought of."""
    server.routes["/page"] = Reply(raw=sent)
    result = got(server, client=web(deadline=0.25))  # too short to try again
    assert isinstance(result, (Answer, Failure))
    assert isinstance(result, Answer) or "could not handle" not in result.what
