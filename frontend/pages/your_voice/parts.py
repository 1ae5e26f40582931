"""What one did, part by part: how it is read and in which words it stands on the page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from discussions.queries.points import points_of_person
from frontend.pages.your_voice.rows import ballot_row, point_row, proposal_row, support_row
from proposals.queries.own import proposals_of
from voting.queries.reading import ballots_of, supports_of

FEW = 4
PAGE = 20


@dataclass(frozen=True)
class Part:
    """One kind of thing that people do. `read(person, before, limit)` is newest first."""

    name: str
    title: Any
    empty: Any
    all_of_it: Any
    read: Callable[[Any, int, int], list[Any]]
    row: Callable[[Any, Any], dict[str, Any]]


def newest(
    things: Callable[[Any], QuerySet[Any]],
) -> Callable[[Any, int, int], list[Any]]:
    """Read a page of `things(person)` by keyset: the hundredth costs what the first does."""

    def read(person: Any, before: int, limit: int) -> list[Any]:
        mine = things(person)
        return list((mine.filter(pk__lt=before) if before else mine)[:limit])

    return read


def answered_supports(person: Any) -> QuerySet[Any]:
    return supports_of(person).select_related("proposal__answer")


PARTS = {
    part.name: part
    for part in (
        Part(
            "proposals",
            _("What you proposed"),
            _("You have not proposed anything yet."),
            _("All your proposals"),
            newest(proposals_of),
            proposal_row,
        ),
        Part(
            "supports",
            _("What you support"),
            _("You do not support a proposal yet."),
            _("All you support"),
            newest(answered_supports),
            support_row,
        ),
        Part(
            "ballots",
            _("How you voted in open polls"),
            _("You have not voted in an open poll yet."),
            _("All your votes"),
            newest(ballots_of),
            ballot_row,
        ),
        Part(
            "points",
            _("What you said"),
            _("You have not written a point, a question or a reply yet."),
            _("All you said"),
            points_of_person,
            point_row,
        ),
    )
}


def part_values(part: Part, person: Any, now: Any, *, before: int, limit: int) -> dict:
    """Ready rows of one part, and the number below which it goes on (None at its end)."""
    things = part.read(person, before, limit + 1)
    shown = things[:limit]
    return {
        "part": part,
        "rows": [part.row(thing, now) for thing in shown],
        "next": shown[-1].pk if len(things) > limit else None,
    }
