"""A second factor beside the password: codes from an app, passkeys, and codes on paper."""

import ipaddress
from typing import Any

import qrcode
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

WORDS = {
    "cannot_delete_authenticator": gettext_lazy(
        "You hold a role, so one second factor must stay. Set up another first."
    ),
    "cannot_generate_recovery_codes": gettext_lazy("Set up a second factor first."),
    "incorrect_code": gettext_lazy(
        "This code is not right, or was used already. Wait for the next one and type that."
    ),
    "unverified_email": gettext_lazy("Confirm your e-mail address first."),
}

QUIET_ZONE = 4
"""White fields around a QR code; readers want four."""


class SecondFactorAdapter(DefaultMFAAdapter):
    """The city's name in the app, our words for mistakes."""

    error_messages = DefaultMFAAdapter.error_messages | WORDS

    def get_totp_issuer(self) -> str:
        return settings.SITE_NAME

    def _get_site_name(self) -> str:
        return settings.SITE_NAME

    def build_totp_svg(self, url: str) -> str:
        return ""  # drawn in the page, see qr_code

    def generate_authenticator_name(self, user, type) -> str:  # noqa: A002 - its name in allauth
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return ngettext("My passkey", "My passkey %(number)d", count) % {"number": count}


def qr_code(words: str) -> dict[str, Any]:
    """`{"side", "path"}` of an SVG that phones can read: a square of fields, the dark ones a path."""
    code = qrcode.QRCode(border=QUIET_ZONE)
    code.add_data(words)
    code.make(fit=True)
    fields = code.get_matrix()
    path = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(fields) for x, dark in enumerate(row) if dark
    )
    return {"side": len(fields), "path": path}


def passkey_trouble(request: HttpRequest) -> str:
    """Why no passkey can be made at this address; empty where one can."""
    host = request.get_host().rpartition(":")[0] or request.get_host()
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        if request.is_secure() or host == "localhost" or host.endswith(".localhost"):
            return ""
        return _("Passkeys need an address that begins with https.")
    if host == "127.0.0.1":
        return _(
            "Passkeys need a name, never a number: open this page at localhost instead of "
            "127.0.0.1."
        )
    return _("Passkeys need a name, never a number: open this page by the city's name.")
