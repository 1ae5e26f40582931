"""One's own account at a glance; the name that others read; the first password."""

from urllib.parse import urlencode

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from consultations.rules import needs_second_factor
from people import first_passwords, languages
from people.account_forms import FirstPasswordForm, NameForm
from people.sessions import sessions_of
from people.tongues import KNOWN


@login_required
@require_safe
def account(request):
    """Everything that can be seen and changed about one's own account, a line each."""
    return render(
        request,
        "account/account.html",
        {
            "nav": "voice",
            "answers": lines_of(request.user),
            "factor_missing": needs_second_factor(request.user),
        },
    )


def lines_of(person) -> list[dict]:
    """What there is, each with the page where it changes."""
    factors = Authenticator.objects.filter(user=person).exclude(
        type=Authenticator.Type.RECOVERY_CODES
    )
    devices = len(sessions_of(person))
    return [
        line(_("Name that others read"), person.display_name, "account-name"),
        line(_("E-mail address"), person.email, "account_email"),
        line(_("Password"), _("Kept in a form nobody can read"), "account_change_password"),
        line(
            _("Second factor"),
            _("Set up") if factors.exists() else _("None yet"),
            "mfa_index",
        ),
        line(
            _("Signed in"),
            ngettext("On %(count)d device", "On %(count)d devices", devices) % {"count": devices},
            "account-sessions",
        ),
        line(_("Language"), KNOWN[languages.language_for(person.language)], "language"),
    ]


def line(name: str, value: str, route: str) -> dict:
    back = f"?{urlencode({'next': reverse('account')})}" if route == "language" else ""
    return {"name": name, "value": value, "url": reverse(route) + back}


@login_required
@require_http_methods(["GET", "POST"])
def name(request):
    """Change the name shown on everything one has written."""
    form = NameForm(request.POST or None, initial={"display_name": request.user.display_name})
    if request.method == "POST" and form.is_valid():
        person = form.save(request.user)
        messages.success(request, _("Others now read “%s”.") % person.display_name)
        return redirect("account")
    return render(request, "account/name.html", {"form": form, "nav": "voice"})


@never_cache
@require_http_methods(["GET", "POST"])
def first_password(request, number, token):
    """Somebody who was invited chooses her password. Opening the page uses nothing up."""
    person = first_passwords.holder_of(number, token)
    if person is None:
        return render(request, "account/first_password_over.html", status=404)
    form = FirstPasswordForm(person, request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your password is set. Sign in with it."))
        return redirect("account_login")
    return render(request, "account/first_password.html", {"form": form, "person": person})
