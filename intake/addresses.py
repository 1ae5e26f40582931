"""Where a request or a socket comes from, as far as that can be known."""

import ipaddress
from collections.abc import Collection
from functools import lru_cache

Networks = tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]


def whence(peer: str, forwarded_for: str, proxies: Collection[str]) -> str:
    """The address behind `peer`: only our own proxies are believed about it, from the last hop back.

    One IPv6 household holds a whole /64, so that is what counts as one address.
    """
    address = peer
    for hop in reversed(forwarded_for.split(",")):
        if not is_among(address, proxies):
            break
        address = hop.strip() or address
    return household(address)


def is_among(address: str, named: Collection[str]) -> bool:
    """Whether an address is one of these addresses or lies in one of these networks."""
    if address in named:
        return True
    try:
        ip = ipaddress.ip_network(address, strict=False).network_address
    except ValueError:
        return False
    return any(ip in network for network in networks(tuple(named)))


@lru_cache(maxsize=16)
def networks(named: tuple[str, ...]) -> Networks:
    """Addresses and networks as they are written in settings; what is neither is left out."""
    found = []
    for one in named:
        try:
            found.append(ipaddress.ip_network(one, strict=False))
        except ValueError:
            continue
    return tuple(found)


def household(address: str) -> str:
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return address[:64]
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return str(ip.ipv4_mapped)
        return str(ipaddress.ip_network((ip, 64), strict=False))
    return str(ip)


def neighbourhood(address: str) -> str:
    """What limits count together: the /24 of a household's IPv4 address, its /64 of IPv6."""
    try:
        network = ipaddress.ip_network(address, strict=False)
    except ValueError:
        return address[:64]
    if network.version == 4:
        return str(network.supernet(new_prefix=24) if network.prefixlen > 24 else network)
    return str(network)
