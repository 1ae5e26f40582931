"""What the resources of a proposal share: how it is read, and what is not there."""

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from consultations.models import Consultation, Place
from intake.errors import BadInput
from intake.numbers import whole
from proposals.models import Proposal
from proposals.queries.reading import proposals_to_read


def public_proposals() -> QuerySet[Proposal]:
    return proposals_to_read().public()


def proposal_or_404(proposal_id: int) -> Proposal:
    found = public_proposals().filter(pk=proposal_id).first()
    if found is None:
        raise Http404
    return found


def consultation_or_404(number: int) -> Consultation:
    """The published consultation that an address names."""
    found = Consultation.objects.published().filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def consultation_of(number: int) -> Consultation:
    """The published consultation that a body names; others are refused as if they were not there."""
    found = Consultation.objects.published().filter(pk=number).first()
    if found is None:
        raise BadInput(_("There is no such consultation."), code="unseen", field="consultation")
    return found


def place_of(number: int | None) -> Place | None:
    if number is None:
        return None
    found = Place.objects.filter(pk=number).first()
    if found is None:
        raise BadInput(_("There is no such place."), code="unseen", field="place")
    return found


def number_of(field: str, text: str) -> int:
    """The number in the address, or a sentence: an unfiltered list would be taken for an answer."""
    number = whole(text)
    if number is None:
        raise BadInput(_("Give the number of the %(field)s.") % {"field": field}, field=field)
    return number
