"""Support is created and deleted: a form on the proposal's page, with or without scripts."""

from contextlib import suppress

from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from frontend.pages.support.panel import support_panel, with_own_support
from people.verdicts import Refused
from proposals.models import Proposal
from proposals.queries.reading import proposal_pages, public_proposal
from voting.actions import give_support, take_support_back


@require_http_methods(["GET", "POST"])
def support(request, number):
    """Give support or take it back, then return to the panel, which says how it stands now."""
    proposal = public_proposal(number)
    if proposal is None:
        raise Http404
    panel = f"{proposal.get_absolute_url()}#support"
    if request.method == "GET":
        return redirect(panel)
    if not request.user.is_authenticated:
        return redirect_to_login(panel)
    act = take_support_back if "take_back" in request.POST else give_support
    with suppress(Refused):  # the panel says the same sentence, from the same rule
        act(person=request.user, proposal=proposal)
    if request.headers.get("X-Fragment") == "support":
        return fragment(request, number)
    return redirect(panel)


def fragment(request, number: int):
    """The panel alone, as it stands after the act."""
    proposal: Proposal = with_own_support(proposal_pages(), request.user).get(pk=number)
    values = {"support": support_panel(request, proposal, timezone.now())}
    return render(request, "pages/support/panel.html", values)
