"""What a search finds, kind by kind: consultations, proposals and points.

Both databases find the same rows: the words are cut and folded before they are stored. Hidden
words are not searched at all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet, Window
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation
from discussions.queries.points import found_points
from frontend.pages.search.filters import Filters, narrowed
from intake.numbers import whole
from intake.search import matching, title_first
from proposals.models import Proposal

LONGEST = 200
PAGE = 20
NONE = Filters()


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing that can be found."""

    key: str
    word: Any
    rows: Callable[[], QuerySet[Any]]


@dataclass(frozen=True, slots=True)
class Found:
    """Some rows of one kind; `after` begins the next page, empty on the last one.

    `total` is how many there are, known on the first page.
    """

    kind: Kind
    rows: list[Any]
    after: str
    total: int | None


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


def find(
    kind: Kind, query: str, filters: Filters = NONE, *, after: str = "", limit: int = PAGE
) -> Found:
    """One page of what has every word of the query, in one query to the database.

    Where the words stand in the title comes first, then the newest. The cursor is "titled-number".
    """
    rows = title_first(asked_for(kind, query, filters), query).order_by("-titled", "-pk")
    titled, _dash, number = after.partition("-")
    if last := whole(number):
        below = Q(titled=whole(titled[:1]) or 0, pk__lt=last) | Q(titled__lt=whole(titled[:1]) or 0)
        rows = rows.filter(below)
    else:
        rows = rows.annotate(total=Window(Count("*")))
    found = list(rows[: limit + 1])
    shown = found[:limit]
    more = len(found) > limit
    total = None if last else (shown[0].total if shown else 0)
    return Found(kind, shown, f"{shown[-1].titled}-{shown[-1].pk}" if more else "", total)


def asked_for(kind: Kind, query: str, filters: Filters) -> QuerySet[Any]:
    """Without words the filters alone choose; without both nothing is found."""
    rows = kind.rows()
    if query.strip() or not filters:
        rows = matching(rows, query[:LONGEST])
    return narrowed(rows, kind.key, filters, timezone.now())
