"""Where I am signed in, and ending it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from consultations.wording import full_day
from people.actions import end_other_sessions, end_session
from people.sessions import in_words, number_of, sessions_of


@login_required
@require_http_methods(["GET", "POST"])
def sessions(request):
    """Every device with when it was last used; this one is marked and ends by signing out."""
    if request.method == "POST":
        end(request)
        return redirect("account-sessions")
    rows = [row_of(one, request.session.session_key) for one in sessions_of(request.user)]
    rows.sort(key=lambda row: not row["here"])
    return render(request, "account/sessions.html", {"nav": "voice", "rows": rows})


def end(request) -> None:
    if "others" in request.POST:
        ended = end_other_sessions(person=request.user, keep=request.session.session_key)
        said = ngettext(
            "You are signed out on %(count)d other device.",
            "You are signed out on %(count)d other devices.",
            ended,
        ) % {"count": ended}
        messages.success(request, said if ended else _("You were signed in nowhere else."))
        return
    if end_session(person=request.user, number=request.POST.get("session", "")):
        messages.success(request, _("You are signed out there."))
    else:
        messages.info(request, _("You were signed out there already."))


def row_of(session, here: str) -> dict:
    return {
        "number": number_of(session.pk),
        "device": in_words(session.device),
        "began": full_day(session.began),
        "seen": full_day(session.seen),
        "here": session.pk == here,
    }
