"""Putting a point's stored numbers right after a recount (`manage.py verify_tallies`)."""

from django.db import transaction

from discussions.events import ThreadChanged
from discussions.models import Point
from live.announcing import announce


@transaction.atomic
def mend_point(point_id: int, **numbers: int) -> None:
    """Write what was counted over a point's stored numbers; its thread corrects itself."""
    Point.objects.filter(pk=point_id).update(**numbers)
    announce(ThreadChanged(point=point_id))
