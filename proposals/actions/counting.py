"""The one way to change a proposal's stored numbers."""

from django.db.models import BigIntegerField, Case, F, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Greatest

from consultations.models import Consultation
from live.announcing import announce
from live.events import Event
from proposals.models import Counters


def raise_counters(
    proposal_id: int,
    consultation_id: int,
    *,
    because: Event,
    supports: int = 0,
    points_for: int = 0,
    points_against: int = 0,
    questions: int = 0,
    last_point_id: int | None = None,
    forgotten: tuple[int, int] | None = None,
) -> None:
    """Add to (or, negative, take from) a proposal's numbers and announce why. Two statements.

    Call it inside the transaction of the act. `because` concerns the proposal's topic and its
    consultation's. `forgotten` is a point that is gone and the newest of the rest. Topics come
    first, so that acts in one consultation queue in one order.
    """
    versions = announce(because)
    changes = {
        "supports": supports,
        "points_for": points_for,
        "points_against": points_against,
        "questions": questions,
    }
    sums: dict[str, Combinable] = {field: F(field) + by for field, by in changes.items() if by}
    if last_point_id is not None:
        # Two points may commit in the other order than their ids were given out.
        sums["last_point_id"] = Greatest(F("last_point_id"), Value(last_point_id))
    if forgotten is not None:
        gone, newest = forgotten
        sums["last_point_id"] = Case(
            When(last_point_id=gone, then=Value(newest)),
            default=F("last_point_id"),
            output_field=BigIntegerField(),
        )
    Counters.objects.filter(pk=proposal_id).update(
        change=versions[f"consultation.{consultation_id}"], **sums
    )


def change_standing(proposal_id: int, consultation_id: int, *, standing: bool, because: Event):
    """Put a proposal on the public list of its consultation, or take it off, and say why.

    The consultation's row comes first, as where a proposal is submitted: two acts that took it and
    its topic in opposite orders would wait for each other for ever.
    """
    Consultation.objects.select_for_update(no_key=True).only("pk").get(pk=consultation_id)
    versions = announce(because)
    flipped = Counters.objects.filter(pk=proposal_id).exclude(standing=standing)
    if flipped.update(standing=standing, change=versions[f"consultation.{consultation_id}"]):
        # A stored count that is off (`verify_tallies` mends it) keeps nobody from hiding.
        count = Greatest(F("proposal_count") + (1 if standing else -1), Value(0))
        Consultation.objects.filter(pk=consultation_id).update(proposal_count=count)
