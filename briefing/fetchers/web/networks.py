"""Which IP addresses are on the public internet, which inside somebody's network, and which nobody may be led to."""

from __future__ import annotations

from enum import Enum
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# The IANA special-purpose registries, written out: what `ipaddress` calls global differs between releases of Python
# (cpython 113171), and multicast and the clouds' own addresses it calls global in all of them.
_RESERVED = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "168.63.129.16/32",  # Azure's host, in a public range
            # Tunnels to an IPv4 address (Teredo, 6to4) are refused whatever is inside: no site is served from there.
            "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
        ),
    )
)  # fmt: skip
_UNICAST = ip_network("2000::/3")
_NAT64 = ip_network("64:ff9b::/96")

# Where clouds hand out keys and settings to whoever asks, and what only neighbours on a cable have. A name that a user
# trusts can be made to mean these overnight; so they are asked only where the user wrote the number itself.
_BY_NUMBER_ONLY = tuple(
    map(
        ip_network,
        ("0.0.0.0/8", "169.254.0.0/16", "100.100.100.200/32", "192.0.0.192/32", "168.63.129.16/32", "224.0.0.0/4",
         "240.0.0.0/4", "fe80::/10", "fd00:ec2::/32", "fd20:ce::/32", "ff00::/8", "::/128"),
    )
)  # fmt: skip


class Reach(Enum):
    """Who may lead us to an address: anybody, a host that the user named, only the user by the number itself."""

    ANYBODY = 1
    NAMED = 2
    NUMBER = 3


def reach(text: str) -> Reach:
    """Return who may lead us to this IP address."""
    address = _inner(ip_address(text))
    if any(address in network for network in _BY_NUMBER_ONLY):
        return Reach.NUMBER
    is_reserved = any(address in network for network in _RESERVED)
    if is_reserved or (address.version == 6 and address not in _UNICAST) or not address.is_global:
        return Reach.NAMED
    return Reach.ANYBODY


def _inner(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Return the IPv4 address that this one stands for: mapped (RFC 4291), or translated by the network (RFC 6052)."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return address.ipv4_mapped
        if address in _NAT64:
            return IPv4Address(int(address) & 0xFFFFFFFF)
    return address
