"""Which instants the clock watches: phases, polls, promises, digests."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any, ClassVar

from django.core.cache import cache
from django.db.models import Min, QuerySet
from django.utils import timezone

from config import clock
from config.clock import Boundary, Source
from consultations.actions import phase_closed, phase_opened
from consultations.models import Phase, Promise
from discussions.actions import reacting
from live.announcing import announce
from live.events import Event
from people import digests
from people.jobs import write_digests
from voting.actions import GRACE, count_poll, supporting
from voting.events import PollClosed, PollOpened
from voting.models import Poll


@dataclass(frozen=True)
class AnswerOverdue(Event):
    """The day by which the city promised to answer has passed."""

    name: ClassVar[str] = "answer.overdue"
    consultation_id: int

    def topics(self) -> tuple[str, ...]:
        return f"consultation.{self.consultation_id}", f"desk.{self.consultation_id}"


def register() -> None:
    """Make the clock watch them; once, however often it is called."""
    clock.sources[:] = [
        instants("phase", "opens", phases, phase_opened),
        instants("phase", "closes", phases, phase_ends),
        instants("poll", "opens", polls, lambda p: announce(PollOpened(p.pk, p.consultation_id))),
        instants("poll", "closes", polls, lambda p: announce(PollClosed(p.pk, p.consultation_id))),
        Source(counts_between, next_count),
        Source(promises_between, next_promise),
        Source(digests_between, next_digest),
    ]


def phase_ends(phase: Phase) -> None:
    """Everybody hears of it; marks of people who left are needed no longer."""
    phase_closed(phase)
    now = timezone.now()
    supporting.forget_marks(phase.consultation_id, now)
    reacting.forget_marks(phase.consultation_id, now)


def phases() -> QuerySet[Phase]:
    return Phase.objects.filter(consultation__published__isnull=False).select_related(
        "consultation"
    )


def polls() -> QuerySet[Poll]:
    return Poll.objects.published().filter(imported=False)


def instants(
    noun: str, verb: str, rows: Callable[[], QuerySet[Any]], happens: Callable[[Any], object]
) -> Source:
    """A source for a column of instants: `phase.12 opens`, `poll.3 closes`."""

    def between(after: datetime, until: datetime) -> Iterable[Boundary]:
        for row in rows().filter(**{f"{verb}__gt": after, f"{verb}__lte": until}):
            happened = partial(happens, row)
            yield Boundary(f"{noun}.{row.pk} {verb}", getattr(row, verb), happened)

    def next_after(now: datetime) -> datetime | None:
        return rows().filter(**{f"{verb}__gt": now}).aggregate(at=Min(verb))["at"]

    return Source(between, next_after)


def counts_between(after: datetime, until: datetime) -> Iterable[Boundary]:
    """Closed polls without a result, however long ago they closed."""
    for poll in polls().filter(result__isnull=True, closes__lte=until - GRACE):
        yield Boundary(
            f"poll.{poll.pk} counted", poll.closes + GRACE, partial(count_poll, poll.pk, until)
        )


def next_count(now: datetime) -> datetime | None:
    waiting = polls().filter(result__isnull=True, closes__gt=now - GRACE)
    closes = waiting.aggregate(at=Min("closes"))["at"]
    return closes + GRACE if closes else None


def promises() -> QuerySet[Promise]:
    return Promise.objects.filter(consultation__published__isnull=False)


def promises_between(after: datetime, until: datetime) -> Iterable[Boundary]:
    days = (timezone.localdate(after) - timedelta(days=1), timezone.localdate(until))
    for promise in promises().filter(answer_by__range=days):
        at = end_of(promise.answer_by)
        if after < at <= until:
            happened = partial(announce, AnswerOverdue(promise.consultation_id))
            yield Boundary(f"promise.{promise.pk} falls due", at, happened)


def next_promise(now: datetime) -> datetime | None:
    day = promises().filter(answer_by__gte=timezone.localdate(now)).aggregate(at=Min("answer_by"))
    return end_of(day["at"]) if day["at"] else None


def end_of(day: date) -> datetime:
    """The midnight after a day, here: a promise is kept until its day is over."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))


def digests_between(after: datetime, until: datetime) -> Iterable[Boundary]:
    """The newest hour of each digest for which something waits; hours missed before are in it."""
    for frequency in digests.FREQUENCIES:
        at = digests.last_instant(frequency, until)
        if at > after and something_waited(frequency, at):
            happened = partial(write_digests.enqueue, str(frequency), at.isoformat())
            yield Boundary(f"digest.{frequency} is due", at, happened)


def something_waited(frequency: str, at: datetime) -> bool:
    """Asked once for each hour that has passed: what comes later waits for the next one."""
    waited = cache.get_or_set(
        f"digest-waited.{frequency}.{at.timestamp():.0f}",
        lambda: digests.waiting_notices(frequency, at).exists(),
        timeout=3_600,
    )
    return bool(waited)


def next_digest(now: datetime) -> datetime | None:
    """The next hour at which a digest is due, where anything waits at all."""
    if not digests.unmailed_notices().exists():
        return None
    return min(digests.next_instant(frequency, now) for frequency in digests.FREQUENCIES)
