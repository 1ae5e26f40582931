"""What allauth has no page for: changing the name that others read, and the first password."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from people import first_passwords
from people.account_forms import FirstPasswordForm, NameForm


@login_required
@require_http_methods(["GET", "POST"])
def name(request):
    """Change the name shown on everything one has written."""
    form = NameForm(request.POST or None, initial={"display_name": request.user.display_name})
    if request.method == "POST" and form.is_valid():
        person = form.save(request.user)
        messages.success(request, _("Others now read “%s”.") % person.display_name)
        return redirect("your-voice")
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
