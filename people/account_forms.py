"""The forms of signing up and in: allauth's, with our fields, in our words."""

from allauth.account import forms as allauth
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.db import IntegrityError, transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from intake.forms import LineField
from people import demonstration
from people.actions import NAME_LIMIT, change_person
from people.models import Person

PASSWORD_LIMIT = 200
CREDENTIAL_LIMIT = 20_000
PASSWORD_HINT = _("At least 10 characters. Three or four words in a row are easy to keep in mind.")


class PlainWords(forms.Form):
    """Labels instead of placeholders, our labels instead of allauth's, and words that name the mend."""

    words: dict = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.help_text = ""
            label, hint, missing = self.words.get(name, WORDS.get(name, (field.label, "", None)))
            field.label, field.help_text = label, hint
            if missing:
                field.error_messages["required"] = missing
            if isinstance(field, forms.EmailField):
                field.error_messages["invalid"] = INVALID_EMAIL
            if isinstance(field.widget, forms.PasswordInput):
                field.validators.append(limit_password)


def limit_password(value):
    if len(value) > PASSWORD_LIMIT:
        raise forms.ValidationError(_("Shorten the password to 200 characters."), code="too-long")


INVALID_EMAIL = _("Write an e-mail address with an @ in it, like name@example.org.")
EMAIL = (_("E-mail address"), "", _("Write your e-mail address."))
PASSWORD = (_("Password"), "", _("Write your password."))
NEW_PASSWORD = (_("New password"), PASSWORD_HINT, _("Choose a password."))
CODE = (
    _("Code"),
    _("Capital or small letters do not matter."),
    _("Write the code from the letter."),
)
WORDS = {
    "login": EMAIL,
    "email": EMAIL,
    "password": PASSWORD,
    "password1": NEW_PASSWORD,
    "oldpassword": (_("Present password"), "", _("Write your present password.")),
    "code": CODE,
}


class SignInForm(PlainWords, allauth.LoginForm):
    field_order = ["login", "password"]

    @cached_property
    def demo_sign_ins(self):
        """Whom one can sign in as with one press, in a demonstration."""
        return demonstration.demo_sign_ins()

    demo_password = demonstration.PASSWORD


class SignUpForm(PlainWords, allauth.SignupForm):
    """E-mail, password, and the name others will read; it may be a pseudonym."""

    display_name = LineField(
        label=_("Your name, as others will read it"),
        help_text=_("A pseudonym is fine. Your e-mail address is never shown."),
        max_length=NAME_LIMIT,
        noun=_("name"),
    )
    account_already_exists: bool
    field_order = ["display_name", "email", "password1"]
    words = {
        "display_name": (
            _("Your name, as others will read it"),
            _("A pseudonym is fine. You can change it later."),
            None,
        ),
        "email": (EMAIL[0], _("We send you a code. The address is never shown."), EMAIL[2]),
        "password1": (_("Password"), PASSWORD_HINT, _("Choose a password.")),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["display_name"].widget.attrs["autocomplete"] = "nickname"

    def try_save(self, request):
        """The new person, or the same answer for an address that has an account already.

        Hashing a password takes long enough to be measured, so it is done in both cases; two
        presses at once become one account and one "you have an account" letter.
        """
        if self.account_already_exists:
            Person().set_password(self.cleaned_data["password1"])
            return super().try_save(request)
        try:
            with transaction.atomic():
                return super().try_save(request)
        except IntegrityError:
            self.account_already_exists = True
            return super().try_save(request)


class OnePassword(PlainWords):
    """The new password is typed once: whoever mistypes it recovers by mail."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("password2", None)


class ChangePasswordForm(OnePassword, allauth.ChangePasswordForm):
    pass


class SetPasswordForm(OnePassword, allauth.SetPasswordForm):
    pass


class NewPasswordForm(OnePassword, allauth.ResetPasswordKeyForm):
    pass


class FirstPasswordForm(OnePassword, allauth.SetPasswordForm):
    """For somebody who was invited and is not signed in: the link says who she is."""

    def __init__(self, person, *args, **kwargs):
        super().__init__(person, *args, **kwargs)

    def save(self):
        self.user.set_password(self.cleaned_data["password1"])
        self.user.save(update_fields=["password"])


class ForgottenForm(PlainWords, allauth.ResetPasswordForm):
    pass


class ConfirmAddressForm(PlainWords, allauth.ConfirmEmailVerificationCodeForm):
    pass


class ConfirmResetForm(PlainWords, allauth.ConfirmPasswordResetCodeForm):
    pass


class OtherAddressForm(PlainWords, allauth.ChangeEmailForm):
    pass


class AddAddressForm(PlainWords, allauth.AddEmailForm):
    words = {"email": (_("New e-mail address"), "", EMAIL[2])}


class AskAgainForm(PlainWords, allauth.ReauthenticateForm):
    pass


class NameForm(forms.Form):
    """The name that others read."""

    display_name = LineField(
        label=_("Your name, as others will read it"),
        help_text=_("It changes on everything you have written, too."),
        max_length=NAME_LIMIT,
        noun=_("name"),
    )

    def save(self, person):
        return change_person(person=person, display_name=self.cleaned_data["display_name"])


APP_CODE = (
    _("Code"),
    _("Six figures from your app, or a recovery code."),
    _("Write the code."),
)


class CodeInFigures(PlainWords):
    words = {"code": APP_CODE}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "spellcheck": "false"}
        self.fields["code"].max_length = 20

    def clean_code(self):
        self.cleaned_data["code"] = self.cleaned_data["code"].replace(" ", "")[:20]
        return super().clean_code()  # type: ignore[misc]  # allauth's form beside it has one


class SecondFactorForm(CodeInFigures, mfa.AuthenticateForm):
    pass


class SecondFactorAgainForm(CodeInFigures, mfa.ReauthenticateForm):
    pass


class ActivateAppForm(CodeInFigures, totp.ActivateTOTPForm):
    words = {"code": (_("Code"), _("Six figures that the app shows now."), _("Write the code."))}


class DeactivateAppForm(totp.DeactivateTOTPForm):
    pass


class AddPasskeyForm(PlainWords, webauthn.AddWebAuthnForm):
    """Passkeys sign in alone, so they ask for the device's own lock."""

    words = {
        "name": (_("A name for it"), _("So that you know it among others."), None),
        "credential": ("", "", _("The device gave no passkey. Try once more.")),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("passwordless", None)
        self.fields["name"] = LineField(
            label=_("A name for it"),
            help_text=_("So that you know it among others."),
            max_length=60,
            required=False,
            noun=_("name"),
        )

    def clean_credential(self):
        return bounded(self.cleaned_data["credential"])


def bounded(credential):
    """What a browser hands over is an object of a few kilobytes; anything else is none of it."""
    if not isinstance(credential, dict) or len(str(credential)) > CREDENTIAL_LIMIT:
        raise forms.ValidationError(_("The device gave no passkey. Try once more."))
    return credential
