"""Who wants to hear of a topic: `proposal.34`, `consultation.7`."""

from collections.abc import Iterable

from django.db import transaction

from people.models import Follow, Person


@transaction.atomic
def follow(person: Person, topic: str) -> None:
    """From now on this person hears of the topic; doing it twice changes nothing."""
    Follow.objects.bulk_create([Follow(person=person, topic=topic)], ignore_conflicts=True)


@transaction.atomic
def unfollow(person: Person, topic: str) -> None:
    """This person no longer hears of the topic."""
    Follow.objects.filter(person=person, topic=topic).delete()


def follows(person: Person, topic: str) -> bool:
    return Follow.objects.filter(person=person, topic=topic).exists()


def followers(*topics: str, without: Iterable[int | None] = ()) -> set[int]:
    """Ids of everybody who follows any of the topics, except those named in `without`."""
    ids = Follow.objects.filter(topic__in=topics).values_list("person_id", flat=True)
    return set(ids) - set(without)
