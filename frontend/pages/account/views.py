"""What allauth has no page for: changing the name that others read."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from people.account_forms import NameForm


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
