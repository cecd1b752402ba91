"""An address as it will be asked: read once, strictly, so that what is checked is what is connected to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from briefing.fetchers.web.failed import Failed
from briefing.language.display import shown

CREDENTIALS = "put them into the file of fetch.credentials; they go over https only"

PORTS = {"http": 80, "https": 443}
LONGEST = 8000
"""Characters: what RFC 9110 (4.1) asks servers to take at least."""

# Browsers and libraries read a backslash or a tab in an address in different ways, which is how a check is
# led past what is connected to (Orange Tsai 2017, "A New Era of SSRF").
_MISREAD = re.compile(r"[\x00-\x1f\x7f-\x9f\\\ud800-\udfff]")
_NAME = re.compile(r"(?=.{1,253}\Z)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
# A last label that is a number makes a resolver read the whole as an IPv4 address: "127.1", "2130706433", "0x7f.1".
_NUMBER = re.compile(r"(?:.*\.)?(?:0x[0-9a-f]*|[0-9]+)")
# These four the older IDNA, which the standard library has, turns into others, and so into another site's name.
_DEVIATING = re.compile("[ßς\u200c\u200d]", re.IGNORECASE)
_LOGIN = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*:[/\\]*)?.*@", re.DOTALL)
_EXAMPLE = "https://example.org/feed"
_FORM = f"write it like {_EXAMPLE}"
_PATH, _QUERY = "/%:@!$&'()*+,;=~-._[]|", "/%:@!$&'()*+,;=~-._?[]|"


@dataclass(frozen=True, slots=True)
class Address:
    """Where to ask: `host` is a name in ASCII or an IP address in its usual form, `target` what a request line says."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def place(self) -> str:
        """Host and port as the Host header and a user write them: the port only where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"{self.scheme}://{self.place}"

    def __str__(self) -> str:
        """The whole address, printable ASCII."""
        return f"{self.origin}{self.target}"


def read(text: str, base: Address | None = None) -> Address:
    """Return the address that the text names, seen from `base`; raises Failed."""
    if len(text) > LONGEST:
        raise Failed(f"its address is longer than {LONGEST:,} characters", _FORM)
    if _MISREAD.search(text.strip(" ")):
        raise Failed("its address holds characters that no address may hold", "write them as %09 and the like")
    try:
        parts = urlsplit(urljoin(str(base), text.strip(" ")) if base else text.strip(" "))
        port = parts.port
    except ValueError:
        raise Failed("its address cannot be read", _FORM) from None
    if parts.scheme not in PORTS or not parts.hostname:
        raise Failed("its address is not on the web", "only http and https addresses are asked")
    if "@" in parts.netloc:
        raise Failed("its address holds a user name or password", CREDENTIALS)
    if port == 0:
        raise Failed("its address names port 0", _FORM)
    return Address(parts.scheme, _host(parts.hostname), port or PORTS[parts.scheme], _target(parts))


def tell(text: str) -> str:
    """Return an address that may hold anything as it can be shown: short, visible, without what may be a password."""
    return shown(_LOGIN.sub(r"\1…@", text) if "@" in text else text)[:200]


@lru_cache(4096)
def places(entry: str) -> frozenset[tuple[str, int]]:
    """Return which (host, port) a user means with "intranet" (the web's two ports), "intranet:8080" or "[::1]:80".

    Nothing where it is none of these.
    """
    bare = f"[{entry}]" if entry.count(":") > 1 and "[" not in entry else entry
    try:
        parts = urlsplit(f"//{bare}")
        if parts.netloc != bare or "@" in bare or not parts.hostname or _MISREAD.search(bare):
            return frozenset()
        host, port = _host(parts.hostname), parts.port
    except (ValueError, Failed):
        return frozenset()
    return frozenset((host, each) for each in ([port] if port else PORTS.values()))


def _host(text: str) -> str:
    if ":" in text:
        return _ip(IPv6Address, text)
    name = _ascii(text).removesuffix(".")
    if _NUMBER.fullmatch(name):
        return _ip(IPv4Address, name)
    if not _NAME.fullmatch(name):
        raise Failed("its address names no host", _FORM)
    return name


def _ip(kind: type[IPv4Address | IPv6Address], text: str) -> str:
    try:
        if "%" in text:  # a zone ("fe80::1%eth0") means something on one machine only
            raise AddressValueError
        return str(kind(text))
    except AddressValueError:
        raise Failed(
            "its address has an IP number in an unusual form", "write it like 192.0.2.1 or [2001:db8::1]"
        ) from None


def _ascii(text: str) -> str:
    if text.isascii():
        return text
    try:
        if _DEVIATING.search(text):
            raise UnicodeError
        return text.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise Failed("its host has a name that is read in two ways", "write the host in its xn-- form") from None


def _target(parts: SplitResult) -> str:
    query = f"?{quote(parts.query, safe=_QUERY)}" if parts.query else ""
    return f"{quote(parts.path, safe=_PATH) or '/'}{query}"
