"""Stored numbers of proposals recounted from their rows, for `manage.py verify_tallies`.

Every query yields `(id, stored, counted)` of the rows whose stored number is off.
"""

from django.db.models import (
    BooleanField,
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from consultations.models import Consultation
from proposals.models import Answer, Counters, Proposal, Withdrawal


def wrong_standings():
    """Proposals that are on the public list and should not be, or the other way round."""
    withdrawn = Exists(Withdrawal.objects.filter(proposal=OuterRef("proposal")))
    return wrong_flags(
        "standing", Q(proposal__hidden__isnull=True, withdrawn=False), withdrawn=withdrawn
    )


def wrong_answered():
    """Proposals that count as answered without an answer, or the other way round."""
    given = Exists(Answer.objects.filter(proposal=OuterRef("proposal")))
    return wrong_flags("answered", Q(given=True), given=given)


def wrong_flags(flag: str, should: Q, **facts):
    counted = Case(
        When(should, then=Value(True)), default=Value(False), output_field=BooleanField()
    )
    return (
        Counters.objects.annotate(**facts)
        .annotate(counted=counted)
        .exclude(**{flag: F("counted")})
        .values_list("proposal_id", flag, "counted")
    )


def wrong_proposal_counts():
    """Consultations whose stored number of standing proposals is off."""
    return wrong_sums("proposal_count", standing_in_consultation())


def wrong_newest():
    """Consultations that name another proposal than their newest."""
    newest = (
        Proposal.objects.filter(consultation=OuterRef("pk"))
        .order_by()
        .values("consultation")
        .annotate(number=Max("id"))
        .values("number")
    )
    return wrong_sums("last_proposal_id", newest)


def standing_in_consultation():
    return (
        Proposal.objects.filter(
            consultation=OuterRef("pk"), hidden__isnull=True, withdrawal__isnull=True
        )
        .order_by()
        .values("consultation")
        .annotate(number=Count("id"))
        .values("number")
    )


def wrong_sums(column: str, counted):
    return (
        Consultation.objects.annotate(
            counted=Coalesce(Subquery(counted, output_field=IntegerField()), Value(0))
        )
        .exclude(**{column: F("counted")})
        .values_list("id", column, "counted")
    )


def proposals_without_counters():
    """Proposals that have no row of numbers at all."""
    return Proposal.objects.filter(counters__isnull=True)
