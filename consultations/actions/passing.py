"""A boundary of a phase has passed: the clock says so once, everybody who follows hears of it."""

from django.db import transaction

from consultations.events import PhaseClosed, PhaseOpened
from consultations.models import Phase
from consultations.telling import tell_of_phase
from live.announcing import announce


@transaction.atomic
def phase_opened(phase: Phase) -> None:
    """What may be done changes on every open page, and followers are told until when."""
    announce(PhaseOpened(phase.consultation_id))
    tell_of_phase.enqueue(phase.pk, "phase.opened")


@transaction.atomic
def phase_closed(phase: Phase) -> None:
    """What could be done until now is over."""
    announce(PhaseClosed(phase.consultation_id))
    tell_of_phase.enqueue(phase.pk, "phase.closed")
