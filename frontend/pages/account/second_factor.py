"""Setting up a second factor: what there is, an app with its QR code, a passkey."""

import json

from allauth.account.decorators import reauthentication_required
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.internal import auth, flows
from allauth.mfa.webauthn.views import AddWebAuthnView, ReauthenticateWebAuthnView
from django.contrib.auth.decorators import login_required
from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from consultations.roles import roles_of
from consultations.rules import needs_second_factor
from consultations.wording import day
from people.second_factor import passkey_trouble, qr_code


@login_required
@require_safe
def index(request):
    """What protects this account beside the password, and what may be added."""
    found = list(Authenticator.objects.filter(user=request.user).order_by("pk"))
    kinds = {one.type: one for one in found}
    codes = kinds.get(Authenticator.Type.RECOVERY_CODES)
    roles = roles_of(request.user)
    return render(
        request,
        "mfa/index.html",
        {
            "nav": "voice",
            "app": row_of(kinds[Authenticator.Type.TOTP]) if "totp" in kinds else None,
            "passkeys": [row_of(one) for one in found if one.type == Authenticator.Type.WEBAUTHN],
            "codes": codes is not None,
            "codes_left": len(codes.wrap().get_unused_codes()) if codes else 0,
            "needed": needs_second_factor(request.user),
            "for_staff": bool(roles) or roles.locked,
            "protected": len(kinds) > (1 if codes else 0),
            "passkey_trouble": passkey_trouble(request),
        },
    )


def row_of(one: Authenticator) -> dict:
    now = timezone.now()
    return {
        "pk": one.pk,
        "name": one.wrap().name if one.type == Authenticator.Type.WEBAUTHN else "",
        "made": day(one.created_at, now),
        "used": day(one.last_used_at, now) if one.last_used_at else "",
    }


class ActivateApp(ActivateTOTPView):
    """The secret as a QR code and as words to type."""

    def get_context_data(self, **kwargs):
        values = super().get_context_data(**kwargs)
        secret = values["form"].secret
        return values | {
            "qr": qr_code(values["totp_url"]),
            "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        }


class AddPasskey(AddWebAuthnView):
    """A passkey signs in alone, so the device must know its owner."""

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and passkey_trouble(request):
            return redirect("mfa_index")
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        values = super().get_context_data(**kwargs)
        options = auth.begin_registration(self.request.user, passwordless=True)
        return values | {"options_json": as_json(options)}


class Authenticate(AuthenticateView):
    """After the password: a passkey, or a code."""

    def get_context_data(self, **kwargs):
        values = super().get_context_data(**kwargs)
        options = values["js_data"]["request_options"]
        has_passkey = bool(options["publicKey"].get("allowCredentials"))
        return values | {"nav": "sign-in", "options_json": as_json(options) if has_passkey else ""}


class PasskeyAgain(ReauthenticateWebAuthnView):
    """A passkey once more, before something that cannot be undone."""

    def get_context_data(self, **kwargs):
        values = super().get_context_data(**kwargs)
        options = values["js_data"]["request_options"]
        return values | {"options_json": as_json(options)}


def as_json(options: dict) -> str:
    return json.dumps(options["publicKey"], cls=DjangoJSONEncoder)


@login_required
@require_http_methods(["GET", "POST"])
def remove_passkey(request, pk):
    """Asks once, then forgets a passkey."""
    found = Authenticator.objects.filter(
        user=request.user, type=Authenticator.Type.WEBAUTHN, pk=pk
    ).first()
    if found is None:
        raise Http404
    return removed(request, found)


@reauthentication_required
def removed(request, found):
    if request.method == "POST":
        flows.remove_authenticator(request, found)
        return redirect("mfa_index")
    return render(request, "mfa/webauthn/remove.html", {"nav": "voice", "passkey": row_of(found)})
