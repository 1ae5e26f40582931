"""Who took part by writing points, by kind of participant. Numbers alone."""

from django.db.models import Count

from discussions.queries.points import public_points


def writers_by_kind(consultation_id: int) -> dict[str, int]:
    """How many people of each kind wrote a point or a reply that stands in a consultation."""
    rows = public_points().filter(proposal__consultation=consultation_id, author__isnull=False)
    counted = rows.values("author__kind").annotate(people=Count("author", distinct=True))
    return dict(counted.order_by("author__kind").values_list("author__kind", "people"))
