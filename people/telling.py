"""Telling thousands, in a job: batch by batch, each in a transaction of its own.

A job that was killed half way is run again from its beginning and tells only whom it had not told:
a notice is one per (person, topic, event, ref).
"""

from typing import Any

from django.db.models import QuerySet

from people.notices import BATCH, tell


def tell_in_batches(rows: QuerySet[Any], **notice: Any) -> None:
    """Tell everybody whose `person_id` stands in these rows; the rest is as for `tell`."""
    after = 0
    while some := next_persons(rows, after):
        tell(some, **notice)
        after = some[-1]


def next_persons(rows: QuerySet[Any], after: int) -> list[int]:
    """The next thousand persons of these rows, by number."""
    people = rows.filter(person__gt=after).order_by("person_id").values_list("person_id", flat=True)
    return list(people.distinct()[:BATCH])
