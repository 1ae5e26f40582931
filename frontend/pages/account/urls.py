"""Signing up, in and out, and what belongs to one's own account.

allauth's views under the names it looks for; those we do not offer have no address.
"""

from allauth.account import views as allauth
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import path
from django.views.decorators.http import require_http_methods

from frontend.pages.account import leaving, own_data, second_factor, sessions, views

SIGN_IN = {"nav": "sign-in"}
OWN = {"nav": "voice"}


def form(view):
    """A page with a form: read and sent, nothing else."""
    return require_http_methods(["GET", "HEAD", "POST"])(view.as_view(extra_context=OWN))


urlpatterns = [
    path("", views.account, name="account"),
    path("login/", allauth.LoginView.as_view(extra_context=SIGN_IN), name="account_login"),
    path("logout/", allauth.logout, name="account_logout"),
    path("signup/", allauth.SignupView.as_view(extra_context=SIGN_IN), name="account_signup"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("confirm-email/", allauth.email_verification_sent, name="account_email_verification_sent"),
    path("reauthenticate/", allauth.reauthenticate, name="account_reauthenticate"),
    path("name/", views.name, name="account-name"),
    path(
        "first-password/<int:number>/<slug:token>/",
        views.first_password,
        name="account-first-password",
    ),
    path("sessions/", sessions.sessions, name="account-sessions"),
    path("data/", own_data.page, name="account-data"),
    path("data/everything.json", own_data.as_file, name="account-data-json"),
    path("leaving/", leaving.leaving, name="account-leaving"),
    path("left/", leaving.left, name="account-left"),
    path("email/", allauth.EmailView.as_view(extra_context=OWN), name="account_email"),
    path(
        "password/change/",
        allauth.PasswordChangeView.as_view(extra_context=OWN),
        name="account_change_password",
    ),
    path(
        "password/set/",
        allauth.PasswordSetView.as_view(extra_context=OWN),
        name="account_set_password",
    ),
    path("password/reset/", allauth.password_reset, name="account_reset_password"),
    path(
        "password/reset/confirm/",
        allauth.confirm_password_reset_code,
        name="account_confirm_password_reset_code",
    ),
    path(
        "password/reset/complete/",
        allauth.complete_password_reset,
        name="account_complete_password_reset",
    ),
    path(
        "password/reset/done/",
        allauth.password_reset_from_key_done,
        name="account_password_reset_completed",
    ),
    # ---- A second factor ------------------------------------------------------------------
    path("second-factor/", second_factor.index, name="mfa_index"),
    path("second-factor/sign-in/", form(second_factor.Authenticate), name="mfa_authenticate"),
    path("second-factor/again/", form(mfa.ReauthenticateView), name="mfa_reauthenticate"),
    path("second-factor/app/", form(second_factor.ActivateApp), name="mfa_activate_totp"),
    path("second-factor/app/end/", form(totp.DeactivateTOTPView), name="mfa_deactivate_totp"),
    path(
        "second-factor/codes/",
        codes.ViewRecoveryCodesView.as_view(extra_context=OWN),
        name="mfa_view_recovery_codes",
    ),
    path(
        "second-factor/codes/new/",
        form(codes.GenerateRecoveryCodesView),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "second-factor/codes/file/",
        codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("second-factor/passkeys/new/", form(second_factor.AddPasskey), name="mfa_add_webauthn"),
    path(
        "second-factor/passkeys/again/",
        form(second_factor.PasskeyAgain),
        name="mfa_reauthenticate_webauthn",
    ),
    path(
        "second-factor/passkeys/<int:pk>/end/",
        second_factor.remove_passkey,
        name="mfa_remove_webauthn",
    ),
    path("login/passkey/", form(passkeys.LoginWebAuthnView), name="mfa_login_webauthn"),
]
