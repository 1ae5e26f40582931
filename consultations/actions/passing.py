"""A boundary of a phase has passed: the clock says so once, everybody who follows hears of it."""

from django.db import transaction
from django.utils import timezone

from consultations.events import PhaseClosed, PhaseOpened
from consultations.models import Phase
from consultations.phases import last_day
from live.announcing import announce
from people.following import followers
from people.notices import tell


@transaction.atomic
def phase_opened(phase: Phase) -> None:
    """What may be done changes on every open page, and followers are told until when."""
    announce(PhaseOpened(phase.consultation_id))
    tell_followers(phase, "phase.opened", date=last_day(phase.closes, timezone.now()))


@transaction.atomic
def phase_closed(phase: Phase) -> None:
    """What could be done until now is over."""
    announce(PhaseClosed(phase.consultation_id))
    tell_followers(phase, "phase.closed")


def tell_followers(phase: Phase, event: str, **facts: str) -> None:
    consultation = phase.consultation
    tell(
        followers(consultation.topic),
        topic=consultation.topic,
        event=event,
        ref=str(phase.pk),
        facts={"phase": phase.name, "title": consultation.title, **facts},
        url=consultation.get_absolute_url(),
    )
