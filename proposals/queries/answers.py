"""The answer clock: which proposals the city has promised to answer, by when, and which are late.

Due is what the promise says: a standing proposal without an answer whose support has reached the
threshold. Every question begins at an index of `Counters` and stops at a limit; nothing counts.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from consultations.models import Consultation
from proposals.models import Answer, AnswerDraft, Commitment, Counters, Proposal
from proposals.queries.listing import NO, PAGE, YES, Page, keyset_by_support

MANY = 20


@dataclass(frozen=True, slots=True)
class Late:
    """A consultation whose promised date has passed with answers missing; `count` up to MANY + 1."""

    consultation: Consultation
    due: date
    count: int


def is_due(consultation: Consultation, counters: Counters) -> bool:
    """Whether the promise covers this proposal and it still waits. No query."""
    promise = getattr(consultation, "promise", None)
    return bool(
        promise
        and counters.standing
        and not counters.answered
        and counters.supports >= promise.threshold
    )


def is_overdue(consultation: Consultation, counters: Counters, now: datetime) -> bool:
    """Whether the promised day has passed without an answer; the day itself still counts."""
    return is_due(consultation, counters) and consultation.promise.answer_by < today(now)


def awaiting_answer(consultation: Consultation | None = None) -> QuerySet[Counters]:
    """Standing proposals the city owes an answer, in one consultation or all; order it, limit it."""
    rows = Counters.objects.filter(
        standing__in=YES,
        answered__in=NO,
        supports__gte=F("consultation__promise__threshold"),
        consultation__published__isnull=False,
    )
    return rows.filter(consultation=consultation) if consultation is not None else rows


def late_consultations(now: datetime, limit: int = MANY) -> list[Late]:
    """Where the city is late, oldest promise first: one query, a few looks into an index each."""
    late = (
        Consultation.objects.published()
        .filter(Exists(owed_here(OuterRef)), promise__answer_by__lt=today(now))
        .annotate(late=some_of(owed_here(two_out), MANY + 1))
        .select_related("promise", "place")
        .order_by("promise__answer_by", "pk")
    )
    return [Late(one, one.promise.answer_by, one.late) for one in late[:limit]]


def owed_here(outer: Callable[[str], Any]) -> QuerySet[Counters]:
    """Inside a query of consultations: what waits in each. `outer` reaches out to its columns."""
    return Counters.objects.filter(
        consultation=outer("pk"),
        standing__in=YES,
        answered__in=NO,
        supports__gte=outer("promise__threshold"),
    )


def two_out(name: str) -> OuterRef:
    """A column of the query around the query around."""
    return OuterRef(OuterRef(name))


def some_of(rows: QuerySet[Counters], limit: int) -> Subquery:
    """How many there are, counted no further than `limit`."""
    counted = Counters.objects.filter(pk__in=rows.values("pk")[:limit]).order_by()
    return Subquery(counted.values("consultation").annotate(n=Count("pk")).values("n"))


def overdue_in(consultation: Consultation, now: datetime, limit: int = MANY) -> int:
    """How many answers are late in one consultation, counted up to `limit` + 1.

    No query before the promised day has passed.
    """
    promise = getattr(consultation, "promise", None)
    if promise is None or promise.answer_by >= today(now) or not consultation.published:
        return 0
    return len(awaiting_answer(consultation).values_list("pk")[: limit + 1])


def owed_by(
    places: Collection[int], consultations: Collection[int], limit: int = MANY
) -> list[Consultation]:
    """Consultations of these places (or these) in which some proposal waits, the first due first.

    One look into an index for each consultation, however many proposals it has.
    """
    return list(
        Consultation.objects.published()
        .filter(Q(place__in=places) | Q(pk__in=consultations), promise__isnull=False)
        .filter(Exists(owed_here(OuterRef)))
        .select_related("promise", "place")
        .order_by("promise__answer_by", "pk")[:limit]
    )


def owed_in(consultations: Collection[Consultation], limit: int = 100) -> int:
    """How many proposals wait in these consultations, counted up to `limit` + 1."""
    if not consultations:
        return 0
    rows = awaiting_answer().filter(consultation__in=[one.pk for one in consultations])
    return len(rows.values_list("pk")[: limit + 1])


def waiting_in(consultations: Collection[Consultation], limit: int = 50) -> list[Counters]:
    """What waits in these consultations, the latest promise first, each with proposal and promise."""
    rows = awaiting_answer().filter(consultation__in=[one.pk for one in consultations])
    return list(
        rows.select_related("proposal", "consultation__promise")
        .defer("proposal__body", "proposal__search_text")
        .order_by("-consultation__promise__answer_by", "-proposal_id")[:limit]
    )


def waiting_page(consultation: Consultation, after: str = "", limit: int = PAGE) -> Page:
    """A page of what waits in one consultation, the most supported first, with drafts begun."""
    rows = (
        awaiting_answer(consultation)
        .select_related("proposal__answer_draft__by")
        .defer("proposal__body", "proposal__search_text")
        .order_by("-supports", "-proposal_id")
    )
    return keyset_by_support(rows, after, limit)


def answers_begun(
    places: Collection[int], consultations: Collection[int], limit: int = MANY
) -> list[AnswerDraft]:
    """Drafts of answers in these places or consultations, the last saved first."""
    return list(
        AnswerDraft.objects.filter(
            Q(proposal__consultation__place__in=places)
            | Q(proposal__consultation__in=consultations)
        )
        .select_related("proposal", "by")
        .defer("proposal__body", "proposal__search_text", "fields")
        .order_by("-saved")[: limit + 1]
    )


def public_answers() -> QuerySet[Answer]:
    """Answers to proposals that everybody may read, each with its proposal and consultation."""
    return (
        Answer.objects.filter(
            proposal__hidden__isnull=True, proposal__consultation__published__isnull=False
        )
        .select_related("proposal__consultation", "department")
        .defer("proposal__body", "proposal__search_text", "search_text")
    )


def answers_lately(limit: int = 3) -> list[Answer]:
    """The newest answers, for "Decided lately"."""
    return list(public_answers().order_by("-published", "-id")[:limit])


def answers_in(consultation: Consultation, limit: int = 50) -> list[Answer]:
    """The answers of a consultation, the most supported proposals first."""
    return list(
        public_answers()
        .filter(**answered_in(consultation, "proposal__counters"))
        .select_related("proposal__counters")
        .order_by("-proposal__counters__supports", "-proposal_id")[:limit]
    )


def consultations_answered(limit: int = 8) -> list[Consultation]:
    """The newest consultations in which the city has answered something."""
    answered = Counters.objects.filter(
        consultation=OuterRef("pk"), standing__in=YES, answered__in=YES
    )
    found = Consultation.objects.published().filter(Exists(answered))
    return list(found.order_by("-published", "-pk")[:limit])


def answers_by_kind(consultation: Consultation) -> dict[str, int]:
    """How many answers of each kind a consultation has: one walk along its answered proposals."""
    kinds = Answer.objects.filter(**answered_in(consultation, "proposal__counters")).values_list(
        "kind"
    )
    return dict(kinds.annotate(number=Count("pk")).order_by("kind"))


def proposal_to_answer(number: int) -> Proposal | None:
    """A proposal with what an evaluator needs beside it, or None."""
    return (
        Proposal.objects.filter(pk=number)
        .select_related(
            "author",
            "counters",
            "withdrawal",
            "answer",
            "answer_draft__by",
            "consultation__promise",
            "consultation__place",
        )
        .first()
    )


def answered_in(consultation: Consultation, counters: str) -> dict[str, Any]:
    """Filters for what stands answered in a consultation, along one index of its counters."""
    return {
        f"{counters}__consultation": consultation,
        f"{counters}__standing__in": YES,
        f"{counters}__answered__in": YES,
    }


def commitments_of(consultation: Consultation, limit: int = 100) -> list[Commitment]:
    """What the city promised to do in a consultation, by date."""
    return list(
        Commitment.objects.filter(**answered_in(consultation, "answer__proposal__counters"))
        .select_related("answer__proposal", "answer__department")
        .defer("answer__proposal__body", "answer__proposal__search_text", "answer__search_text")
        .order_by("due", "id")[:limit]
    )


def today(now: datetime) -> date:
    return timezone.localdate(now)
