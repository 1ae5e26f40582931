"""Putting stored numbers right after a recount (`manage.py verify_tallies`)."""

from typing import Any

from django.db import transaction
from django.db.models import Max

from consultations.models import Consultation
from live.announcing import announce
from proposals.events import NumbersMended
from proposals.models import Counters, Proposal


@transaction.atomic
def mend_counters(proposal_id: int, **numbers: Any) -> None:
    """Write what was counted over a proposal's stored numbers; its pages correct themselves."""
    consultation_id = Counters.objects.get(pk=proposal_id).consultation_id
    versions = announce(NumbersMended(proposal_id, consultation_id))
    change = versions[f"consultation.{consultation_id}"]
    Counters.objects.filter(pk=proposal_id).update(change=change, **numbers)


@transaction.atomic
def mend_consultation(consultation_id: int, **numbers: Any) -> None:
    """Write what was counted over a consultation's stored numbers of proposals."""
    newest = Proposal.objects.filter(consultation=consultation_id).aggregate(id=Max("id"))["id"]
    Consultation.objects.filter(pk=consultation_id).update(**numbers)
    announce(NumbersMended(newest or 0, consultation_id))


@transaction.atomic
def give_counters(proposal: Proposal) -> None:
    """A row of numbers, all of them 0, for a proposal that lost its own."""
    Counters.objects.create(proposal=proposal, consultation_id=proposal.consultation_id)
