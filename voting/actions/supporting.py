"""Giving support and taking it back, each counted once."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.utils import timezone

from consultations.queries import phases_of
from people.notices import tell
from people.verdicts import require
from proposals.actions import raise_counters
from proposals.actions.answering import tell_of_answer
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


def tell_supporters_of_version(*, proposal, version) -> None:
    """Hook: the text changed after people supported it, so they hear of it and may reconsider."""
    tell(
        supporters_of(proposal),
        topic=proposal.topic,
        event="proposal.version-published",
        ref=str(version.number),
        facts={"title": version.title, "number": version.number},
        url=f"/proposals/{proposal.pk}/versions/{version.number}/",
    )


def tell_supporters_of_answer(*, proposal, answer) -> None:
    """Hook: the city answered, so everybody who supports the proposal hears of it, once."""
    tell_of_answer(proposal, supporters_of(proposal))


def supporters_of(proposal) -> Iterable[int]:
    return Support.objects.filter(proposal=proposal).values_list("person_id", flat=True)


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
