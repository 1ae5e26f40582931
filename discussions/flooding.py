"""A limit for what people do without an account: so many reports from one address in an hour.

Kept in the memory of each process, by a keyed hash of the address, and forgotten with the hour.
"""

import time

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac

from live.limits import address_of

HOUR = 3600


class TooMany(Exception):
    """Come again in `seconds`."""

    def __init__(self, seconds: int):
        super().__init__(f"again in {seconds} seconds")
        self.seconds = seconds


def count_report(address: str, now: float | None = None) -> None:
    """Count one report from this address, or raise `TooMany`."""
    now = time.time() if now is None else now
    hour, gone = divmod(int(now), HOUR)
    key = f"reports.{hour}.{hashed(address)}"
    cache.add(key, 0, HOUR)
    if cache.incr(key) > settings.REPORTS_AN_HOUR:
        raise TooMany(HOUR - gone)


def hashed(*parts) -> str:
    """A keyed hash which says only “the same again”."""
    return salted_hmac(
        "discussions.reports", "\n".join(map(str, parts)), algorithm="sha256"
    ).hexdigest()


def address_of_request(request) -> str:
    """Where a request comes from; of an IPv6 household its network, as the live sockets have it."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").encode("latin-1", "replace")
    return address_of(
        {
            "client": (request.META.get("REMOTE_ADDR", "unknown"), 0),
            "headers": [(b"x-forwarded-for", forwarded)],
        }
    )
