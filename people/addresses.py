"""Where a request comes from."""

from django.conf import settings
from django.http import HttpRequest

from intake.addresses import whence


def address_of(request: HttpRequest) -> str:
    """The address of whoever asks; only configured proxies are believed about it."""
    peer = request.META.get("REMOTE_ADDR") or "unknown"
    return whence(peer, request.META.get("HTTP_X_FORWARDED_FOR", ""), settings.TRUSTED_PROXIES)
