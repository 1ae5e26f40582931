"""Who took part by supporting and voting, by kind of participant. Numbers alone."""

from django.db.models import Count

from voting.models import OpenBallot, Support


def supporters_by_kind(consultation_id: int) -> dict[str, int]:
    """How many people of each kind support something in a consultation."""
    rows = Support.objects.filter(
        proposal__consultation=consultation_id, proposal__hidden__isnull=True
    )
    counted = rows.values("person__kind").annotate(people=Count("person", distinct=True))
    return dict(counted.order_by("person__kind").values_list("person__kind", "people"))


def voters_by_kind(consultation_id: int) -> dict[str, int]:
    """How many people of each kind cast a ballot in a consultation: turnout, never a choice."""
    rows = OpenBallot.objects.filter(poll__consultation=consultation_id)
    counted = rows.values("person__kind").annotate(people=Count("person", distinct=True))
    return dict(counted.order_by("person__kind").values_list("person__kind", "people"))
