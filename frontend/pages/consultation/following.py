""" "Tell me when": follow a consultation, or stop; a page of its own, so that reading sets no cookie."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from frontend.pages.consultation.views import seen_or_404
from people.following import follow, follows, unfollow


@login_required
@require_http_methods(["GET", "POST"])
def following(request, slug):
    found = seen_or_404(request, slug)
    if request.method == "GET":
        return render(
            request,
            "pages/consultation/following.html",
            {
                "nav": "consultations",
                "consultation": found,
                "follows": follows(request.user, found.topic),
            },
        )
    if "stop" in request.POST:
        unfollow(request.user, found.topic)
        messages.success(request, _("You will no longer be told of this consultation."))
    else:
        follow(request.user, found.topic)
        messages.success(
            request, _("We will tell you when a phase opens and when the city answers.")
        )
    return redirect(found)
