"""Who wants to hear of a topic: `proposal.34`, `consultation.7`, `theme.2`, `place.5`."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import CharField, Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Concat

from people.models import Follow, Person


@transaction.atomic
def follow(person: Person, topic: str) -> None:
    """From now on this person hears of the topic; doing it twice changes nothing."""
    Follow.objects.bulk_create([Follow(person=person, topic=topic)], ignore_conflicts=True)


@transaction.atomic
def unfollow(person: Person, topic: str) -> bool:
    """This person no longer hears of the topic; whether she did before."""
    gone, _by_model = Follow.objects.filter(person=person, topic=topic).delete()
    return bool(gone)


def follows(person: Person, topic: str) -> bool:
    return Follow.objects.filter(person=person, topic=topic).exists()


def followed_column(kind: str, person: Any) -> Exists:
    """For `annotate()`: whether this person, or nobody, follows each row's topic."""
    topic = Concat(Value(f"{kind}."), Cast(OuterRef("pk"), CharField()))
    return Exists(Follow.objects.filter(topic=topic, person=getattr(person, "pk", None) or 0))


def following(*topics: str, without: Iterable[int | None] = ()) -> QuerySet[Follow]:
    """Who follows any of the topics, except those named in `without`: for `tell_in_batches`."""
    unwanted = {person_id for person_id in without if person_id is not None}
    return Follow.objects.filter(topic__in=topics).exclude(person__in=unwanted)


def follows_of(person: Person) -> QuerySet[Follow]:
    """Everything this person follows, the newest first."""
    return Follow.objects.filter(person=person).order_by("-pk")
