"""How people sign up and in: django-allauth, with our rules and our words."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from live.revoking import close_sockets
from people import demonstration
from people.addresses import address_of
from people.city import city_name
from people.languages import now_spoken
from people.limits import keyed, over

WORDS = {
    "account_inactive": _("This account is closed. Ask the participation desk."),
    "duplicate_email": _("This is your e-mail address already."),
    "email_password_mismatch": _(
        "This e-mail address and this password do not go together. Check both, or choose a new "
        "password."
    ),
    "enter_current_password": _("This is not your present password. Type it again."),
    "incorrect_code": _(
        "This is not the code we sent. Check the newest letter, or ask for another."
    ),
    "incorrect_password": _("This is not your password. Type it again."),
    "same_as_current": _("This is your e-mail address already."),
    "too_many_login_attempts": _("Too many tries. Wait five minutes, or choose a new password."),
    "rate_limited": _("That was too often. Wait a moment, then try once more."),
}


class AccountAdapter(DefaultAccountAdapter):
    """Fills a person from the sign-up form, and closes her sockets where she must be asked anew."""

    error_messages = DefaultAccountAdapter.error_messages | WORDS

    def save_user(self, request, user, form, commit=True):
        user.display_name = form.cleaned_data["display_name"]
        user.language = now_spoken()
        return super().save_user(request, user, form, commit)

    def clean_email(self, email):
        return email.strip().lower()

    def pre_authenticate(self, request, **credentials):
        """allauth counts for one process; tries for one account are counted by all together."""
        super().pre_authenticate(request, **credentials)
        account = keyed(str(credentials.get("email", "")).strip().lower())
        if over(f"sign-in-account.{account}", *settings.LIMITS["sign-in-account"]):
            raise self.validation_error("too_many_login_attempts")

    def logout(self, request):
        person_id = request.user.pk
        super().logout(request)
        if person_id is not None:
            close_sockets(person_id, reason="signed out")

    def set_password(self, user, password):
        super().set_password(user, password)
        close_sockets(user.pk, reason="password changed")

    def send_mail(self, template_prefix, email, context):
        super().send_mail(template_prefix, email, {"site_name": city_name()} | context)

    def get_client_ip(self, request):
        return address_of(request)


class PasswordBackend(AuthenticationBackend):
    """E-mail address and password; the published password of the demonstration works only there."""

    def authenticate(self, request, **credentials):
        known = credentials.get("password") == demonstration.PASSWORD
        if known and not demonstration.is_demonstration():
            self._mitigate_timing_attack(demonstration.PASSWORD)
            return None
        return super().authenticate(request, **credentials)


class NotThePublishedPassword:
    """Nobody chooses a password that is printed in our documentation."""

    def validate(self, password, user=None):
        if password == demonstration.PASSWORD:
            raise ValidationError(
                _("This password is printed in the documentation. Choose another."), "published"
            )

    def get_help_text(self):
        return _("It must not be the one printed in the documentation.")
