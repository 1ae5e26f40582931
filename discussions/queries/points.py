"""Reading points: for the public, for one reader, in threads of any length."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, When, Window
from django.db.models.expressions import RawSQL
from django.db.models.functions import RowNumber

from discussions.models import Decision, EarlierWords, Point, PointChange, Reaction
from live.topics import version_column
from people.verdicts import is_signed_in

SHOWN = 10
"""Points of each kind on a page."""
REPLIES_SHOWN = 3
"""Replies that come folded below a point; the rest on the point's own page."""
THREAD_PAGE = 50


def public_points() -> QuerySet[Point]:
    """What everybody may read: standing points of public proposals."""
    return Point.objects.standing().filter(
        proposal__hidden__isnull=True, proposal__consultation__published__isnull=False
    )


def newest_points(
    proposal_id: int, kinds: Sequence[str], *, before: dict[str, int] | None = None
) -> list[Point]:
    """The newest points of each kind (hidden ones as tombstones), one more than shown, in one query.

    `before` gives for a kind the id that its page begins below.
    """
    before = before or {}
    slices = [
        (
            "proposal_id = %s AND kind = %s AND id < %s AND parent_id IS NULL",
            [proposal_id, kind, before.get(kind, 2**62)],
            "id DESC",
            SHOWN + 1,
        )
        for kind in kinds
    ]
    return list(as_shown(Point.objects.filter(pk__in=ids_of(slices))).order_by("-id"))


def points_after(proposal_id: int, after: int, limit: int = 50) -> list[Point]:
    """What was written on a proposal since the point `after`, newest first."""
    newer = Point.objects.filter(proposal=proposal_id, parent__isnull=True, pk__gt=after)
    return list(as_shown(newer).order_by("-id")[:limit])


def first_replies(points: Iterable[Point]) -> dict[int, list[Point]]:
    """The first replies of each thread and the first of a civil servant, by thread: one query."""
    slices: list[tuple[str, list[Any], str, int]] = []
    for point in points:
        if point.replies_count:
            slices += [
                ("parent_id = %s", [point.pk], "id", REPLIES_SHOWN),
                (
                    "parent_id = %s AND official AND hidden IS NULL AND withdrawn IS NULL",
                    [point.pk],
                    "id",
                    1,
                ),
            ]
    threads: dict[int, list[Point]] = {}
    if slices:
        for reply in as_shown(Point.objects.filter(pk__in=ids_of(slices))).order_by("id"):
            threads.setdefault(reply.parent_id or 0, []).append(reply)
    return threads


def replies_after(thread_id: int, after: int = 0, limit: int = THREAD_PAGE) -> list[Point]:
    """A page of a thread, oldest first, and one more to know whether it goes on."""
    replies = Point.objects.filter(parent=thread_id, pk__gt=after)
    return list(as_shown(replies).order_by("id")[: limit + 1])


def replies_before(thread_id: int, before: int, limit: int = THREAD_PAGE) -> list[Point]:
    """The page of a thread that ends below `before`, oldest first, and one more where there is."""
    replies = Point.objects.filter(parent=thread_id, pk__lt=before)
    return list(as_shown(replies).order_by("-id")[: limit + 1])[::-1]


def as_shown(points: QuerySet[Point]) -> QuerySet[Point]:
    """Points with their author and, where hidden, the house rule that the newest decision cites."""
    newest = Decision.objects.filter(point=OuterRef("pk"), kind=Decision.Kind.HIDE).order_by("-id")

    def where_hidden(field):
        return Case(When(hidden__isnull=False, then=Subquery(newest.values(field)[:1])))

    return points.select_related("author").annotate(
        clause_number=where_hidden("clause__number"),
        clause_title=where_hidden("clause__title"),
        statement_id=where_hidden("statement__pk"),
    )


def reactions_of(person: Any, point_ids: Iterable[int]) -> dict[int, str]:
    """What one person thinks of each of these points; nobody has no reactions."""
    if not is_signed_in(person):
        return {}
    mine = Reaction.objects.filter(person=person, point__in=list(point_ids))
    return dict(mine.values_list("point_id", "value"))


def listed_points(person: Any) -> QuerySet[Point]:
    """Points of public proposals as the API lists them: the standing ones, those withdrawn (without
    their words), and one's own hidden."""
    return as_shown(
        Point.objects.filter(
            own_or_standing(person),
            proposal__hidden__isnull=True,
            proposal__consultation__published__isnull=False,
        )
    )


def point_to_read(number: int) -> Point | None:
    """A point whatever its state, with all that its page shows, in two queries.

    `live_v` is the version of its thread in the same statement as the count, so no news is missed.
    """
    points = as_shown(
        Point.objects.filter(pk=number, proposal__consultation__published__isnull=False)
    )
    return (
        points.select_related(
            "author",
            "parent",
            "proposal__consultation__place",
            "proposal__withdrawal",
        )
        .prefetch_related("proposal__consultation__phases")
        .annotate(live_v=version_column("point"), changes_v=version_column("points", "proposal_id"))
        .first()
    )


def around(point: Point) -> dict[str, list[Point]]:
    """What stands above and below a point on the page: its neighbours of the same kind, or for a
    reply the head of its thread. Public words only. At most two queries."""
    if point.parent_id is not None:
        return {"above": list(as_shown(Point.objects.filter(pk=point.parent_id))), "below": []}
    same = Point.objects.standing().filter(
        proposal=point.proposal_id, kind=point.kind, parent__isnull=True
    )
    return {
        "above": list(as_shown(same.filter(pk__gt=point.pk)).order_by("pk")[:1]),
        "below": list(as_shown(same.filter(pk__lt=point.pk)).order_by("-pk")[:1]),
    }


def points_of_person(person: Any, before: int = 0, limit: int = 20) -> list[Point]:
    """What somebody wrote, newest first, hidden ones with their statement: for her own eyes."""
    points = Point.objects.filter(author=person)
    if before:
        points = points.filter(pk__lt=before)
    return list(as_shown(points).select_related("proposal").order_by("-id")[:limit])


def ids_of(slices: list[tuple[str, list[Any], str, int]]) -> RawSQL:
    """The ids of several short slices of the points, each by its index, for one `IN`.

    Conditions and orders are written here; values are bound. Neither database's planner finds the
    indexes when the same is said with OR, and SQLite takes no LIMIT in a bare UNION.
    """
    parts = [
        f"SELECT id FROM (SELECT id FROM discussions_point WHERE {where} ORDER BY {order} LIMIT {limit}) s{n}"  # noqa: S608 - no input
        for n, (where, _values, order, limit) in enumerate(slices)
    ]
    return RawSQL(  # noqa: S611 - see above
        " UNION ALL ".join(parts), [value for _where, values, *_rest in slices for value in values]
    )


def found_points() -> QuerySet[Point]:
    """What a search may find, each with its proposal: for `intake.search.matching`."""
    return public_points().select_related("proposal", "author").order_by("-id")


def earlier_words(point: Point) -> list[EarlierWords]:
    """What a point said before its author changed it, newest first."""
    return list(EarlierWords.objects.filter(point=point)[:20])


def changed_points(proposal_ids: Sequence[int], most: int) -> QuerySet[PointChange]:
    """The points of each proposal that changed last: one query for all of them."""
    nth = Window(RowNumber(), partition_by=F("proposal"), order_by=F("v").desc())
    found = PointChange.objects.filter(proposal__in=proposal_ids)
    return found.annotate(nth=nth).filter(nth__lte=most).order_by("v")


def reacted(point: Point) -> int:
    return point.agree + point.disagree + point.passed


def own_or_standing(person: Any) -> Q:
    """Points that are not hidden, and one's own whatever became of them."""
    standing = Q(hidden__isnull=True)
    if not is_signed_in(person):
        return standing
    return standing | Q(author=person)


def latest_reply_id(outer: str = "pk") -> Subquery:
    """The id of a thread's newest reply, inside another query."""
    replies = Point.objects.filter(parent=OuterRef(outer)).order_by("-id")
    return Subquery(replies.annotate(newest=F("pk")).values("newest")[:1])
