"""Who is behind a socket: how many each may have, what rules say of them, and showing them out."""

import logging
import time
from collections.abc import Callable
from typing import Any

from live import reading, topics
from live.limits import Seats
from live.sockets import Socket

log = logging.getLogger(__name__)

SHUT_OUT = 4001
"""Close code: who you are has changed; connect again."""


class Doors:
    """Keeps the persons of this process's sockets; asks sessions and rules in a thread of its own."""

    def __init__(self) -> None:
        self.seats = Seats()
        self.people: dict[int, set[Socket]] = {}
        self._shown_out: dict[int, float] = {}
        self._thread: reading.Threads | None = None

    def open(self) -> None:
        self._thread = reading.Threads("live-doors")

    def close(self) -> None:
        if self._thread:
            self._thread.stop()
            self._thread = None

    async def ask(self, question: Callable, *given: Any) -> Any:
        """Ask the database where a slow rule delays nobody's news."""
        if self._thread is None:
            raise RuntimeError("The doors are closed.")
        return await self._thread.ask(question, *given)

    async def who_is(self, socket: Socket, load: Callable[[], Any]) -> Any:
        """The person behind a socket, asked at the first private topic and then remembered."""
        if not socket.asked_who:
            asked = time.monotonic()
            person = await self.ask(load)
            socket.asked_who = True
            if person is not None and not socket.closed:
                socket.person = person
                self.people.setdefault(person.pk, set()).add(socket)
                if self._shown_out.get(person.pk, -1.0) >= asked:
                    socket.close(SHUT_OUT)
        return socket.person

    async def may_follow(self, kind: topics.TopicKind, socket: Socket, number: int) -> Any:
        """What the rule of a private topic says of the person behind a socket."""
        return await self.ask(kind.may_follow, socket.person, number)  # type: ignore[arg-type]

    def show_out(self, person_id: int, reason: str) -> set[Socket]:
        """Close the sockets of a person; returns them, so that what they follow can be taken away.

        Noted for an hour, because somebody may be asking at this moment who she is.
        """
        now = time.monotonic()
        self._shown_out = {p: at for p, at in self._shown_out.items() if now - at < 3600}
        self._shown_out[person_id] = now
        sockets = set(self.people.get(person_id, ()))
        if sockets:
            log.info("live updates: closing %d sockets (%s)", len(sockets), reason)
        return sockets

    def leave(self, socket: Socket) -> None:
        """A socket went away."""
        if socket.person is not None:
            others = self.people.get(socket.person.pk, set())
            others.discard(socket)
            if not others:
                self.people.pop(socket.person.pk, None)
