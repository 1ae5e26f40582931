"""A proposal's numbers and status, as page, API and live updates all say them."""

from typing import Any

from django.db.models import Count

from proposals.models import Counters, Proposal


def numbers_of(counters: Counters) -> dict[str, Any]:
    """`{"support_count": …, "point_counts": {"for": …, "against": …, "question": …}}`."""
    return {
        "support_count": counters.supports,
        "point_counts": {
            "for": counters.points_for,
            "against": counters.points_against,
            "question": counters.questions,
        },
    }


def status_of(proposal: Proposal) -> str:
    """`hidden`, `withdrawn`, `answered` or `published`, the weightiest first.

    Free where withdrawal and answer were fetched with the proposal.
    """
    if proposal.hidden:
        return "hidden"
    if getattr(proposal, "withdrawal", None):
        return "withdrawn"
    return "answered" if getattr(proposal, "answer", None) else "published"


def authors_by_kind(consultation_id: int) -> dict[str, int]:
    """How many people of each kind wrote a proposal in a consultation that is not hidden."""
    rows = Proposal.objects.public().filter(consultation=consultation_id, author__isnull=False)
    counted = rows.values("author__kind").annotate(people=Count("author", distinct=True))
    return dict(counted.order_by("author__kind").values_list("author__kind", "people"))
