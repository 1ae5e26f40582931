"""On a later day the demonstration goes on: what lay ahead still lies ahead."""

from datetime import date, timedelta

from django.utils import timezone

from config.demo.consultations import CONSULTATIONS
from config.demo.seeding.city import City
from consultations.models import Consultation
from live.announcing import raise_versions
from people.models import Demonstration
from voting.models import Poll


def move_dates(demonstration: Demonstration, today: date) -> str:
    """Shift every date that was ahead when dates were last moved by the days gone since.

    What has happened stays: past dates, answers and what they commit to, counted polls. Once a poll
    of a consultation was counted meanwhile, its dates that are past by now stay past, too.
    """
    since = demonstration.dates_moved_on
    gone = today - since
    if gone <= timedelta(0):
        return "The demonstration stands, and its dates are today’s."
    moved = [
        consultation.topic
        for consultation in Consultation.objects.filter(
            slug__in=[text.key for text in CONSULTATIONS]
        ).select_related("promise")
        if move_consultation(consultation, since, today)
    ]
    raise_versions(moved)
    demonstration.dates_moved_on = today
    demonstration.save(update_fields=["dates_moved_on"])
    return f"The dates ahead in {len(moved)} consultations are moved on by {gone.days} days."


def move_consultation(consultation: Consultation, since: date, today: date) -> bool:
    then = City(since).opening(0)
    polls = consultation.polls.all()
    if polls.filter(result__isnull=False, closes__gt=then).exists():
        then = timezone.now()
    moved = False
    for row in (*consultation.phases.all(), *polls.filter(result__isnull=True)):
        moved |= move(row, then, since, today)
    promise = consultation.promise
    if promise.answer_by > timezone.localdate(then):
        promise.answer_by += today - since
        promise.save(update_fields=["answer_by"])
        moved = True
    return moved


def move(row, then, since: date, today: date) -> bool:
    """Move one span's ends that lie after `then`; midnights stay midnights when clocks change."""
    ends = [name for name in ("opens", "closes") if getattr(row, name) > then]
    for name in ends:
        local = timezone.localtime(getattr(row, name))
        days = (local.date() - since).days
        setattr(row, name, City(today).at(days, local.hour, local.minute))
    if ends:
        row.save(update_fields=ends)
        if isinstance(row, Poll):
            raise_versions([row.topic])
    return bool(ends)
