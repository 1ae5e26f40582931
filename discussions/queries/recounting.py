"""Stored numbers of points recounted from their rows, for `manage.py verify_tallies`.

Every query yields `(id, stored, counted)` of the rows whose stored number is off. Hidden points
and hidden replies are not counted; reactions to them are.
"""

from django.db.models import Count, F, IntegerField, Max, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from discussions.models import Point, Reaction
from proposals.models import Counters


def wrong_point_counts(kind: str, column: str):
    """Proposals whose stored number of points of a kind is off."""
    standing = Point.objects.standing().filter(
        proposal=OuterRef("proposal"), kind=kind, parent__isnull=True
    )
    return compared(Counters.objects, "proposal_id", column, counted(standing, "proposal"))


def wrong_newest_points():
    """Proposals that name another point than their newest, hidden or not."""
    heads = Point.objects.filter(proposal=OuterRef("proposal"), parent__isnull=True)
    return compared(
        Counters.objects, "proposal_id", "last_point_id", counted(heads, "proposal", Max("id"))
    )


def wrong_reply_counts():
    """Points whose stored number of replies is off."""
    replies = Point.objects.standing().filter(parent=OuterRef("pk"))
    heads = Point.objects.filter(parent__isnull=True)
    return compared(heads, "id", "replies_count", counted(replies, "parent"))


def wrong_reaction_totals(value: str, column: str):
    """Points whose stored total of a reaction is off."""
    given = Reaction.objects.filter(point=OuterRef("pk"), value=value)
    return compared(Point.objects, "id", column, counted(given, "point"))


def counted(rows, owner: str, number=None):
    """Of the rows of one owner their number, or another figure."""
    return rows.order_by().values(owner).annotate(n=number or Count("id")).values("n")


def compared(rows, key: str, column: str, figure):
    return (
        rows.annotate(counted=Coalesce(Subquery(figure, output_field=IntegerField()), Value(0)))
        .exclude(**{column: F("counted")})
        .values_list(key, column, "counted")
    )
