"""Proposals being written: each is its writer's alone."""

from consultations.models import Consultation
from people.models import Person
from proposals.models import Draft


def draft_of(person: Person, consultation: Consultation) -> Draft:
    """The person's draft in this consultation; an empty, unsaved one where she has none."""
    found = Draft.objects.filter(person=person, consultation=consultation).first()
    return found or Draft(person=person, consultation=consultation)


def drafts_of(person: Person) -> list[Draft]:
    """All drafts of a person, the one she last wrote on first."""
    return list(
        Draft.objects.filter(person=person).select_related("consultation").order_by("-saved")
    )
