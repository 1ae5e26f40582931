"""Every read of people worth a name."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from people.models import AuditRow, Notice, Person

PAGE = 20


def unread_of(person_ids: Iterable[int]) -> dict[int, int]:
    """How many notices each of these persons has not read, 0 included; one query."""
    unread = dict.fromkeys(person_ids, 0)
    unread.update(
        Notice.objects.filter(person__in=unread, read__isnull=True)
        .order_by()
        .values_list("person")
        .annotate(Count("pk"))
    )
    return unread


def notices_of(
    person: Person, *, before: int = 0, limit: int = PAGE, topic: str = ""
) -> list[Notice]:
    """Newest first, up to `limit`, older than the notice `before`; one query at any depth.

    With `topic` only those about one matter.
    """
    notices = Notice.objects.filter(person=person).order_by("-pk")
    if topic:
        notices = notices.filter(topic=topic)
    if before:
        notices = notices.filter(pk__lt=before)
    return list(notices[:limit])


def unread_notices(person: Person, *, limit: int = PAGE) -> list[Notice]:
    """What waits for this person, newest first."""
    return list(Notice.objects.filter(person=person, read__isnull=True).order_by("-pk")[:limit])


def notice_of(person: Person, number: int) -> Notice | None:
    """One of this person's own notices."""
    return Notice.objects.filter(person=person, pk=number).first()


def person_by_email(email: str) -> Person | None:
    """The person with exactly this address, in whatever case it is typed."""
    return Person.objects.filter(email=email.strip().lower(), is_active=True).first()


def people_called(words: str, *, limit: int = 20) -> list[Person]:
    """Whoever has exactly this e-mail address, or exactly this name that others read."""
    return list(
        Person.objects.filter(
            Q(email=words.strip().lower()) | Q(display_name=words.strip()), is_active=True
        ).order_by("pk")[:limit]
    )


def person_by_number(number: int) -> Person | None:
    return Person.objects.filter(pk=number, is_active=True).first()


def audited(
    *, about: str = "", who: str = "", since: date | None = None, until: date | None = None
) -> QuerySet[AuditRow]:
    """Privileged acts whose name begins with `about.`, by people of this name, on these days."""
    rows = AuditRow.objects.select_related("person")
    if about:
        rows = rows.filter(act__startswith=f"{about}.")
    if who:
        rows = rows.filter(person__display_name__icontains=who)
    if since:
        rows = rows.filter(at__gte=midnight(since))
    if until and until < date.max:
        rows = rows.filter(at__lt=midnight(until + timedelta(days=1)))
    return rows


def midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
