"""The hub: one per process, between what changed and who follows it.

Acts mark topics; a ticker asks for the newest facts of all of them at once and sends each frame,
encoded once, to every follower. What other processes wrote is found by re-reading versions.
"""

import asyncio
import logging
import random
import threading
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from live import envelopes, epoch, phrases, reading, topics
from live.envelopes import Snap
from live.limits import Limits, Seats
from live.news import News, NoOtherProcess
from live.sockets import Socket

log = logging.getLogger(__name__)

CHUNK = 100
CHUNK_SECONDS = 0.002
SHUT_OUT = 4001
"""Close code: who you are has changed; connect again."""


class Topic:
    """A topic somebody here follows, with its newest frame once it has been read."""

    def __init__(self, key: str, kind: topics.TopicKind, number: int):
        self.key, self.kind, self.number = key, kind, number
        self.snap: Snap | None = None
        self.v = -1
        self.gone = False
        self.followers: set[Socket] = set()
        self.joining: set[Socket] = set()

    @property
    def known(self) -> bool:
        return self.snap is not None or self.gone


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
        self.seats = Seats()
        self.sockets: set[Socket] = set()
        self.topics: dict[str, Topic] = {}
        self.people: dict[int, set[Socket]] = {}
        self._lock = threading.Lock()
        self._changed: dict[str, int] = {}
        self._unread: set[str] = set()
        self._shown_out: dict[int, float] = {}
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
                if topic in self.topics:
                    self._changed[topic] = max(v, self._changed.get(topic, 0))

    def show_out(self, person_id: int, reason: str) -> None:
        """Close the sockets of a person, soon."""
        if self.running:
            self._loop.call_soon_threadsafe(self._show_out, person_id, reason)

    # ---- life -------------------------------------------------------------------------------------
    async def start(self) -> None:
        """Begin to tick, in this loop. Calling it twice is a mistake."""
        if self.running:
            raise RuntimeError("The hub already runs: one per process.")
        self._loop = asyncio.get_running_loop()
        self.limits = Limits.in_force()
        self._facts = reading.Threads("live-facts")
        self._doors = reading.Threads("live-doors")
        self._watch = reading.Watch()
        self._batch: Batch | None = None
        self._reader: asyncio.Task | None = None
        self.epoch = await self._facts.ask(epoch.current)
        self._last_revocation = await self._facts.ask(reading.last_revocation)
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
        await self._in_chunks(list(self.sockets), self._say_goodbye)
        if self._reader:
            await asyncio.gather(self._reader, return_exceptions=True)
        await asyncio.to_thread(self._facts.stop)
        await asyncio.to_thread(self._doors.stop)
        self.topics.clear()
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
        self._say_hello(socket)

    def farewell(self, socket: Socket) -> None:
        """A socket went away: nothing of it is kept."""
        socket.closed = True
        self.sockets.discard(socket)
        for key in list(socket.seen):
            self.unfollow(socket, key)
        if socket.person is not None:
            holders = self.people.get(socket.person.pk, set())
            holders.discard(socket)
            if not holders:
                self.people.pop(socket.person.pk, None)

    def _say_hello(self, socket: Socket) -> None:
        limits = self.limits
        socket.say(
            "hello",
            envelopes.hello(self.epoch, beat=limits.beat_seconds, tick=limits.tick_ms),
        )

    async def who_is(self, socket: Socket, load: Callable[[], Any]) -> Any:
        """The person behind a socket, asked at the first private topic and then remembered."""
        if not socket.asked_who:
            asked = time.monotonic()
            person = await self._doors.ask(load)
            socket.asked_who = True
            if person is not None and not socket.closed:
                socket.person = person
                self.people.setdefault(person.pk, set()).add(socket)
                if self._shown_out.get(person.pk, -1.0) >= asked:
                    socket.close(SHUT_OUT)
        return socket.person

    async def ask_rule(self, kind: topics.TopicKind, person: Any, number: int) -> Any:
        """What the topic's rule says; runs where a slow rule delays nobody's news."""
        assert kind.may_follow, "public topics have no rule to ask"
        return await self._doors.ask(kind.may_follow, person, number)

    def _show_out(self, person_id: int, reason: str) -> None:
        self._shown_out[person_id] = time.monotonic()
        for socket in list(self.people.get(person_id, ())):
            log.info("live updates: closing a socket (%s)", reason)
            for key in list(socket.seen):
                if (topic := self.topics.get(key)) and topic.kind.may_follow:
                    self._lose(topic, socket)
            socket.close(SHUT_OUT)

    # ---- following ------------------------------------------------------------------------------------
    async def follow(self, socket: Socket, have: dict[str, int | None]) -> None:
        """Follow topics and answer each with its facts, unless the reader has that version.

        The caller has asked the rules. A topic that is known here costs no query; while the
        database cannot answer, the wish stands and is tried again.
        """
        for key, v in have.items():
            self._join(socket, key, v)
        rows: Rows = {}
        while not socket.closed and (missing := self._to_read(have, rows)):
            try:
                rows |= await self._read_together(missing)
            except Exception:
                log.exception("live updates: could not read, and will try again")
                await asyncio.sleep(1)
        for key, v in have.items():
            topic = self.topics.get(key)
            if topic and socket in topic.joining:
                topic.joining.discard(socket)
                self._answer(socket, topic, v, rows)

    def _join(self, socket: Socket, key: str, v: int | None) -> None:
        topic = self.topics.get(key)
        if topic is None:
            place = topics.find(key)
            if place is None:
                raise ValueError(f"nothing is called {key}")
            topic = self.topics[key] = Topic(key, *place)
        topic.followers.add(socket)
        topic.joining.add(socket)
        socket.seen[key] = -1 if v is None else v

    def _to_read(self, have: "Have", rows: "Rows") -> dict[str, int | None]:
        """Which of the topics must be read before they can be answered, and rows since when.

        A reader may be ahead of us, having just loaded a page: then we look before we doubt it.
        Rows are read again when a tick overtook them.
        """
        missing: dict[str, int | None] = {}
        for key, v in have.items():
            topic = self.topics.get(key)
            if topic is None:
                continue
            looked = rows.get((key, v))
            ahead = v is not None and v > topic.v
            listed = v is not None and v < topic.v and topic.kind.rows and topic.snap
            if (
                not topic.known
                or (ahead and not looked)
                or (listed and (not looked or looked.v < topic.v))
            ):
                missing[key] = v
        return missing

    def _answer(self, socket: Socket, topic: Topic, v: int | None, rows: "Rows") -> None:
        if topic.snap is None:
            self.unfollow(socket, topic.key)
            socket.say(topic.key, envelopes.refused(topic.key, phrases.NOTHING_HERE))
            return
        snap = topic.snap
        if v is not None and v > snap.v:
            socket.seen[topic.key] = -1
            self._say_hello(socket)
            v = None
        if topic.kind.rows:
            looked = rows.get((topic.key, v))
            moved = looked.rows if looked and v is not None and v < snap.v else None
            snap = envelopes.snap(
                topic.key, snap.v, snap.data, moved, most_rows=self.limits.rows_per_frame
            )
        if self._may_still(topic, socket):
            socket.offer(snap)

    def unfollow(self, socket: Socket, key: str) -> None:
        """Follow a topic no more; the last to leave takes its frame out of memory."""
        socket.forget(key)
        if topic := self.topics.get(key):
            topic.followers.discard(socket)
            topic.joining.discard(socket)
            if not topic.followers:
                del self.topics[key]

    def _lose(self, topic: Topic, socket: Socket) -> None:
        self.unfollow(socket, topic.key)
        socket.say(topic.key, envelopes.gone(topic.key))

    # ---- reading, together with whoever asks at the same time ---------------------------------------
    async def _read_together(self, keys: "Have") -> "Rows":
        """Read topics in the next batch: a thousand who come back at once cost a few queries."""
        if self._batch is None:
            self._batch = Batch(self._loop.create_future())
        batch = self._batch
        batch.wishes.update(keys.items())
        if self._reader is None or self._reader.done():
            self._reader = asyncio.create_task(self._read_batches(), name="live reader")
        return await asyncio.shield(batch.answer)

    async def _read_batches(self) -> None:
        while batch := self._batch:
            self._batch = None
            keys = {key for key, _ in batch.wishes}
            since = {(key, v) for key, v in batch.wishes if v is not None}
            try:
                found = await self._facts.ask(
                    reading.read, dict.fromkeys(keys), since | self._rows_wanted(keys)
                )
                await self._take_in(found)
                if found.failed:
                    raise RuntimeError("some topics could not be read")
                batch.answer.set_result(
                    {
                        (key, v): Looked(found.versions[key], found.rows.get((key, v)))
                        for key, v in since
                    }
                )
            except Exception as trouble:
                batch.answer.set_exception(trouble)
                batch.answer.exception()  # everybody who waited may have gone away meanwhile

    async def _take_in(self, found: reading.Found) -> None:
        """Keep what is newer than what we have, and send it on."""
        for key, v in found.versions.items():
            topic = self.topics.get(key)
            if topic is None or (topic.known and v <= topic.v):
                continue
            data = found.data.get(key)
            before, topic.v, topic.gone = topic.v, v, data is None
            if data is None:
                topic.snap = None
                await self._in_chunks(self._listening(topic), lambda s, t=topic: self._lose(t, s))  # type: ignore[misc]
                continue
            moved = None
            if topic.kind.rows and topic.snap:
                moved = next(
                    rows for (k, since), rows in found.rows.items() if k == key and since <= before
                )
            topic.snap = envelopes.snap(key, v, data, moved, most_rows=self.limits.rows_per_frame)
            await self._fan_out(topic, topic.snap)
        if found.failed:
            self._loop.call_later(2, self._unread.update, found.failed)

    def _listening(self, topic: Topic) -> list[Socket]:
        """Followers that have had their first answer; the others are about to get it."""
        return [socket for socket in topic.followers if socket not in topic.joining]

    # ---- the ticker -------------------------------------------------------------------------------------
    async def _tick(self) -> float:
        """One round: what changed, one query for each kind, one frame for each topic."""
        with self._lock:
            changed, self._changed = self._changed, {}
        unread, self._unread = self._unread, set()
        known: dict[str, int | None] = {
            key: v for key, v in changed.items() if (topic := self.topics.get(key)) and v > topic.v
        }
        known |= {key: None for key in unread if key in self.topics}
        pause = self.limits.tick_ms / 1000
        if known:
            began = time.monotonic()
            try:
                found = await self._facts.ask(reading.read, known, self._rows_wanted(known))
                await self._take_in(found)
            except BaseException:
                self._unread.update(known)
                raise
            pause = max(pause, min(2.0, 4 * (time.monotonic() - began)))
        self.ticked = time.monotonic()
        return pause

    def _rows_wanted(self, keys: Iterable[str]) -> set[tuple[str, int]]:
        """For each list among the topics: rows above the version that its followers have."""
        return {
            (key, topic.v)
            for key in keys
            if (topic := self.topics.get(key)) and topic.kind.rows and topic.snap
        }

    async def _fan_out(self, topic: Topic, snap: Snap) -> None:
        def offer(socket: Socket) -> None:
            if socket in topic.followers and self._may_still(topic, socket):
                socket.offer(snap)

        await self._in_chunks(self._listening(topic), offer)

    def _may_still(self, topic: Topic, socket: Socket) -> bool:
        """Whether this reader may still have it; asked in memory, and a failing check says no."""
        recheck = topic.kind.recheck
        if recheck is None:
            return True
        try:
            allowed = bool(recheck(socket.person, topic.number))
        except Exception:
            log.exception("live updates: the re-check of %s failed", topic.key)
            allowed = False
        if not allowed:
            self._lose(topic, socket)
        return allowed

    async def _in_chunks(self, sockets: list[Socket], act: Callable[[Socket], None]) -> None:
        """Act on many sockets, and let votes and pages through between chunks."""
        since = time.perf_counter()
        for count, socket in enumerate(sockets, 1):
            try:
                act(socket)
            except Exception:
                log.exception("live updates: a socket failed and is left out")
                socket.abort()
            if count % CHUNK == 0 or time.perf_counter() - since > CHUNK_SECONDS:
                await asyncio.sleep(0)
                since = time.perf_counter()

    # ---- what others wrote ------------------------------------------------------------------------------
    async def _reread(self) -> float:
        """Find what was written without this process: by commands, workers, other hubs."""
        pause = self.limits.reread_ms / 1000
        found = await self._facts.ask(self._watch.look, list(self.topics), self._last_revocation)
        if found is None:
            return pause
        try:
            self._hear_elsewhere(found)
        except BaseException:
            self._watch.forget()
            raise
        return pause

    def _hear_elsewhere(self, found: reading.Elsewhere) -> None:
        for number, person_id, reason in found.shown_out:
            self._last_revocation = max(self._last_revocation, number)
            self._show_out(person_id, reason)
        if found.epoch != self.epoch:
            self._begin_epoch(found.epoch)
        else:
            self.hear({k: v for k, v in found.versions.items() if self._is_news(k, v)})

    def _is_news(self, key: str, v: int) -> bool:
        topic = self.topics.get(key)
        return topic is not None and v > topic.v

    def _begin_epoch(self, name: str) -> None:
        """The database was restored: versions begin anew, here and on every page."""
        self.epoch = name
        for topic in self.topics.values():
            topic.v, topic.snap, topic.gone = -1, None, False
            for socket in topic.followers:
                socket.seen[topic.key] = -1
        self._unread.update(self.topics)
        for socket in list(self.sockets):
            self._say_hello(socket)

    # ---- care -------------------------------------------------------------------------------------------
    async def _look_after(self) -> float:
        """A beat for who heard nothing for long; an end for who takes nothing for longer."""
        now = time.monotonic()
        await self._in_chunks(list(self.sockets), lambda socket: self._care_for(socket, now))
        hour_ago = now - 3600
        self._shown_out = {p: at for p, at in self._shown_out.items() if at > hour_ago}
        return 1.0

    def _care_for(self, socket: Socket, now: float) -> None:
        if socket.held_since is not None and now - socket.held_since > self.limits.stuck_seconds:
            log.info("live updates: a reader took nothing for too long and is cut off")
            socket.abort()
        elif now - socket.spoke >= self.limits.beat_seconds:
            socket.say("beat", envelopes.BEAT)


@dataclass(frozen=True)
class Looked:
    """What a reading found for one who has an older version: up to which one, and the rows."""

    v: int
    rows: list[dict[str, Any]] | None


Have = dict[str, int | None]
Rows = dict[tuple[str, int | None], Looked]


class Batch:
    """Topics that several sockets want read, and the one answer they share."""

    def __init__(self, answer: asyncio.Future) -> None:
        self.wishes: set[tuple[str, int | None]] = set()
        self.answer = answer


hub = Hub()
