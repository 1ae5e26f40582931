"""A limit for what people do without an account: so many reports from one address in an hour.

Kept by a keyed hash of the address's neighbourhood, and forgotten with the hour.
"""

from django.conf import settings
from django.utils.crypto import salted_hmac

from people.limits import hashed as of_neighbourhood
from people.limits import is_town_hall, over

HOUR = 3600


class TooMany(Exception):
    """Come again in `seconds`."""

    def __init__(self, seconds: int):
        super().__init__(f"again in {seconds} seconds")
        self.seconds = seconds


def count_report(address: str, now: float | None = None) -> None:
    """Count one report from this address, or raise `TooMany`."""
    if is_town_hall(address):
        return
    what = f"reports.{of_neighbourhood(address)}"
    if seconds := over(what, settings.REPORTS_AN_HOUR, HOUR, now):
        raise TooMany(seconds)


def hashed(*parts) -> str:
    """A keyed hash which says only “the same again”."""
    return salted_hmac(
        "discussions.reports", "\n".join(map(str, parts)), algorithm="sha256"
    ).hexdigest()
