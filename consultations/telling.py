"""Jobs that tell whoever follows: as many as there may be, they are told outside the request.

A job knows only numbers. What it says is read when it runs, and being run twice it tells once.
"""

from django_tasks import task

from consultations.models import Consultation, Phase, Place
from consultations.queries import ABOVE, levels_above
from people.following import following
from people.telling import tell_in_batches


@task()
def tell_of_phase(phase_id: int, event: str) -> None:
    """Followers of its consultation hear that a phase opened, closed or lasts longer."""
    phase = Phase.objects.select_related("consultation").filter(pk=phase_id).first()
    if phase is None:
        return
    consultation = phase.consultation
    extended = event == "phase.extended"
    tell_in_batches(
        following(consultation.topic),
        topic=consultation.topic,
        event=event,
        ref=f"{phase.pk}.{phase.closes.date()}" if extended else str(phase.pk),
        facts={
            "phase": phase.name,
            "title": consultation.title,
            "closes": phase.closes.isoformat(),
        },
        url=consultation.get_absolute_url(),
    )


@task()
def tell_of_consultation(consultation_id: int) -> None:
    """Followers of its themes and of its place, or of one above it, hear of a new consultation."""
    consultation = (
        Consultation.objects.published()
        .select_related(ABOVE)
        .prefetch_related("themes")
        .filter(pk=consultation_id)
        .first()
    )
    if consultation is None:
        return
    tell_in_batches(
        following(*fields_of(consultation), without=[consultation.made_by_id]),
        topic=consultation.topic,
        event="consultation.published",
        facts={"title": consultation.title},
        url=consultation.get_absolute_url(),
    )


def fields_of(consultation: Consultation) -> set[str]:
    """The topics in which whatever happens in this consultation is news: its themes, its places."""
    themes = {theme.topic for theme in consultation.themes.all()}
    return themes | topics_above(consultation.place)


def topics_above(place: Place | None) -> set[str]:
    """The topics of a place and of what stands above it: who follows a city follows its streets."""
    return {one.topic for one in levels_above(place)} if place else set()
