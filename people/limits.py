"""How much one account, or one neighbourhood of addresses without an account, may do in a while.

Writing as a whole has one limit, and some acts have a narrower one of their own (`ACTIONS`). Town
halls are not limited together. Nothing of an address is kept but a keyed hash, and that not long.
"""

import time

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from rest_framework.throttling import BaseThrottle

from intake.addresses import is_among, neighbourhood
from people.addresses import address_of
from people.counting import counts

MINUTE = 60
READING = ("GET", "HEAD", "OPTIONS")

ACTIONS = {
    "account_login": "sign-in",
    "account_reauthenticate": "sign-in",
    "mfa_authenticate": "sign-in",
    "mfa_reauthenticate": "sign-in",
    "mfa_login_webauthn": "sign-in",
    "account-first-password": "sign-in",
    "account_confirm_password_reset_code": "sign-in",
    "account_signup": "sign-up",
    "account_reset_password": "reset",
    "proposal-new-check": "propose",
    "api-proposals": "propose",
    "point-new": "point",
    "point": "point",
    "api-points": "point",
    "proposal-new-pictures": "picture",
    "api-pictures": "picture",
    "city-mail": "try-mail",
}
"""Routes whose writes are counted by themselves, under a name of `settings.LIMITS`, too."""


def seconds_to_wait(request: HttpRequest, person, now: float | None = None) -> int:
    """Count one write; 0 when it may go on, otherwise after how many seconds it may."""
    writer = name_of(request, person)
    if request.method in READING or writer is None:
        return 0
    limits = {"writes": (settings.WRITES_A_MINUTE, MINUTE)}
    match = getattr(request, "resolver_match", None)
    if (action := ACTIONS.get(match.url_name if match else "")) in settings.LIMITS:
        limits[action] = settings.LIMITS[action]
    return max(over(f"{what}.{writer}", most, span, now) for what, (most, span) in limits.items())


def over(what: str, most: int, span: int, now: float | None = None) -> int:
    """Count one; 0 within the limit, else the seconds until the next window."""
    so_far, seconds_left = count_one(what, span, now, limit=most)
    return seconds_left if so_far > most else 0


def count_one(what: str, span: int, now: float | None = None, *, limit: int = 0) -> tuple[int, int]:
    """Count one more of `what` in the present minute or hour: how many, and the seconds left of it."""
    number, gone = divmod(int(time.time() if now is None else now), span)
    return counts().add(f"{what}.{number}", 2 * span, limit), span - gone


def name_of(request: HttpRequest, person) -> str | None:
    """Whose writes are counted together; None where nobody's are. No address is kept in clear."""
    if person is not None and person.is_authenticated:
        return f"person.{person.pk}"
    address = address_of(request)
    return None if is_town_hall(address) else f"address.{hashed(address)}"


def hashed(address: str) -> str:
    """The neighbourhood of an address, so that only “the same again” can be said of it."""
    return keyed(neighbourhood(address))


def keyed(words: str) -> str:
    return salted_hmac("people.limits", words, algorithm="sha256").hexdigest()


def is_town_hall(address: str) -> bool:
    return is_among(address, settings.TOWN_HALLS)


class WriteThrottle(BaseThrottle):
    """The API's door to the same count."""

    def allow_request(self, request, view) -> bool:
        # Who reads is not asked: DRF's request.user would load the session.
        reading = request.method in READING
        self.seconds = 0 if reading else seconds_to_wait(request, request.user)
        return self.seconds == 0

    def wait(self) -> float:
        return self.seconds
