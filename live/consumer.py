"""The one socket, `/live/`: a handshake, then frames in and facts out.

Written on ASGI's own `receive` and `send`: public topics touch neither session nor database, and
no middleware stands around each frame.
"""

import asyncio
import contextlib
import logging
from collections import deque
from http.cookies import CookieError, SimpleCookie
from importlib import import_module
from typing import Any

from channels.auth import get_user
from django.conf import settings

from intake.addresses import is_among
from intake.errors import BadInput
from live import envelopes, frames, phrases, topics
from live.hub import Hub, hub
from live.limits import Pace, address_of
from live.origins import refuse, turn_away
from live.sockets import Socket

log = logging.getLogger(__name__)

TOO_BIG, BROKE_RULES = 1009, 1008
FULL_SECONDS = 30
"""When somebody whose seats are all taken may ask again."""


async def live(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """Serve one socket from its handshake to its end. `origins.ours_only` stands before it."""
    with contextlib.ExitStack() as seats:
        if not hub.running:
            await refuse(scope, receive, send)
            return
        if not sit_down(hub, scope, seats):
            await turn_away(scope, receive, send, FULL_SECONDS)
            return
        if (await receive())["type"] != "websocket.connect":
            return
        offered = envelopes.PROTOCOL in scope.get("subprotocols", ())
        protocol = envelopes.PROTOCOL if offered else None
        await send({"type": "websocket.accept", "subprotocol": protocol})
        flow = scope.get("extensions", {}).get("polyphony.flow")
        limits = hub.limits
        socket = Socket(
            send, flow=flow, session_key=session_key_of(scope), most_rows=limits.rows_per_frame
        )
        await Conversation(hub, socket, seats).hold(receive)


class Conversation:
    """What one client says, in order, until it goes or breaks the rules."""

    def __init__(self, hub: Hub, socket: Socket, seats: contextlib.ExitStack):
        self.hub, self.socket, self.seats = hub, socket, seats
        self.pace = Pace(hub.limits.messages, hub.limits.messages_seconds)
        self.strikes = 0
        self.wishes: deque[frames.Frame] = deque()
        self.following: set[str] = set()
        self.granting: asyncio.Task | None = None

    async def hold(self, receive: Any) -> None:
        """Listen until the connection ends. Nothing here waits for the database."""
        ended = asyncio.current_task()
        self.socket.given_up = ended.cancel if ended else None
        self.hub.welcome(self.socket)
        try:
            while (message := await receive())["type"] != "websocket.disconnect":
                if not self.socket.closed:
                    self.hear(message)
        finally:
            self.socket.closed = True
            if self.granting:
                self.granting.cancel()
            self.hub.farewell(self.socket)

    def hear(self, message: dict[str, Any]) -> None:
        limits = self.hub.limits
        text = message.get("text")
        size = len((text or "").encode("utf-8", "surrogatepass")) or len(
            message.get("bytes") or b""
        )
        if size > limits.frame_bytes:
            self.socket.close(TOO_BIG)
        elif not self.pace.allows():
            self.strike("too-fast", retry_after=limits.messages_seconds)
        elif text is None:
            self.strike("not-text")
        else:
            try:
                self.obey(frames.parse(text, max_bytes=limits.frame_bytes))
            except BadInput as trouble:
                self.strike(trouble.code)

    def strike(self, code: str, **more: int) -> None:
        """Say what was wrong; the third time, close."""
        self.strikes += 1
        self.socket.say("error", envelopes.error(code, **more))
        if self.strikes >= self.hub.limits.bad_frames:
            self.socket.close(BROKE_RULES)

    def obey(self, frame: frames.Frame) -> None:
        """Do what a frame asks; what needs the database is done one after the other, beside."""
        if frame.op == "ping":
            self.socket.say("beat", envelopes.BEAT)
            return
        self.wishes.append(frame)
        if self.granting is None or self.granting.done():
            self.granting = asyncio.create_task(self.grant())

    async def grant(self) -> None:
        while self.wishes:
            frame = self.wishes.popleft()
            try:
                if frame.op == "sub":
                    await self.follow(frame)
                else:
                    self.unfollow(frame)
            except Exception:
                log.exception("live updates: a wish failed")
                self.socket.say("error", envelopes.error("try-again"))

    async def follow(self, frame: frames.Frame) -> None:
        """Ask the rule of each topic, refuse in words, follow the rest together."""
        self.following.intersection_update(self.socket.seen)
        allowed: dict[str, int | None] = {}
        for topic in frame.topics:
            refusal = await self.refusal(topic)
            if refusal:
                self.socket.say(topic[:100], envelopes.refused(topic[:100], refusal))
            else:
                self.following.add(topic)
                allowed[topic] = frame.have.get(topic)
        await self.hub.following.follow(self.socket, allowed)

    async def refusal(self, topic: str) -> Any:
        """Why this socket may not follow a topic; empty when it may. Public ones cost nothing."""
        limit = self.hub.limits.topics_per_socket
        if topic not in self.following and len(self.following) >= limit:
            return phrases.TOO_MANY_TOPICS % {"limit": limit}
        place = topics.find(topic)
        if place is None:
            return phrases.NOTHING_HERE
        kind, number = place
        if kind.may_follow is None:
            return ""
        await self.find_out_who()
        if self.socket.closed:
            return phrases.ASK_AGAIN
        verdict = await self.hub.doors.may_follow(kind, self.socket, number)
        return "" if verdict else str(verdict) or phrases.NOTHING_HERE

    async def find_out_who(self) -> None:
        """Read the session at the first private topic, and take one of the person's seats."""
        first = not self.socket.asked_who
        person = await self.hub.doors.who_is(self.socket, self.load)
        if first and person is not None:
            holder, limit = f"person {person.pk}", self.hub.limits.sockets_per_person
            if self.hub.doors.seats.take(holder, limit):
                self.seats.callback(self.hub.doors.seats.free, holder)
            else:
                self.socket.say("error", envelopes.error("too-many-sockets"))
                self.socket.close(BROKE_RULES)

    def load(self) -> Any:
        """Read the session as Channels does, in the thread we are called in."""
        if not self.socket.session_key:
            return None
        store = import_module(settings.SESSION_ENGINE).SessionStore
        person = get_user.func({"session": store(self.socket.session_key)})
        return person if person.is_authenticated else None

    def unfollow(self, frame: frames.Frame) -> None:
        for topic in frame.topics:
            self.following.discard(topic)
            self.hub.following.unfollow(self.socket, topic)


def sit_down(hub: Hub, scope: dict[str, Any], seats: contextlib.ExitStack) -> bool:
    """Take a seat of this address (a town hall has as many as it likes) and of this session, or none."""
    limits, address = hub.limits, address_of(scope)
    holders = []
    if not is_among(address, settings.TOWN_HALLS):
        holders.append((f"address {address}", limits.sockets_per_address))
    if key := session_key_of(scope):
        holders.append((f"session {key}", limits.sockets_per_person))
    for holder, limit in holders:
        if not hub.doors.seats.take(holder, limit):
            return False
        seats.callback(hub.doors.seats.free, holder)
    return True


def session_key_of(scope: dict[str, Any]) -> str | None:
    """The session's key as the cookie says it; read only if a private topic is asked for."""
    header = b"; ".join(value for name, value in scope["headers"] if name == b"cookie")
    try:
        cookies = SimpleCookie(header.decode("latin-1"))
    except CookieError:
        return None
    found = cookies.get(settings.SESSION_COOKIE_NAME)
    return found.value[:64] if found and found.value else None
