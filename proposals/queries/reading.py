"""One proposal, with all that its page or its resource says."""

from typing import Any

from django.db.models import Prefetch, QuerySet

from live.topics import version_column
from people.following import followed_column
from proposals.models import Proposal, ThemeEffect


def proposals_to_read() -> QuerySet[Proposal]:
    """Proposals with author, numbers, place, answer and themes: two queries, however many.

    Nothing is left out here: whoever asks filters by `public()` or asks `rules.may_read`.
    """
    return Proposal.objects.select_related(
        "consultation", "author", "place", "counters", "withdrawal", "answer"
    ).prefetch_related(
        Prefetch("effects", ThemeEffect.objects.select_related("theme").order_by("theme__order"))
    )


def proposal_pages(person: Any = None) -> QuerySet[Proposal]:
    """As `proposals_to_read`, with what stands around a proposal on its page.

    `followed` says whether the person follows it; `live_v` and `consultation_v` are the versions of its own topic and of its consultation's, in the
    same statement as the facts, so no news is missed.
    """
    return (
        proposals_to_read()
        .select_related("consultation__place", "consultation__promise", "answer__department")
        .prefetch_related("consultation__phases", "answer__commitments")
        .annotate(
            followed=followed_column("proposal", person),
            live_v=version_column("proposal"),
            changes_v=version_column("points"),
            consultation_v=version_column("consultation", "consultation_id"),
        )
    )


def public_proposal(proposal_id: int) -> Proposal | None:
    """A proposal that everybody may read, with its consultation and its phases; else None."""
    return (
        Proposal.objects.public()
        .select_related("consultation", "withdrawal", "answer")
        .prefetch_related("consultation__phases")
        .filter(pk=proposal_id)
        .first()
    )
