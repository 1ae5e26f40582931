"""What is counted against floods, together by all processes of a city.

One process alone counts in its memory. Several share Redis where there is one, else the database;
and so that an ordinary act costs neither, each process tells its share in portions of a twentieth
of the limit, and one by one once half of it is used up. When the shared store fails, each process
goes on with what it knows: a limit is never a reason for an act to fail.
"""

import logging
import threading
import time
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from django.conf import settings
from django.db import DatabaseError, connection, transaction

log = logging.getLogger(__name__)

MOST_KEPT = 100_000
PAUSE = 5.0
"""Seconds for which a store that failed is not asked."""


class Store(Protocol):
    """Adds to a number that all processes see, and returns what it is now."""

    def add(self, key: str, count: int, seconds: int) -> int: ...


class InDatabase:
    """Rows of `Tallied`; one statement, the same on both databases."""

    SQL = """
    INSERT INTO people_tallied (key, count, expires) VALUES (%s, %s, %s)
    ON CONFLICT (key) DO UPDATE SET count = people_tallied.count + excluded.count RETURNING count
    """

    def add(self, key: str, count: int, seconds: int) -> int:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(self.SQL, [key, count, int(time.time()) + seconds])
            return cursor.fetchone()[0]


class InRedis:
    """Numbers that Redis forgets by itself."""

    def __init__(self, url: str):
        import redis  # only where it is configured

        self._redis = redis.Redis.from_url(url, socket_timeout=0.5, socket_connect_timeout=0.5)

    def add(self, key: str, count: int, seconds: int) -> int:
        with self._redis.pipeline() as pipe:
            pipe.incrby(f"polyphony.limits.{key}", count)
            pipe.expire(f"polyphony.limits.{key}", seconds)
            return int(pipe.execute()[0])


@dataclass(slots=True)
class Share:
    """One number as this process knows it: what all had counted, and what it has not told yet."""

    known: int = 0
    untold: int = 0


class Counts:
    """The numbers of one process, and the store it shares them through, if any."""

    def __init__(self, store: Store | None):
        self.store = store
        self._shares: dict[str, Share] = {}
        self._lock = threading.Lock()
        self._silent_until = 0.0

    def add(self, key: str, seconds: int, limit: int) -> int:
        """Count one more; how many there are now, as far as this process can know."""
        with self._lock:
            if len(self._shares) > MOST_KEPT:
                self._forget_the_oldest()
            share = self._shares.setdefault(key, Share())
            share.untold += 1
            total = share.known + share.untold
            told = share.untold
            if self.store is None or (total * 2 < limit and told < limit // 20):
                return total
            share.untold = 0
        together = self._tell(key, told, seconds)
        with self._lock:
            if together is None:
                share.known += told
            else:
                share.known = max(share.known, together)
            return share.known + share.untold

    def _tell(self, key: str, count: int, seconds: int) -> int | None:
        if self.store is None or time.monotonic() < self._silent_until:
            return None
        try:
            return self.store.add(key, count, seconds)
        except failures() as trouble:
            self._silent_until = time.monotonic() + PAUSE
            log.warning("limits: counting alone for a while (%s)", type(trouble).__name__)
            return None

    def _forget_the_oldest(self) -> None:
        """A quarter of what is kept, oldest first: windows that are over stand in front."""
        for key in list(self._shares)[: MOST_KEPT // 4]:
            del self._shares[key]

    def forget(self) -> None:
        self._shares.clear()


@cache
def failures() -> tuple[type[Exception], ...]:
    """What a shared store may fail with."""
    if not settings.REDIS_URL:
        return (DatabaseError, OSError)
    import redis  # only where it is configured

    return (DatabaseError, OSError, redis.RedisError)


def store_of_settings() -> Store | None:
    """Redis, else the database where several processes may share one, else none."""
    if settings.REDIS_URL:
        return InRedis(settings.REDIS_URL)
    return None if settings.EMBEDDED else InDatabase()


@cache
def counts() -> Counts:
    """This process's numbers."""
    return Counts(store_of_settings())
