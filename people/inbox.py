"""The inbox: what a person was told, one entry per matter, what waits for her first."""

from dataclasses import dataclass, field

from django.db.models import Case, Count, F, IntegerField, Max, Q, Value, When, Window
from django.db.models.functions import RowNumber

from intake.numbers import whole
from people.models import Notice, Person
from people.told import Line, by_matter, lines_of

SHOWN = 4
"""The newest of each matter; the rest stands on the matter's own page."""


@dataclass
class Entry:
    """One matter: how much was told and how much of it waits, and its newest lines."""

    topic: str
    newest: int
    unread: int
    count: int
    lines: list[Line] = field(default_factory=list)


def inbox_page(
    person: Person, *, after: str = "", limit: int = 20
) -> tuple[list[Entry], str | None]:
    """Entries in order, and the cursor of the next page (None at the end)."""
    found = entries(person, after)[: limit + 1]
    page = [
        Entry(row["topic"], row["newest"], row["unread"], row["count"]) for row in found[:limit]
    ]
    lines = by_matter(lines_of(newest_of_each(person, [entry.topic for entry in page])))
    for entry in page:
        entry.lines = lines.get(entry.topic, [])
    last = page[-1] if len(found) > limit else None
    return page, f"{int(last.unread > 0)}-{last.newest}" if last else None


def entries(person: Person, after: str = ""):
    """Matters with something unread first, then by their newest notice."""
    rows = (
        Notice.objects.filter(person=person)
        .order_by()
        .values("topic")
        .annotate(
            newest=Max("pk"),
            unread=Count("pk", filter=Q(read__isnull=True)),
            count=Count("pk"),
        )
        .annotate(
            waits=Case(
                When(unread__gt=0, then=Value(1)), default=Value(0), output_field=IntegerField()
            )
        )
        .order_by("-waits", "-newest")
    )
    waits, _dash, newest = after.partition("-")
    number = whole(newest)
    if waits in {"0", "1"} and number is not None:
        rows = rows.filter(Q(waits__lt=int(waits)) | Q(waits=int(waits), newest__lt=number))
    return rows


def newest_of_each(person: Person, topics: list[str]) -> list[Notice]:
    """The newest notices of each of these matters, in one query."""
    place = Window(RowNumber(), partition_by=F("topic"), order_by=F("pk").desc())
    rows = Notice.objects.filter(person=person, topic__in=topics).annotate(place=place)
    return list(rows.filter(place__lte=SHOWN).order_by("-pk"))
