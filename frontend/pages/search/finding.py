"""What a search finds, kind by kind, newest first: consultations, proposals and points.

Both databases find the same rows: the words are cut and folded before they are stored. Hidden
words are not searched at all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation
from discussions.queries.points import found_points
from intake.search import matching
from proposals.models import Proposal

LONGEST = 200
PAGE = 20


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing that can be found."""

    key: str
    word: Any
    rows: Callable[[], QuerySet[Any]]


@dataclass(frozen=True, slots=True)
class Found:
    """Some rows of one kind; `before` begins the next page, 0 on the last one."""

    kind: Kind
    rows: list[Any]
    before: int


def public_consultations() -> QuerySet[Consultation]:
    return Consultation.objects.published().select_related("place").prefetch_related("phases")


def public_proposals() -> QuerySet[Proposal]:
    return Proposal.objects.public().select_related(
        "consultation", "author", "place", "counters", "withdrawal", "answer"
    )


KINDS = {
    kind.key: kind
    for kind in (
        Kind("consultation", _("Consultations"), public_consultations),
        Kind("proposal", _("Proposals"), public_proposals),
        Kind("point", _("Points and questions"), found_points),
    )
}


def find(kind: Kind, query: str, *, before: int = 0, limit: int = PAGE) -> Found:
    """One page of what has every word of the query, in one query to the database."""
    rows = matching(kind.rows(), query[:LONGEST])
    if before:
        rows = rows.filter(pk__lt=before)
    found = list(rows.order_by("-pk")[: limit + 1])
    return Found(kind, found[:limit], found[limit - 1].pk if len(found) > limit else 0)
