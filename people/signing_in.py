"""How people sign up and in: django-allauth, with our form and our words."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import SignupForm as AllauthSignupForm
from django import forms
from django.utils.translation import gettext_lazy as _


class AccountAdapter(DefaultAccountAdapter):
    """Fills a person from the sign-up form."""

    def save_user(self, request, user, form, commit=True):
        user.display_name = form.cleaned_data["display_name"]
        return super().save_user(request, user, form, commit)


class SignupForm(AllauthSignupForm):
    """E-mail, password, and the name others will read; it may be a pseudonym."""

    display_name = forms.CharField(
        label=_("Your name, as others will read it"),
        max_length=60,
        help_text=_("A pseudonym is fine. Your e-mail address is never shown."),
    )
    field_order = ["display_name", "email", "password1"]
