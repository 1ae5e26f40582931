"""Who follows what in this process, and the newest facts of each topic that is followed."""

import asyncio
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from live import envelopes, phrases, reading, topics
from live.envelopes import Snap
from live.limits import Limits
from live.sockets import Socket, in_chunks

log = logging.getLogger(__name__)


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


class Following:
    """Answers wishes to follow, reads topics for many at once, and sends facts to all followers.

    Lives in the hub's loop; `greet` says hello to a socket, which makes its page drop its versions.
    `unread` are topics that the next tick must read, whatever their version.
    """

    def __init__(
        self, facts: reading.Threads, limits: Limits, greet: Callable[[Socket], None]
    ) -> None:
        self.topics: dict[str, Topic] = {}
        self.unread: set[str] = set()
        self._facts, self._limits, self._greet = facts, limits, greet
        self._batch: Batch | None = None
        self._reader: asyncio.Task | None = None

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
            self._greet(socket)
            v = None
        if topic.kind.rows:
            looked = rows.get((topic.key, v))
            moved = looked.rows if looked and v is not None and v < snap.v else None
            snap = envelopes.snap(
                topic.key, snap.v, snap.data, moved, most_rows=self._limits.rows_per_frame
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

    def lose_private(self, socket: Socket) -> None:
        """Take away whatever a rule had allowed."""
        for key in list(socket.seen):
            if (topic := self.topics.get(key)) and topic.kind.may_follow:
                self.lose(topic, socket)

    def lose(self, topic: Topic, socket: Socket) -> None:
        """A reader may not, or cannot, see this topic any more."""
        self.unfollow(socket, topic.key)
        socket.say(topic.key, envelopes.gone(topic.key))

    # ---- news --------------------------------------------------------------------------------------
    async def refresh(self, known: dict[str, int | None]) -> set[str]:
        """Read these topics anew, one query for each kind, and send what is newer.

        `known` holds their versions where the caller knows them. Returns those that failed.
        """
        found = await self._facts.ask(reading.read, known, self._rows_wanted(known))
        await self._take_in(found)
        return found.failed

    def begin_again(self) -> None:
        """The database was restored: what we have read, and what pages show, says nothing."""
        for topic in self.topics.values():
            topic.v, topic.snap, topic.gone = -1, None, False
            for socket in topic.followers:
                socket.seen[topic.key] = -1
        self.unread.update(self.topics)

    async def stop(self) -> None:
        if self._reader:
            await asyncio.gather(self._reader, return_exceptions=True)
        self.topics.clear()

    # ---- reading, together with whoever asks at the same time ---------------------------------------
    async def _read_together(self, keys: "Have") -> "Rows":
        """Read topics in the next batch: a thousand who come back at once cost a few queries."""
        if self._batch is None:
            self._batch = Batch(asyncio.get_running_loop().create_future())
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
            moved = None
            if topic.kind.rows and topic.snap and data is not None:
                since = [at for (k, at) in found.rows if k == key and at <= topic.v]
                if not since:  # it became known while this was being read, without its rows
                    self.unread.add(key)
                    continue
                moved = found.rows[key, since[0]]
            topic.v, topic.gone = v, data is None
            if data is None:
                topic.snap = None
                await in_chunks(self._listening(topic), lambda s, t=topic: self.lose(t, s))  # type: ignore[misc]
                continue
            topic.snap = envelopes.snap(key, v, data, moved, most_rows=self._limits.rows_per_frame)
            await self._fan_out(topic, topic.snap)

    def _listening(self, topic: Topic) -> list[Socket]:
        """Followers that have had their first answer; the others are about to get it."""
        return [socket for socket in topic.followers if socket not in topic.joining]

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

        await in_chunks(self._listening(topic), offer)

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
            self.lose(topic, socket)
        return allowed


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
