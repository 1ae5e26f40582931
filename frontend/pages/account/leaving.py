"""Leaving: what will happen, with one's own numbers; then, once sure, it happens."""

from allauth.account.decorators import reauthentication_required
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from people.hooks import GOES, RUNS, STAYS
from people.leaving import effects_of_leaving, leave, may_leave


@login_required
@require_http_methods(["GET", "POST"])
@reauthentication_required
def leaving(request):
    """The effects first; a tick and a press delete the account for good."""
    sure = request.method == "POST" and request.POST.get("sure") == "on"
    if sure:
        leave(person=request.user)
        # The row of this session went with its person; what is left is a cookie.
        request.session.flush()
        return redirect("account-left")
    effects = effects_of_leaving(request.user)
    return render(
        request,
        "account/leaving.html",
        {
            "nav": "voice",
            "refusal": str(may_leave(request.user)),
            "trouble": _("Tick that you are sure.") if request.method == "POST" else "",
            "runs": [effect for effect in effects if effect.what == RUNS],
            "goes": [effect for effect in effects if effect.what == GOES],
            "stays": [effect for effect in effects if effect.what == STAYS],
        },
        status=400 if request.method == "POST" else 200,
    )


@require_safe
def left(request):
    """Gone. The way back is a new account."""
    return render(request, "account/left.html")
