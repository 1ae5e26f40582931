"""Giving support and taking it back, each counted once."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from consultations.models import Phase
from consultations.queries import phases_of
from people.verdicts import require
from proposals.actions import raise_counters
from voting.events import SupportGiven, SupportTakenBack
from voting.models import Support
from voting.rules import may_support, may_take_support_back


@transaction.atomic
def give_support(*, person, proposal):
    """Count one person's support for a proposal, once, and tell the room. Pressing twice is fine."""
    require(may_support(person, proposal, phases_of(proposal.consultation)))
    if _insert(person, proposal):
        raise_counters(
            proposal.pk,
            proposal.consultation_id,
            because=SupportGiven(proposal.pk, proposal.consultation_id),
            supports=+1,
        )
    return proposal


@transaction.atomic
def take_support_back(*, person, proposal):
    """Take one person's support back; nothing happens where there was none."""
    require(may_take_support_back(person, proposal, phases_of(proposal.consultation)))
    gone, _by_model = Support.objects.filter(person=person, proposal=proposal).delete()
    if gone:
        raise_counters(
            proposal.pk,
            proposal.consultation_id,
            because=SupportTakenBack(proposal.pk, proposal.consultation_id),
            supports=-1,
        )
    return proposal


def forget_marks(consultation_id: int, now) -> None:
    """Once support can no longer be given in a consultation, nobody needs to know who came back."""
    if not Phase.objects.filter(
        consultation=consultation_id, takes_support=True, closes__gt=now
    ).exists():
        marked = Support.objects.filter(proposal__consultation=consultation_id).exclude(mark="")
        marked.update(mark="")


def _insert(person, proposal) -> bool:
    """Insert unless it stands already: the UNIQUE constraint decides, so that races cannot."""
    try:
        with transaction.atomic():
            Support.objects.create(
                person=person,
                proposal=proposal,
                version=proposal.version_number,
                given=timezone.now(),
            )
    except IntegrityError:
        return False
    return True
