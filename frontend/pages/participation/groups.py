"""Who took part in a consultation, by kind of participant, as it may be published.

Only when people can no longer act: numbers that still move would tell, by subtracting yesterday's
from today's, what kind of person just came.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy

from consultations.models import Consultation
from consultations.queries import phases_of
from discussions.queries.taking_part import writers_by_kind
from people.breaking_down import publishable
from people.models import Kind
from proposals.queries.numbers import authors_by_kind
from voting.queries.taking_part import supporters_by_kind, voters_by_kind

ACTS = {
    "proposed": (gettext_lazy("Wrote a proposal"), authors_by_kind),
    "discussed": (gettext_lazy("Wrote a point"), writers_by_kind),
    "supported": (gettext_lazy("Supported one"), supporters_by_kind),
    "voted": (gettext_lazy("Voted"), voters_by_kind),
}


@dataclass(frozen=True, slots=True)
class Group:
    """One kind of participant, or everybody (`kind` empty): how many did what; None is held back."""

    kind: str
    name: Any
    counts: dict[str, int | None]


def settled(consultation: Consultation) -> datetime | None:
    """When people can no longer act in it; None where they never could."""
    return max(
        (one.closes for one in phases_of(consultation) if one.takes_something()), default=None
    )


def groups_of(consultation: Consultation) -> list[Group]:
    """Every kind of participant and then everybody: four queries."""
    counted = {}
    for act, (_name, by_kind) in ACTS.items():
        found = by_kind(consultation.pk)
        counted[act] = publishable({kind: found.get(kind, 0) for kind in Kind.values})
    rows = [
        Group(
            kind, Kind(kind).label, {act: shown[kind] for act, (shown, _whole) in counted.items()}
        )
        for kind in Kind.values
    ]
    everybody = {act: whole for act, (_shown, whole) in counted.items()}
    return [*rows, Group("", gettext_lazy("Everybody"), everybody)]
