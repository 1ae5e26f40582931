"""Consultations as data: all of them, those of a theme or a place, and one with its proposals."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet, prefetch_related_objects
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.api import ConsultationSerializer
from consultations.models import Consultation, Theme
from consultations.phases import present_phase, state_of
from consultations.queries import (
    consultation_by_slug,
    consultations_about,
    open_consultations,
    phases_of,
    place_by_slug,
    published_consultations,
    within,
)
from consultations.wording import place_in_words
from frontend.twins.territory import place_facts, theme_facts
from frontend.twins.twin import Column, Here, Twin
from frontend.twins.walking import newest_first
from proposals.queries.answers import late_consultations

CONSULTATIONS = (
    Column("id", gettext_lazy("Number of the consultation; never given twice")),
    Column("url", gettext_lazy("Its page")),
    Column("title", gettext_lazy("The question in a few words")),
    Column("standfirst", gettext_lazy("What it is about, in a sentence or two")),
    Column("place", gettext_lazy("Slug of the place it is asked in, see /places.csv")),
    Column("level", gettext_lazy("Level of that place, neighbourhood to eu")),
    Column("themes", gettext_lazy("Slugs of its themes, see /themes.csv")),
    Column("published", gettext_lazy("When it was published")),
    Column("state", gettext_lazy("coming, open, between (two phases) or closed")),
    Column("phase", gettext_lazy("Name of the present phase; empty where there is none")),
    Column("phase_closes", gettext_lazy("When the present phase ends")),
    Column("answer_by", gettext_lazy("Day by which the city has promised to answer")),
    Column("threshold", gettext_lazy("Supporters from which a proposal is answered; 0: every one")),
    Column("proposals", gettext_lazy("How many proposals stand in it")),
)


def home(request) -> Twin:
    now = timezone.now()
    late = late_consultations(now)
    return Twin(
        title=_("What is open now"),
        columns=CONSULTATIONS,
        rows=[consultation_row(one, now) for one in with_themes(open_consultations(now))],
        facts={
            "overdue": [
                {
                    "consultation": one.consultation.pk,
                    "url": Here(one.consultation.get_absolute_url()),
                    "answer_by": one.due,
                    "answers_overdue": one.count,
                }
                for one in late
            ]
        },
        notes=(_("Answers overdue are counted up to 21 in each consultation."),),
    )


def consultations(request) -> Twin:
    return Twin(
        title=_("Consultations"),
        columns=CONSULTATIONS,
        rows=rows_of(published_consultations()),
    )


def theme(request, slug: str) -> Twin:
    found = Theme.objects.filter(slug=slug).first()
    if found is None:
        raise Http404
    return Twin(
        title=found.name,
        columns=CONSULTATIONS,
        rows=rows_of(consultations_about(theme=found)),
        facts=theme_facts(found),
    )


def place(request, slug: str) -> Twin:
    found = place_by_slug(slug)
    if found is None:
        raise Http404
    below = within(found)
    return Twin(
        title=place_in_words(found),
        columns=CONSULTATIONS,
        rows=rows_of(consultations_about(places=[one.pk for one in below])),
        facts=place_facts(found),
        notes=(_("Consultations of this place and of every place below it."),),
    )


def published_or_404(slug: str) -> Consultation:
    """A draft is no data, not even for its organisers."""
    found = consultation_by_slug(slug)
    if found is None or not found.published:
        raise Http404
    return found


def facts_of(consultation: Consultation) -> dict[str, Any]:
    """The consultation with its phases and its promise, as the API gives it."""
    facts = dict(ConsultationSerializer(consultation).data)
    return facts | {"url": Here(consultation.get_absolute_url())}


def rows_of(found: QuerySet[Consultation]) -> Iterator[dict[str, Any]]:
    now = timezone.now()
    return (consultation_row(one, now) for one in newest_first(found))


def with_themes(found: list[Consultation]) -> list[Consultation]:
    prefetch_related_objects(found, "themes")
    return found


def consultation_row(consultation: Consultation, now: datetime) -> dict[str, Any]:
    phases = phases_of(consultation)
    present = present_phase(phases, now)
    promise = getattr(consultation, "promise", None)
    return {
        "id": consultation.pk,
        "url": Here(consultation.get_absolute_url()),
        "title": consultation.title,
        "standfirst": consultation.standfirst,
        "place": consultation.place.slug,
        "level": consultation.place.level,
        "themes": [theme.slug for theme in consultation.themes.all()],
        "published": consultation.published,
        "state": state_of(phases, now),
        "phase": present.name if present else None,
        "phase_closes": present.closes if present else None,
        "answer_by": promise.answer_by if promise else None,
        "threshold": promise.threshold if promise else None,
        "proposals": consultation.proposal_count,
    }
