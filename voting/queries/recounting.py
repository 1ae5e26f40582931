"""Stored counters recounted from their rows, for `manage.py verify_tallies`."""

from django.db.models import Count, F, IntegerField, OuterRef, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from proposals.models import Counters
from voting.models import BareBallot, OpenBallot, PollHead, Support


def wrong_support_counts():
    """(proposal id, stored, counted) of every proposal whose stored support count is off."""
    counted = (
        Support.objects.filter(proposal=OuterRef("proposal"))
        .order_by()
        .values("proposal")
        .annotate(number=Count("id"))
        .values("number")
    )
    return (
        Counters.objects.annotate(
            counted=Coalesce(Subquery(counted, output_field=IntegerField()), Value(0))
        )
        .exclude(supports=F("counted"))
        .values_list("proposal_id", "supports", "counted")
    )


def wrong_turnouts():
    """(poll id, stored, counted) of every poll whose stored turnout is off."""
    cast = (
        OpenBallot.objects.filter(poll=OuterRef("poll"))
        .order_by()
        .values("poll")
        .annotate(number=Count("id"))
        .values("number")
    )
    bare = (
        BareBallot.objects.filter(poll=OuterRef("poll"))
        .order_by()
        .values("poll")
        .annotate(number=Sum("weight"))
        .values("number")
    )
    return (
        PollHead.objects.annotate(
            counted=Coalesce(Subquery(cast, output_field=IntegerField()), Value(0))
            + Coalesce(Subquery(bare, output_field=IntegerField()), Value(0))
        )
        .exclude(turnout=F("counted"))
        .values_list("poll_id", "turnout", "counted")
    )
