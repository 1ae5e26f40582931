"""Every read of consultations, places, themes and house rules worth a name."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.db.models import (
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
)
from django.utils import timezone

from consultations.models import Clause, Consultation, HouseRules, Phase, Place, Theme
from live.topics import version_column
from people.following import followed_column

# A place with everything above it, in one row: street to Union are seven levels.
ABOVE = "place__parent__parent__parent__parent__parent__parent"


def phases_of(consultation: Consultation) -> list[Phase]:
    """The consultation's phases in order; no query where they were fetched with it."""
    return list(consultation.phases.all())


def consultation_by_slug(slug: str, person: Any = None) -> Consultation | None:
    """A consultation, draft or published, with its place, promise, phases and themes: 3 queries.

    `.followed` says whether the person follows it.
    `.v` is its topic's version, read in one statement with its counts: a page that shows both
    can never hold older numbers under a newer version.
    """
    return (
        Consultation.objects.filter(slug=slug)
        .annotate(
            v=version_column("consultation"), followed=followed_column("consultation", person)
        )
        .select_related(ABOVE, "promise")
        .prefetch_related("phases", "themes")
        .first()
    )


def published_consultations() -> QuerySet[Consultation]:
    """What everybody may read, newest first, each with place, promise, phases and themes."""
    return (
        Consultation.objects.published()
        .select_related("place", "promise")
        .prefetch_related("phases", "themes")
        .order_by("-published", "-id")
    )


def consultations_about(
    *, theme: Theme | None = None, places: Collection[int] | None = None
) -> QuerySet[Consultation]:
    """Published consultations of a theme, or of some places, each with what a list shows."""
    found = published_consultations()
    if theme is not None:
        found = found.filter(themes=theme)
    if places is not None:
        found = found.filter(place__in=places)
    return found


def open_consultations(now: datetime, limit: int = 12) -> list[Consultation]:
    """Published ones in which people can act now, what closes first stands first.

    Two queries, whatever the number: phases come with them.
    """
    found = list(
        Consultation.objects.published()
        .filter(Exists(acting_phases(now).filter(consultation=OuterRef("pk"))))
        .select_related("place", "promise")
        .prefetch_related("phases")
        .order_by("-published", "-id")[:200]
    )
    found.sort(key=lambda one: (soonest_closing(phases_of(one), now), one.pk))
    return found[:limit]


def consultation_by_number(number: int) -> Consultation | None:
    """A consultation with everything its organisers enter: 4 queries."""
    return (
        Consultation.objects.filter(pk=number)
        .select_related("place", "promise")
        .prefetch_related("phases", "themes", "departments")
        .first()
    )


def organised_by(places: Collection[int], consultations: Collection[int]) -> QuerySet[Consultation]:
    """Drafts and published consultations of these places (or these), the newest first."""
    return (
        Consultation.objects.filter(Q(place__in=places) | Q(pk__in=consultations))
        .select_related("place", "promise", "made_by")
        .prefetch_related("phases", "themes", "departments")
        .order_by("-pk")
    )


def drafts_for(places: Collection[int], consultations: Collection[int]) -> QuerySet[Consultation]:
    """Consultations being set up in these places (or these), the oldest first."""
    return (
        Consultation.objects.drafts()
        .filter(Q(place__in=places) | Q(pk__in=consultations))
        .select_related("place")
        .order_by("pk")
    )


def next_to_open(now: datetime) -> Phase | None:
    """The next phase anywhere that opens, with its consultation: the date an empty page names."""
    return (
        Phase.objects.filter(opens__gt=now, consultation__published__isnull=False)
        .select_related("consultation")
        .order_by("opens", "id")
        .first()
    )


def themes_with_open(now: datetime) -> list[Theme]:
    """Every theme in order, with `.open_ids`: its published consultations open now. One query."""
    rows = (
        Theme.objects.alias(
            open_now=FilteredRelation(
                "consultations", condition=Q(consultations__published__isnull=False)
            )
        )
        .annotate(
            consultation_id=F("open_now__pk"),
            is_open=Exists(acting_phases(now).filter(consultation=OuterRef("open_now__pk"))),
        )
        .order_by("order", "id", "consultation_id")
    )
    themes: dict[int, Theme] = {}
    for row in rows:
        theme = themes.setdefault(row.pk, row)
        open_ids = theme.__dict__.setdefault("open_ids", [])
        if row.is_open:
            open_ids.append(row.consultation_id)
    return list(themes.values())


def house_rules(version: int | None = None) -> HouseRules | None:
    """The house rules in force now with their clauses, or a version by its number."""
    rules = HouseRules.objects.prefetch_related(
        Prefetch("clauses", Clause.objects.order_by("number"))
    )
    if version is not None:
        return rules.filter(version=version, in_force_from__lte=timezone.now()).first()
    return rules.filter(in_force_from__lte=timezone.now()).order_by("-version").first()


def house_rules_versions() -> list[HouseRules]:
    """All versions that are or were in force, newest first, without their clauses."""
    return list(
        HouseRules.objects.filter(in_force_from__lte=timezone.now()).order_by("-version")[:50]
    )


def place_tree() -> list[Place]:
    """Every place, parents before children, with `tree_depth`: one query."""
    return list(Place.objects.with_tree_fields())


def place_by_slug(slug: str, person: Any = None) -> Place | None:
    """A place with everything above it, in one row; `.followed` by the person or not."""
    above = ABOVE.removeprefix("place__")
    places = Place.objects.annotate(followed=followed_column("place", person))
    return places.select_related(above).filter(slug=slug).first()


def within(place: Place) -> list[Place]:
    """A place and everything below it, nearest first: one query."""
    return list(place.descendants(include_self=True).with_tree_fields())


def levels_above(place: Place) -> list[Place]:
    """A place and what stands above it, lowest first; no query where fetched with `ABOVE`."""
    chain = [place]
    while chain[-1].parent_id is not None:
        chain.append(chain[-1].parent)
    return chain


def acting_phases(now: datetime) -> QuerySet[Phase]:
    """Open phases in which people can do something: not those in which the city answers or builds."""
    return Phase.objects.filter(
        Q(takes_proposals=True)
        | Q(takes_support=True)
        | Q(takes_points=True)
        | Q(takes_votes=True),
        opens__lte=now,
        closes__gt=now,
    )


def soonest_closing(phases: Iterable[Phase], now: datetime) -> datetime:
    """When the first of the phases in which people can act now will close."""
    return min(phase.closes for phase in phases if phase.is_open(now) and phase.takes_something())
