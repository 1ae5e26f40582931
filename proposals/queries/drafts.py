"""Proposals being written: each is its writer's alone."""

from consultations.models import Consultation
from people.models import Person
from proposals.models import Draft


def draft_of(person: Person, consultation: Consultation) -> Draft:
    """The person's draft in this consultation; an empty, unsaved one where she has none."""
    found = Draft.objects.filter(person=person, consultation=consultation).first()
    return found or Draft(person=person, consultation=consultation)
