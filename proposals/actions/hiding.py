"""Hiding and restoring a proposal: called by a decision, in the decision's own transaction."""

from django.db import transaction
from django.utils.translation import gettext as _

from people.notices import retell
from proposals.actions.counting import change_standing
from proposals.events import ProposalHidden, ProposalRestored
from proposals.models import Proposal, Withdrawal


@transaction.atomic
def hide_proposal(proposal: Proposal, at) -> None:
    """Take the proposal out of everybody's sight; its page becomes a tombstone at once."""
    if Proposal.objects.filter(pk=proposal.pk, hidden__isnull=True).update(hidden=at):
        change_standing(
            proposal.pk,
            proposal.consultation_id,
            standing=False,
            because=ProposalHidden(proposal.pk, proposal.consultation_id),
        )
        retell(proposal.topic, title=_("a hidden proposal"))
    proposal.hidden = at


@transaction.atomic
def restore_proposal(proposal: Proposal) -> None:
    """Show the proposal again, with its support, its points and its links as they were."""
    if Proposal.objects.filter(pk=proposal.pk, hidden__isnull=False).update(hidden=None):
        change_standing(
            proposal.pk,
            proposal.consultation_id,
            standing=not Withdrawal.objects.filter(proposal=proposal.pk).exists(),
            because=ProposalRestored(proposal.pk, proposal.consultation_id),
        )
        retell(proposal.topic, title=proposal.title)
    proposal.hidden = None
