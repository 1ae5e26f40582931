"""What the hub asks the database, always in threads of its own.

A slow view elsewhere in the process holds the shared thread, never these.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from live import epoch, topics
from live.models import Revocation

log = logging.getLogger(__name__)

BATCH = 500
"""Keys in one query: SQLite takes many more, the planner likes fewer."""


@dataclass
class Found:
    """What one reading found. A topic that is missing in `data` is unseen or gone.

    Of `failed` ones nothing is known: their kind could not answer.
    """

    versions: dict[str, int]
    data: dict[str, dict[str, Any]]
    rows: dict[tuple[str, int], list[dict[str, Any]]] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)


def read(known: dict[str, int | None], rows_since: Iterable[tuple[str, int]] = ()) -> Found:
    """The facts of all these topics, one query for each kind.

    Versions that are not known are read before the facts: facts may then be newer than their
    version, which the next tick repairs, and never older, which nothing would.
    """
    unknown = [topic for topic, v in known.items() if v is None]
    versions = {topic: v for topic, v in known.items() if v is not None}
    found = Found(versions | versions_of(unknown), {})
    by_kind: dict[str, list[int]] = {}
    for key in known:
        if place := topics.find(key):
            by_kind.setdefault(place[0].name, []).append(place[1])
    for name, numbers in by_kind.items():
        read_kind(found, topics.kinds[name], numbers, rows_since)
    return found


def read_kind(
    found: Found,
    kind: topics.TopicKind,
    numbers: list[int],
    rows_since: Iterable[tuple[str, int]],
) -> None:
    """Add the facts of one kind; when it fails, the other kinds still get theirs."""
    keys = {number: f"{kind.name}.{number}" for number in numbers}
    try:
        data = {keys[number]: facts for number, facts in kind.snapshot(numbers).items()}
        rows = {
            (key, since): kind.rows(number, since)
            for number, key in keys.items()
            for wished, since in set(rows_since)
            if wished == key and kind.rows
        }
    except Exception:
        log.exception("live updates: topics of kind “%s” could not be read", kind.name)
        connection.close_if_unusable_or_obsolete()
        found.failed.update(keys.values())
        for key in keys.values():
            del found.versions[key]
        return
    found.data |= data
    found.rows |= rows


def versions_of(keys: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(keys), BATCH):
        found |= topics.versions(keys[start : start + BATCH])
    return found


@dataclass
class Elsewhere:
    """What changed without this process doing it."""

    epoch: str
    versions: dict[str, int]
    shown_out: list[tuple[int, int, str]]


OVERLAP = 200
"""PostgreSQL gives out numbers before it commits: a lower one may appear after a higher one was
read. So the last ones are looked at again, and the hub remembers which of them it knows."""


class Watch:
    """Looks for what other processes wrote; kept and called in the reading thread alone."""

    def __init__(self) -> None:
        self._seen: tuple[int, int] | None = None

    def look(self, followed: list[str], last_revocation: int) -> Elsewhere | None:
        """What is new, or None when SQLite says that nobody wrote since the last look."""
        if connection.vendor == "sqlite":
            connection.ensure_connection()
            with connection.cursor() as cursor:
                version = cursor.execute("PRAGMA data_version").fetchone()[0]
            now = (id(connection.connection), version)
            if now == self._seen:
                return None
            self._seen = now
        rows = Revocation.objects.filter(id__gt=last_revocation - OVERLAP).order_by("id")
        return Elsewhere(
            epoch.current(),
            versions_of(followed),
            list(rows.values_list("id", "person_id", "reason")),
        )

    def forget(self) -> None:
        """Make the next look a full one, because what this one found could not be used."""
        self._seen = None


def recent_revocations() -> list[int]:
    """Numbers of the newest revocations, the newest first."""
    return list(Revocation.objects.order_by("-id").values_list("id", flat=True)[:OVERLAP])


class Threads:
    """Runs questions to the database one after the other, beside the loop."""

    def __init__(self, name: str):
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)

    async def ask(self, question: Callable, *given: Any) -> Any:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, tidily, question, *given)

    def stop(self) -> None:
        self._pool.submit(connection.close)
        self._pool.shutdown(wait=True)


def tidily(question: Callable, *given: Any) -> Any:
    """Ask, and leave the connection as the next question needs it.

    SQLite's stays open, because `data_version` compares within one connection; PostgreSQL's goes
    back to the pool. After a failure both begin afresh.
    """
    try:
        answer = question(*given)
    except BaseException:
        connection.close()
        raise
    if connection.vendor != "sqlite":
        connection.close()
    return answer
