"""What waits to be judged, by whom, and what a reporter may know of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet

from consultations.models import Consultation, Role
from consultations.roles import roles_of
from discussions.models import Report

QUEUE_PAGE = 50
DESKS_FOLLOWED = 15  # of the twenty topics a socket may follow


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits: items, not reports of them; and since when the oldest does."""

    items: int
    oldest: datetime | None


def judged_by(person: Any, field: str = "consultation") -> Q:
    """What belongs to the consultations this person moderates; one query for her roles."""
    roles = roles_of(person)
    return Q(**{f"{field}__place__in": roles.places(Role.MODERATOR)}) | Q(
        **{f"{field}__in": roles.consultations(Role.MODERATOR)}
    )


def waiting_reports(person: Any) -> QuerySet[Report]:
    return Report.objects.filter(judged_by(person), decision__isnull=True)


def first_of_each(reports: QuerySet[Report]) -> QuerySet[Report]:
    """One report for each item: the first that waits."""
    earlier = Report.objects.filter(decision__isnull=True, pk__lt=OuterRef("pk"))
    return reports.exclude(Exists(earlier.filter(point=OuterRef("point")))).exclude(
        Exists(earlier.filter(proposal=OuterRef("proposal")))
    )


def queue_of(
    person: Any, *, after: int = 0, desk: int | None = None, limit: int = QUEUE_PAGE
) -> list[Report]:
    """Items that wait for this moderator, oldest first: the first report of each, with its item,
    who holds it, and how many reports there are. `desk` is one consultation of hers. One more than
    `limit`."""
    reports = first_of_each(waiting_reports(person)).filter(pk__gt=after)
    if desk is not None:
        reports = reports.filter(consultation=desk)
    same_item = Report.objects.filter(decision__isnull=True).order_by()
    of_point = same_item.filter(point=OuterRef("point")).values("point")
    of_proposal = same_item.filter(proposal=OuterRef("proposal")).values("proposal")
    return list(
        reports.select_related(
            "consultation",
            "proposal__claim__by",
            "point__claim__by",
            "point__proposal",
        )
        .annotate(
            reports_of_point=of_point.annotate(n=Count("pk")).values("n")[:1],
            reports_of_proposal=of_proposal.annotate(n=Count("pk")).values("n")[:1],
        )
        .order_by("pk")[: limit + 1]
    )


def waiting_for(person: Any) -> Waiting:
    """The sentence on the desk: how many items, and the oldest."""
    found = first_of_each(waiting_reports(person)).aggregate(items=Count("pk"), oldest=Min("made"))
    return Waiting(found["items"], found["oldest"])


def desks_of(person: Any) -> list[str]:
    """The desk topics a moderator follows, the newest consultations first."""
    mine = Consultation.objects.published().filter(moderated(person)).order_by("-published", "-pk")
    return [f"desk.{pk}" for pk in mine.values_list("pk", flat=True)[:DESKS_FOLLOWED]]


def moderated(person: Any) -> Q:
    roles = roles_of(person)
    return Q(place__in=roles.places(Role.MODERATOR)) | Q(pk__in=roles.consultations(Role.MODERATOR))


def waiting_reports_of(item_filter: dict) -> list[Report]:
    """All waiting reports of one item, oldest first."""
    return list(
        Report.objects.filter(**item_filter, decision__isnull=True)
        .select_related("person")
        .order_by("pk")[:200]
    )


def report_by_receipt(receipt: str) -> Report | None:
    return (
        Report.objects.filter(receipt=receipt.upper())
        .select_related("decision__clause", "decision__point", "decision__proposal")
        .first()
    )


def waiting_rows(consultation_ids: Iterable[int]) -> QuerySet:
    """The bare facts of each waiting item, for the snapshot of a desk: one query."""
    reports = Report.objects.filter(consultation__in=consultation_ids, decision__isnull=True)
    return first_of_each(reports).values(
        "pk",
        "consultation_id",
        "made",
        "point_id",
        "proposal_id",
        point_holder=F("point__claim__by__display_name"),
        point_holder_id=F("point__claim__by"),
        point_until=F("point__claim__until"),
        proposal_holder=F("proposal__claim__by__display_name"),
        proposal_holder_id=F("proposal__claim__by"),
        proposal_until=F("proposal__claim__until"),
    )
