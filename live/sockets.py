"""One open socket as the hub sees it: what it follows, what it has seen, what waits for it."""

import asyncio
import logging
import time
import types
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from live.envelopes import Message, Snap

log = logging.getLogger(__name__)

CHUNK = 100
CHUNK_SECONDS = 0.002


class Flow(Protocol):
    """What a server can tell of the bytes on their way out; `config.serve` has Daphne's."""

    paused: bool
    on_resume: Callable[[], None] | None

    def abort(self) -> None: ...


class Socket:
    """Sends in order, and to a slow reader only the newest of each topic.

    While the reader takes what it is given, frames go straight out. Once the server holds bytes
    back (`send` waits, or `flow` is paused), each topic has one slot in which newer replaces
    older, so that a reader who never reads costs a handful of references to shared frames.
    """

    def __init__(
        self,
        send: Callable[[Message], Awaitable[None]],
        *,
        flow: Flow | None = None,
        session_key: str | None = None,
        most_rows: int = 200,
    ):
        self._send = send
        self._flow = flow
        self._sending: asyncio.Task | None = None
        self._slots: dict[str, Snap | Message] = {}
        self._most_rows = most_rows
        self._closing = False
        self.session_key = session_key
        self.person: Any = None
        self.asked_who = False
        self.seen: dict[str, int] = {}
        self.spoke = time.monotonic()
        self.held_since: float | None = None
        self.closed = False
        self.given_up: Callable[[], Any] | None = None
        if flow:
            flow.on_resume = self._flush

    # ---- what the hub says --------------------------------------------------------------------
    def offer(self, snap: Snap) -> None:
        """Send a topic's facts, unless this version or a newer one went before."""
        if snap.v <= self.seen.get(snap.topic, -1):
            return
        self.seen[snap.topic] = snap.v
        if not self._slots and not self._held():
            self._write(snap.message)
            return
        waiting = self._slots.get(snap.topic)
        if isinstance(waiting, Snap):
            snap = snap.after(waiting, most_rows=self._most_rows)
        self._put(snap.topic, snap)

    def say(self, slot: str, message: Message) -> None:
        """Send a word; one that still waits in the same slot is replaced by it."""
        self._put(slot, message)

    def forget(self, topic: str) -> None:
        """The topic is followed no more: what waits of it is dropped."""
        self.seen.pop(topic, None)
        self._slots.pop(topic, None)

    def close(self, code: int) -> None:
        """Close after what already waits; nothing is said after it."""
        if not self._closing:
            self._put("close", {"type": "websocket.close", "code": code})
            self._closing = True

    def abort(self) -> None:
        """Cut the connection without waiting for a reader who does not read."""
        self._slots.clear()
        self._closing = self.closed = True
        if self._sending:
            self._sending.cancel()
        if self._flow:
            self._flow.abort()
        if self.given_up:
            self.given_up()

    def waiting(self) -> int:
        """How many frames wait for the reader."""
        return len(self._slots)

    # ---- how it gets out ------------------------------------------------------------------------
    def _held(self) -> bool:
        return self._sending is not None or (self._flow is not None and self._flow.paused)

    def _put(self, slot: str, message: Snap | Message) -> None:
        if self._closing or self.closed:
            return
        self._slots[slot] = message
        self._flush()

    def _flush(self) -> None:
        while self._slots and not self._held() and not self.closed:
            slot = next(iter(self._slots))
            waiting = self._slots.pop(slot)
            self._write(waiting.message if isinstance(waiting, Snap) else waiting)
        if not self._slots:
            self.held_since = None
        elif self.held_since is None:
            self.held_since = time.monotonic()

    def _write(self, message: Message) -> None:
        """Start `send`; it nearly always ends within its first step, and costs no task then."""
        if self.closed:
            return
        self.spoke = time.monotonic()
        if message["type"] == "websocket.close":
            self.closed = True
        sending = self._send(message)
        try:
            waits_for = sending.send(None)
        except StopIteration:
            return
        except Exception:
            log.debug("live updates: a reader went away", exc_info=True)
            self.closed = True
            return
        self._sending = asyncio.ensure_future(carry_on(sending, waits_for))
        self._sending.add_done_callback(self._sent)

    def _sent(self, task: asyncio.Task) -> None:
        self._sending = None
        if task.cancelled() or task.exception():
            self.closed = True
            self._slots.clear()
        else:
            self._flush()


async def carry_on(started: Any, waits_for: Any) -> None:
    """Finish a coroutine whose first step somebody else has already taken."""
    await rest_of(started, waits_for)


@types.coroutine
def rest_of(started: Any, waits_for: Any) -> Any:
    while True:
        try:
            value = yield waits_for
        except BaseException as trouble:
            step = (started.throw, trouble)
        else:
            step = (started.send, value)
        try:
            waits_for = step[0](step[1])
        except StopIteration as end:
            return end.value


async def in_chunks(sockets: list[Socket], act: Callable[[Socket], None]) -> None:
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
