"""The clock: notices when a boundary in the database is reached, once, and says so.

Nothing is flipped: what is open now follows from the dates. The clock only tells people and starts
what must follow.
"""

import logging
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone

from config.models import Moment

log = logging.getLogger(__name__)

LOOK_BACK = timedelta(days=30)
"""A city that was switched off still tells what it missed; older boundaries are history."""

LONGEST_SLEEP = 2.0
"""Dates are moved by people and by other processes: look again at least this often."""


@dataclass(frozen=True)
class Boundary:
    """An instant at which something opens, closes or falls due.

    `happened` announces and enqueues, inside the transaction that notes the moment.
    """

    thing: str
    at: datetime
    happened: Callable[[], object]


@dataclass(frozen=True)
class Source:
    """Where boundaries come from: those with `after` < at ≤ `until`, and the first after an instant."""

    between: Callable[[datetime, datetime], Iterable[Boundary]]
    next_after: Callable[[datetime], datetime | None]


sources: list[Source] = []


def tell_what_is_due(now: datetime | None = None) -> list[str]:
    """Note every boundary that was reached and not noted before; returns their names."""
    now = now or timezone.now()
    after = now - LOOK_BACK
    noted = set(Moment.objects.filter(at__gt=after, at__lte=now).values_list("thing", "at"))
    due = [boundary for source in sources for boundary in source.between(after, now)]
    due.sort(key=lambda boundary: boundary.at)
    return [b.thing for b in due if (b.thing, b.at) not in noted and tell_once(b)]


def tell_once(boundary: Boundary) -> bool:
    """Note a moment and do what follows, both or neither; False when somebody else did."""
    try:
        with transaction.atomic():
            _, new = Moment.objects.get_or_create(thing=boundary.thing, at=boundary.at)
            if new:
                boundary.happened()
            return new
    except Exception:
        log.exception("clock: %s failed and will be tried again", boundary.thing)
        return False


def next_boundary(now: datetime) -> datetime | None:
    """The next instant at which there will be something to tell."""
    return min((at for s in sources if (at := s.next_after(now)) is not None), default=None)


class Clock(threading.Thread):
    """Tells what is due at its instant, until stopped."""

    def __init__(self) -> None:
        super().__init__(name="clock", daemon=True)
        self._stop_asked = threading.Event()

    def run(self) -> None:
        try:
            pause = 0.0
            while not self._stop_asked.wait(pause):
                pause = self.look()
        finally:
            connection.close()

    def look(self) -> float:
        """One look; returns how long to sleep."""
        try:
            tell_what_is_due()
            now = timezone.now()
            at = next_boundary(now)
        except Exception:
            log.exception("clock: could not look, and will look again")
            connection.close()
            return LONGEST_SLEEP
        if connection.vendor != "sqlite":
            connection.close()  # back to the pool until the next look
        wait = (at - now).total_seconds() if at else LONGEST_SLEEP
        return min(LONGEST_SLEEP, max(0.001, wait))

    def stop(self) -> None:
        """Ask it to end, and wait for a moment that is being told."""
        self._stop_asked.set()
        if self.is_alive():
            self.join(timeout=10)
