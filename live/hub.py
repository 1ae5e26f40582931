"""The hub: one per process, between what changed and who follows it.

Acts mark topics; a ticker asks for the newest facts of all of them at once and sends each frame,
encoded once, to every follower. What other processes wrote is found by re-reading versions.
"""

import asyncio
import logging
import random
import threading
import time
from collections.abc import Awaitable, Callable

from live import envelopes, epoch, reading
from live.doors import SHUT_OUT, Doors
from live.following import Following
from live.limits import Limits
from live.news import News, NoOtherProcess
from live.sockets import Socket, in_chunks

log = logging.getLogger(__name__)


class Hub:
    """Starts with the server, in its loop. Marks come from any thread; the rest is the loop's."""

    def __init__(self, news: News | None = None) -> None:
        self.news = news or NoOtherProcess()
        self.news.subscribe(self.hear)
        self.limits = Limits()
        self.running = False
        self.restarts = 0
        self.ticked = 0.0
        self.epoch = ""
        self.doors = Doors()
        self.sockets: set[Socket] = set()
        self.following: Following
        self._lock = threading.Lock()
        self._changed: dict[str, int] = {}
        self._revocations_seen: set[int] = set()
        self._tasks: list[asyncio.Task] = []

    # ---- from any thread ------------------------------------------------------------------------
    def mark(self, versions: dict[str, int]) -> None:
        """Note that topics changed, and to which version. Never blocks, here or elsewhere."""
        self.hear(versions)
        self.news.publish(versions)

    def hear(self, versions: dict[str, int]) -> None:
        """Note what another process says has changed; topics nobody follows here are passed over."""
        if not self.running:
            return
        with self._lock:
            for topic, v in versions.items():
                if topic in self.following.topics:
                    self._changed[topic] = max(v, self._changed.get(topic, 0))

    def show_out(self, revocation: int, person_id: int, reason: str) -> None:
        """Close the sockets of a person, soon."""
        if self.running:
            self._loop.call_soon_threadsafe(self._show_out, revocation, person_id, reason)

    # ---- life -------------------------------------------------------------------------------------
    async def start(self) -> None:
        """Begin to tick, in this loop. Calling it twice is a mistake."""
        if self.running:
            raise RuntimeError("The hub already runs: one per process.")
        self._loop = asyncio.get_running_loop()
        self.limits = Limits.in_force()
        self._facts = reading.Threads("live-facts")
        self._watch = reading.Watch()
        self.following = Following(self._facts, self.limits, self._greet)
        self.doors.open()
        self.epoch = await self._facts.ask(epoch.current)
        known = await self._facts.ask(reading.recent_revocations)
        self._revocations_seen, self._last_revocation = set(known), max(known, default=0)
        self.ticked = time.monotonic()
        self.running = True
        self._tasks = [
            asyncio.create_task(self._supervise(self._tick), name="live ticker"),
            asyncio.create_task(self._supervise(self._reread), name="live re-reading"),
            asyncio.create_task(self._supervise(self._look_after), name="live care"),
        ]

    async def stop(self) -> None:
        """Say goodbye to everybody, with a random time to come back, and stop."""
        if not self.running:
            return
        self.running = False
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await in_chunks(list(self.sockets), self._say_goodbye)
        await self.following.stop()
        await asyncio.to_thread(self._facts.stop)
        await asyncio.to_thread(self.doors.close)
        self._changed.clear()

    def _say_goodbye(self, socket: Socket) -> None:
        socket.say("bye", envelopes.bye(random.randrange(self.limits.goodbye_ms + 1)))  # noqa: S311
        socket.close(1012)

    @property
    def age(self) -> float:
        """Seconds since the ticker last finished a round; `/readyz` asks."""
        return time.monotonic() - self.ticked

    async def _supervise(self, step: Callable[[], Awaitable[float]]) -> None:
        """Run a step again and again, however often it fails; a step returns its own pause."""
        failures = 0
        while True:
            try:
                pause = await step()
                failures = 0
            except Exception:
                failures += 1
                self.restarts += 1
                log.exception("live updates: %s failed and starts again", step.__name__.strip("_"))
                pause = min(5.0, 0.25 * 2**failures)
            await asyncio.sleep(pause)

    # ---- sockets ------------------------------------------------------------------------------------
    def welcome(self, socket: Socket) -> None:
        """A socket came in: it hears which life of the database this is."""
        self.sockets.add(socket)
        self._greet(socket)

    def farewell(self, socket: Socket) -> None:
        """A socket went away: nothing of it is kept."""
        socket.closed = True
        self.sockets.discard(socket)
        for key in list(socket.seen):
            self.following.unfollow(socket, key)
        self.doors.leave(socket)

    def _greet(self, socket: Socket) -> None:
        beat, tick = self.limits.beat_seconds, self.limits.tick_ms
        socket.say("hello", envelopes.hello(self.epoch, beat=beat, tick=tick))

    def _show_out(self, revocation: int, person_id: int, reason: str) -> None:
        self._revocations_seen.add(revocation)
        for socket in self.doors.show_out(person_id, reason):
            self.following.lose_private(socket)
            socket.close(SHUT_OUT)

    # ---- the ticker -------------------------------------------------------------------------------------
    async def _tick(self) -> float:
        """One round: what changed, one query for each kind, one frame for each topic."""
        known = self._take_changed()
        pause = self.limits.tick_ms / 1000
        if known:
            began = time.monotonic()
            try:
                failed = await self.following.refresh(known)
            except BaseException:
                self.following.unread.update(known)
                raise
            if failed:
                self._loop.call_later(2, self.following.unread.update, failed)
            pause = max(pause, min(2.0, 4 * (time.monotonic() - began)))
        self.ticked = time.monotonic()
        return pause

    def _take_changed(self) -> dict[str, int | None]:
        """The followed topics that moved, with their version where it is known."""
        with self._lock:
            changed, self._changed = self._changed, {}
        unread = set(self.following.unread)
        self.following.unread.clear()
        moved: dict[str, int | None] = {k: v for k, v in changed.items() if self._is_news(k, v)}
        return moved | {key: None for key in unread if key in self.following.topics}

    def _is_news(self, key: str, v: int) -> bool:
        topic = self.following.topics.get(key)
        return topic is not None and v > topic.v

    # ---- what others wrote ------------------------------------------------------------------------------
    async def _reread(self) -> float:
        """Find what was written without this process: by commands, workers, other hubs."""
        found = await self._facts.ask(
            self._watch.look, list(self.following.topics), self._last_revocation
        )
        if found:
            try:
                self._hear_elsewhere(found)
            except BaseException:
                self._watch.forget()
                raise
        return self.limits.reread_ms / 1000

    def _hear_elsewhere(self, found: reading.Elsewhere) -> None:
        for number, person_id, reason in found.shown_out:
            self._last_revocation = max(self._last_revocation, number)
            if number not in self._revocations_seen:
                self._show_out(number, person_id, reason)
        horizon = self._last_revocation - reading.OVERLAP
        self._revocations_seen = {n for n in self._revocations_seen if n > horizon}
        if found.epoch != self.epoch:
            self._begin_epoch(found.epoch)
        else:
            self.hear({k: v for k, v in found.versions.items() if self._is_news(k, v)})

    def _begin_epoch(self, name: str) -> None:
        """The database was restored: versions begin anew, here and on every page."""
        self.epoch = name
        self.following.begin_again()
        for socket in list(self.sockets):
            self._greet(socket)

    # ---- care -------------------------------------------------------------------------------------------
    async def _look_after(self) -> float:
        """A beat for who heard nothing for long; an end for who takes nothing for longer."""
        now = time.monotonic()
        await in_chunks(list(self.sockets), lambda socket: self._care_for(socket, now))
        return 1.0

    def _care_for(self, socket: Socket, now: float) -> None:
        if socket.held_since is not None and now - socket.held_since > self.limits.stuck_seconds:
            log.info("live updates: a reader took nothing for too long and is cut off")
            socket.abort()
        elif now - socket.spoke >= self.limits.beat_seconds:
            socket.say("beat", envelopes.BEAT)


hub = Hub()
