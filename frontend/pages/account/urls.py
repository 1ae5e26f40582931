"""Signing up, in and out, and what belongs to one's own account.

allauth's views under the names it looks for; those we do not offer have no address.
"""

from allauth.account import views as allauth
from django.urls import path

from frontend.pages.account import views

SIGN_IN = {"nav": "sign-in"}
OWN = {"nav": "voice"}

urlpatterns = [
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
]
