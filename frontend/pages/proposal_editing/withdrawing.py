"""Take a proposal back, once asked whether one means it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.queries import phases_of
from frontend.keeping import keep_and_sign_in, kept_words
from frontend.pages.proposal_editing.forms import WithdrawalForm
from frontend.pages.proposal_editing.views import readable_or_404, trail_to
from people.verdicts import require
from proposals.actions import withdraw_proposal
from proposals.rules import may_withdraw


@require_http_methods(["GET", "POST"])
def withdrawal(request, number):
    """Says what withdrawing does, asks for the reason, and does it."""
    if request.method == "POST" and not request.user.is_authenticated:
        return keep_and_sign_in(request)
    proposal = readable_or_404(request, number)
    if getattr(proposal, "withdrawal", None):
        return redirect(proposal)
    require(may_withdraw(request.user, proposal, phases_of(proposal.consultation)))
    form = WithdrawalForm(request.POST or None, initial=kept_words(request))
    if request.method == "POST" and form.is_valid():
        withdraw_proposal(person=request.user, proposal=proposal, **form.cleaned_data)
        messages.success(request, _("Your proposal is withdrawn. Its page stays."))
        return redirect(proposal)
    values = {
        "nav": "consultations",
        "proposal": proposal,
        "form": form,
        "trail": trail_to(proposal),
    }
    status = 400 if form.errors else 200
    return render(request, "pages/proposal_editing/withdrawal.html", values, status=status)
