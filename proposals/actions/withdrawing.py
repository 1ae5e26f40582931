"""Taking a proposal back."""

from django.db import transaction
from django.utils import timezone

from consultations.queries import phases_of
from intake.text import clean_line
from people.verdicts import require
from proposals import hooks
from proposals.actions.counting import change_standing
from proposals.events import ProposalWithdrawn
from proposals.models import Proposal, Withdrawal
from proposals.rules import may_withdraw
from proposals.telling import tell_of_withdrawal

REASON_LIMIT = 500


@transaction.atomic
def withdraw_proposal(*, person, proposal: Proposal, reason: str = "") -> Withdrawal:
    """Take a proposal off the list; its page stays, with the reason. Done twice it is done once."""
    reason = clean_line(reason, limit=REASON_LIMIT, field="reason", required=False)
    standing = Proposal.objects.select_for_update().get(pk=proposal.pk)
    withdrawal = Withdrawal.objects.filter(proposal=standing).first()
    if withdrawal and standing.author_id == person.pk:
        return withdrawal
    require(may_withdraw(person, standing, phases_of(standing.consultation)))
    withdrawal = Withdrawal.objects.create(
        proposal=standing, by=person, at=timezone.now(), reason=reason
    )
    change_standing(
        standing.pk,
        standing.consultation_id,
        standing=False,
        because=ProposalWithdrawn(standing.pk, standing.consultation_id),
    )
    hooks.run(hooks.proposal_withdrawn, proposal=standing, withdrawal=withdrawal)
    tell_of_withdrawal.enqueue(standing.pk)
    return withdrawal
