"""How much one person, or one address without an account, may write in a minute.

Counted in the memory of each process: enough against floods, and nothing to keep or to leak.
"""

import ipaddress
import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from rest_framework.throttling import BaseThrottle

from people.addresses import address_of

MINUTE = 60
READING = ("GET", "HEAD", "OPTIONS")


def seconds_to_wait(request: HttpRequest, person, now: float | None = None) -> int:
    """Count one write; 0 when it may go on, otherwise after how many seconds it may."""
    writer = name_of(request, person)
    if request.method in READING or writer is None:
        return 0
    writes, seconds_left = count_one(f"writes.{writer}", MINUTE, now)
    return seconds_left if writes > settings.WRITES_A_MINUTE else 0


def count_one(what: str, span: int, now: float | None = None) -> tuple[int, int]:
    """Count one more of `what` in the present minute or hour: how many, and the seconds left of it."""
    number, gone = divmod(int(time.time() if now is None else now), span)
    key = f"{what}.{number}"
    cache.add(key, 0, 2 * span)
    try:
        return cache.incr(key), span - gone
    except ValueError:  # pushed out of a full memory between the two lines
        return 1, span - gone


def name_of(request: HttpRequest, person) -> str | None:
    """Whose writes are counted together; None where nobody's are. No address is kept in clear."""
    if person is not None and person.is_authenticated:
        return f"person.{person.pk}"
    address = address_of(request)
    if is_town_hall(address):
        return None
    return "address." + salted_hmac("people.limits", address, algorithm="sha256").hexdigest()


def is_town_hall(address: str) -> bool:
    try:
        ip = ipaddress.ip_network(address).network_address
    except ValueError:
        return False
    return any(ip in ipaddress.ip_network(hall, strict=False) for hall in settings.TOWN_HALLS)


class WriteThrottle(BaseThrottle):
    """The API's door to the same count."""

    def allow_request(self, request, view) -> bool:
        # Who reads is not asked: DRF's request.user would load the session.
        reading = request.method in READING
        self.seconds = 0 if reading else seconds_to_wait(request, request.user)
        return self.seconds == 0

    def wait(self) -> float:
        return self.seconds
