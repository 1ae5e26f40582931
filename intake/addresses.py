"""Where a request or a socket comes from, as far as that can be known."""

import ipaddress
from collections.abc import Collection


def whence(peer: str, forwarded_for: str, proxies: Collection[str]) -> str:
    """The address behind `peer`: only our own proxies are believed about it, from the last hop back.

    One IPv6 household holds a whole /64, so that is what counts as one address.
    """
    address = peer
    for hop in reversed(forwarded_for.split(",")):
        if address not in proxies:
            break
        address = hop.strip() or address
    return household(address)


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
