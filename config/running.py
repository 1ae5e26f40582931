"""What runs beside the pages: hub, clock and, embedded, the job worker. Started by the server.

`config.serve` calls `start` and `stop` around Daphne; uvicorn calls them through `lifespan`.
"""

import asyncio
import contextlib
import logging
from typing import IO, Any

from django.conf import settings
from django.db import connection

from config import boundaries, jobs, lock
from config.clock import Clock
from live.hub import hub
from people.city import is_started
from people.models import Person

log = logging.getLogger(__name__)


class Running:
    """The parts of one server process, started and stopped together."""

    def __init__(self) -> None:
        self._lock: IO[str] | None = None
        self._clock: Clock | None = None
        self._jobs: jobs.JobWorker | None = None

    async def start(self) -> None:
        """Start everything, or raise `lock.Taken` before anything has started."""
        if settings.EMBEDDED:
            self._lock = lock.take(settings.DATA_DIR)
        boundaries.register()
        await asyncio.to_thread(say_if_nothing_has_begun)
        await hub.start()
        self._clock = Clock()
        self._clock.start()
        if settings.EMBEDDED:
            await asyncio.to_thread(alone)
            self._jobs = jobs.JobWorker()
            self._jobs.start()

    async def stop(self) -> None:
        """Say goodbye to sockets, finish the job in hand, let the lock go."""
        await hub.stop()
        if self._clock:
            await asyncio.to_thread(self._clock.stop)
        if self._jobs:
            await asyncio.to_thread(self._jobs.stop)
        if self._lock:
            self._lock.close()


def say_if_nothing_has_begun() -> None:
    """An empty city serves empty pages; whoever runs it may be looking for the next step."""
    with contextlib.closing(connection):
        if not (settings.DEMO or is_started() or Person.objects.exists()):
            log.warning("No city has begun in this database yet: run manage.py start_city.")


def alone() -> None:
    """Holding the lock we are the only process: whatever is marked as running is orphaned."""
    with contextlib.closing(connection):
        jobs.forget_workers()
        jobs.sweep()


async def lifespan(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """ASGI's lifespan, for servers that have it."""
    running = Running()
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            try:
                await running.start()
            except Exception as trouble:
                log.exception("the server cannot start")
                await send({"type": "lifespan.startup.failed", "message": str(trouble)})
                return
            await send({"type": "lifespan.startup.complete"})
        elif message["type"] == "lifespan.shutdown":
            await running.stop()
            await send({"type": "lifespan.shutdown.complete"})
            return
