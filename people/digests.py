"""Who gets a digest, and what stands in it: rows first, words when it leaves.

At each boundary of the clock the notices of a thousand people at a time are put into a letter
each. A notice is put into one letter and never into another; a worker that was killed goes on with
whoever has none yet.
"""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from people.models import Letter, LetterChoice, Notice

BATCH = 1_000
LOOK_BACK = timedelta(days=31)
"""What waited longer is history: the inbox still has it."""

FREQUENCIES = (LetterChoice.Digest.DAILY, LetterChoice.Digest.WEEKLY)
MONDAY = 0


def write_digests(frequency: str, at: datetime) -> int:
    """Write a digest for everybody who wants one now and has something in it; returns how many.

    Three statements for a thousand people (SQLite cuts the long insert), in a transaction of their
    own. Done again for the same
    instant it writes only what was not written.
    """
    written = after = 0
    while people := next_people(frequency, at, after):
        write_for(people, frequency, at)
        written, after = written + len(people), people[-1]
    return written


def next_people(frequency: str, at: datetime, after: int) -> list[int]:
    """The next thousand persons with something to read and no digest of this instant."""
    has_one = Letter.objects.filter(key=letter_keys(frequency, at, OuterRef("person_id")))
    waiting = waiting_notices(frequency, at).filter(~Exists(has_one), person__gt=after)
    return list(
        waiting.order_by("person_id").values_list("person_id", flat=True).distinct()[:BATCH]
    )


@transaction.atomic
def write_for(people: list[int], frequency: str, at: datetime) -> None:
    """Their letters, and in each the notices that wait: both or neither."""
    keys = letter_keys(frequency, at, F("person_id"))
    waiting_notices(frequency, at).filter(person__in=people).update(letter_key=keys)
    now = timezone.now()
    Letter.objects.bulk_create(
        [
            Letter(
                key=f"{prefix(frequency, at)}{person_id}",
                kind=Letter.Kind.DIGEST,
                person_id=person_id,
                next_try=now,
            )
            for person_id in people
        ],
        ignore_conflicts=True,
    )


def prefix(frequency: str, at: datetime) -> str:
    return f"digest.{frequency}.{timezone.localdate(at).isoformat()}."


def letter_keys(frequency: str, at: datetime, person_id) -> Concat:
    """The key of each person's digest, in the database's own words."""
    return Concat(Value(prefix(frequency, at)), Cast(person_id, CharField()))


def waiting_notices(frequency: str, at: datetime) -> QuerySet[Notice]:
    """Unread notices that no letter carries, of everybody who wants a digest this often."""
    wants = Q(
        person__letter_choice__letters=True,
        person__letter_choice__digest=frequency,
        made__gt=F("person__letter_choice__since"),
    )
    if frequency == LetterChoice.DEFAULT:
        wants |= Q(person__letter_choice__isnull=True)
    return unmailed_notices().filter(
        wants, made__lte=at, made__gt=at - LOOK_BACK, person__is_active=True
    )


def unmailed_notices() -> QuerySet[Notice]:
    """Neither read nor in any letter."""
    return Notice.objects.filter(read__isnull=True, letter_key="")


def last_instant(frequency: str, until: datetime) -> datetime:
    """When digests of this kind were last due: at the city's hour, every day or on Mondays."""
    day = timezone.localdate(until)
    if frequency == LetterChoice.Digest.WEEKLY:
        day -= timedelta(days=(day.weekday() - MONDAY) % 7)
    at = instant_on(day)
    return at if at <= until else instant_on(day - step(frequency))


def next_instant(frequency: str, now: datetime) -> datetime:
    """When they are due next."""
    return instant_on(timezone.localdate(last_instant(frequency, now)) + step(frequency))


def step(frequency: str) -> timedelta:
    return timedelta(days=7 if frequency == LetterChoice.Digest.WEEKLY else 1)


def instant_on(day) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(settings.DIGEST_HOUR)))
