"""Stored numbers, as the acts themselves would have raised them, and the versions of topics."""

from collections import Counter

from django.db.models import Count

from config.demo.seeding.city import City
from consultations.models import Consultation
from live.models import TopicVersion
from proposals.models import Answer, Counters, Withdrawal
from voting.models import Poll, Support

FIRST = 1


def store_numbers(city: City) -> None:
    withdrawn = set(Withdrawal.objects.values_list("proposal_id", flat=True))
    answered = set(Answer.objects.values_list("proposal_id", flat=True))
    supports = dict(
        Support.objects.values("proposal").annotate(n=Count("id")).values_list("proposal", "n")
    )
    heads = [point for point in city.points if point.parent_id is None]
    said = Counter((p.proposal_id, p.kind) for p in heads if p.hidden is None)
    newest = {point.proposal_id: point.pk for point in sorted(heads, key=lambda point: point.pk)}
    Counters.objects.bulk_create(
        Counters(
            proposal=row,
            consultation=row.consultation,
            supports=supports.get(row.pk, 0),
            points_for=said[row.pk, "for"],
            points_against=said[row.pk, "against"],
            questions=said[row.pk, "question"],
            last_point_id=newest.get(row.pk, 0),
            change=FIRST,
            standing=row.pk not in withdrawn,
            answered=row.pk in answered,
        )
        for row in city.proposals.values()
    )
    for consultation in city.consultations.values():
        own = [row.pk for row in city.proposals.values() if row.consultation_id == consultation.pk]
        Consultation.objects.filter(pk=consultation.pk).update(
            proposal_count=len(set(own) - withdrawn), last_proposal_id=max(own, default=0)
        )
    topics = [*city.consultations.values(), *city.proposals.values(), *Poll.objects.all()]
    TopicVersion.objects.bulk_create(TopicVersion(topic=row.topic, v=FIRST) for row in topics)
