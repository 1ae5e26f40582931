"""What may be followed: a proposal's numbers, and the rows of its consultation that moved."""

from collections.abc import Sequence
from typing import Any

from live.topics import TopicKind, register
from proposals.models import Counters, Proposal
from proposals.queries.numbers import numbers_of, status_of


def register_topics() -> None:
    register(TopicKind(name="proposal", snapshot=proposal_snapshots))


def proposal_snapshots(ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """The public facts of proposals, in one query. Hidden and unpublished ones are left out."""
    found = Proposal.objects.public().filter(pk__in=ids)
    found = found.select_related("counters", "withdrawal", "answer").only(
        "version_number",
        "hidden",
        "counters__supports",
        "counters__points_for",
        "counters__points_against",
        "counters__questions",
        "counters__last_point_id",
        "withdrawal__id",
        "answer__id",
    )
    return {
        proposal.pk: {
            **numbers_of(proposal.counters),
            "last_point_id": proposal.counters.last_point_id,
            "version": proposal.version_number,
            "status": status_of(proposal),
        }
        for proposal in found
    }


def moved_rows(consultation_id: int, since: int) -> list[dict[str, Any]]:
    """The numbers of the proposals that changed after version `since` of their consultation."""
    moved = Counters.objects.filter(
        consultation=consultation_id, change__gt=since, standing=True
    ).order_by("change")
    return [{"id": counters.pk, **numbers_of(counters)} for counters in moved]
